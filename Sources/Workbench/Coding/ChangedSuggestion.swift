internal import CaseModel
internal import CaseStore

/// A suggestion that changed because another one was corrected, for the page to lead there.
struct ChangedSuggestion: Encodable, Sendable {
  /// As the page marks it.
  var mark: String
  var gist: String

  /// Those whose statements have these ids, in the order of the text.
  ///
  /// - Parameter stored: the file after the change, as a suggestion that changed has another key in it.
  static func all(_ ids: [Case.Statement.ID], _ stored: StoredCase) -> [ChangedSuggestion] {
    guard !ids.isEmpty else { return [] }
    let sought = Set(ids)
    let theCase = stored.theCase
    return theCase.candidates.indices.filter { place in
      theCase.candidates[place].status == .waiting
        && sought.contains(theCase.candidates[place].statement.id)
    }
    .sorted { (start(theCase.candidates[$0]), $0) < (start(theCase.candidates[$1]), $1) }
    .compactMap { place in
      guard case .entry(_, let key)? = stored.name(of: .candidates, at: place) else { return nil }
      return ChangedSuggestion(
        mark: "c-\(key.drop { $0 == "#" })", gist: theCase.candidates[place].statement.gist)
    }
  }

  private static func start(_ candidate: Case.Candidate) -> Int {
    candidate.statement.quote.spans.first?.start ?? 0
  }
}
