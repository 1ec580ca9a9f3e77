import CaseModel
import StateOfPlay
import Testing

/// What is said on one day, taken back by name, denied, or said anew after it lapsed, in talks on a
/// disputed fishing ground.
@Suite struct SameOccasionTests {
  private static let bank = """
    case: {id: bank, title: The bank, parties: [isles, main]}
    actors:
      - {id: isles, name: The Isles, kind: state}
      - {id: main, name: The Mainland, kind: state}
      - {id: fleet, name: The fleet, kind: organisation}
      - {id: navy, name: The navy, kind: body, speaksFor: [{actor: isles, basis: ana}]}
      - {id: trade, name: The trade board, kind: body, speaksFor: [{actor: isles, basis: ana}]}
      - {id: envoy, name: An envoy, kind: unnamed}
      - {id: clerk, name: A clerk, kind: unnamed, partOf: main}
      - {id: host, name: The host, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
    milestones:
      - {id: count, title: The stock is counted}
    issues:
      - {id: catch, title: Yearly catch, kind: negotiable, value: quantity, unit: tonne, wants: {isles: more, main: less}}
      - {id: years, title: Term, kind: negotiable, value: quantity, unit: year, wants: {isles: more, main: less}}
      - {id: talks, title: Talks, kind: negotiable, options: [{id: held, title: They are held}]}
      - {id: season, title: An early season, kind: negotiable, options: [{id: opened, title: The Isles open it, takenBy: [isles]}]}
      - {id: judge, title: Disputes, kind: negotiable, options: [{id: court, title: A court}, {id: panel, title: A panel}]}
      - {id: hosting, title: The host's part, kind: negotiable, parties: [host], options: [{id: ends, title: The host withdraws, takenBy: [host]}]}
    """

  private func views(_ lines: [String], _ more: String = "") throws -> LedgerTests.Views {
    try .init(record(lines, with: Self.bank + more), .asOf("2043-12-01"))
  }

  private static let counted = "requires: [{milestone: count, kind: before}]"

  @Test func twoSpeakersOfAStateWhoDifferOnOneDayDivideIt() throws {
    let lines = [
      "id: a, speaker: navy, act: condition, date: 2043-01-05, about: {issue: talks, option: held}, \(Self.counted)",
      "id: b, speaker: trade, act: accept, date: 2043-01-05, requires: none, about: {issue: talks, option: held}",
    ]
    func cell(_ lines: [String]) throws -> PositionsView.Cell? {
      try views(lines).positions.rows.first { $0.issue == "talks" }?.cells.first
    }
    #expect(try cell(lines)?.isDivided == true)
    // A day later it is the state's newer word, and the same speaker does not differ from himself.
    let later = lines[1].replacing("2043-01-05", with: "2043-01-06")
    #expect(try cell([lines[0], later])?.isDivided == false)
    let same = lines[1].replacing("speaker: trade", with: "speaker: navy")
    #expect(try cell([lines[0], same])?.isDivided == false)
  }

  @Test func bodiesThatAskForDifferentThingsDivideAParty() throws {
    let actors = Self.bank.replacing(
      "name: The Isles, kind: state", with: "name: The Isles, kind: organisation")
    let lines = [
      "id: a, speaker: navy, act: condition, date: 2043-01-05, about: {issue: talks, option: held}, \(Self.counted)",
      "id: b, speaker: trade, act: offer, date: 2043-01-09, about: {issue: talks, option: held}, requires: [{issue: judge, option: court, kind: exchange}]",
    ]
    func isDivided(_ lines: [String]) throws -> Bool? {
      try LedgerTests.Views(record(lines, with: actors), .asOf("2043-12-01"))
        .positions.rows.first { $0.issue == "talks" }?.cells.first?.isDivided
    }
    #expect(try isDivided(lines) == true)
    let alike = lines[1].replacing(
      "requires: [{issue: judge, option: court, kind: exchange}]", with: Self.counted)
    #expect(try isDivided([lines[0], alike]) == false)
  }

  @Test func whatIsMaintainedWhileAnotherIsAgreedIsShownBesideIt() throws {
    let lines = [
      "id: a, speaker: isles, act: demand, date: 2043-01-05, about: {issue: catch, value: {quantity: 300, unit: tonne}}",
      "id: b, speaker: [isles, main], act: accept, date: 2043-02-05, about: {issue: catch, value: {quantity: 250, unit: tonne}}",
      "id: c, speaker: isles, act: demand, change: reaffirmed, date: 2043-02-05, about: {issue: catch, value: {quantity: 300, unit: tonne}}",
    ]
    let views = try views(lines)
    let line = try #require(views.line("catch"))
    #expect(line.state == .agreed)
    #expect(line.reservations.map(\.statements) == [["c"]])
    #expect(line.trajectories.first?.values.trajectoryWords == "300 → 250")
    #expect(try self.views(Array(lines.prefix(2))).line("catch")?.reservations.isEmpty == true)
  }

  @Test func whatOneAloneAsksForAndMustDoItCanGiveUp() throws {
    let lines = [
      "id: a, speaker: isles, act: state, stance: open, date: 2043-01-05, about: {issue: season, option: opened}",
      "id: b, speaker: main, act: reject, date: 2043-01-09, about: {issue: season, option: opened}",
    ]
    let moves = try #require(try views(lines).line("season")).moves
    #expect(moves.map(\.party) == ["main", "isles"])
    #expect(moves.map(\.givesUp) == [false, true])
  }

  @Test func whatIsExchangedInOneSignedTextIsFulfilled() throws {
    let pact = """

      drafts:
        - id: pact
          date: 2043-03-01
          by: [isles, main]
          signed: {date: 2043-03-01, by: [isles, main], basis: ana}
          clauses:
            - {id: a, about: {issue: catch, value: {quantity: 200, unit: tonne}}, status: agreed, basis: ana}
            - {id: b, about: {issue: judge, option: court}, status: agreed, basis: ana}
          basis: ana
      """
    let only =
      "id: only, speaker: main, act: offer, date: 2043-02-01, about: {issue: catch, value: {quantity: 200, unit: tonne}}, requires: [{issue: judge, option: court, kind: exchange, met: agreed}]"
    let views = try views([only], pact)
    #expect(views.preconditions.edges.map(\.closing?.reason) == [.fulfilled])
    // Asked for again afterwards, it is agreed already.
    let again = only.replacing("2043-02-01", with: "2043-04-01")
    let since = try self.views([again], pact).preconditions.edges
    #expect(since.map(\.state) == [.fulfilled])
  }

  @Test func aReportThatThePartyDeniesIsNotItsAnswer() throws {
    let lines = [
      "id: a, speaker: main, act: demand, date: 2043-01-05, about: {issue: judge, option: court}",
      "id: b, speaker: main, via: envoy, act: accept, date: 2043-02-05, about: {issue: judge, option: panel}",
      "id: c, speaker: main, act: deny, date: 2043-02-05, about: {statement: b}",
    ]
    #expect(try views(Array(lines.prefix(2))).answer("main", "judge", "panel") != nil)
    #expect(try views(lines).answer("main", "judge", "panel") == nil)
    // What another denies is on record all the same.
    let other = lines[2].replacing("speaker: main", with: "speaker: isles")
    #expect(try views([lines[0], lines[1], other]).answer("main", "judge", "panel") != nil)
  }

  @Test func aLaterReportOfItsSideContestsWhatIsLeftOpen() throws {
    let lines = [
      "id: a, speaker: main, act: state, stance: open, date: 2043-01-05, about: {issue: judge, option: court}",
      "id: b, speaker: clerk, act: state, stance: for, date: 2043-02-05, about: {issue: judge, option: court}",
    ]
    func isContested(_ lines: [String]) throws -> Bool? {
      try views(lines).positions.rows.first { $0.issue == "judge" }?.cells.first {
        $0.party == "main"
      }?.isContested
    }
    #expect(try isContested(lines) == true)
    #expect(
      try isContested([lines[0], lines[1].replacing("2043-02-05", with: "2042-02-05")]) == false)
  }

  // MARK: Taking back

  @Test func aDemandDroppedByNameEndsWhateverTheWordsAreAbout() throws {
    let lines = [
      "id: a, speaker: main, act: demand, date: 2043-01-05, about: {issue: judge, option: court}",
      "id: b, speaker: main, act: condition, date: 2043-01-05, about: {issue: talks, option: held}, \(Self.counted)",
      "id: c, speaker: main, act: withdraw, drops: [a, b], date: 2043-02-05, about: {issue: talks, option: held}",
    ]
    let views = try views(lines)
    #expect(views.answer("main", "judge", "court")?.isAccepted != true)
    #expect(views.answer("main", "talks", "held")?.stances == [.for])
    #expect(views.answer("main", "talks", "held")?.decidedBy == ["b", "c"])
    #expect(views.changes.changes.contains { $0.issue == "judge" && $0.kinds.contains(.withdrawn) })
  }

  @Test func takingBackWhatHadEndedRepeatsNothing() throws {
    let lines = [
      "id: a, speaker: main, act: condition, date: 2043-01-05, about: {issue: talks, option: held}, \(Self.counted)",
      "id: b, speaker: main, act: reject, date: 2043-02-05, about: {issue: talks, option: held}",
      "id: c, speaker: main, act: withdraw, drops: a, date: 2043-03-05, about: {issue: talks, option: held}",
    ]
    #expect(try views(lines).kinds("main").allSatisfy { !$0.contains(.reaffirmed) })
  }

  @Test func aRefusalAfterALapseIsMeasuredAgainstWhatLapsed() throws {
    let truce =
      "id: a, speaker: [isles, main], act: commit, until: 2043-03-31, date: 2043-01-05, about: {issue: talks, option: held}"
    let no =
      "id: b, speaker: main, act: condition, date: 2043-06-05, about: {issue: talks, option: held}, \(Self.counted)"
    #expect(try views([truce, no]).kinds("main").last == [.hardened])
    let flat = no.replacing("act: condition", with: "act: reject").replacing(
      ", \(Self.counted)", with: "")
    #expect(try views([truce, flat]).kinds("main").last == [.reversed, .hardened])
    let again = flat.replacing("act: reject", with: "act: accept")
    #expect(try views([truce, again]).kinds("main").last == [.reaffirmed])
  }

  @Test func whatConcernsAPartyAloneIsNeitherSofterNorHarder() throws {
    let stays =
      "id: a, speaker: host, act: commit, stance: against, date: 2043-01-05, about: {issue: hosting, option: ends}"
    let goes =
      "id: b, speaker: host, act: state, stance: for, date: 2043-02-05, about: {issue: hosting, option: ends}"
    #expect(try views([stays, goes]).kinds("host") == [[.new], [.reversed]])
  }

  @Test func leavingOpenWhatOthersRejectIsSofter() throws {
    let no =
      "id: n, speaker: main, act: reject, date: 2043-01-01, about: {issue: season, option: opened}"
    let firm =
      "id: a, speaker: isles, act: state, stance: for, date: 2043-01-05, about: {issue: season, option: opened}"
    let open =
      "id: b, speaker: isles, act: state, stance: open, date: 2043-02-05, about: {issue: season, option: opened}"
    #expect(try views([no, firm, open]).kinds("isles") == [[.new], [.softened]])
    let yes = no.replacing("act: reject", with: "act: accept")
    #expect(try views([yes, firm, open]).kinds("isles") == [[.new], [.hardened]])
  }

  @Test func silenceIsNoChangeAndNoAnswerBesideAnother() throws {
    let lines = [
      "id: a, speaker: isles, act: silent, date: 2043-01-05, about: {issue: catch, value: {quantity: 100, unit: tonne}}",
      "id: b, speaker: isles, act: demand, date: 2043-02-05, about: {issue: catch, value: {quantity: 300, unit: tonne}}",
    ]
    let views = try views(lines)
    #expect(views.kinds("isles") == [[.new]])
    #expect(views.answer("isles", "catch", "100 tonnes") == nil)
  }
}
