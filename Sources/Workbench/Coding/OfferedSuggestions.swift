internal import CaseModel
internal import CaseStore

/// A suggestion on which a person has to decide.
struct OfferedSuggestion {
  /// In the case.
  var place: Int
  /// In the file, as forms name it.
  var key: String
  var candidate: Case.Candidate
}

extension StoredCase {
  /// A document's suggestions that wait, in the order of the text: those that its page shows, and no others.
  ///
  /// - Parameter theCase: this case, with its quotes placed.
  func offered(of source: Case.Source.ID, in theCase: Case) -> [OfferedSuggestion] {
    let byHand = theCase.statements.filter { $0.source == source && $0.proposedBy == nil }
      .flatMap(\.quote.spans)
    let waiting = theCase.candidates.indices.compactMap { place -> OfferedSuggestion? in
      let candidate = theCase.candidates[place]
      guard candidate.status == .waiting, candidate.statement.source == source,
        case .entry(_, let key)? = name(of: .candidates, at: place),
        // What someone has coded without it need not be decided on again.
        !byHand.contains(where: { candidate.statement.quote.spans.first?.isNearly($0) ?? false })
      else { return nil }
      return OfferedSuggestion(
        place: place, key: String(key.drop { $0 == "#" }), candidate: candidate)
    }
    return waiting.sorted {
      ($0.candidate.statement.quote.spans.first?.start ?? 0, $0.key)
        < ($1.candidate.statement.quote.spans.first?.start ?? 0, $1.key)
    }
  }
}

extension QuoteAnchor {
  /// Four fifths of what either holds are in both.
  fileprivate func isNearly(_ other: QuoteAnchor) -> Bool {
    let common = min(end, other.end) - max(start, other.start)
    return common > 0 && common * 5 >= (max(end, other.end) - min(start, other.start)) * 4
  }
}
