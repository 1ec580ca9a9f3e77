internal import CaseModel

extension FilteredCase {
  /// The statements a model rests on that do not count through the lens.
  func statementsLeftOut(of model: some Shaped) -> [Case.Statement.ID] {
    let named = NamedStatements()
    var walker = ReferenceWalker { id, target, _ in
      if target == .entry(.statements) { named.found.insert(Case.Statement.ID(id)) }
    }
    var walked = model
    walked.walk(&walker)
    return named.found.sorted().filter { id in
      guard let statement = index.statement(id) else { return false }
      guard admits(statement) else { return true }
      guard let asOf = lens.asOf, let said = index.said(statement) else { return false }
      return said.latest > asOf.latest
    }
  }
}

/// Collects from inside the walker's closure.
private final class NamedStatements {
  var found: Set<Case.Statement.ID> = []
}
