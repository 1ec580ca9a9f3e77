public import CaseModel
public import Foundations

/// Finds where parties' positions changed; see ``ChangesView``. With `lens.since`, only what was
/// said after that date is listed.
/// - Complexity: near-linear in the statements.
public func changes(_ theCase: Case, _ lens: Lens = Lens()) -> ChangesView {
  changes(Ledger(FilteredCase(theCase, lens)), shown: lens)
}

/// As ``changes(_:_:)``, reporting progress to `checkpoint` from time to time.
/// - Throws: what `checkpoint` throws.
public func changes(
  _ theCase: Case, _ lens: Lens = Lens(), checkpoint: Checkpoint
) throws -> ChangesView {
  let ledger = try Ledger(FilteredCase(theCase, lens)) { try checkpoint.report($0, of: $1) }
  return changes(ledger, shown: lens)
}

/// `lens` chooses the rows.
func changes(_ ledger: Ledger, shown lens: Lens) -> ChangesView {
  var parts = RowParts<RowChanges>()
  return changes(ledger, shown: lens, &parts)
}

/// What changed on one issue.
struct RowChanges: Sendable {
  var changes: [ChangesView.Change] = []
  var signs: [ChangesView.PossibleMove] = []
}

/// `parts` are the changes of each row, as far as they are kept.
func changes(
  _ ledger: Ledger, shown lens: Lens, _ parts: inout RowParts<RowChanges>
) -> ChangesView {
  var found: [ChangesView.Change] = []
  var signs: [ChangesView.PossibleMove] = []
  let places = ledger.table.rows.indices.filter {
    lens.issues.isEmpty || lens.issues.contains(ledger.table.rows[$0].issue.id)
  }
  let all = parts.parts(places, work: ledger.filtered.facts.count) { number, consulted in
    let rows = ChangeRows(ledger.noting(consulted), places[number])
    var part = RowChanges()
    rows.changes(into: &part.changes)
    rows.signs(into: &part.signs)
    return part
  }
  for part in all {
    found += part.changes
    signs += part.signs
  }
  parts.forget()
  let ends = found.indices.map { found[$0].date.ends }
  let order = ends.indices.sorted { a, b in (ends[a], a) < (ends[b], b) }
  found.arrange(by: order)
  var view = ChangesView(
    rule: ChangesView.rule, changes: found, possibleMoves: signs, unsupportedClaims: [])
  // Claims find their change before the lens chooses rows, which would make them unsupported.
  place(claims(ledger.filtered, lens), in: &view)
  let reported = view.unsupportedClaims.flatMap { dropped($0, ledger) }
  let shown = Set(reported.flatMap(\.words).map(\.statement))
  view.possibleMoves += reported
  view.unsupportedClaims.removeAll { shown.contains($0.statement) }
  if !lens.parties.isEmpty {
    view.changes.removeAll { !lens.parties.contains($0.party) }
    view.possibleMoves.removeAll { !lens.parties.contains($0.party) }
  }
  if let since = lens.since {
    view.changes.removeAll { $0.date.ends <= since.ends }
    view.possibleMoves.removeAll { sign in
      sign.words.allSatisfy { $0.said.map { $0.ends <= since.ends } ?? true }
    }
    view.unsupportedClaims.removeAll { claim in
      claim.said.map { $0.ends <= since.ends } ?? false
    }
  }
  return view
}

/// Conditions that stand, of which someone else says that their holder took them back.
private func dropped(
  _ claim: ChangesView.Claim, _ ledger: Ledger
) -> [ChangesView.PossibleMove] {
  guard claim.change == .withdrawn || claim.change == .softened,
    let place = ledger.filtered.index.position(.statements, claim.statement.raw),
    !ledger.filtered.theCase.statements[place].isDoubted,
    let issue = claim.issue.flatMap({ ledger.filtered.index.issue($0) })
  else { return [] }
  let statement = ledger.filtered.theCase.statements[place]
  let steps = statement.about?.step?.single(waits: true, ledger.filtered.index) ?? []
  return claim.parties.flatMap { party in
    steps.compactMap { step -> ChangesView.PossibleMove? in
      let standing = ledger.conditions(of: party, on: step.id).map { ledger.conditions[$0] }
        .filter { condition in
          guard condition.state.stands, !condition.key.isTrigger, condition.voice == .own else {
            return false
          }
          return condition.newest.map { claim.said?.isLater(than: $0) ?? false } ?? true
        }
      if standing.isEmpty { return nil }
      let words = ChangesView.Words(
        statement: claim.statement, gist: claim.gist, said: claim.said,
        reportedLater: ledger.filtered.isReportedLater(statement, said: claim.said), voice: .third)
      return ChangesView.PossibleMove(
        kind: .saidDropped, party: party, issue: issue.id, title: issue.title,
        answer: step.answer ?? "", answerTitle: step.title(ledger.filtered.index),
        conditions: standing.map {
          "\($0.kind.rawValue): \($0.awaited.title(ledger.filtered.index))"
        }, words: [words],
        against: standing.flatMap(\.statements).uniqued.compactMap { id in
          guard let place = ledger.filtered.index.position(.statements, id.raw) else { return nil }
          let said = ledger.filtered.facts[place].said
          let own = ledger.filtered.theCase.statements[place]
          return ChangesView.Words(
            statement: id, gist: own.gist, said: said,
            reportedLater: ledger.filtered.isReportedLater(own, said: said), voice: .own)
        })
    }
  }
}

private func claims(
  _ filtered: FilteredCase, _ lens: Lens
) -> [(ChangesView.Claim, answers: Set<String>)] {
  return filtered.eachStatement(marked: .claims) { place, pointer in
    guard let change = pointer.pointee.change, filtered.facts[place].time != .out else {
      return nil
    }
    let statement = pointer.pointee
    // That the text says it was said before is no claim of another's.
    if statement.of.isEmpty, change == .reaffirmed { return nil }
    let said = filtered.facts[place].said
    let own = Set(statement.speaker.flatMap { filtered.index.spokenFor(by: $0, on: said) })
    // Nor is what a coder notes of a party's own words.
    let concerned = filtered.parties(to: filtered.facts[place].issue)
    if statement.of.isEmpty, statement.act != .assess, !own.isDisjoint(with: concerned) {
      return nil
    }
    var parties: [Case.Actor.ID] = []
    for actor in statement.of {
      for voice in filtered.index.spokenFor(by: actor, on: said) where !parties.contains(voice) {
        parties.append(voice)
      }
    }
    // Nor is it where a party says so of itself.
    if change == .reaffirmed, own.isSuperset(of: parties) { return nil }
    let issue = statement.about?.issue
    if !lens.parties.isEmpty, !parties.contains(where: lens.parties.contains) { return nil }
    if !lens.issues.isEmpty, !(issue.map(lens.issues.contains) ?? false) { return nil }
    let claim = ChangesView.Claim(
      statement: statement.id, speakers: statement.speaker, parties: parties, issue: issue,
      change: change, gist: statement.gist, said: said)
    return (claim, answers(statement))
  }
}

/// The answers a claim is on; empty where it is on the issue at large.
private func answers(_ statement: Case.Statement) -> Set<String> {
  switch statement.about {
  case .issue(_, .options(let options))?: Set(options.map(\.raw))
  case .issue(_, .value(let value))?: [value.key]
  default: []
  }
}

/// Each beside the last change it can mean, else among the unsupported.
private func place(
  _ claims: [(ChangesView.Claim, answers: Set<String>)], in view: inout ChangesView
) {
  struct Row: Hashable {
    let issue: Case.Issue.ID
    let party: Case.Actor.ID
  }
  var changes: [Row: [Int]] = [:]
  for position in view.changes.indices {
    let row = Row(issue: view.changes[position].issue, party: view.changes[position].party)
    changes[row, default: []].append(position)
  }
  for (claim, answers) in claims {
    func isMeant(_ position: Int) -> Bool {
      guard view.changes[position].supports(claim.change, on: answers),
        answers.isEmpty
          || view.changes[position].answers.contains(where: { answers.contains($0.answer) })
      else { return false }
      return claim.said.map { view.changes[position].date.earliest <= $0.latest } ?? true
    }
    let match = claim.issue.flatMap { issue in
      claim.parties.compactMap { changes[Row(issue: issue, party: $0)]?.last(where: isMeant) }.max()
    }
    if let match {
      view.changes[match].claims.append(claim)
    } else {
      view.unsupportedClaims.append(claim)
    }
  }
}

extension ChangesView.Change {
  /// What an author may call so: a kind of change, or that an answer it had given no longer stands.
  fileprivate func supports(
    _ claim: Case.Statement.ClaimedChange, on named: Set<String>
  ) -> Bool {
    if kinds.contains(where: { $0.supports(claim) }) { return true }
    guard claim == .withdrawn || claim == .reversed, isMove else { return false }
    return answers.contains { answer in
      (named.isEmpty || named.contains(answer.answer)) && answer.isGivenUp
    }
  }
}

extension ChangesView.AnswerChange {
  fileprivate var isGivenUp: Bool {
    AnswerDelta.accepts(before) && (isSuperseded || !AnswerDelta.accepts(after))
  }
}

extension ChangesView.Kind {
  /// What an author may call so. A demand given up is softened, too.
  fileprivate func supports(_ claim: Case.Statement.ClaimedChange) -> Bool {
    switch claim {
    case .withdrawn: self == .withdrawn || self == .reversed
    case .softened: self == .softened || self == .mixed || self == .withdrawn
    case .hardened: self == .hardened || self == .mixed
    case .changed: self != .reaffirmed && self != .new
    case .reversed, .mixed, .new, .reaffirmed: rawValue == claim.rawValue
    }
  }
}
