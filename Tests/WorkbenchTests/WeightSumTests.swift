import CaseModel
import Testing

@testable import Workbench

/// A form never passes over what weights sum to.
@Suite struct WeightSumTests {
  private func sum(_ weights: [String?]) -> WeightSum {
    var scenario = Case.Scenario()
    var party = Case.Scenario.Party(id: "north", actors: ["north"])
    for (place, weight) in weights.enumerated() {
      var issue = Case.Scenario.Issue()
      issue.id = Slug("issue-\(place)")
      scenario.issues.append(issue)
      guard let weight, let amount = Amount(weight) else { continue }
      var number = Case.Scenario.Number()
      number.value = amount
      party.weights[issue.name] = number
    }
    return WeightSum(party, of: scenario)
  }

  @Test func oneIsWhatItShouldBe() {
    #expect(!sum(["0.3", "0.3", "0.4"]).isDoubtful)
    #expect(sum(["0.333", "0.333", "0.334"]).words == "The weights sum to 1.")
  }

  @Test(arguments: [(["0.3", "0.4"], "0.7"), (["0.8", "0.4"], "1.2"), (["40", "60"], "100")])
  func anyOtherSumIsSaidWithWhatIsDone(_ weights: [String], _ total: String) {
    let sum = sum(weights)
    #expect(sum.isDoubtful)
    #expect(sum.words.contains("sum to \(total), not 1"))
    #expect(sum.words.contains("used as written"))
  }

  @Test func missingOnesAreSaid() {
    #expect(sum(["0.5", nil]).words.contains("1 issue has no weight"))
    #expect(sum([nil, nil]).words.hasPrefix("No weights"))
  }

  /// What is typed is summed as it will be once it is saved.
  @Test(arguments: [
    (["issue-0=0.4", "issue-1=0,6"], "The weights sum to 1.", false),
    (["issue-0=0.2–0.4", "issue-1=0.6"], "The weights sum to 0.9, not 1", true),
    (["issue-0=0.5", "issue-1= "], "1 issue has no weight", true),
    (["issue-0=", "issue-1="], "No weights", true),
    (["issue-0=0.5", "issue-1=a lot"], "“a lot” is not a number or a range.", true),
  ])
  func whatIsTypedIsSummed(_ weights: [String], _ words: String, _ isDoubtful: Bool) {
    var scenario = Case.Scenario()
    let party = Case.Scenario.Party(id: "north", actors: ["north"])
    for place in 0..<2 {
      var issue = Case.Scenario.Issue()
      issue.id = Slug("issue-\(place)")
      scenario.issues.append(issue)
    }
    let sum = WeightSum.typed(weights, for: party, of: scenario)
    #expect(sum.words.hasPrefix(words) && sum.isDoubtful == isDoubtful, "\(sum.words)")
  }
}
