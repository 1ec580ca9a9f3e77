import CaseModel
import StateOfPlay
import Testing

/// What makes no change, and what is said of one.
@Suite struct ChangesReportedStatementTests {
  private let meetings = """
    meetings:
      - {id: held, kind: talks, status: held, date: 2025-05-16, basis: ana}
      - {id: next, kind: talks, status: held, date: 2025-05-20, basis: ana}
    """

  @Test func tellingsOfOneOccasionAreNoChange() throws {
    func count(_ at: String) throws -> Int {
      try changes(
        record(
          [
            "id: a, act: accept, at: held, date: 2025-05-16",
            "id: b, act: reject, at: \(at), date: 2025-05-17",
          ], with: meetings)
      ).changes.count
    }
    #expect(try count("held") == 1)
    #expect(try count("next") == 2)
  }

  @Test func tellingsOfOneDateAreNoChange() throws {
    let view = try changes(
      record(["id: a, act: accept, date: 2025-05", "id: b, act: reject, date: 2025-05-31"]))
    #expect(view.changes.map(\.kinds) == [[.new]])
  }

  @Test func whatOthersTellNeverDisplacesThePartysOwnWords() throws {
    let view = try changes(
      record([
        "id: a, act: accept, date: 2025-05-01", "id: b, act: reject, via: consul, date: 2025-05-02",
      ]))
    #expect(view.changes.map(\.kinds) == [[.new]])
    let told = try changes(
      record([
        "id: a, act: accept, via: gazette, date: 2025-05-01",
        "id: b, act: reject, via: consul, date: 2025-05-02",
      ]))
    // An agency that relays words changes nothing; another party's word is no change.
    #expect(told.changes.map(\.kinds) == [[.new]])
    #expect(told.possibleMoves.map(\.kind) == [.reportedOtherwise])
    #expect(told.possibleMoves.flatMap(\.words).map(\.statement) == ["b"])
    let others = try changes(
      record([
        "id: a, act: accept, via: west, date: 2025-05-01",
        "id: b, act: reject, via: consul, date: 2025-05-02",
      ]))
    #expect(others.changes.isEmpty, "others' words are no baseline")
  }

  /// "What someone of the party's own side says otherwise is listed as that, and not as others' report."
  @Test(arguments: [
    ("speaker: minister, hedge: reportedly", ChangesView.PossibleMove.Kind.sideSaysOtherwise),
    ("speaker: north, via: deputies", .sideSaysOtherwise),
    ("speaker: north, via: west", .reportedOtherwise),
    ("speaker: north, hedge: reportedly", .reportedOtherwise),
  ])
  func whatItsOwnSideSaysOtherwiseIsNoReportOfOthers(
    _ by: String, _ kind: ChangesView.PossibleMove.Kind
  ) throws {
    let own = "id: a, act: demand, date: 2025-05-01"
    let another =
      "id: b, \(by), act: accept, date: 2025-05-02, about: {issue: water, option: metered}"
    let against = "id: b, \(by), act: reject, date: 2025-05-02"
    for words in [another, against] {
      let found = try changes(record([own, words])).possibleMoves
      #expect(found.map(\.kind) == [kind], "\(words)")
      #expect(found.first?.against.map(\.statement) == ["a"])
    }
  }

  @Test func doubtedWordsAndUndatedOnesMakeNoChange() throws {
    let view = try changes(
      record([
        "id: a, act: accept, date: 2025-05-01",
        "id: b, act: reject, date: 2025-05-02, doubted: a rumour",
        "id: c, act: reject, date: 2025-05-03, credibility: 5", "id: d, act: reject, source: leaf",
        "id: e, act: takeNote, date: 2025-05-04",
      ]))
    #expect(view.changes.map(\.kinds) == [[.new]])
  }

  @Test func asOfLeavesOutWhatWasNotYetSaidOrPerhapsLater() throws {
    let theCase = try record([
      "id: a, act: accept, date: 2025-05-01", "id: b, act: reject, date: 2025-05",
      "id: c, act: reject, date: 2025-06-02",
    ])
    #expect(try changes(theCase, .asOf("2025-05-20")).changes.count == 1)
    #expect(changes(theCase).changes.count == 2)
  }

  @Test func whatWasToldOnlyLaterIsMarkedAndToldByLeavesItOut() throws {
    let theCase = try record([
      "id: a, act: accept, date: 2025-05-01, told: 2025-05-01",
      "id: b, act: reject, date: 2025-05-02, told: 2025-05-20",
    ])
    let view = try changes(theCase, .asOf("2025-05-10"))
    #expect(view.changes.map(\.after).map { $0.map(\.reportedLater) } == [[false], [true]])
    #expect(try changes(theCase, .reportedBy("2025-05-10")).changes.count == 1)
  }

  @Test func sinceKeepsOnlyWhatWasSaidAfterwards() throws {
    var lens = Lens()
    lens.since = try EDTFDate("2025-05-01")
    let theCase = try record([
      "id: a, act: accept, date: 2025-05-01", "id: b, act: reject, date: 2025-05-02",
    ])
    let view = changes(theCase, lens)
    #expect(view.changes.map(\.date.text) == ["2025-05-02"])
    #expect(view.changes[0].before.map(\.statement) == ["a"], "compared with what was before")
  }

  private let claim = """
    id: claim, speaker: gazette, act: assess, of: north, change: reversed, date: 2025-05-09
    """

  @Test func anAnalystsClaimMakesNoChangeAndStandsApartWhereNoWordsShowIt() throws {
    let view = try changes(record(["id: a, act: accept, date: 2025-05-01", claim]))
    #expect(view.changes.map(\.kinds) == [[.new]])
    #expect(view.unsupportedClaims.map(\.statement) == ["claim"])
  }

  @Test func aClaimStandsBesideTheChangeItClaims() throws {
    let lines = ["id: a, act: accept, date: 2025-05-01", "id: b, act: reject, date: 2025-05-02"]
    let view = try changes(record(lines + [claim]))
    #expect(view.changes.map { $0.claims.map(\.statement) } == [[], ["claim"]])
    #expect(view.unsupportedClaims.isEmpty)
    // Not of another party, of another kind, or before it.
    for (old, new) in [
      ("of: north", "of: south"), ("reversed", "softened"), ("05-09", "04-09"),
    ] {
      let other = claim.replacing(old, with: new)
      #expect(
        try changes(record(lines + [other])).unsupportedClaims.map(\.statement) == ["claim"])
    }
  }

  @Test func aClaimOnOneOptionStandsByNoChangeOnAnother() throws {
    let lines = ["id: a, act: accept, date: 2025-05-01", "id: b, act: reject, date: 2025-05-02"]
    let other = claim + ", about: {issue: water, option: metered}"
    #expect(try changes(record(lines + [other])).unsupportedClaims.count == 1)
    let large = claim + ", about: {issue: water}"
    #expect(try changes(record(lines + [large])).unsupportedClaims.isEmpty)
  }

  @Test func aLensThatHidesTheChangeDoesNotMakeItsClaimUnsupported() throws {
    let theCase = try record([
      "id: a, act: accept, date: 2025-05-01", "id: b, act: reject, date: 2025-05-02", claim,
    ])
    var lens = Lens()
    lens.since = try EDTFDate("2025-05-05")
    let view = changes(theCase, lens)
    #expect(view.changes.isEmpty && view.unsupportedClaims.isEmpty)
  }

  @Test func rowsAreChosenByPartyAndIssue() throws {
    let theCase = try record([
      "id: a, act: accept, date: 2025-05-01",
      "id: b, speaker: south, act: accept, date: 2025-05-02",
    ])
    var lens = Lens()
    lens.parties = ["south"]
    #expect(changes(theCase, lens).changes.map(\.party) == ["south"])
    lens = Lens()
    lens.issues = ["land"]
    #expect(changes(theCase, lens).changes.isEmpty)
  }
}
