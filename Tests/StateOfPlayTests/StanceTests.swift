import CaseModel
import StateOfPlay
import Testing

/// What acts and stances read as.
@Suite struct StanceTests {
  private func stances(_ line: String) throws -> [PositionStance]? {
    try cell(record(["id: a, date: 2025-05-01, \(line)"]))["shared"]?.stances
  }

  @Test(arguments: ["accept", "propose", "demand", "offer", "commit", "concede"])
  func readsAsFor(_ act: String) throws {
    #expect(try stances("act: \(act)") == [.for])
  }

  @Test(arguments: ["reject", "deny"])
  func readsAsAgainst(_ act: String) throws {
    #expect(try stances("act: \(act)") == [.against])
  }

  @Test func conditionReadsAsForIf() throws {
    #expect(try stances("act: condition") == [.forIf])
    #expect(try stances("act: condition, stance: for") == [.forIf])
  }

  /// Who names no answer and refuses the issue is not silent.
  @Test func theIssueAsAWholeCanBeRefused() throws {
    let no = "id: a, act: reject, date: 2025-05-01, about: {issue: water}"
    func refusal(_ more: [String]) throws -> [Case.Statement.ID]? {
      let found = try cell(record([no] + more))
      #expect(found.isEmpty == (found.answers.isEmpty && found.refusal == nil))
      return found.refusal
    }
    #expect(try refusal([]) == ["a"])
    #expect(try refusal(["id: b, act: accept, date: 2025-06-01"]) == nil)
    #expect(try refusal(["id: b, act: accept, date: 2025-06-01, about: {issue: water}"]) == nil)
    #expect(try refusal(["id: b, act: takeNote, date: 2025-06-01, about: {issue: water}"]) == ["a"])
  }

  @Test func withdrawReadsAsUnclear() throws {
    #expect(try stances("act: withdraw") == [.unclear])
  }

  @Test func withdrawTakesTheEarlierStanceAway() throws {
    let one = try cell(
      record(["id: a, act: accept, date: 2025-05-01", "id: b, act: withdraw, date: 2025-05-02"]))
    #expect(one["shared"]?.stances == [.unclear])
  }

  @Test(arguments: ["takeNote", "silent"])
  func takeNoteAndSilentReadAsUnclearWhereNothingElseSpeaks(_ act: String) throws {
    #expect(try stances("act: \(act)") == [.unclear])
  }

  @Test(arguments: ["takeNote", "silent"])
  func takeNoteAndSilentDecideNothingWhereSomethingElseSpeaks(_ act: String) throws {
    let one = try cell(
      record(["id: a, act: accept, date: 2025-05-01", "id: b, act: \(act), date: 2025-05-09"]))
    #expect(one["shared"]?.stances == [.for])
    #expect(one.role("b") == .listed)
  }

  @Test func takeNoteWithAStanceOfItsOwnSpeaks() throws {
    #expect(try stances("act: takeNote, stance: for") == [.for])
  }

  @Test(arguments: ["state", "threaten", "accuse", "ask", "confirm", "assess"])
  func readsAsNothing(_ act: String) throws {
    let one = try cell(record(["id: a, date: 2025-05-01, act: \(act)"]))
    #expect(one.isEmpty)
    #expect(one.role("a") == .listed)
  }

  @Test func everyActHasAReading() {
    let named: Set<Case.Statement.Act> = [
      .accept, .propose, .demand, .offer, .commit, .concede, .reject, .deny, .condition, .withdraw,
      .takeNote, .silent, .state, .threaten, .accuse, .ask, .confirm, .assess,
    ]
    #expect(Set(Case.Statement.Act.allCases) == named)
  }

  @Test func theStanceDecidesWhateverTheAct() throws {
    #expect(try stances("act: state, stance: for") == [.for])
    #expect(try stances("act: accept, stance: against") == [.against])
    #expect(try stances("act: demand, stance: open") == [.open])
    #expect(try stances("act: reject, stance: unclear") == [.unclear])
  }

  @Test func glyphs() throws {
    let glyphs = PositionStance.allCases.map(\.glyph)
    #expect(glyphs == ["✓", "⇄", "○", "✗", "?"])
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01, speaker: envoy",
        "id: b, act: reject, date: 2025-05-01, speaker: minister",
      ]))
    #expect(one["shared"]?.glyphs == "✓/✗")
  }

  @Test func forIfOutweighsForInTheSign() throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01", "id: b, act: condition, date: 2025-05-01",
      ]))
    #expect(one["shared"]?.glyphs == "⇄")
  }

  @Test func theAuthorsReadingIsTheAuthorsNotTheParty() throws {
    // "That the party has changed … is the author's."
    let one = try cell(
      record([
        "id: a, speaker: west, act: assess, of: north, change: softened, stance: for",
        "id: b, speaker: south, act: reject, date: 2025-05-01",
      ]))
    #expect(one.statements.isEmpty)
  }

  @Test func aPartysReadingOfAnotherIsNotItsOwnPosition() throws {
    let south = try cell(
      record(["id: a, speaker: consul, act: assess, of: north, stance: against"]), of: "south")
    #expect(south["shared"] == nil)
  }

  @Test func whatTheTextSaysInItsOwnVoiceIsThePartysAscribed() throws {
    let one = try cell(record(["id: a, act: demand, date: 2025-05-01"]))
    #expect(one.directness("a") == .ascribed)
  }

  @Test func requirementsGoWithTheStance() throws {
    let milestones = "milestones: [{id: dam-built, title: The dam is built}]"
    let one = try cell(
      record(
        [
          """
          id: a, act: condition, date: 2025-05-01,
              requires: [{milestone: dam-built, kind: before, inferred: ana}]
          """
        ], with: milestones))
    let line = try #require(one["shared"]?.requirements.first)
    #expect(line.kind == .before)
    #expect(line.step == "The dam is built")
    #expect(line.inferred == "ana")
    #expect(line.statement == "a")
  }
}
