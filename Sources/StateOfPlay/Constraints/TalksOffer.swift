internal import CaseModel

/// A statement that offers or accepts to meet or to sign.
struct TalksOffer {
  /// Its place in the case.
  let statement: Int
  /// Whether it is a signature that is offered; else it is talks.
  let isSignature: Bool
  /// Whom the meeting or signature would be with, its own side among them.
  let otherSide: [Case.Actor.ID]

  /// Those of the case, in its order.
  /// - Complexity: O(statements).
  static func all(_ filtered: FilteredCase) -> [TalksOffer] {
    let isSignature = filtered.theCase.issues.map { isOfSignature($0.category) }
    return filtered.facts.indices.compactMap { place in
      let facts = filtered.facts[place]
      // Most statements are of neither, and are not looked at.
      let known = facts.issue.flatMap { isSignature[$0] }
      guard known != nil || filtered.marks[place].contains(.onMeeting), facts.time != .out else {
        return nil
      }
      let statement = filtered.theCase.statements[place]
      let isOfSignature: Bool
      switch statement.about {
      case .meeting?: isOfSignature = false
      case .issue?:
        guard let known else { return nil }
        isOfSignature = known
      default: return nil
      }
      guard !statement.isDoubted, isOffer(statement) else { return nil }
      let others = otherSide(of: statement.about, filtered.index)
      if others.isEmpty { return nil }
      return TalksOffer(statement: place, isSignature: isOfSignature, otherSide: others)
    }
  }

  /// Nil where an issue is of neither a signature nor talks.
  private static func isOfSignature(_ category: String?) -> Bool? {
    switch category {
    case "signature": true
    case "talks": false
    default: nil
    }
  }

  private static func isOffer(_ statement: Case.Statement) -> Bool {
    switch statement.act {
    case .accept, .propose, .offer, .demand, .commit, .concede, .condition, .state, .ask, .confirm:
      return statement.stanceRead.map(\.accepts)
        ?? (statement.act == .ask && statement.about?.issue == nil)
    case .deny, .reject, .withdraw, .threaten, .accuse, .takeNote, .silent, .assess: return false
    }
  }

  private static func otherSide(of subject: Subject?, _ index: CaseIndex) -> [Case.Actor.ID] {
    switch subject {
    case .meeting(let id)?:
      return index.meeting(id)?.delegations.flatMap { [$0.party] + $0.members.map(\.actor) } ?? []
    case .issue(let id, let answer)?:
      guard let issue = index.issue(id) else { return [] }
      switch answer {
      case .options(let options):
        return issue.options.filter { options.contains($0.id) }.flatMap(\.takenBy)
      case .any: return issue.options.flatMap(\.takenBy)
      case .none, .value: return []
      }
    default: return []
    }
  }
}
