internal import CaseModel

struct ContradictionFinder {
  let reading: Reading
  /// Assertions by issue, in the order of the case.
  private let byIssue: [Case.Issue.ID: [Assertion]]
  private let parties: Set<Case.Actor.ID>
  let verdicts: [Case.Statement.ID: [Int]]

  init(_ reading: Reading) {
    self.reading = reading
    var byIssue: [Case.Issue.ID: [Assertion]] = [:]
    for (position, statement) in reading.theCase.statements.enumerated() {
      guard case .issue(let id, let answer)? = statement.about, reading.admits(statement) else {
        continue
      }
      let said = reading.index.said(statement)
      // What an author makes of a change is set against the party's words alone.
      guard reading.timeClass(said) != .out, statement.change == nil else { continue }
      let isFor = Self.isFor(statement)
      for answered in Self.answered(answer) {
        byIssue[id, default: []].append(
          Assertion(
            position: position, answer: answered, isFor: isFor, isDoubted: statement.isDoubted,
            said: said))
      }
    }
    self.byIssue = byIssue
    parties = Set(reading.theCase.header.parties)
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
      return true
    case .deny, .reject: return false
    case .condition, .withdraw, .threaten, .takeNote, .silent, .ask: return nil
    }
  }

  private static func answered(_ answer: Answer) -> [Assertion.Answered] {
    switch answer {
    case .none, .any: []
    case .options(let options): options.map { .option($0) }
    case .value(.quantity(let quantity)): [.quantity(NumberInterval(quantity), quantity)]
    case .value(.date(let date)): [.date(date.value)]
    case .value(.set(let set)): [.set(set.inOrder)]
    }
  }

  func statement(_ assertion: Assertion) -> Case.Statement {
    reading.theCase.statements[assertion.position]
  }

  // MARK: What happened

  func accounts(_ issue: Case.Issue, _ view: inout ContradictionsView) {
    let assertions = (byIssue[issue.id] ?? []).filter { $0.isFor != nil }
    guard !assertions.isEmpty else { return }
    let sides = sides(assertions, issue)
    // Only the sides that take part, so that a cause nobody disputes stands in the table alone.
    var taking: Set<Int> = []
    var differs = false
    for (index, a) in sides.enumerated() {
      for other in sides.indices.dropFirst(index + 1) {
        let b = sides[other]
        switch Self.relation(a.members, b.members, many: issue.answers == .many) {
        case .conflict: taking.formUnion([index, other])
        case .variant: differs = true
        case .same, nil: break
        }
      }
    }
    view.accounts.append(
      .init(
        issue: issue.id, title: issue.title, sides: sides.map(\.side),
        isContradicted: !taking.isEmpty))
    if !taking.isEmpty {
      view.groups.append(group(.account, issue, nil, taking.sorted().map { sides[$0].side }))
    } else if differs, issue.answers == .one {
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
    // One statement that names both leaves the question open.
    let positions = Set((a + b).map(\.position))
    guard positions.count > 1 else { return nil }
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
      let assertions = bySpeaker[speaker] ?? []
      if assertions.count > 1 { judge(assertions, issue, speaker, &view) }
    }
  }

  /// The speaker, or the party whose words they are.
  private func voices(of speaker: Case.Actor.ID, _ assertion: Assertion) -> [Case.Actor.ID] {
    let voices = reading.index.spokenFor(by: speaker, on: assertion.said)
    let parties = voices.filter { self.parties.contains($0) }
    return parties.isEmpty ? [speaker] : parties
  }

  /// What one speaker said at one time; equal tellings count as one.
  private func judge(
    _ all: [Assertion], _ issue: Case.Issue, _ speaker: Case.Actor.ID,
    _ view: inout ContradictionsView
  ) {
    // A party may favour several options at once; only for against against, and disjoint values,
    // cannot both be its position.
    let many = issue.kind == .negotiable || issue.answers == .many
    let tellings = Tellings(all.map { ($0, statement($0)) })
    var clashing = Clusters(all.count)
    var differing = Clusters(all.count)
    var acrossSources: Set<Int> = []
    for (x, y) in tellings.simultaneous {
      let (a, b) = (all[x], all[y])
      guard a.position != b.position else { continue }
      let told = isToldDifferently(a, b)
      switch a.relation(to: b, answersAreMany: many) {
      case .conflict:
        clashing.join(x, y)
        if told { acrossSources.insert(x) }
      case .variant where told && isSameQuestion(a, b): differing.join(x, y)
      case .same where told && statement(a).act != statement(b).act: differing.join(x, y)
      case .same, .variant: break
      }
    }
    // Equals stand with the telling that stands for them, on one side.
    func members(_ places: [Int]) -> [Assertion] {
      places.flatMap { tellings.equals(of: $0) }.sorted().map { all[$0] }
    }
    for places in clashing.groups {
      // On a question of fact the accounts are compared already.
      let isTold = places.contains(where: acrossSources.contains)
      if issue.kind == .factual, isTold { continue }
      view.groups.append(
        group(
          isTold ? .attribution : .selfContradiction, issue, speaker,
          sides(members(places), issue).map(\.side)))
    }
    guard issue.kind == .negotiable else { return }
    for places in differing.groups where !places.contains(where: clashing.holds) {
      view.variants.append(
        group(
          .attribution, issue, speaker, sides(members(places), issue, byAct: true).map(\.side)))
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
        guard assertion.isFor == true, !assertion.isDoubted,
          case .option(let option) = assertion.answer,
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
}
