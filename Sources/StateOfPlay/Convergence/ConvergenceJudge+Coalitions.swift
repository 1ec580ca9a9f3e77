internal import CaseModel

/// Who would agree with whom, where no answer does for all.
extension ConvergenceJudge {
  /// The largest sets of more than one party that accept an answer.
  func coalitions(
    _ cells: [PositionsView.Cell], at row: Int
  ) -> [ConvergenceView.Coalition] {
    guard cells.count > 2 else { return [] }
    if ledger.table.rows[row].issue.isMeasured { return rangeCoalitions(cells, at: row) }
    var order: [String] = []
    var found: [String: ConvergenceView.Coalition] = [:]
    for cell in cells {
      for answer in cell.answers where answer.isAccepted {
        if found[answer.answer] == nil {
          order.append(answer.answer)
          found[answer.answer] = .init(
            answer: answer.answer, title: answer.title, parties: [], outside: [], rejectedBy: [])
        }
        found[answer.answer]?.parties.append(cell.party)
      }
    }
    let all = order.compactMap { found[$0] }
    guard let most = all.map(\.parties.count).max(), most > 1 else { return [] }
    return all.filter { $0.parties.count == most }.map { coalition in
      var coalition = coalition
      let inside = Set(coalition.parties)
      let others = cells.filter { !inside.contains($0.party) }
      coalition.outside = others.map(\.party)
      coalition.rejectedBy = others.filter { cell in
        cell.answers.contains {
          $0.answer == coalition.answer && !$0.isSuperseded && refuses($0, cell.party, at: row)
        }
      }.map(\.party)
      return coalition
    }
  }

  /// The largest sets of parties whose ranges have a value in common.
  /// - Complexity: O(parties × (log parties + coalitions)).
  private func rangeCoalitions(
    _ cells: [PositionsView.Cell], at row: Int
  ) -> [ConvergenceView.Coalition] {
    let reader = ValueReader(ledger, row)
    let spans = cells.map { cell in
      ledger.table.place(of: cell.party).flatMap { reader.span($0)?.span }
    }
    let named = spans.compactMap(\.self).filter { !$0.isEmpty }
    let (lower, upper) = (named.map(\.lower).sorted(), named.map(\.upper).sorted())
    // The most meet where some range begins.
    let counts = Set(lower).sorted().map { point in
      (point, lower.count { $0 <= point } - upper.count { $0 < point })
    }
    guard let most = counts.map(\.1).max(), most > 1 else { return [] }
    var found: [ConvergenceView.Coalition] = []
    for (point, count) in counts where count == most && found.count < Self.shownCoalitions {
      let inside = spans.map { $0.map { $0.lower <= point && point <= $0.upper } ?? false }
      let common = zip(spans, inside).compactMap { $1 ? $0 : nil }
        .reduce(ValueSpan.everything) { $0.meeting($1) }
      let words = reader.words(common) ?? "any"
      let outside = zip(cells, inside).compactMap { $1 ? nil : $0 }
      found.append(
        .init(
          answer: words, title: words,
          parties: zip(cells, inside).compactMap { $1 ? $0.party : nil },
          outside: outside.map(\.party),
          rejectedBy: outside.filter { rejects($0.party, common, reader, row) }.map(\.party)))
    }
    return found
  }

  private static let shownCoalitions = 6

  /// In its own words it refuses a value in the range.
  private func rejects(
    _ party: Case.Actor.ID, _ span: ValueSpan, _ reader: ValueReader, _ row: Int
  ) -> Bool {
    guard let place = ledger.table.place(of: party), let cell = ledger.cells[row][place] else {
      return false
    }
    let spoken = ledger.table.rows[row].byParty[place] ?? []
    return cell.answers.contains { answer in
      guard answer.isOwn, answer.state.stances == [.against], !answer.isSuperseded,
        answer.isRefusedItself(spoken), let refused = reader.interval(answer.answer)
      else { return false }
      return !ValueSpan(refused, nil).meeting(span).isEmpty
    }
  }
}
