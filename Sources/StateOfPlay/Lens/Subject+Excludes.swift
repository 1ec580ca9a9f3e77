internal import CaseModel

extension Subject {
  /// The two are answers to one issue, of which one alone can hold.
  ///
  /// Numbers and dates do where they have nothing in common, sets where neither holds the other;
  /// where several options may hold at once, none excludes another.
  func excludes(_ other: Subject, _ index: CaseIndex) -> Bool {
    guard case .issue(let id, let answer) = self, case .issue(id, let given) = other,
      let issue = index.issue(id)
    else { return false }
    switch (answer, given) {
    case (.options(let asked), .options(let given)):
      return issue.answers == .one && Set(asked).isDisjoint(with: given)
    case (.value(.set(let asked)), .value(.set(let given))):
      return !asked.open && !given.open && !asked.held.isSubset(of: given.held)
        && !given.held.isSubset(of: asked.held)
    case (.value(let asked), .value(let given)):
      let units = UnitTable(
        issue, [asked, given].map { AnswerKey(id: $0.key, title: "", value: $0) })
      guard let one = units.interval(asked), let two = units.interval(given) else { return false }
      return one.isDisjoint(from: two)
    default: return false
    }
  }
}
