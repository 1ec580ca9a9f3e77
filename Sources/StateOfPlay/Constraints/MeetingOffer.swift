internal import CaseModel

/// A statement that offers or accepts a meeting.
struct MeetingOffer {
  /// Its place in the case.
  let statement: Int
  /// Whom the meeting would be with, its own side among them.
  let otherSide: [Case.Actor.ID]

  /// Those of the case, in its order.
  /// - Complexity: O(statements).
  static func all(_ reading: Reading) -> [MeetingOffer] {
    reading.eachStatement { place, statement in
      guard reading.heard[place].time != .out, mayOffer(statement.pointee.about) else { return nil }
      let others = otherSide(of: statement.pointee.about, reading.index)
      guard !others.isEmpty, !statement.pointee.isDoubted, isOffer(statement.pointee) else {
        return nil
      }
      return MeetingOffer(statement: place, otherSide: others)
    }
  }

  private static func mayOffer(_ subject: Subject?) -> Bool {
    switch subject {
    case .meeting?, .issue?: true
    default: false
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
      guard let issue = index.issue(id), issue.category == "talks" else { return [] }
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
