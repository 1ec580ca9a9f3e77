internal import CaseModel

/// Accounts of a question of fact whose authors later gave another: they conflict with no one any more,
/// and are history.
struct ChangedAccounts {
  /// Of each account that its author gave up, the one that took its place; both places in the case.
  private let later: [Int: Int]

  /// Whether the author of a statement has since said otherwise.
  func isGivenUp(_ place: Int) -> Bool { later[place] != nil }

  /// - Parameter voices: those whose words a statement's are.
  /// - Complexity: O(assertions on questions of fact × those of one author).
  init(
    _ table: AssertionTable, _ filtered: FilteredCase,
    voices: (_ speakers: [Case.Actor.ID], _ said: EDTFDate?) -> [Case.Actor.ID]
  ) {
    var later: [Int: Int] = [:]
    for (place, issue) in filtered.theCase.issues.enumerated() where issue.kind == .factual {
      var byAuthor: [[Case.Actor.ID]: [Assertion]] = [:]
      for assertion in table.byIssue[place]
      where assertion.isFor != nil && !assertion.isDoubted && assertion.said != nil {
        let statement = filtered.theCase.statements[assertion.position]
        // What others pass on is their word for it.
        guard statement.via.allSatisfy({ filtered.index.actor($0)?.kind == .outlet }) else {
          continue
        }
        byAuthor[voices(statement.speaker, assertion.said).sorted(), default: []].append(assertion)
      }
      for accounts in byAuthor.values where accounts.count > 1 {
        for one in accounts {
          let other = accounts.last { other in
            guard let said = one.said, let after = other.said, after.isLater(than: said) else {
              return false
            }
            return one.relation(to: other, answersAreMany: issue.answers == .many) == .conflict
          }
          if let other { later[one.position] = other.position }
        }
      }
    }
    self.later = later
  }
}
