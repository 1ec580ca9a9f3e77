internal import CaseModel

/// Accounts of a question of fact whose authors later gave another: they conflict with no one any more,
/// and are history.
struct ChangedAccounts {
  /// By the issue's place in the case, the places of accounts that their authors gave up.
  private var byIssue: [Int: [Int]] = [:]
  private let givenUp: Set<Int>

  /// Whether the author of a statement has since said otherwise.
  func isGivenUp(_ place: Int) -> Bool { givenUp.contains(place) }

  /// - Parameters:
  ///   - before: those of the case before; on issues whose assertions are the same they are kept.
  ///   - voices: those whose words a statement's are.
  /// - Complexity: O(assertions on questions of fact × those of one author).
  init(
    _ table: AssertionTable, _ filtered: FilteredCase,
    after before: (accounts: ChangedAccounts, edit: StatementEdit)? = nil,
    voices: (_ speakers: [Case.Actor.ID], _ said: EDTFDate?) -> [Case.Actor.ID]
  ) {
    for (place, issue) in filtered.theCase.issues.enumerated() where issue.kind == .factual {
      if let (accounts, edit) = before, table.isKept[place] {
        byIssue[place] = accounts.byIssue[place]?.compactMap { edit.place(of: $0) }
        continue
      }
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
          if other != nil { byIssue[place, default: []].append(one.position) }
        }
      }
    }
    givenUp = Set(byIssue.values.joined())
  }
}
