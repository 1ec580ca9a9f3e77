import CaseModel
import Foundation
import Foundations
import HTTPTypes
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

@testable import Workbench

@Suite struct SettlementPageTests {
  private struct Answer: Decodable {
    var view: SettlementView
  }

  private func visit(_ address: String) async throws -> (status: Int, text: String) {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    let answer = try await site.get(address, cookie: cookie)
    return (answer.status, answer.text)
  }

  private func view(_ address: String) async throws -> SettlementView {
    let answer = try await visit(address)
    #expect(answer.status == 200, "\(answer.text.prefix(300))")
    return try JSONDecoder().decode(Answer.self, from: Data(answer.text.utf8)).view
  }

  @Test func anotherNumberGivesAnotherZone() async throws {
    let theCase = try ExampleCase.istanbul().theCase
    var questions = SettlementQuestions()
    questions.settings = [try ScenarioChange("ukraine.reservation=0.75")]
    questions.draws = 0
    let expected = try settlement(theCase, asking: questions)
    let written = try settlement(theCase)
    let shown = try await view("/settlement.json?set.ukraine.reservation=0.75")
    #expect(shown.zone == expected.zone)
    #expect(shown.zone != written.zone)
    #expect(shown.changes.count == 1 && shown.robustness == nil)
  }

  @Test func thePageSaysWhatItWasBefore() async throws {
    let text = try await visit("/settlement?set.ukraine.reservation=0.75").text
    let written = try await view("/settlement.json")
    #expect(
      text.contains("With the scenario&#39;s own numbers, \(written.zone.acceptable.atLeast) of"))
    #expect(text.contains("Suppose:"))
    #expect(
      text.contains("name=\"set.ukraine.reservation\"")
        && text.contains("value=\"0.75\" data-own=\"0.6\""))
  }

  @Test func whatIsWrittenAlreadyIsNoChange() async throws {
    #expect(try await view("/settlement.json?set.ukraine.reservation=0.6").changes.isEmpty)
  }

  @Test func aRedLineGivenUpOpensMore() async throws {
    let written = try await view("/settlement.json")
    let open = try await view("/settlement.json?set.ukraine.redline.1=off")
    #expect(open.constraints.count == written.constraints.count - 1)
    #expect(
      try #require(Int(open.zone.feasible.atLeast)) > #require(Int(written.zone.feasible.atLeast)))
  }

  @Test func choicesStandOverThePackageNamed() async throws {
    let named = try await view("/settlement.json?package=draft-2022")
    let issue = try #require(named.issues.first)
    let draft = try #require(named.asked.first.flatMap { named.view(of: $0) })
    let other = try #require(issue.options.first { $0.id != draft.options[0] })
    let chosen = try await view(
      "/settlement.json?package=draft-2022&choose.\(issue.id)=\(other.id)")
    let asked = try #require(chosen.asked.first.flatMap { chosen.view(of: $0) })
    #expect(asked.options == [other.id] + draft.options.dropFirst())
  }

  @Test(arguments: [
    ("set.ukraine.weight.weather=1", "no issue `weather`"),
    ("set.ukraine.reservation=much", "is not a number"),
    ("set.ukraine.reservation=7", "nothing less than 7"),
    ("choose.ceasefire=maybe", "no option `maybe`"),
    ("package=nonsense", "no package `nonsense`"), ("draws=-1", "is not a number from 0"),
    ("scenario=nothing", "nknown scenario"),
  ])
  func whatCannotBeReckonedWithIsSaid(_ query: String, _ words: String) async throws {
    let page = try await visit("/settlement?\(query)")
    #expect(page.text.contains(words), "\(page.text.suffix(500))")
    // The page shows the scenario as it stands where it can; data never stands for another question.
    for twin in ["json", "csv"] {
      #expect(try await visit("/settlement.\(twin)?\(query)").status == 400)
    }
  }

  @Test func aCaseWithoutScenarioSaysHowToGetOne() async throws {
    var theCase = try ExampleCase.istanbul().theCase
    theCase.scenarios = []
    let site = TestSite(FixedKeeper(theCase))
    let cookie = try await site.signIn()
    #expect(try await site.get("/settlement", cookie: cookie).text.contains("a draft is made"))
    #expect(try await site.get("/settlement.json", cookie: cookie).status == 404)
  }

  @Test func theOrderOfNumbersIsNoPartOfTheAddress() async throws {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    let answer = try await site.get(
      "/settlement?set.ukraine.reservation=0.5&set.russia.reservation=0.4&set.ukraine.reservation=0.7",
      cookie: cookie)
    #expect(
      answer.headers[.location]
        == "/settlement?set.russia.reservation=0.4&set.ukraine.reservation=0.7")
  }

  @Test func aSliderBeginsOnAWholeStep() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<1000 {
      let number = (Double.random(in: -5...5, using: &random) * 1e6).rounded() / 1e6
      let (a, b) = (
        Double.random(in: -9...9, using: &random), Double.random(in: -900...900, using: &random)
      )
      let scale = SliderScale(min(a, b), max(a, b), through: number)
      let (low, high, step) = (
        try #require(Double(scale.low)), try #require(Double(scale.high)),
        try #require(Double(scale.step))
      )
      #expect(low <= min(a, b, number) + 1e-6 && high >= max(a, b, number) - 1e-6 && low < high)
      let steps = (number - low) / step
      #expect(abs(steps - steps.rounded()) < 1e-3, "\(number) from \(scale)")
    }
    #expect(SliderScale(0, 1, through: 0.6).step == "0.001")
    #expect(SliderScale.text(-0.05) == "-0.05" && SliderScale.text(1200) == "1200")
  }
}

extension SettlementView {
  fileprivate func view(of key: String) -> PackageLine? { packages.first { $0.key == key } }
}
