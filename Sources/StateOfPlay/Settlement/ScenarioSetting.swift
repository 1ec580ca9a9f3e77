internal import CaseModel
internal import Foundations

/// One change of a scenario, as ``SettlementQuestions/settings`` has it.
struct ScenarioSetting {
  private enum Target {
    case weight(party: Int, issue: Slug)
    case value(party: Int, issue: Slug, option: String)
    case reservation(party: Int)
    case redLine(party: Int, number: Int)
    case link(number: Int)
  }

  /// What it changes, and as it was written behind the sign.
  private let name, value: String
  private let target: Target
  private let number: Case.Scenario.Number?

  static let form =
    "write PARTY.weight.ISSUE=0.4, PARTY.value.ISSUE.OPTION=0.4..0.6, PARTY.reservation=0.3, PARTY.redline.1=off or link.1=off"

  init(_ text: String, of scenario: Case.Scenario) throws(ModelError) {
    func fault(_ message: String, _ hint: String? = nil) -> ModelError {
      ModelError(.setting, message, hint: hint ?? Self.form)
    }
    guard let sign = text.firstIndex(of: "=") else { throw fault("`\(text)` changes nothing") }
    let name = String(text[..<sign])
    let value = String(text[text.index(after: sign)...])
    (self.name, self.value) = (name, value)
    let parts = name.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
      .map(String.init)
    func known(_ id: String, _ all: [String], _ noun: String) throws(ModelError) -> Int {
      if let position = all.firstIndex(of: id) { return position }
      throw fault(
        "the scenario has no \(noun) `\(id)`",
        suggestion(for: id, among: all) ?? "it has \(all.alternatives)")
    }
    let issues = scenario.issues.map(\.name.raw)
    if parts.count == 2, parts[0] == "link", value == "off" {
      guard let number = Int(parts[1]), scenario.links.indices.contains(number - 1) else {
        throw fault(
          "there is no link `\(parts[1])`", "they are counted from 1 to \(scenario.links.count)")
      }
      (target, self.number) = (.link(number: number - 1), nil)
      return
    }
    guard parts.count >= 2 else { throw fault("`\(name)` is not a number of a scenario") }
    let party = try known(parts[0], scenario.parties.map(\.id.raw), "party")
    switch (parts[1], parts.count) {
    case ("redline", 3) where value == "off":
      let lines = scenario.parties[party].redLines
      guard let number = Int(parts[2]), lines.indices.contains(number - 1) else {
        throw fault(
          "there is no red line `\(parts[2])`", "they are counted from 1 to \(lines.count)")
      }
      (target, self.number) = (.redLine(party: party, number: number - 1), nil)
      return
    case ("reservation", 2): target = .reservation(party: party)
    case ("weight", 3):
      target = .weight(party: party, issue: Slug(issues[try known(parts[2], issues, "issue")]))
    case ("value", 4):
      let issue = try known(parts[2], issues, "issue")
      let values = scenario.parties[party].values[issues[issue]]?.names ?? []
      target = .value(
        party: party, issue: Slug(issues[issue]),
        option: values[try known(parts[3], values, "value for")])
    default: throw fault("`\(name)` is not a number of a scenario")
    }
    let ends = value.replacing("..", with: " ").split(separator: " ").map { Amount(String($0)) }
    guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1] else {
      throw fault("`\(value)` is not a number")
    }
    guard low <= high else { throw fault("the range `\(value)` runs backwards") }
    var number = Case.Scenario.Number(low)
    if ends.count == 2 {
      number = .init(low, from: low, to: high)
      number.value = nil
    }
    self.number = number
  }

  /// The id of the red line or link that it gives up; nil for a change of a number.
  var givenUp: String? {
    switch target {
    case .redLine, .link: name
    case .weight, .value, .reservation: nil
    }
  }

  /// Makes the change, and says it in words.
  func apply(to scenario: inout Case.Scenario, _ index: CaseIndex) -> String {
    let amount = value.replacing("..", with: " to ")
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
