import CaseModel
import StateOfPlay
import Testing

/// When a cell is contested, and when it is divided.
@Suite struct ContestedTests {
  @Test(arguments: ["west", "south"])
  func whatOthersTellNeverDisplacesThePartysOwnEarlierWords(_ reporter: String) throws {
    let one = try cell(
      record([
        "id: own, act: accept, date: 2025-05-01",
        "id: told, act: reject, date: 2025-05-09, via: \(reporter)",
      ]))
    #expect(one["shared"]?.stances == [.for])
    #expect(one["shared"]?.decidedBy == ["own"])
    #expect(one.isContested)
    #expect(one.role("told") == .saysOtherwise)
    #expect(one["shared"]?.reportedByOthersOnly == false)
  }

  @Test func ofSeveralEarlierOwnWordsTheLatestStay() throws {
    let one = try cell(
      record([
        "id: first, act: reject, date: 2025-04-01", "id: second, act: accept, date: 2025-05-01",
        "id: told, act: reject, date: 2025-05-09, via: west",
      ]))
    #expect(one["shared"]?.decidedBy == ["second"])
    #expect(one.role("first") == .earlier)
  }

  @Test func othersWhoTellTheSameContestNothing() throws {
    let one = try cell(
      record([
        "id: own, act: accept, date: 2025-05-01",
        "id: told, act: propose, date: 2025-05-09, via: west",
      ]))
    #expect(!one.isContested)
    #expect(one["shared"]?.decidedBy == ["own"])
  }

  @Test func othersDecideWhereThePartyItselfIsSilent() throws {
    let one = try cell(record(["id: told, act: reject, date: 2025-05-09, via: west"]))
    #expect(one["shared"]?.stances == [.against])
    #expect(one["shared"]?.reportedByOthersOnly == true)
    #expect(one.directness == .third)
  }

  @Test func laterOwnWordsEndTheContest() throws {
    let one = try cell(
      record([
        "id: own, act: accept, date: 2025-05-01",
        "id: told, act: reject, date: 2025-05-09, via: west",
        "id: last, act: accept, date: 2025-05-10",
      ]))
    #expect(!one.isContested)
    #expect(one.role("told") == .earlier)
  }

  @Test func equalTellersWhoDifferAreContested() throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01, via: west",
        "id: b, act: reject, date: 2025-05-01, via: west",
      ]))
    #expect(one["shared"]?.stances == [.for, .against])
    #expect(one.isContested)
    #expect(!one.isDivided)
  }

  @Test func twoAscriptionsOfOneSpeakerThatDifferAreContestedNotDivided() throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01, speaker: envoy",
        "id: b, act: reject, date: 2025-05-01, speaker: envoy",
      ]))
    #expect(one.isContested)
    #expect(!one.isDivided)
  }

  @Test func aPartysOwnSpeakersWhoDifferAreDivided() throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01, speaker: envoy",
        "id: b, act: reject, date: 2025-05-01, speaker: minister",
      ]))
    #expect(one["shared"]?.stances == [.for, .against])
    #expect(one.isDivided)
    #expect(!one.isContested)
    #expect(!(one["shared"]?.isAccepted ?? true))
  }

  @Test(arguments: ["condition", "offer"])
  func onlyForAgainstAgainstConflicts(_ act: String) throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01, speaker: envoy",
        "id: b, act: \(act), date: 2025-05-01, speaker: minister",
      ]))
    #expect(!one.isDivided && !one.isContested)
  }

  @Test func bothSidesOfAContestAreShown() throws {
    let one = try cell(
      record([
        "id: own, act: accept, date: 2025-05-01",
        "id: told, act: reject, date: 2025-05-09, via: south",
      ]))
    #expect(one.statements.map(\.statement) == ["own", "told"])
  }

  @Test func whatOthersTellOfAnotherOptionDoesNotSupersedeOwnWords() throws {
    let one = try cell(
      record([
        "id: own, act: accept, date: 2025-05-01",
        "id: told, act: accept, date: 2025-05-09, via: west, about: {issue: water, option: metered}",
      ]))
    #expect(one["shared"]?.isSuperseded == false)
    #expect(one.isContested)
  }

  @Test func ownWordsThatSupersedeBothEndTheContest() throws {
    let one = try cell(
      record([
        "id: own, act: accept, date: 2025-05-01",
        "id: told, act: accept, date: 2025-05-09, via: west, about: {issue: water, option: metered}",
        "id: last, act: accept, date: 2025-05-20, about: {issue: water, option: dammed}",
      ]))
    #expect(one["shared"]?.isSuperseded == true)
    #expect(one["metered"]?.isSuperseded == true)
    #expect(!one.isContested)
  }
}
