import CaseModel
import StateOfPlay
import TestSupport
import Testing

/// Two coders read the same words in two ways.
@Suite struct CoderDifferencesTests {
  private static let analysts = "analysts: [{id: eva, name: Eva}, {id: ben, name: Ben}]"

  private func made(_ second: String, _ more: [String] = []) throws -> Case {
    try record(
      ["id: a, act: accept, date: 2025-05-01, by: eva", second] + more, with: Self.analysts)
  }

  private let other = "id: b, act: reject, date: 2025-05-01, by: ben"

  @Test func theyAreListedApart() throws {
    let theCase = try made(other)
    #expect(contradictions(theCase).coders.map { [$0.first, $0.second] } == [["a", "b"]])
    let one = try cell(theCase)
    #expect(one.isContested && one.isContestedByCodersAlone)
    // Where something else was said too, it is not the coders alone.
    let more =
      "id: c, act: reject, date: 2025-05-01, by: eva, source: other, quote: {start: 5, end: 9}"
    let two = try cell(made(other, [more]))
    #expect(two.isContested && !two.isContestedByCodersAlone)
    let alone = try made(other.replacing("ben", with: "eva"))
    #expect(contradictions(alone).coders.isEmpty)
    let same = try made(other.replacing("reject", with: "accept"))
    #expect(contradictions(same).coders.isEmpty)
  }

  /// What was said only after as-of is in no list, nor what the lens leaves out.
  @Test func theyObeyTheLens() throws {
    let theCase = try made(other.replacing("2025-05-01", with: "2025-05-20"))
    #expect(contradictions(theCase).coders.count == 1)
    #expect(try contradictions(theCase, .asOf("2025-05-10")).coders.isEmpty)
    var lens = Lens()
    lens.parties = ["south"]
    #expect(contradictions(theCase, lens).coders.isEmpty)
    lens.parties = ["north"]
    #expect(contradictions(theCase, lens).coders.count == 1)
  }

  /// Without places, and many of them: pairs would be 200 million.
  @Test func manyByOneCoder() throws {
    let time = ProcessorTime()
    var theCase = try made(other)
    let (a, b) = (theCase.statements[0], theCase.statements[1])
    theCase.statements = []
    for number in 0..<20_000 {
      for one in [a, b] where one.id == "a" || number < 10 {
        var next = one
        next.id = .init("\(one.id)-\(number)")
        next.quote = Quote([.init(start: 10 * number, end: 10 * number + 5)])
        theCase.statements.append(next)
      }
    }
    #expect(contradictions(theCase).coders.count == 10)
    #expect(time.seconds < 60)
  }
}
