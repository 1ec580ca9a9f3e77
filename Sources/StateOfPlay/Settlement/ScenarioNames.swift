internal import CaseModel

/// What people call the parts of a scenario.
extension CaseIndex {
  func name(of party: Case.Scenario.Party) -> String {
    party.title ?? (party.actors.isEmpty ? party.id.raw : names(party.actors))
  }

  func title(of issue: Case.Scenario.Issue) -> String {
    issue.title ?? issue.issue.flatMap { self.issue($0)?.title } ?? issue.name.raw
  }

  /// - Parameter id: of an answer the issue lists, or a number where it may be any.
  func title(ofOption id: String, in issue: Case.Scenario.Issue) -> String {
    let record = issue.issue.flatMap { self.issue($0) }
    guard let choice = issue.options.first(where: { $0.id.raw == id }) else {
      return Amount(id).map { Quantity($0, unit: issue.unit ?? record?.unit).words } ?? id
    }
    if let title = choice.title { return title }
    let option = record.flatMap { issue.recordOption(choice, in: $0) }
    return record?.options.first { $0.id == option }?.title ?? choice.id.raw
  }
}
