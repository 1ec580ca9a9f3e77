internal import CaseModel

/// Lays the contradictions of a case out issue by issue.
struct ContradictionFinder {
  let filtered: FilteredCase
  let table: AssertionTable
  let words: ContradictionSides
  let parties: Set<Case.Actor.ID>
  private(set) var changed: ChangedAccounts?
  private let accountsMade: KnownAccounts
  /// Of the actors whose voices are the same on every day, these.
  private var fixedVoices: [Case.Actor.ID: [Case.Actor.ID]] = [:]

  /// - Parameter before: the finder of the case before, and in which statements this one differs.
  init(
    _ filtered: FilteredCase,
    after before: (finder: ContradictionFinder, edit: StatementEdit)? = nil
  ) {
    self.filtered = filtered
    let kept = before.flatMap {
      AssertionTable(filtered, after: $0.finder.table, of: $0.finder.filtered, $0.edit)
    }
    table = kept ?? AssertionTable(filtered)
    let known = kept == nil ? nil : before
    accountsMade = KnownAccounts(known?.finder.accountsMade, isKept: table.isKept)
    words = ContradictionSides(filtered)
    parties = filtered.parties
    for actor in filtered.theCase.actors where fixedVoices[actor.id] == nil {
      guard filtered.index.alwaysSpokenFor(by: actor.id) != nil else { continue }
      fixedVoices[actor.id] = filtered.voices(of: actor.id, on: nil)
    }
    changed = ChangedAccounts(
      table, filtered,
      after: known.flatMap { known in known.finder.changed.map { ($0, known.edit) } }
    ) { voices(of: $0, on: $1) }
  }

  private func isGivenUp(_ assertion: Assertion) -> Bool {
    changed?.isGivenUp(assertion.position) ?? false
  }

  /// `place` is that of an issue in the case.
  func inputs(_ place: Int) -> ContradictionParts.Inputs {
    .init(
      assertions: table.byIssue[place], undecided: table.undecided[place],
      givenUp: table.byIssue[place].map(\.position).filter { changed?.isGivenUp($0) ?? false })
  }

  /// What happened, by the place of an issue in the case.
  func accounts(_ place: Int, _ view: inout ContradictionsView) {
    let part = accountsMade.value(on: place) {
      var found = ContradictionsView(rule: "", groups: [], variants: [], accounts: [])
      findAccounts(place, &found)
      return ContradictionParts.Part(
        groups: found.groups, variants: found.variants, accounts: found.accounts)
    }
    view.groups += part.groups
    view.variants += part.variants
    view.accounts += part.accounts
  }

  private func findAccounts(_ place: Int, _ view: inout ContradictionsView) {
    let issue = filtered.theCase.issues[place]
    let many = issue.answers == .many
    let accounts = Accounts(table.byIssue[place], many: many)
    // What its author has since taken back contradicts no one.
    let standing = Accounts(table.byIssue[place].filter { !isGivenUp($0) }, many: many)
    let undecided = undecided(on: place)
    if accounts.sides.isEmpty, undecided.statements.isEmpty { return }
    let sides = accounts.sides.map { words.side($0, issue) }
    let taking = standing.taking.map { words.side(standing.sides[$0], issue) }
    view.accounts.append(
      .init(
        issue: issue.id, title: issue.title,
        sides: sides + (undecided.statements.isEmpty ? [] : [undecided]),
        isContradicted: !taking.isEmpty))
    if !taking.isEmpty {
      var group = words.group(.account, issue, nil, taking)
      group.givenUp = table.byIssue[place].filter { isGivenUp($0) }.map { one in
        .init(
          answer: words.side(.init(members: [one], act: nil), issue).answer,
          statements: [words.reporter(at: one.position, said: one.said)])
      }
      view.groups.append(group)
    } else if accounts.differ, issue.answers == .one {
      view.variants.append(words.group(.account, issue, nil, sides))
    }
  }

  /// Those who say of a question of fact that they do not know, or leave it open.
  private func undecided(on place: Int) -> ContradictionsView.Side {
    .init(
      answer: "not known, or left open",
      statements: table.undecided[place].map {
        words.reporter(at: $0, said: filtered.facts[$0].said)
      })
  }

  /// What each speaker is said to hold, by any reporter.
  func speakers<Stop: Error>(
    _ place: Int, _ view: inout ContradictionsView, _ tick: () throws(Stop) -> Void
  ) throws(Stop) {
    let issue = filtered.theCase.issues[place]
    var bySpeaker: [Case.Actor.ID: [Assertion]] = [:]
    filtered.theCase.statements.withUnsafeBufferPointer { statements in
      for assertion in table.byIssue[place] {
        let speakers = statements[assertion.position].speaker
        for voice in voices(of: speakers, on: assertion.said) {
          bySpeaker[voice, default: []].append(assertion)
        }
        // What another states of a party's position is set against the party's own words.
        for party in describedParties(statements[assertion.position], issue, assertion.said)
        where bySpeaker[party]?.last?.position != assertion.position {
          bySpeaker[party, default: []].append(assertion)
        }
      }
    }
    for speaker in bySpeaker.keys.sorted() {
      try tick()
      guard var assertions = bySpeaker[speaker], assertions.count > 1 else { continue }
      if issue.kind == .negotiable, issue.value == .quantity, let want = issue.wants[speaker] {
        assertions = assertions.map { $0.bounded(by: want) }
      }
      let found = SpokenContradictions(assertions, issue)
      for clash in found.clashes where !Self.hasGivenWay(clash) {
        // On a question of fact the accounts are compared already.
        if issue.kind == .factual, clash.isReportedDifferently { continue }
        view.groups.append(
          words.group(
            clash.kind(filtered), issue, speaker,
            words.sides(clash.members, issue)))
      }
      for members in found.variants {
        view.variants.append(
          words.group(.attribution, issue, speaker, words.sides(members, issue, byAct: true)))
      }
    }
  }

  /// On one occasion it asked for one thing and took another.
  private static func hasGivenWay(_ clash: SpokenContradictions.Clash) -> Bool {
    let numbers = Set(clash.members.map(\.number))
    guard numbers.count == 2, clash.members.allSatisfy({ $0.isFor == true }) else { return false }
    let asked = clash.members.filter { [.demand, .propose, .ask].contains($0.act) }
    let taken = clash.members.filter { [.accept, .concede].contains($0.act) }
    return asked.count + taken.count == clash.members.count
      && Set(asked.map(\.number)).count == 1 && Set(taken.map(\.number)).count == 1
  }

  /// Those whose position someone else describes with an explicit stance.
  private func describedParties(
    _ statement: Case.Statement, _ issue: Case.Issue, _ said: EDTFDate?
  ) -> [Case.Actor.ID] {
    guard issue.kind == .negotiable, !statement.of.isEmpty, statement.stance != nil,
      [.state, .assess, .confirm, .deny].contains(statement.act)
    else { return [] }
    let own = Set(voices(of: statement.speaker, on: said))
    return voices(of: statement.of, on: said).filter { !own.contains($0) }
  }

  /// Authors who differ on one thing.
  ///
  /// - Parameter parts: with those of the case before, which are replaced.
  func assessments(_ view: inout ContradictionsView, _ parts: inout ContradictionParts) {
    let issues = filtered.lens.issues
    let kept = parts.succeeded.flatMap { old, edit in
      parts.assessments.map { $0.succeeding(edit, from: old, to: filtered) }
    }
    let found = kept ?? AssessmentContradictions(filtered)
    parts.assessments = parts.isFollowed ? found : nil
    for clash in found.clashes {
      guard let about = filtered.theCase.statements[clash.affirming[0]].about else { continue }
      if !issues.isEmpty, !(about.issue.map(issues.contains) ?? false) { continue }
      let sides = [("so", clash.affirming), ("not so", clash.denying)].map { answer, places in
        ContradictionsView.Side(
          answer: answer,
          statements: places.map { words.reporter(at: $0, said: filtered.facts[$0].said) })
      }
      view.groups.append(words.group(about, sides, filtered.index))
    }
  }

  /// The speakers, or the parties whose words they are, each once.
  private func voices(of speakers: [Case.Actor.ID], on said: EDTFDate?) -> [Case.Actor.ID] {
    if speakers.count == 1 { return voices(of: speakers[0], on: said) }
    var found: [Case.Actor.ID] = []
    for speaker in speakers {
      for voice in voices(of: speaker, on: said) where !found.contains(voice) {
        found.append(voice)
      }
    }
    return found
  }

  func voices(of speaker: Case.Actor.ID, on said: EDTFDate?) -> [Case.Actor.ID] {
    fixedVoices[speaker] ?? filtered.voices(of: speaker, on: said)
  }

  /// Claims contradicted by the party's own later words.
  func beliedClaims(_ view: inout ContradictionsView) {
    for belied in DeniedClaims(filtered: filtered, table: table).find() {
      let issue = filtered.theCase.issues[belied.issue]
      guard filtered.lens.issues.isEmpty || filtered.lens.issues.contains(issue.id) else {
        continue
      }
      let claim = ContradictionsView.Side(
        answer: "given up, as the author sees it",
        statements: [words.reporter(at: belied.claim, said: belied.claimed)])
      let group = words.group(
        .attribution, issue, belied.party, [claim] + words.sides(belied.belying, issue))
      if belied.isPossiblyAReturn {
        view.variants.append(group)
      } else {
        view.groups.append(group)
      }
    }
  }
}
