internal import CaseModel

extension FilteredCase {
  /// What is said of a draft or its clauses, or of words on them, beyond what supports them; oldest
  /// first.
  /// - Complexity: O(statements).
  func remarks(on draft: Case.Draft) -> [DraftsView.Remark] {
    var cited = Set(draft.evidence.statements)
    for status in draft.status { cited.formUnion(status.evidence.statements) }
    for signing in draft.signed { cited.formUnion(signing.evidence.statements) }
    for clause in draft.clauses {
      cited.formUnion(clause.evidence.statements)
      for other in clause.alternatives { cited.formUnion(other.evidence.statements) }
    }
    let places = eachStatement(marked: [.onText, .onWords]) { place, statement -> Int? in
      guard facts[place].time != .out, !cited.contains(statement.pointee.id),
        isAbout(draft.id, statement.pointee.about)
      else { return nil }
      return place
    }.sorted { a, b in
      let (x, y) = (facts[a].said?.begins ?? .min, facts[b].said?.begins ?? .min)
      return x == y ? a < b : x < y
    }
    return places.map { place in
      let statement = theCase.statements[place]
      return .init(
        statement: statement.id, speakers: statement.speaker,
        disowns: disowned(by: statement, draft, facts[place].said), gist: statement.gist,
        said: facts[place].said)
    }
  }

  private func isAbout(_ draft: Case.Draft.ID, _ subject: Subject?) -> Bool {
    switch subject {
    case .draft(draft, _)?: return true
    case .statement(let id)?:
      if case .draft(draft, _)? = index.statement(id)?.about { return true }
      return false
    default: return false
    }
  }

  /// A signatory for whom someone speaks who refuses what another signed for it.
  private func disowned(
    by statement: Case.Statement, _ draft: Case.Draft, _ said: EDTFDate?
  ) -> Case.Actor.ID? {
    guard statement.act == .reject || statement.act == .deny,
      case .draft? = statement.about,
      !statement.isDoubted
    else { return nil }
    for signing in draft.signed where holds(signing.date, signing.evidence) {
      if !Set(signing.by).isDisjoint(with: statement.speaker) { continue }
      let signed = signing.by.flatMap { index.spokenFor(by: $0, on: signing.date) }
      let voices = statement.speaker.flatMap { index.spokenFor(by: $0, on: said) }
      if let party = theCase.header.parties.first(where: {
        signed.contains($0) && voices.contains($0) && !statement.speaker.contains($0)
      }) {
        return party
      }
    }
    return nil
  }
}
