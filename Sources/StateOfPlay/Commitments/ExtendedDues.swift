internal import CaseModel

extension FilteredCase {
  /// Who is owed something and accepts, offers or promises that it be done by a later day gives more
  /// time, and owes nothing. Of several dues the last before that day is meant.
  ///
  /// By commitment and the day that it was due first.
  /// - Complexity: O(statements).
  func readExtensions() -> [Case.Commitment.ID: [EDTFDate: EDTFDate]] {
    var newest: [Case.Commitment.ID: [EDTFDate: (said: EDTFDate, due: EDTFDate)]] = [:]
    let places = eachStatement(marked: .onCommitment) { place, statement -> Int? in
      guard statement.pointee.due != nil, case .commitment? = statement.pointee.about else {
        return nil
      }
      return facts[place].time == .counts ? place : nil
    }
    for place in places {
      let (statement, facts) = (theCase.statements[place], facts[place])
      guard let day = statement.due?.value, case .commitment(let id)? = statement.about,
        [.accept, .concede, .offer, .commit, .confirm].contains(statement.act),
        !statement.isDoubted, let said = facts.said, let commitment = index.commitment(id),
        let due = lastDue(of: commitment, before: day),
        statement.speaker.contains(where: { speaker in
          index.spokenFor(by: speaker, on: said).contains(where: commitment.creditors.contains)
        })
      else { continue }
      if let before = newest[id]?[due], !said.isLater(than: before.said) { continue }
      newest[id, default: [:]][due] = (said, day)
    }
    return newest.mapValues { $0.mapValues(\.due) }
  }

  private func lastDue(of commitment: Case.Commitment, before day: EDTFDate) -> EDTFDate? {
    let dues =
      commitment.due.map { [$0] } ?? commitment.schedule?.dues(agreed: commitment.agreed, self)
    return (dues ?? []).filter { day.isLater(than: $0) }.max { $0.ends < $1.ends }
  }

  /// The day by which that is due which was due on `day` first.
  func due(_ day: EDTFDate, of commitment: Case.Commitment.ID) -> EDTFDate {
    extended[commitment]?[day] ?? day
  }
}
