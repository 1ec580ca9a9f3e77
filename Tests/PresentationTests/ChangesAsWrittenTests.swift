import CaseModel
import StateOfPlay
import Testing

@testable import Presentation

/// Changes of a model to try, as they are written at a flag and in an address.
@Suite struct ChangesAsWrittenTests {
  @Test func changesOfAScenario() throws {
    let low = try #require(Amount("0.1"))
    let high = try #require(Amount("0.3"))
    let range = try #require(ScenarioChange.Value(from: low, to: high))
    #expect(try ScenarioChange("n.reservation=0.1") == .reservation(party: "n", to: .init(low)))
    #expect(
      try ScenarioChange("s.weight.water=0.1..0.3")
        == .weight(party: "s", issue: "water", to: range))
    #expect(
      try ScenarioChange("s.value.pay.5.5=0.1")
        == .value(party: "s", issue: "pay", option: "5.5", to: .init(low)))
    #expect(try ScenarioChange("s.redline.2=off") == .withoutRedLine(party: "s", number: 2))
    #expect(try ScenarioChange("link.1=off") == .withoutLink(number: 1))
  }

  @Test(arguments: [
    ("n.weight.water", "changes nothing"), ("n.weight.water=NaN", "is not a number"),
    ("n.weight.water=2..1", "runs backwards"), ("n.wight.water=1", "is not a number of a scenario"),
    ("n=1", "is not a number of a scenario"), ("link.one=off", "there is no link"),
    ("s.redline.x=off", "there is no red line"),
    ("n.redline.1=0.5", "is not a number of a scenario"),
  ])
  func whatIsNoChangeOfAScenarioIsSaid(_ text: String, _ words: String) {
    let error = #expect(throws: ModelError.self) { try ScenarioChange(text) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    #expect(error?.question == .setting && error?.hint != nil)
  }

  @Test func changesOfAConflict() throws {
    #expect(try ConflictChange(" n : not ours ") == .wants(maker: "n", formula: "not ours"))
    #expect(try ConflictChange("n: without 2") == .without(maker: "n", preference: 2))
    #expect(try ConflictChange("never ours and theirs") == .never(formula: "ours and theirs"))
    for text in ["ours", "n: without two"] {
      let error = #expect(throws: ModelError.self) { try ConflictChange(text) }
      #expect(error?.question == .change && error?.hint != nil)
    }
  }
}
