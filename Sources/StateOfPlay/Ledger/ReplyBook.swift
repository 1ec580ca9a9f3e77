internal import CaseModel

/// What parties last said in their own words of meetings, of texts as a whole and of conditions
/// themselves: that they accept or refuse them.
struct ReplyBook {
  struct Reply {
    let party: Case.Actor.ID
    let accepts: Bool
    let statement: Case.Statement.ID
    fileprivate let ends: Int64
  }

  private var toConditions: [Case.Statement.ID: [Reply]] = [:]
  private var toMeetings: [Case.Meeting.ID: [Reply]] = [:]
  private var toDrafts: [Case.Draft.ID: [Reply]] = [:]

  /// - Complexity: O(statements).
  init(_ filtered: FilteredCase, parties: [Case.Actor.ID]) {
    let reader = ConditionReader(filtered, parties)
    filtered.theCase.statements.withUnsafeBufferPointer { statements in
      for (place, facts) in filtered.facts.enumerated() where facts.time.isEvidence {
        switch statements[place].about {
        case .requirement(let id)?:
          note(statements[place], facts, reader, &toConditions[id, default: []])
        case .meeting(let id)?:
          note(statements[place], facts, reader, &toMeetings[id, default: []])
        case .draft(let id, nil)?:
          note(statements[place], facts, reader, &toDrafts[id, default: []])
        default: continue
        }
      }
    }
  }

  private func note(
    _ statement: Case.Statement, _ facts: StatementFacts, _ reader: ConditionReader,
    _ replies: inout [Reply]
  ) {
    guard !statement.isDoubted, let stance = statement.stanceRead,
      stance.accepts || stance == .against,
      // A denial is about what is the case, unless it says that it is a refusal.
      statement.act != .deny || statement.stance != nil
    else { return }
    for party in reader.holders(statement.speaker, on: facts.said)
    where reader.nearness(statement, of: party, facts).voice == .own {
      let reply = Reply(
        party: party, accepts: stance.accepts, statement: statement.id,
        ends: facts.said?.ends ?? .min)
      if let place = replies.firstIndex(where: { $0.party == party }) {
        if replies[place].ends <= reply.ends { replies[place] = reply }
      } else {
        replies.append(reply)
      }
    }
  }

  /// Each party's newest reply to a condition, its holder's own apart.
  func replies(to condition: Condition) -> [Reply] {
    if toConditions.isEmpty { return [] }
    var found: [Reply] = []
    for reply in condition.statements.flatMap({ toConditions[$0] ?? [] })
    where reply.party != condition.holder {
      if let place = found.firstIndex(where: { $0.party == reply.party }) {
        if found[place].ends <= reply.ends { found[place] = reply }
      } else {
        found.append(reply)
      }
    }
    return found
  }

  /// An actor last said that it accepts the text.
  func accepts(_ draft: Case.Draft.ID, _ actor: Case.Actor.ID) -> Bool {
    toDrafts[draft]?.contains { $0.party == actor && $0.accepts } ?? false
  }

  /// Those who last said that they will not come.
  func refusals(of meeting: Case.Meeting.ID) -> [Reply] {
    (toMeetings[meeting] ?? []).filter { !$0.accepts }
  }
}
