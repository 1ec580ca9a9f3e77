internal import CaseModel

extension FilteredCase {
  /// Who is owed something and accepts, offers or promises that it be done by a later day gives more
  /// time, and owes nothing.
  /// - Complexity: O(statements).
  func readExtensions() -> [Case.Commitment.ID: EDTFDate] {
    var newest: [Case.Commitment.ID: (said: EDTFDate, due: EDTFDate)] = [:]
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
        let due = commitment.due, day.isLater(than: due),
        statement.speaker.contains(where: { speaker in
          index.spokenFor(by: speaker, on: said).contains(where: commitment.creditors.contains)
        })
      else { continue }
      if let before = newest[id], !said.isLater(than: before.said) { continue }
      newest[id] = (said, day)
    }
    return newest.mapValues(\.due)
  }
}
