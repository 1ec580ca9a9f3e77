internal import CaseModel

extension FilteredCase {
  /// Texts that were signed until a day: with that day they have ended, unless one whose text it is
  /// prolonged them while they held; then with the last day of that.
  /// - Complexity: O(signings), and O(statements) where one of them was to end.
  func readLapsedTexts() -> [Case.Draft.ID: Case.Draft.Status] {
    var found: [Case.Draft.ID: Case.Draft.Status] = [:]
    for draft in theCase.drafts {
      let evidence =
        draft.signed.isEmpty
        ? draft.status.filter { $0.level == .signed || $0.level == .inForce }.map(\.evidence)
        : draft.signed.map(\.evidence)
      guard !evidence.isEmpty, evidence.allSatisfy(hasLapsed) else { continue }
      var ended = Case.Draft.Status()
      ended.level = .ended
      ended.evidence = Evidence(evidence.flatMap(\.statements).uniqued)
      ended.date = ended.evidence.statements.compactMap { index.statement($0)?.lastDay }
        .max { $0.ends < $1.ends }
      found[draft.id] = ended
    }
    if found.isEmpty { return found }
    let places = eachStatement(marked: .onText) { place, statement -> Int? in
      // To have put the text forward, or welcomed it, prolongs nothing.
      guard case .draft(let id, nil)? = statement.pointee.about, found[id] != nil,
        facts[place].time == .counts, !statement.pointee.isDoubted,
        statement.pointee.stanceRead?.accepts ?? false, statement.pointee.until != nil,
        facts[place].said != nil
      else { return nil }
      return place
    }
    let inOrder = places.sorted { a, b in
      (facts[a].said?.begins ?? .min, a) < (facts[b].said?.begins ?? .min, b)
    }
    for place in inOrder {
      let statement = theCase.statements[place]
      guard case .draft(let id, nil)? = statement.about, let draft = index.draft(id),
        let ends = found[id]?.date, let said = facts[place].said, !said.isLater(than: ends),
        let last = statement.lastDay, last.isLater(than: ends)
      else { continue }
      let theirs = Set(draft.signed.flatMap(\.by) + draft.by + draft.to)
      let speaking = statement.speaker.flatMap { [$0] + index.spokenFor(by: $0, on: said) }
      if theirs.isDisjoint(with: speaking) { continue }
      if hasPassed(last) {
        found[id]?.date = last
        found[id]?.evidence.statements.append(statement.id)
      } else {
        found[id] = nil
      }
    }
    return found
  }
}
