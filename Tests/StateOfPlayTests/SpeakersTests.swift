import CaseModel
import StateOfPlay
import Testing

/// For whom a statement counts, how near it is to the party's own words, and by how many steps.
@Suite struct SpeakersTests {
  @Test func aPersonCountsForTheActorSpokenFor() throws {
    let theCase = try record(["id: a, speaker: envoy, act: accept"])
    #expect(try cell(theCase).role("a") == .decides)
    #expect(try cell(theCase).statements.first?.speakers == ["envoy"])
    #expect(try cell(theCase, of: "south").statements.isEmpty)
  }

  private let dated = """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: envoy, name: E, kind: person,
         speaksFor: [{actor: north, from: 2022-02, to: 2024-05}, {actor: south, from: 2024-07}]}
    """

  @Test func speaksForHoldsBetweenItsDatesOnly() throws {
    let theCase = try record(
      [
        "id: before, speaker: envoy, act: accept, date: 2022-01-31",
        "id: first, speaker: envoy, act: accept, date: 2022-02-01",
        "id: last, speaker: envoy, act: accept, date: 2024-05-31",
        "id: between, speaker: envoy, act: accept, date: 2024-06-15",
        "id: after, speaker: envoy, act: accept, date: 2024-07-01",
        "id: straddles, speaker: envoy, act: accept, date: 2024",
      ], with: dated)
    let north = try cell(theCase).statements.map(\.statement)
    let south = try cell(theCase, of: "south").statements.map(\.statement)
    #expect(Set(north) == ["first", "last", "straddles"])
    #expect(Set(south) == ["after", "straddles"])
  }

  @Test func withoutADateEveryLinkHolds() throws {
    let theCase = try record(["id: a, speaker: envoy, act: accept, source: leaf"], with: dated)
    #expect(try cell(theCase).role("a") == .decides)
    #expect(try cell(theCase, of: "south").role("a") == .decides)
  }

  @Test func speakingForGoesOverTwoSteps() throws {
    let actors = """
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: team, name: The team, kind: body, speaksFor: [{actor: north, to: 2025-05}]}
        - {id: head, name: The head, kind: person, speaksFor: [{actor: team}]}
      """
    let theCase = try record(
      [
        "id: a, speaker: head, act: accept, date: 2025-05-01",
        "id: b, speaker: head, act: accept, date: 2025-06-01",
      ], with: actors)
    #expect(try cell(theCase).statements.map(\.statement) == ["a"])
  }

  @Test func aCircleOfSpeakersEnds() throws {
    let actors = """
      actors:
        - {id: north, name: N, kind: state, speaksFor: [{actor: south}]}
        - {id: south, name: S, kind: state, speaksFor: [{actor: north}]}
      """
    let theCase = try record(["id: a, speaker: north, act: accept"], with: actors)
    #expect(try cell(theCase).role("a") == .decides)
    #expect(try cell(theCase, of: "south").role("a") == .decides)
  }

  @Test func partOfDoesNotSpeakForIt() throws {
    let theCase = try record(["id: a, speaker: deputies, act: accept"])
    #expect(try cell(theCase).statements.isEmpty)
  }

  @Test func jointStatementsCountForEachSpeaker() throws {
    let theCase = try record(["id: a, speaker: [north, south], act: accept"])
    #expect(try cell(theCase).role("a") == .decides)
    #expect(try cell(theCase, of: "south").role("a") == .decides)
  }

  @Test func directnessIsReckonedForEachSpeaker() throws {
    // "Both sides agreed", told by one delegation's head.
    let theCase = try record(["id: a, speaker: [north, south], via: envoy, act: accept"])
    #expect(try cell(theCase).directness("a") == .ascribed)
    #expect(try cell(theCase, of: "south").directness("a") == .otherParty)
  }

  @Test func directnessOfEachKind() throws {
    let theCase = try record([
      "id: quoted, act: accept, verbatim: true", "id: ascribed, act: accept",
      "id: third, act: accept, via: west", "id: other, act: accept, via: consul",
      "id: own-people, act: accept, via: envoy", "id: deputies, act: accept, via: deputies",
    ])
    let one = try cell(theCase)
    #expect(one.directness("quoted") == .quoted)
    #expect(one.directness("ascribed") == .ascribed)
    #expect(one.directness("third") == .third)
    #expect(one.directness("other") == .otherParty)
    #expect(one.directness("own-people") == .ascribed)
    #expect(one.directness("deputies") == .ownSide)
  }

  @Test func theFurthestTellerOfAChainCounts() throws {
    let theCase = try record([
      "id: a, act: accept, verbatim: true, via: [envoy, west]",
      "id: b, act: accept, via: [south, west]", "id: c, act: accept, via: [west, south]",
    ])
    let one = try cell(theCase)
    #expect(one.directness("a") == .third)
    #expect(one.directness("b") == .otherParty)
    #expect(one.directness("c") == .otherParty)
  }

  @Test func aTellerCountsForWhomItSpeaksForWhenItTells() throws {
    let actors = """
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: consul, name: C, kind: person, speaksFor: [{actor: south, from: 2024}]}
      """
    let theCase = try record(
      ["id: a, act: demand, via: consul, date: 2022-03, told: 2025-05-16"], with: actors)
    let found = try cell(theCase).directness("a")
    #expect(found == .otherParty)
  }

  @Test func speakerReporterPublisherIsTwoSteps() throws {
    let theCase = try record([
      "id: reporter, act: accept, via: west", "id: publisher, act: accept",
      "id: longer, act: accept, via: [envoy, west]",
    ])
    let depth = try cell(theCase).statements.sorted { $0.depth < $1.depth }
    #expect(depth.map(\.depth) == [1, 2, 3])
    #expect(depth.map(\.statement) == ["publisher", "reporter", "longer"])
  }

  @Test func whatASourceSaysOfItselfIsNoHearsay() throws {
    let sources = """
      sources:
        - {id: paper, publisher: north, title: A, published: 2025-06-01, text: \(withheld)}
        - {id: column, author: envoy, title: B, published: 2025-06-01, text: \(withheld)}
      """
    let theCase = try record(
      ["id: a, act: accept", "id: b, act: accept, speaker: envoy, source: column"], with: sources)
    #expect(try cell(theCase).statements.map(\.depth) == [0, 0])
  }
}
