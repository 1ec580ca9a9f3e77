import CaseModel
import StateOfPlay
import Testing

/// How near the parties are, issue by issue.
@Suite struct ConvergenceTests {
  private let sections = """
    milestones:
      - {id: rain, title: Rain}
      - {id: snow, title: Snow, reached: {date: 2025-05-10, basis: ana}}
    meetings:
      - {id: held, kind: talks, status: held, date: 2025-05-10, basis: ana}
      - {id: ahead, kind: talks, status: planned, planned: 2025-06-10, basis: ana}
    commitments:
      - {id: done, what: X, strength: promised, debtors: [south], basis: ana,
         status: [{date: 2025-05-10, level: 3, basis: ana}]}
      - {id: undone, what: X, strength: promised, debtors: [south], basis: ana,
         status: [{date: 2025-05-09, level: 3, basis: ana},
                  {date: 2025-05-10, level: 1, basis: ana}]}
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        options: [{id: shared, title: By turns}, {id: metered, title: By meter}]
      - id: gate
        title: Who keeps the gate
        kind: negotiable
        options:
          - {id: guards, title: Guards, takenBy: [consul]}
          - {id: lock, title: A lock, takenBy: [north]}
          - {id: wardens, title: Wardens, takenBy: [west]}
          - {id: patrol, title: A patrol, takenBy: [south, west]}
    """

  private func line(
    _ statements: [String], with more: String = "", _ lens: Lens = Lens()
  ) throws -> ConvergenceView.Line {
    let view = try convergence(record(statements, with: sections + more), lens)
    return try #require(view.rows.first { $0.issue == "water" })
  }

  @Test func whoAgreesToAStepOnAConditionIsNamed() throws {
    func awaited(_ more: String) throws -> [ConvergenceView.Obstacle] {
      try line([
        "id: a, act: condition, date: 2025-05-01, requires: [{issue: gate, option: guards, kind: before}]",
        "id: b, speaker: south, act: accept, date: 2025-05-01",
        "id: c, speaker: south, act: accept, date: 2025-05-02, about: {issue: gate, option: guards}\(more)",
      ]).answers.flatMap(\.awaited)
    }
    #expect(try awaited("").map(\.tiedBy) == [nil])
    let tied = try awaited(", requires: [{milestone: rain, kind: before}]")
    #expect(tied.map(\.tiedBy) == [["south"]])
  }

  private let north = "id: n, act: accept, date: 2025-05-01"
  private let south = "id: s, speaker: south, act: accept, date: 2025-05-01"

  @Test func aYesThatWaitsForTheVeryOptionIsNotWithinReach() throws {
    let gate = "about: {issue: gate, option: lock}"
    let turns = "requires: [{issue: gate, option: lock, kind: before}]"
    let back = "requires: [{issue: water, option: shared, kind: before}]"
    let statements = [
      "id: n, act: condition, date: 2025-05-01, \(turns)", south,
      "id: m, act: accept, date: 2025-05-01, \(gate)",
    ]
    #expect(try line(statements).state == .withinReach)
    let southern = "id: t, speaker: south, act: condition, date: 2025-05-01"
    let keys = sections.replacing("takenBy: [north]", with: "takenBy: [south]")
    func state(_ last: String) throws -> ConvergenceView.State? {
      try convergence(record(statements.dropLast() + [last], with: keys)).rows
        .first { $0.issue == "water" }?.state
    }
    #expect(try state("\(southern), stance: for, \(gate)") == .withinReach)
    #expect(try state("\(southern), \(gate), \(back)") == .blocked)
    #expect(
      try state("\(southern), \(gate), \(back.replacing("before", with: "exchange"))")
        == .blocked, "one asks for it first, the other for both at once")
    let together = turns.replacing("before", with: "exchange")
    let both = [
      "id: n, act: condition, date: 2025-05-01, \(together)", south,
      "\(southern), \(gate), \(back.replacing("before", with: "exchange"))",
    ]
    #expect(
      try convergence(record(both, with: keys)).rows.first { $0.issue == "water" }?.state
        == .withinReach, "what is given together waits for nothing")
  }

  @Test func agreedIsEveryPartysOwnWords() throws {
    let found = try line([north, south])
    #expect(found.state == .agreed && found.answers.map(\.answer) == ["shared"])
    #expect(found.answers[0].statements == ["n", "s"] && found.answers[0].saidBy.isEmpty)
    let joint = try line(["id: j, speaker: [north, south], act: accept, date: 2025-05-01"])
    #expect(joint.state == .agreed, "a joint text is each one's own word")
  }

  @Test func elseItIsSaidAgreedByWhom() throws {
    let found = try line([north, south + ", via: [envoy, gazette]"])
    #expect(found.state == .saidAgreed)
    #expect(found.answers.map(\.saidBy) == [["envoy", "gazette"]])
    // Of both, told by one side's own man, it is that side's word.
    let both = try line([
      "id: j, speaker: [north, south], via: envoy, act: accept, date: 2025-05-01"
    ])
    #expect(both.state == .saidAgreed && both.answers.map(\.saidBy) == [["envoy"]])
  }

  @Test func onePartyIsNoAgreement() throws {
    let found = try line([north], with: "\ncase: {id: v, title: V, parties: [north]}")
    #expect(found.state == .noEvidence)
  }

  @Test func withinReachIsWhereAcceptableSetsMeet() throws {
    for words in ["state, stance: open", "condition"] {
      let found = try line([north, "id: s, speaker: south, act: \(words), date: 2025-05-01"])
      #expect(found.state == .withinReach && found.answers.map(\.answer) == ["shared"])
    }
  }

  private func asking(_ step: String, kind: String = "before") -> String {
    north + ", requires: [{\(step), kind: \(kind)}]"
  }

  @Test func aRequirementAcceptableToWhoMustMeetItIsWithinReach() throws {
    let guards = "issue: gate, option: guards"
    let yes = "id: g, speaker: south, act: accept, date: 2025-05-01, about: {\(guards)}"
    for kind in ["before", "exchange"] {
      let found = try line([asking(guards, kind: kind), south, yes])
      #expect(found.state == .withinReach, "takenBy the consul, who speaks for South")
    }
  }

  @Test func aRequirementRejectedIsConditionalAndNamesWhoRejectsIt() throws {
    let guards = "issue: gate, option: guards"
    let no = "id: g, speaker: south, act: reject, date: 2025-05-01, about: {\(guards)}"
    for kind in ["before", "exchange"] {
      let found = try line([asking(guards, kind: kind), south, no])
      #expect(found.state == .blocked)
      let obstacle = try #require(found.answers.first?.obstacles.first)
      #expect(obstacle.holder == "north" && obstacle.rejectedBy == ["south"])
      #expect(obstacle.kind.rawValue == kind && obstacle.requirement.contains("Guards"))
      #expect(obstacle.statements == ["n", "g"])
    }
  }

  @Test func aRequirementNobodySpokeOnIsConditionalAndRejectedByNobody() throws {
    let found = try line([asking("issue: gate, option: guards"), south])
    #expect(found.state == .conditional)
    #expect(found.answers.first?.obstacles.map(\.rejectedBy) == [[]])
  }

  @Test func onlyWhoMustMeetARequirementIsAsked() throws {
    // The lock is North's own to put on; South's no does not count, nor does its yes elsewhere.
    let lock = "issue: gate, option: lock"
    let no = "id: g, speaker: south, act: reject, date: 2025-05-01, about: {\(lock)}"
    #expect(try line([asking(lock), south, no]).state == .withinReach)
    for outside in ["wardens", "patrol"] {
      let step = "issue: gate, option: \(outside)"
      let yes = "id: g, speaker: south, act: accept, date: 2025-05-01, about: {\(step)}"
      let found = try line([asking(step), south, yes])
      #expect(found.state == .conditional, "West must act, and no party's yes is West's")
    }
  }

  @Test func aTriggerIsNoObstacle() throws {
    #expect(try line([asking("milestone: rain", kind: "trigger"), south]).state == .agreed)
  }

  @Test func whatIsReachedHeldOrDoneStandsInNobodysWay() throws {
    for step in ["milestone: snow", "meeting: held", "commitment: done"] {
      #expect(try line([asking(step), south]).state == .agreed, "\(step)")
      #expect(try line([asking(step), south], .asOf("2025-05-09")).state == .conditional)
      let met = try line([asking(step), south], .asOf("2025-05-10"))
      #expect(met.state == .agreed && met.answers.first?.since?.text == "2025-05-10")
    }
    for step in ["milestone: rain", "meeting: ahead", "commitment: undone"] {
      #expect(try line([asking(step), south]).state == .conditional, "\(step)")
    }
  }

  @Test func apartSaysWhichMoveOfOneOptionBringsTheSetsTogether() throws {
    let metered = ", about: {issue: water, option: metered}"
    let found = try line([
      north, south + metered, "id: x, speaker: south, act: reject, date: 2025-05-01",
    ])
    #expect(found.state == .apart && found.answers.isEmpty)
    #expect(found.moves.map(\.party) == ["north", "south"])
    #expect(found.moves.map(\.answer) == ["metered", "shared"])
    #expect(found.moves.map(\.isAgainst) == [false, true])
  }

  @Test func aMoveOfOneIsNoHelpWhereTwoAreAgainst() throws {
    let parties = "\ncase: {id: v, title: V, parties: [north, south, west]}"
    let found = try line(
      [
        north, "id: s, speaker: south, act: reject, date: 2025-05-01",
        "id: w, speaker: west, act: reject, date: 2025-05-01",
      ], with: parties)
    #expect(found.state == .apart && found.moves.isEmpty)
  }

  @Test func aSilentPartyIsNoEvidence() throws {
    #expect(try line([north]).state == .noEvidence)
    #expect(try line([north]).silent == ["south"])
    let unclear = try line([north, "id: s, speaker: south, act: takeNote, date: 2025-05-01"])
    #expect(unclear.silent == ["south"])
  }

  @Test func aContestedOrDividedRowSaysSo() throws {
    #expect(try !line([north, south]).isContested)
    let told = try line([north, south, "id: t, act: reject, via: consul, date: 2025-05-02"])
    #expect(told.isContested && told.state == .agreed, "own words decide")
    let divided = try line([
      north + ", speaker: envoy", "id: m, speaker: minister, act: reject, date: 2025-05-01", south,
    ])
    #expect(divided.isContested)
  }

  @Test func rowsAreChosenAfterDerivation() throws {
    var lens = Lens()
    lens.issues = ["water"]
    let guards = "issue: gate, option: guards"
    let yes = "id: g, speaker: south, act: accept, date: 2025-05-01, about: {\(guards)}"
    let view = try convergence(record([asking(guards), south, yes], with: sections), lens)
    #expect(view.rows.map(\.state) == [.withinReach])
    lens.parties = ["west"]
    #expect(try convergence(record([north, south], with: sections), lens).rows.isEmpty)
  }

  // MARK: Joint texts

  private func draft(_ clause: String, date: String = "date: 2025-05-05, ") -> String {
    """

    drafts:
      - {id: d, title: D, \(date)by: [north, south], basis: ana, clauses: [{id: c,
         about: {issue: water, option: shared}, basis: ana, \(clause)}]}
    """
  }

  @Test func aClauseThatAllAgreeToIsAJointText() throws {
    let clause = "status: agreed, by: [envoy, south]"
    let found = try line([], with: draft(clause))
    #expect(found.state == .agreed && found.answers.map(\.answer) == ["shared"])
    #expect(found.silent.isEmpty && found.moves.isEmpty)
    #expect(try line([], with: draft("status: agreed, by: [north]")).state == .noEvidence)
    #expect(try line([], with: draft("status: provisional, by: [north, south]")).state != .agreed)
    #expect(try line([], with: draft(clause), .asOf("2025-05-04")).state == .noEvidence)
  }

  @Test func whoSpokeOtherwiseAfterAJointTextIsBoundByItNoMore() throws {
    let clause = draft("status: agreed, by: [north, south]")
    for (words, state) in [
      ("reject, date: 2025-05-04", ConvergenceView.State.agreed),
      ("reject, date: 2025-05-06", .noEvidence),
      ("accept, date: 2025-05-06", .agreed),
      ("accept, date: 2025-05-06, about: {issue: water, option: metered}", .noEvidence),
      ("accept, date: 2025-05-04, about: {issue: water, option: metered}", .agreed),
      ("reject, date: 2025-05-06, about: {issue: water, option: metered}", .agreed),
    ] {
      #expect(try line(["id: n, act: \(words)"], with: clause).state == state, "\(words)")
    }
    let undated = draft("status: agreed, by: [north, south]", date: "")
    #expect(try line([], with: undated).state == .agreed)
    #expect(try line(["id: n, act: reject, date: 2025-05-04"], with: undated).state != .agreed)
  }

  // MARK: Whose words

  @Test func aPartysOwnHedgedWordsAreReportedByNoOneElse() throws {
    let hedged = try line([
      north, "id: s, speaker: consul, act: concede, date: 2025-05-02, hedge: for now",
    ])
    #expect(hedged.state == .saidAgreed)
    #expect(hedged.answers.map(\.saidBy) == [[]] && hedged.answers.map(\.hedgedBy) == [["south"]])
    let reported = try line([
      north, "id: s, speaker: south, via: west, act: accept, date: 2025-05-02",
    ])
    #expect(reported.answers.map(\.saidBy) == [["west"]])
    #expect(reported.answers.map(\.hedgedBy) == [[]])
  }

  @Test func aSpokesmanWhoIsNotNamedSpeaksForThoseTheRecordNames() throws {
    func state(_ link: String) throws -> ConvergenceView.State {
      let actors = """

        actors:
          - {id: north, name: North, kind: state}
          - {id: south, name: South, kind: state}
          - {id: gazette, name: The Gazette, kind: outlet}
          - {id: spokesman, name: A spokesman (not named), kind: unnamed, \(link)}
        """
      return try line(
        [north, "id: s, speaker: spokesman, act: accept, date: 2025-05-02"], with: actors
      ).state
    }
    #expect(try state("speaksFor: [{actor: south, basis: ana}]") == .agreed)
    #expect(try state("partOf: south") != .agreed)
  }
}
