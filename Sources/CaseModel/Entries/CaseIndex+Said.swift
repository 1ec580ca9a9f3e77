/// When a statement was said, in words that tell whether the record knows it.
extension CaseIndex {
  /// It has no date and no dated occasion of its own, and counts as said when its source was published.
  package func isDatedByPublication(_ statement: Case.Statement) -> Bool {
    guard statement.date == nil, statement.at.flatMap({ meeting($0)?.day }) == nil else {
      return false
    }
    return said(statement) != nil
  }

  /// `16 May 2025`; `16 May 2025 (dated by its publication)`
  package func saidWords(_ statement: Case.Statement) -> String {
    guard let said = said(statement) else { return "undated" }
    return isDatedByPublication(statement) ? "\(said.words) (dated by its publication)" : said.words
  }

  /// The same where there is little room: `16 May 2025`; `reported 16 May 2025`
  package func saidInShort(_ statement: Case.Statement) -> String {
    guard let said = said(statement) else { return "undated" }
    return isDatedByPublication(statement) ? "reported \(said.words)" : said.words
  }
}
