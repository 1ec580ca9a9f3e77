/// Looks for quoted words that do not stand where they should.
///
/// One look reads the whole text, so a case in which very many quotes have drifted would take
/// minutes. Past a budget, spent in the order of the case, only the shift by which the source's
/// last quote was found to have drifted is tried.
struct DriftSearch {
  enum Outcome {
    case stands(start: Int, end: Int)
    case isNowhere
    /// The budget was spent.
    case wasNotSought

    /// What to do about the quote.
    var hint: String {
      switch self {
      case .stands(let start, let end):
        "they stand at {start: \(start), end: \(end)}: write that, if it is the same passage"
      case .isNowhere:
        "they are nowhere near it in the text: quote the words that are there, or restore the text "
          + "they were taken from"
      case .wasNotSought:
        "too many quotes have drifted to look for each: mend the ones listed first, then check again"
      }
    }
  }

  /// In bytes read.
  private var budget = 300_000_000
  private var shifts: [Case.Source.ID: Int] = [:]

  mutating func look(
    for span: QuoteAnchor, in text: SourceText, of source: Case.Source.ID
  ) -> Outcome {
    // No digest is looked for further than this from its place, and sums stay in range.
    let reach = 2000
    guard span.start >= 0, span.start < span.end,
      span.exact != nil || (span.start <= text.count + reach && span.end - span.start <= text.count)
    else { return .isNowhere }
    // What one try for a digest costs, its hash included.
    let trial = span.end - span.start + 300
    guard budget > 0 else { return shifted(span, in: text, by: shifts[source] ?? 0) }
    let status = span.status(in: text)
    switch status {
    case .drifted(let start, _) where span.exact == nil:
      budget -= 2 * abs(start - span.start) * trial
    case .orphan where span.exact == nil: budget -= 2 * reach * trial
    default: budget -= text.bytes.count
    }
    switch status {
    case .drifted(let start, let end):
      shifts[source] = start - span.start
      return .stands(start: start, end: end)
    case .ok: return .stands(start: span.start, end: span.end)
    case .orphan, .unproven: return .isNowhere
    }
  }

  private func shifted(_ span: QuoteAnchor, in text: SourceText, by shift: Int) -> Outcome {
    let (start, overflow) = span.start.addingReportingOverflow(shift)
    guard !overflow, start >= 0, start <= text.count else { return .wasNotSought }
    var moved = span
    moved.start = start
    // The words' own length, where they are kept: `end` may be what is wrong.
    let length = span.exact?.unicodeScalars.count ?? (span.end - span.start)
    guard length <= text.count - start else { return .wasNotSought }
    moved.end = start + length
    return moved.stands(in: text) ? .stands(start: moved.start, end: moved.end) : .wasNotSought
  }
}

extension QuoteAnchor {
  /// Words or a digest are kept.
  var isProven: Bool { exact != nil || sha256 != nil }

  /// The words stand where the anchor says.
  /// - Complexity: O(quote).
  func stands(in text: SourceText) -> Bool {
    guard let words = text.slice(start, end) else { return false }
    if let exact { return words.elementsEqual(exact.utf8) }
    return sha256 == SHA256Digest(of: words)
  }
}
