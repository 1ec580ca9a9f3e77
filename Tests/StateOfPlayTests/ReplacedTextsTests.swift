import CaseModel
import StateOfPlay
import Testing

/// What a signed or agreed text does to the drafts and packages before it, on a toll bridge.
@Suite struct ReplacedTextsTests {
  private static let proposal = Bridge.text(
    "first", "2051-03-01",
    "by: [hill, shore], status: [{level: tabled, date: 2051-03-01, basis: ana}]",
    [
      "about: {issue: toll, value: {quantity: 12, unit: coin}}, status: proposed, basis: ana",
      "about: {issue: keeper, option: theirs}, status: proposed, basis: ana",
    ])
  private static let signed = Bridge.text(
    "pact", "2051-04-01",
    "by: [hill, shore], signed: {date: 2051-04-01, by: [hill, shore], evidence: [sign]}",
    [
      "about: {issue: toll, value: {quantity: 11, unit: coin}}, status: agreed, evidence: [sign]",
      "about: {issue: keeper, option: theirs}, status: agreed, evidence: [sign]",
    ])
  private static let sign =
    "id: sign, speaker: [hill, shore], act: accept, date: 2051-04-01, about: {draft: pact}"
  private static let later =
    "id: later, speaker: hill, act: demand, date: 2051-05-01, \(Bridge.coins("14"))"

  @Test func theSignedTextIsTheLastOfferAndNotTheDraftThatItReplaced() throws {
    let theCase = try Bridge.record([Self.sign, Self.later], texts: [Self.proposal, Self.signed])
    let view = offers(theCase, try .asOf("2051-06-01"))
    #expect(view.last?.draft == "pact")
    #expect(view.last?.state == .signed)
    let first = try #require(view.offers.first { $0.draft == "first" })
    #expect(first.state == .replaced)
    // What was said of the subjects since is no answer to it.
    #expect(first.answers.allSatisfy { $0.onParts.isEmpty })
    // Nor does the list of texts know it otherwise.
    let texts = drafts(theCase, try .asOf("2051-06-01")).drafts
    #expect(texts.map(\.closed) == [.replaced, nil])
    #expect(drafts(theCase, try .asOf("2051-03-15")).drafts.map(\.closed) == [nil])
  }

  @Test func whatWasAskedForAReplacedPaperIsAskedNoLonger() throws {
    let paper = Bridge.text(
      "paper", "2051-03-01",
      "by: arbiter, to: [hill, shore], status: [{level: tabled, date: 2051-03-01, basis: ana}]",
      ["about: {issue: toll, value: {quantity: 12, unit: coin}}, status: proposed, basis: ana"])
    let yes =
      "id: yes, speaker: hill, act: accept, date: 2051-03-09, about: {draft: paper}, requires: [{issue: lamps, option: lit, kind: before}]"
    let before = try Bridge.views(
      [yes, Self.sign], texts: [paper, Self.signed], asOf: "2051-03-20")
    #expect(before.preconditions.edges.map(\.state) == [.standing])
    let after = try Bridge.views([yes, Self.sign], texts: [paper, Self.signed])
    #expect(after.preconditions.edges.map(\.closing?.reason) == [.replaced])
    #expect(after.preconditions.edges.map(\.closing?.statements) == [["sign"]])
  }

  @Test func aPackageIsClosedOnceItsAuthorAgreesToAnotherAnswerWhileItIsOpen() throws {
    let offer =
      "id: offer, speaker: shore, to: hill, act: offer, date: 2051-05-05, until: 2051-05-31, about: {together: [{issue: toll, value: {quantity: 8, unit: coin}}, {issue: lamps, option: dark}]}"
    let agreed = Bridge.text(
      "sheet", "2051-05-20",
      "by: [hill, shore], status: [{level: agreed, date: 2051-05-20, evidence: [agree]}]",
      ["about: {issue: toll, value: {quantity: 10, unit: coin}}, status: agreed, evidence: [agree]"]
    )
    let agree =
      "id: agree, speaker: [hill, shore], act: accept, date: 2051-05-20, about: {draft: sheet}"
    func states(_ lines: [String], _ texts: [String] = []) throws -> [OffersView.State] {
      offers(try Bridge.record(lines, texts: texts), try .asOf("2051-05-25")).offers
        .filter { $0.draft == nil }.map(\.state)
    }
    #expect(try states([offer]) == [.onTheTable])
    #expect(try states([offer, agree], [agreed]) == [.replaced])
    let own =
      "id: own, speaker: [hill, shore], act: accept, date: 2051-05-20, \(Bridge.coins("10"))"
    #expect(try states([offer, own]) == [.replaced])
    // To ask for another answer meanwhile closes nothing.
    let ask = "id: ask, speaker: shore, act: demand, date: 2051-05-20, \(Bridge.coins("7"))"
    #expect(try states([offer, ask]) == [.onTheTable])
  }

  @Test func whatIsSaidOfAPartOnTheVeryDayIsAnAnswer() throws {
    let offer =
      "id: offer, speaker: shore, act: offer, date: 2051-05-05, about: {together: [{issue: toll, value: {quantity: 8, unit: coin}}, {issue: lamps, option: dark}]}"
    let no = "id: no, speaker: hill, act: reject, date: 2051-05-05, \(Bridge.coins("8"))"
    let answer = try #require(
      offers(try Bridge.record([offer, no]), try .asOf("2051-06-01")).offers.first?.answers.first)
    #expect(answer.onParts.map(\.statements) == [["no"]])
    // Said before it, it is none.
    let before = try #require(
      offers(try Bridge.record([no, offer]), try .asOf("2051-06-01")).offers.first?.answers.first)
    #expect(before.onParts.isEmpty)
  }
}
