public import CaseModel

/// Where parties' positions changed; see ``ChangesView``. With `lens.since` only what was said after
/// that date.
/// - Complexity: near-linear in the statements.
public func changes(_ theCase: Case, _ lens: Lens = Lens()) -> ChangesView {
  let reading = Reading(theCase, lens)
  return changes(reading, TellingTable(reading))
}

func changes(_ reading: Reading, _ table: TellingTable) -> ChangesView {
  let lens = reading.lens
  var found: [ChangesView.Change] = []
  for row in table.rows where lens.issues.isEmpty || lens.issues.contains(row.issue.id) {
    var sweep = ChangeSweep(reading, row)
    sweep.run(parties: table.parties)
    found += sweep.changes
  }
  let order = found.indices.sorted { a, b in
    (found[a].date.latest, a) < (found[b].date.latest, b)
  }
  var view = ChangesView(
    rule: ChangesView.rule, changes: order.map { found[$0] }, unsupportedClaims: [])
  // Claims find their change before the lens chooses rows, lest it makes them unsupported.
  place(claims(reading), in: &view)
  if !lens.parties.isEmpty { view.changes.removeAll { !lens.parties.contains($0.party) } }
  if let since = lens.since {
    view.changes.removeAll { $0.date.latest <= since.latest }
    view.unsupportedClaims.removeAll { claim in
      claim.said.map { $0.latest <= since.latest } ?? false
    }
  }
  return view
}

private func claims(_ reading: Reading) -> [(ChangesView.Claim, answers: Set<String>)] {
  let lens = reading.lens
  return reading.eachStatement { place, pointer in
    guard let change = pointer.pointee.change, reading.heard[place].time != .out else {
      return nil
    }
    let statement = pointer.pointee
    let said = reading.heard[place].said
    var parties: [Case.Actor.ID] = []
    for actor in statement.of {
      for voice in reading.index.spokenFor(by: actor, on: said) where !parties.contains(voice) {
        parties.append(voice)
      }
    }
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
  var byIssue: [Case.Issue.ID: [Int]] = [:]
  for (position, change) in view.changes.enumerated() {
    byIssue[change.issue, default: []].append(position)
  }
  for (claim, answers) in claims {
    let match = claim.issue.flatMap { byIssue[$0] }?.last { position in
      let change = view.changes[position]
      guard claim.parties.contains(change.party),
        change.kinds.contains(where: { $0.supports(claim.change) }),
        answers.isEmpty || change.answers.contains(where: { answers.contains($0.answer) })
      else { return false }
      return claim.said.map { change.date.earliest <= $0.latest } ?? true
    }
    if let match {
      view.changes[match].claims.append(claim)
    } else {
      view.unsupportedClaims.append(claim)
    }
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
