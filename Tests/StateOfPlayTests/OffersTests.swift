import CaseModel
import StateOfPlay
import Testing

/// Packages put forward as a whole, on the dispute over pay at a port.
@Suite struct OffersTests {
  private let package =
    "about: {together: [{issue: pay, value: {quantity: 4, unit: percent}}, {issue: rehire, option: back}]}"
  private let next =
    "about: {together: [{issue: pay, value: {quantity: 5, unit: percent}}, {issue: rehire, option: back}]}"

  private func made(_ lines: [String], asOf: String? = nil, party: Case.Actor.ID? = nil) throws
    -> OffersView
  {
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    lens.parties = party.map { [$0] } ?? []
    return offers(try record(lines, with: LedgerTests.port), lens)
  }

  @Test func aPackageIsOnTheTableUntilTheOtherSideAnswers() throws {
    let lines = [
      "id: a, speaker: company, act: offer, date: 2031-03-01, \(package)",
      "id: b, speaker: union, act: reject, date: 2031-03-05, \(package)",
    ]
    let before = try #require(try made(lines, asOf: "2031-03-04").last)
    #expect(before.state == .onTheTable)
    #expect(before.by == ["company"])
    #expect(before.parts.count == 2)
    #expect(before.answers.first { $0.party == "union" }?.stance == nil)
    let after = try #require(try made(lines).last)
    #expect(after.state == .rejected)
    #expect(after.answers.first { $0.party == "union" }?.statements == ["b"])
  }

  @Test func anOfferPastItsDayHasLapsed() throws {
    let lines = [
      "id: a, speaker: company, act: offer, date: 2031-03-01, until: 2031-03-10, \(package)"
    ]
    #expect(try made(lines, asOf: "2031-03-10").offers.first?.state == .onTheTable)
    #expect(try made(lines, asOf: "2031-03-11").offers.first?.state == .lapsed)
  }

  @Test func oneSaidLaterIsNotShownBeforeItWasMade() throws {
    let lines = ["id: a, speaker: company, act: offer, date: 2031-03-01, \(next)"]
    #expect(try made(lines, asOf: "2031-02-28").offers.isEmpty)
  }

  @Test func aPartyChoosesTheOffersItMadeOrWasAsked() throws {
    let lines = ["id: a, speaker: company, act: offer, date: 2031-03-01, \(package)"]
    #expect(try made(lines, party: "company").offers.count == 1)
    #expect(try made(lines, party: "mayor").offers.isEmpty)
  }
}
