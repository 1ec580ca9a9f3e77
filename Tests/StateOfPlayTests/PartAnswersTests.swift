import CaseModel
import StateOfPlay
import Testing

/// What is said of the parts of an offer by those who neither accept nor refuse the whole, in a dispute
/// over pay at a port.
@Suite struct PartAnswersTests {
  private static let package =
    "about: {together: [{issue: pay, value: {quantity: 4, unit: percent}}, {issue: rehire, option: back}]}"
  private static let offer = "id: o, speaker: company, act: offer, date: 2031-03-05, \(package)"
  private static let limit =
    "redLine: true, about: {issue: pay, value: {quantity: 6, unit: percent, comparator: \"≥\"}}"

  private func answer(
    _ lines: [String], asOf: String = "2031-03-31"
  ) throws -> OffersView.Answer {
    let view = offers(try record(lines, with: LedgerTests.port), try .asOf(asOf))
    let first = try #require(view.offers.last)
    return try #require(first.answers.first { $0.party == "union" })
  }

  // MARK: Neither yes nor no

  @Test(arguments: ["takeNote", "silent"])
  func aNoteOrSilenceHidesNoRefusalOfAPart(_ act: String) throws {
    let note = "id: n, speaker: union, act: \(act), date: 2031-03-06, about: {statement: o}"
    let no =
      "id: no, speaker: union, act: reject, date: 2031-03-07, about: {issue: rehire, option: back}"
    let found = try answer([Self.offer, note, no])
    #expect(found.stance == .unclear && found.statements == ["n"])
    #expect(found.onParts.map(\.stance) == [.against])
    #expect(found.onParts.map(\.statements) == [["no"]])
    // To take note of a part says no more.
    let vague = no.replacing("reject", with: "takeNote")
    #expect(try answer([Self.offer, note, vague]).onParts.isEmpty)
    // A yes to the whole answers for its parts.
    let yes = note.replacing(act, with: "accept")
    #expect(try answer([Self.offer, yes, no]).onParts.isEmpty)
  }

  @Test func aRedLineDrawnBeforeRulesThePartOut() throws {
    let line = "id: l, speaker: union, act: demand, date: 2031-03-01, \(Self.limit)"
    let silent = "id: s, speaker: union, act: silent, date: 2031-03-06, about: {statement: o}"
    let found = try answer([line, Self.offer, silent])
    #expect(found.onParts.map(\.stance) == [.against] && found.onParts.map(\.isRedLine) == [true])
    #expect(found.onParts.map(\.statements) == [["l"]])
    // A number named without one, before the offer, is no answer to it.
    let plain = line.replacing("redLine: true, ", with: "")
    #expect(try answer([plain, Self.offer, silent]).onParts.isEmpty)
    // A line that the party has gone beyond since no longer stands.
    let lower =
      "id: m, speaker: union, act: accept, date: 2031-03-03, about: {issue: pay, value: {quantity: 3, unit: percent}}"
    #expect(try answer([line, lower, Self.offer, silent]).onParts.isEmpty)
  }

  // MARK: Closed offers

  private static let condition =
    "id: c, speaker: union, act: accept, date: 2031-03-06, about: {issue: rehire, option: back}, requires: [{issue: pay, value: {quantity: 5, unit: percent}, kind: before}]"
  private static let next =
    "id: o2, speaker: company, act: offer, date: 2031-03-10, about: {together: [{issue: pay, value: {quantity: 5, unit: percent}}, {issue: rehire, option: back}]}"
  private static let later =
    "id: r, speaker: union, act: reject, date: 2031-03-12, about: {issue: rehire, option: back}"

  @Test func aClosedOfferKeepsWhatWasSaidOfItsParts() throws {
    let open = try answer([Self.offer, Self.condition], asOf: "2031-03-09")
    #expect(open.onParts.map(\.stance) == [.forIf] && open.onParts.map(\.statements) == [["c"]])
    let closed = try answer([Self.offer, Self.condition, Self.next, Self.later])
    #expect(closed.onParts == open.onParts, "what is said later is said of the next one")
  }

  @Test func aLapsedOfferKeepsThemToo() throws {
    let until = Self.offer.replacing(
      "date: 2031-03-05", with: "date: 2031-03-05, until: 2031-03-11")
    let found = try answer([until, Self.condition, Self.later])
    #expect(found.onParts.map(\.statements) == [["c"]])
    // Said while it was open the later word is the answer.
    let soon = Self.later.replacing("2031-03-12", with: "2031-03-11")
    #expect(try answer([until, Self.condition, soon]).onParts.map(\.stance) == [.against])
  }

  @Test func aRedLineOfTheTimeIsKeptWithIt() throws {
    let line = "id: l, speaker: union, act: demand, date: 2031-03-01, \(Self.limit)"
    let lower =
      "id: m, speaker: union, act: accept, date: 2031-03-12, about: {issue: pay, value: {quantity: 4, unit: percent}}"
    let found = try answer([line, Self.offer, Self.next, lower])
    #expect(found.onParts.map(\.stance) == [.against])
    #expect(found.onParts.map(\.statements) == [["l"]])
    // Within the line the number moves, and the line stands.
    let higher =
      "id: h, speaker: union, act: demand, date: 2031-03-02, about: {issue: pay, value: {quantity: 8, unit: percent}}"
    #expect(try answer([line, higher, Self.offer, Self.next]).onParts.map(\.statements) == [["l"]])
  }

  @Test func whatWasTakenBackInTimeIsNotKept() throws {
    let back =
      "id: b, speaker: union, act: withdraw, date: 2031-03-07, drops: [c], about: {issue: rehire, option: back}"
    #expect(try answer([Self.offer, Self.condition, back, Self.next]).onParts.isEmpty)
  }
}
