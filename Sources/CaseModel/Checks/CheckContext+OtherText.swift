internal import Synchronization

extension CheckContext {
  /// What to say of a quote whose source has another text than was entered, so that the quote is
  /// not what must be put right.
  struct OtherText {
    /// Nil where the texts differ by line ends alone: then nothing is to be said of the quote.
    let words: String?
  }

  /// Nil where the text at hand is the one that was entered, or none is.
  /// - Complexity: O(text) for each source once; see ``OtherTexts``.
  func hintOnOtherText(of id: Case.Source.ID) -> OtherText? { otherTexts.found(id, self) }
}

/// Which sources have another text than was entered, each found out once.
final class OtherTexts: Sendable {
  private let known = Mutex<[Case.Source.ID: CheckContext.OtherText?]>([:])

  func found(_ id: Case.Source.ID, _ context: CheckContext) -> CheckContext.OtherText? {
    if let known = known.withLock({ $0[id] }) { return known }
    let found = look(id, context)
    known.withLock { $0[id] = .some(found) }
    return found
  }

  private func look(_ id: Case.Source.ID, _ context: CheckContext) -> CheckContext.OtherText? {
    guard let recorded = context.index.source(id)?.text.sha256, let text = context.texts[id].text,
      text.digest != recorded
    else { return nil }
    if TextDifference.between(text.bytes, recorded: recorded) != nil {
      return CheckContext.OtherText(words: nil)
    }
    return CheckContext.OtherText(
      words: "the text is another than was entered (see `text-digest`): put the old one back, and "
        + "leave the quote as it is")
  }
}
