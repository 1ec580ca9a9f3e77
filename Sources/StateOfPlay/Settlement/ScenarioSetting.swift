internal import CaseModel
internal import Foundations

/// A change of a scenario, with what it names found there.
struct ScenarioSetting {
  private enum Target {
    case weight(party: Int, issue: Slug)
    case value(party: Int, issue: Slug, option: String)
    case reservation(party: Int)
    case redLine(party: Int, number: Int)
    case link(number: Int)
  }

  private let target: Target
  private let value: ScenarioChange.Value?
  /// The id of the red line or link that it gives up; nil for a change of a number.
  let givenUp: String?

  init(_ change: ScenarioChange, of scenario: Case.Scenario) throws(ModelError) {
    func known(_ id: String, _ all: [String], _ noun: String) throws(ModelError) -> Int {
      if let position = all.firstIndex(of: id) { return position }
      throw ModelError(
        .setting, "the scenario has no \(noun) `\(id)`",
        hint: suggestion(for: id, among: all) ?? "it has \(all.alternatives)")
    }
    func place(ofParty id: String) throws(ModelError) -> Int {
      try known(id, scenario.parties.map(\.id.raw), "party")
    }
    let issues = scenario.issues.map(\.name.raw)
    switch change {
    case .weight(let name, let issue, let value):
      let party = try place(ofParty: name)
      target = .weight(party: party, issue: Slug(issues[try known(issue, issues, "issue")]))
      (self.value, givenUp) = (value, nil)
    case .value(let name, let issue, let option, let value):
      let party = try place(ofParty: name)
      let named = issues[try known(issue, issues, "issue")]
      let values = scenario.parties[party].values[named]?.names ?? []
      target = .value(
        party: party, issue: Slug(named), option: values[try known(option, values, "value for")])
      (self.value, givenUp) = (value, nil)
    case .reservation(let name, let value):
      target = .reservation(party: try place(ofParty: name))
      (self.value, givenUp) = (value, nil)
    case .withoutRedLine(let name, let number):
      let party = try place(ofParty: name)
      let lines = scenario.parties[party].redLines
      guard lines.indices.contains(number - 1) else {
        throw ModelError(
          .setting, "there is no red line `\(number)`",
          hint: "they are counted from 1 to \(lines.count)")
      }
      target = .redLine(party: party, number: number - 1)
      (value, givenUp) = (nil, "\(name).redline.\(number)")
    case .withoutLink(let number):
      guard scenario.links.indices.contains(number - 1) else {
        throw ModelError(
          .setting, "there is no link `\(number)`",
          hint: "they are counted from 1 to \(scenario.links.count)")
      }
      target = .link(number: number - 1)
      (value, givenUp) = (nil, "link.\(number)")
    }
  }

  /// Makes the change, and says it in words.
  func apply(to scenario: inout Case.Scenario, _ index: CaseIndex) -> String {
    let amount = value?.words ?? ""
    let number = value?.number
    func title(_ name: Slug, option: String? = nil) -> String {
      guard let issue = scenario.issues.first(where: { $0.name == name }) else { return name.raw }
      let title = index.title(of: issue)
      return option.map { "“\(title): \(index.title(ofOption: $0, in: issue))”" } ?? "“\(title)”"
    }
    func name(_ party: Int) -> String { index.name(of: scenario.parties[party]) }
    switch target {
    case .weight(let party, let issue):
      // Where no weights are given all count 1, and go on doing so.
      if scenario.parties[party].weights.isEmpty {
        for issue in scenario.issues {
          scenario.parties[party].weights[issue.name] = .init(Amount(1))
        }
      }
      scenario.parties[party].weights[issue] = number
      return "\(name(party)) gives \(title(issue)) the weight \(amount)"
    case .value(let party, let issue, let option):
      scenario.parties[party].values[issue]?[option] = number
      return "to \(name(party)) \(title(issue, option: option)) is worth \(amount)"
    case .reservation(let party):
      scenario.parties[party].reservation = number
      return "\(name(party)) has the reservation value \(amount)"
    case .redLine(let party, let position):
      // A red line that rules out nothing keeps the numbers of those after it.
      let line = scenario.parties[party].redLines[position]
      let first = scenario.issues[0]
      let option = first.options.first?.id.raw ?? first.range?.from.text ?? ""
      scenario.parties[party].redLines[position].never =
        "\(first.name)=\(option) and not \(first.name)=\(option)"
      return "without the red line “\(line.title ?? line.never)”"
    case .link(let position):
      let link = scenario.links[position]
      let ends = link.excludes.isEmpty ? link.requires : link.excludes
      scenario.links[position].requires = [ends[0], ends[0]]
      scenario.links[position].excludes = []
      return "without the link “\(link.title ?? ends.map(\.text).joined(separator: ", "))”"
    }
  }
}
