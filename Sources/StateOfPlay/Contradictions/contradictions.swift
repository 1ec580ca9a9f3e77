public import CaseModel

/// Statements that cannot all be right; see ``ContradictionsView``.
/// - Complexity: O(statements log statements), and the square of the largest group of one speaker, issue
///   and date.
public func contradictions(_ theCase: Case, _ lens: Lens = Lens()) -> ContradictionsView {
  contradictions(Reading(theCase, lens))
}

func contradictions(_ reading: Reading) -> ContradictionsView {
  let finder = ContradictionFinder(reading)
  var view = ContradictionsView(
    rule: ContradictionsView.rule, groups: [], variants: [], accounts: [])
  for issue in reading.theCase.issues
  where reading.lens.issues.isEmpty || reading.lens.issues.contains(issue.id) {
    if issue.kind == .factual { finder.accounts(issue, &view) }
    finder.speakers(issue, &view)
  }
  finder.beliedClaims(&view)
  if !reading.lens.parties.isEmpty {
    let parties = Set(reading.lens.parties)
    view.groups.removeAll { $0.actor.map { !parties.contains($0) } ?? false }
    view.variants.removeAll { $0.actor.map { !parties.contains($0) } ?? false }
  }
  let kinds = ContradictionsView.Kind.allCases
  view.groups = kinds.flatMap { kind in view.groups.filter { $0.kind == kind } }
  return view
}

private struct ContradictionFinder {
  let reading: Reading
  /// Assertions by issue, in the order of the case.
  private let byIssue: [Case.Issue.ID: [Assertion]]
  private let verdicts: [Case.Statement.ID: [Int]]

  init(_ reading: Reading) {
    self.reading = reading
    var byIssue: [Case.Issue.ID: [Assertion]] = [:]
    for (position, statement) in reading.theCase.statements.enumerated() {
      guard case .issue(let id, let answer)? = statement.about, reading.admits(statement) else {
        continue
      }
      let said = reading.index.said(statement)
      guard reading.timeClass(said) != .out, let isFor = Self.isFor(statement) else { continue }
      for answered in Self.answered(answer) {
        byIssue[id, default: []].append(
          Assertion(
            position: position, answer: answered, isFor: isFor, isDoubted: statement.isDoubted,
            said: said))
      }
    }
    self.byIssue = byIssue
    var verdicts: [Case.Statement.ID: [Int]] = [:]
    for (position, verdict) in reading.theCase.verdicts.enumerated() {
      for id in verdict.statements { verdicts[id, default: []].append(position) }
    }
    self.verdicts = verdicts
  }

  /// Whether a statement holds its answer to be so; nil where it says neither.
  private static func isFor(_ statement: Case.Statement) -> Bool? {
    switch statement.stance {
    case .for: return true
    case .against: return false
    case .open, .unclear: return nil
    case nil: break
    }
    switch statement.act {
    case .state, .confirm, .accuse, .assess, .accept, .propose, .demand, .offer, .commit, .concede:
      return statement.change == nil ? true : nil
    case .deny, .reject: return false
    case .condition, .withdraw, .threaten, .takeNote, .silent, .ask: return nil
    }
  }

  private static func answered(_ answer: Answer) -> [Assertion.Answered] {
    switch answer {
    case .none, .any: []
    case .options(let options): options.map { .option($0) }
    case .value(.quantity(let quantity)): [.quantity(NumberInterval(quantity), quantity)]
    case .value(.date(let date)): [.date(date)]
    case .value(.set(let set)): [.set(set)]
    }
  }

  private func statement(_ assertion: Assertion) -> Case.Statement {
    reading.theCase.statements[assertion.position]
  }

  // MARK: What happened

  func accounts(_ issue: Case.Issue, _ view: inout ContradictionsView) {
    guard let assertions = byIssue[issue.id], !assertions.isEmpty else { return }
    let sides = sides(assertions, issue)
    let (conflict, differs) = relations(assertions, many: issue.answers == .many)
    view.accounts.append(
      .init(issue: issue.id, title: issue.title, sides: sides.map(\.side), isContradicted: conflict)
    )
    if conflict {
      // Only the sides that take part, so that a cause nobody disputes stands in the table alone.
      let taking = sides.filter { side in
        sides.contains { other in
          Self.relation(side.members, other.members, many: issue.answers == .many) == .conflict
        }
      }
      view.groups.append(group(.account, issue, nil, taking.map(\.side)))
    } else if differs, issue.answers == .one, sides.count > 1 {
      view.variants.append(group(.account, issue, nil, sides.map(\.side)))
    }
  }

  /// Of two sides, within each of which all say the same.
  private static func relation(
    _ a: [Assertion], _ b: [Assertion], many: Bool
  ) -> Assertion.Relation? {
    guard let first = a.first(where: { !$0.isDoubted }) ?? a.first,
      let second = b.first(where: { !$0.isDoubted }) ?? b.first
    else { return nil }
    return first.relation(to: second, answersAreMany: many)
  }

  // MARK: What one speaker is said to hold

  /// Pairs of one speaker on one occasion or date, whoever tells it.
  func speakers(_ issue: Case.Issue, _ view: inout ContradictionsView) {
    guard let assertions = byIssue[issue.id] else { return }
    var bySpeaker: [Case.Actor.ID: [Assertion]] = [:]
    for assertion in assertions {
      for speaker in Set(statement(assertion).speaker.flatMap { voices(of: $0, assertion) }) {
        bySpeaker[speaker, default: []].append(assertion)
      }
    }
    for speaker in bySpeaker.keys.sorted() {
      for cluster in simultaneous(bySpeaker[speaker] ?? []) where cluster.count > 1 {
        judge(cluster, issue, speaker, &view)
      }
    }
  }

  /// The speaker, or the party whose words they are.
  private func voices(of speaker: Case.Actor.ID, _ assertion: Assertion) -> [Case.Actor.ID] {
    let voices = reading.index.spokenFor(by: speaker, on: assertion.said)
    let parties = voices.filter { reading.theCase.header.parties.contains($0) }
    return parties.isEmpty ? [speaker] : parties
  }

  /// Assertions of one occasion, or of dates of which none is later than another.
  private func simultaneous(_ assertions: [Assertion]) -> [[Assertion]] {
    let dated = assertions.filter { $0.said != nil }
    let order = dated.sorted { a, b in
      let (x, y) = (a.said?.latest ?? CivilDay(number: 0), b.said?.latest ?? CivilDay(number: 0))
      return (x, a.position) < (y, b.position)
    }
    var clusters: [[Assertion]] = []
    var current: [Assertion] = []
    for assertion in order {
      if let first = current.first, let said = assertion.said, let end = first.said?.latest,
        said.earliest > end
      {
        clusters.append(current)
        current = []
      }
      current.append(assertion)
    }
    clusters.append(current)
    return clusters
  }

  private func judge(
    _ cluster: [Assertion], _ issue: Case.Issue, _ speaker: Case.Actor.ID,
    _ view: inout ContradictionsView
  ) {
    // A party may favour several options at once; only for against against, and disjoint values,
    // cannot both be its position.
    let many = issue.kind == .negotiable || issue.answers == .many
    var clashing: Set<Assertion> = []
    var differing: Set<Assertion> = []
    var acrossSources = false
    for (index, a) in cluster.enumerated() {
      for b in cluster[(index + 1)...] where a.position != b.position {
        let told = isToldDifferently(a, b)
        switch a.relation(to: b, answersAreMany: many) {
        case .conflict:
          clashing.insert(a)
          clashing.insert(b)
          acrossSources = acrossSources || told
        case .variant where told && isSameQuestion(a, b): differing.formUnion([a, b])
        case .same where told && statement(a).act != statement(b).act: differing.formUnion([a, b])
        case .same, .variant: break
        }
      }
    }
    if !clashing.isEmpty {
      let members = cluster.filter(clashing.contains)
      // On a question of fact the accounts are compared already.
      if issue.kind == .factual, acrossSources { return }
      view.groups.append(
        group(
          acrossSources ? .attribution : .selfContradiction, issue, speaker,
          sides(members, issue).map(\.side)))
    } else if !differing.isEmpty, issue.kind == .negotiable {
      let members = cluster.filter(differing.contains)
      view.variants.append(
        group(.attribution, issue, speaker, sides(members, issue, byAct: true).map(\.side)))
    }
  }

  /// By another source, or through other reporters.
  private func isToldDifferently(_ a: Assertion, _ b: Assertion) -> Bool {
    let (x, y) = (statement(a), statement(b))
    return x.source != y.source || x.via != y.via
  }

  private func isSameQuestion(_ a: Assertion, _ b: Assertion) -> Bool {
    switch (a.answer, b.answer) {
    case (.option(let x), .option(let y)): x == y
    default: true
    }
  }

  // MARK: Claims that later words belie

  func beliedClaims(_ view: inout ContradictionsView) {
    for claim in reading.theCase.statements {
      guard claim.change == .withdrawn || claim.change == .reversed, !claim.isDoubted,
        case .issue(let id, .options(let options))? = claim.about, claim.requires.isEmpty,
        let issue = reading.index.issue(id), let claimed = reading.index.said(claim),
        reading.lens.issues.isEmpty || reading.lens.issues.contains(id), reading.admits(claim),
        reading.timeClass(claimed) != .out
      else { continue }
      let parties = Set(claim.of.flatMap { reading.index.spokenFor(by: $0, on: claimed) })
      let belying = (byIssue[id] ?? []).filter { assertion in
        guard assertion.isFor, !assertion.isDoubted, case .option(let option) = assertion.answer,
          options.contains(option), let said = assertion.said,
          said.latest >= claimed.earliest || isAboutSameOccasion(assertion, claim)
        else { return false }
        let words = statement(assertion)
        return words.speaker.contains { speaker in
          reading.index.spokenFor(by: speaker, on: said).contains(where: parties.contains)
        }
          && words.via.allSatisfy { via in
            reading.index.spokenFor(by: via, on: said).contains(where: parties.contains)
          }
      }
      guard !belying.isEmpty, let party = claim.of.first else { continue }
      let claimSide = ContradictionsView.Side(
        answer: "given up, as the author sees it", statements: [teller(claim, claimed)])
      view.groups.append(
        group(.attribution, issue, party, [claimSide] + sides(belying, issue).map(\.side)))
    }
  }

  private func isAboutSameOccasion(_ assertion: Assertion, _ claim: Case.Statement) -> Bool {
    guard let at = claim.at else { return false }
    return statement(assertion).at == at
  }

  // MARK: Sides

  private func relations(_ assertions: [Assertion], many: Bool) -> (conflict: Bool, differs: Bool) {
    // Equal assertions stand in one relation to any other: one of each is enough.
    var kinds: [String: Assertion] = [:]
    for assertion in assertions {
      kinds["\(assertion.answer)|\(assertion.isFor)|\(assertion.isDoubted)"] = assertion
    }
    let distinct = kinds.keys.sorted().compactMap { kinds[$0] }
    var differs = false
    for (index, a) in distinct.enumerated() {
      for b in distinct[(index + 1)...] {
        switch a.relation(to: b, answersAreMany: many) {
        case .conflict: return (true, true)
        case .variant: differs = true
        case .same: break
        }
      }
    }
    return (false, differs)
  }

  private func sides(
    _ assertions: [Assertion], _ issue: Case.Issue, byAct: Bool = false
  ) -> [(side: ContradictionsView.Side, members: [Assertion])] {
    var order: [String] = []
    var found: [String: [Assertion]] = [:]
    for assertion in assertions {
      var key = words(assertion, issue)
      if byAct { key += ", \(statement(assertion).act.rawValue)" }
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(assertion)
    }
    return order.map { key in
      let members = found[key] ?? []
      var seen: Set<Int> = []
      let tellers = members.filter { seen.insert($0.position).inserted }
        .map { teller(statement($0), $0.said) }
      return (ContradictionsView.Side(answer: key, statements: tellers), members)
    }
  }

  private func words(_ assertion: Assertion, _ issue: Case.Issue) -> String {
    let answer =
      switch assertion.answer {
      case .option(let id): issue.options.first { $0.id == id }?.title ?? id.raw
      case .quantity(_, let quantity): quantity.words
      case .date(let date): date.words
      case .set(let set): AnswerValue.set(set).title(in: issue, reading.index)
      }
    return assertion.isFor ? answer : "not: \(answer)"
  }

  private func teller(_ statement: Case.Statement, _ said: EDTFDate?) -> ContradictionsView.Teller {
    .init(
      statement: statement.id, gist: statement.gist, speakers: statement.speaker,
      source: statement.source, said: said, isDoubted: statement.isDoubted)
  }

  private func group(
    _ kind: ContradictionsView.Kind, _ issue: Case.Issue, _ actor: Case.Actor.ID?,
    _ sides: [ContradictionsView.Side]
  ) -> ContradictionsView.Group {
    let ids = Set(sides.flatMap(\.statements).map(\.statement))
    // A verdict is on a group when it names two of its statements at least.
    let named = ids.flatMap { verdicts[$0] ?? [] }.sorted()
    let position = named.last { position in
      reading.theCase.verdicts[position].statements.count(where: ids.contains) >= 2
    }
    let verdict = position.map { reading.theCase.verdicts[$0] }
    return .init(
      kind: kind, issue: issue.id, title: issue.title, actor: actor, sides: sides,
      verdict: verdict?.verdict ?? .open, reason: verdict?.reason, verdictBy: verdict?.by)
  }
}
