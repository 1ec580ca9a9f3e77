public import CaseModel
internal import Bargaining
internal import Foundations

extension Case {
  /// The scenario with an id, or the only one if `id` is nil.
  /// - Throws: ``ModelError`` if there is none such, or several and no id is given.
  public func scenario(_ id: Scenario.ID?) throws(ModelError) -> Scenario {
    try model(
      id, among: scenarios, .scenario, none: "the case has no scenario to settle",
      hint: "`dragoman scenario draft` makes one from the positions on record")
  }
}

extension ScenarioModel {
  /// What the engine refuses, at its place in the case.
  static func fault(_ error: ScenarioError, in source: Case.Scenario) -> ModelError {
    let path = EntryPath.entry(.scenarios, source.id.raw)
    func party(_ id: String) -> EntryPath {
      let position = source.parties.firstIndex { $0.id.raw == id }
      return position.map { path.key("parties").index($0) } ?? path
    }
    func issue(_ id: String) -> EntryPath {
      let position = source.issues.firstIndex { $0.name.raw == id }
      return position.map { path.key("issues").index($0) } ?? path
    }
    let words = "\(error)"
    switch error {
    case .reservationAboveBest(let id, let reservation, let best):
      return ModelError(
        party(id).key("reservation"),
        "`\(id)` would accept nothing less than \(reservation), but its best package is worth \(best)",
        hint: "lower the reservation value, or put it on the scale of the values")
    case .orderingContradicted(let id, let number):
      return ModelError(
        party(id).key("orderings").index(number),
        "no numbers within the ranges satisfy this ordering",
        hint: "widen a range, or drop the ordering")
    case .weightsSumToZero(let id):
      return ModelError(
        party(id).key("weights"), "no issue matters to `\(id)`: all its weights are 0",
        hint: "give one issue a weight above 0")
    case .inclusionDiffers(let id, let name):
      return ModelError(
        party(id),
        "all parties that score by the mean must leave out the same options of `\(name)`",
        hint: "give every party the utility `mean`, or none")
    case .tableIncomplete(let id, let missing):
      let choices = zip(source.issues, missing.options).map { issue, option in
        "\(issue.name)=\(issue.options.indices.contains(option) ? issue.options[option].id.raw : "\(option + 1)")"
      }
      return ModelError(
        party(id).key("table"),
        "`\(id)` has no value for the package \(choices.joined(separator: ", "))",
        hint: "list it, or say in `otherwise` what the packages not listed are worth")
    case .emptyIssue(let id), .brokenRange(let id): return ModelError(issue(id), words)
    case .tooManyOptions(let id, _, _): return ModelError(issue(id), words)
    case .negativeWeight(let id, _): return ModelError(party(id).key("weights"), words)
    default: return ModelError(path, words)
    }
  }

  static func fault(_ error: AnalysisError, in source: Case.Scenario) -> ModelError {
    let path = EntryPath.entry(.scenarios, source.id.raw)
    switch error {
    case .frontTooLarge(let limit):
      return ModelError(
        path, .tolerance,
        "the efficient frontier has more than \(Amount("\(limit)")?.words ?? "\(limit)") points",
        hint: "a tolerance of 0.01 finds one that is near it everywhere, in far fewer points")
    case .infeasibleStart:
      return ModelError(
        .package, "the package to start from breaks a link or a red line",
        hint: "the package's own table shows which; start from another")
    default: return ModelError("\(error)")
    }
  }
}
