internal import Foundations
internal import CaseModel
internal import Foundations

/// The text of one paragraph of an office document while it is read, with its tracked changes.
struct ParagraphText {
  enum Revision: Equatable {
    case inserted, deleted
  }

  private(set) var text = ""
  private var open: Revision?
  private let tracked: ReadingOptions.TrackedChanges

  init(_ tracked: ReadingOptions.TrackedChanges) { self.tracked = tracked }

  /// Adds text as the tracked change makes it: kept, left out, or shown between brackets.
  mutating func add(_ words: String, _ revision: Revision?) {
    guard !words.isEmpty else { return }
    switch (tracked, revision) {
    case (.accepted, .deleted), (.rejected, .inserted): return
    case (.shown, let revision):
      if revision != open {
        close()
        if let revision { text += revision == .inserted ? "[inserted: " : "[deleted: " }
        open = revision
      }
      text += words
    default: text += words
    }
  }

  mutating func close() {
    if open != nil { text += "]" }
    open = nil
  }

  /// The whole, with lines trimmed.
  mutating func finished() -> String {
    close()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0).trimmedUnseen
    }.joined(separator: "\n").trimmedUnseen
  }
}

/// What is read of an office document's text, in order.
struct OfficeBody {
  var parts: [ReadDocument.Part] = []
  var insertions = 0
  var deletions = 0
  var revisers: [String] = []
  var hasHiddenText = false

  mutating func add(
    _ kind: ReadDocument.Part.Kind, _ text: String, cut: ReadDocument.CutReason? = nil
  ) {
    guard !text.isBlank else { return }
    let isListed = parts.last?.kind == kind && (kind == .listItem || kind == .tableRow)
    parts.append(ReadDocument.Part(kind, text, gap: isListed ? .line : .blankLine, cut: cut))
  }

  mutating func note(reviser: String?) {
    guard let reviser = reviser?.singleLine, !reviser.isEmpty, !revisers.contains(reviser),
      revisers.count < 20
    else { return }
    revisers.append(reviser)
  }

  /// What tracked changes and hidden text make a person want to know.
  func notes(_ tracked: ReadingOptions.TrackedChanges) -> [ReadDocument.Note] {
    var notes: [ReadDocument.Note] = []
    if insertions + deletions > 0 {
      let by = revisers.isEmpty ? "" : " by \(revisers.joined(separator: ", "))"
      let outcome =
        switch tracked {
        case .shown: "they are shown as [inserted: …] and [deleted: …]"
        case .accepted: "the text shows them as accepted"
        case .rejected: "the text shows them as rejected"
        }
      notes.append(
        .warning(
          "The document has tracked changes\(by), not yet accepted: "
            + "\(insertions.counted("insertion")), \(deletions.counted("deletion")); \(outcome)."))
    }
    if hasHiddenText {
      notes.append(
        .warning("The document has hidden text, which is left out of the readable text."))
    }
    return notes
  }
}
