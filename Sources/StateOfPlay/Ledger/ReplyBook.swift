internal import CaseModel

/// What parties last said in their own words of meetings, of texts as a whole and of conditions
/// themselves: that they accept or refuse them.
struct ReplyBook: Equatable {
  struct Reply: Equatable {
    let party: Case.Actor.ID
    let accepts: Bool
    let statement: Case.Statement.ID
    fileprivate let ends: Int64
  }

  private var toConditions: [Case.Statement.ID: [Reply]] = [:]
  private var toMeetings: [Case.Meeting.ID: [Reply]] = [:]
  private var toDrafts: [Case.Draft.ID: [Reply]] = [:]

  /// - Complexity: O(statements).
  init(_ filtered: FilteredCase, _ table: PartyStatementTable) {
    let reader = ConditionReader(
      filtered, table.parties, confirmations: table.confirmations)
    filtered.theCase.statements.withUnsafeBufferPointer { statements in
      for place in filtered.places(marked: [.onText, .onWords, .onMeeting])
      where filtered.facts[place].time.isEvidence {
        let facts = filtered.facts[place]
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
    votes(filtered, reader)
  }

  /// The statements in which the cases differ are about no meeting, and no vote rests on them; that they
  /// are about no text and no other words is known.
  static func isApart(
    from edit: StatementEdit, _ old: FilteredCase, _ new: FilteredCase
  ) -> Bool {
    let votes = new.theCase.milestones.flatMap { [$0.reached?.evidence, $0.lost?.evidence] }
    return edit.isApart(from: .onMeeting, old, new)
      && !votes.contains { $0?.statements.contains(where: edit.ids.contains) ?? false }
  }

  /// A vote on a text answers it for those who vote.
  private mutating func votes(_ filtered: FilteredCase, _ reader: ConditionReader) {
    for vote in filtered.theCase.milestones {
      guard case .draft(let id)? = vote.of else { continue }
      for outcome in filtered.outcomes(of: vote) {
        guard let statement = outcome.evidence.first else { continue }
        for party in reader.holders(vote.by, on: outcome.date) {
          Self.add(
            Reply(
              party: party, accepts: outcome.accepts, statement: statement,
              ends: outcome.date?.ends ?? .min), to: &toDrafts[id, default: []])
        }
      }
    }
  }

  /// Of one party's replies the newest.
  private static func add(_ reply: Reply, to replies: inout [Reply]) {
    if let place = replies.firstIndex(where: { $0.party == reply.party }) {
      if replies[place].ends <= reply.ends { replies[place] = reply }
    } else {
      replies.append(reply)
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
      Self.add(reply, to: &replies)
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

  /// The statement by which an actor last said that it accepts the text; nil where it did not.
  func accepting(_ draft: Case.Draft.ID, _ actor: Case.Actor.ID) -> Case.Statement.ID? {
    toDrafts[draft]?.first { $0.party == actor && $0.accepts }?.statement
  }

  /// Those who last said that they will not come.
  func refusals(of meeting: Case.Meeting.ID) -> [Reply] {
    (toMeetings[meeting] ?? []).filter { !$0.accepts }
  }
}

extension FilteredCase {
  /// How a vote or another milestone came out by as-of: that it was reached, that it was lost.
  func outcomes(
    of milestone: Case.Milestone
  ) -> [(accepts: Bool, date: EDTFDate?, evidence: [Case.Statement.ID])] {
    var found: [(accepts: Bool, date: EDTFDate?, evidence: [Case.Statement.ID])] = []
    if let reached = milestone.reached, holds(reached.date, reached.evidence) {
      found.append((true, reached.date, shown(reached.evidence)))
    }
    if let lost = milestone.lost, holds(lost.date, lost.evidence) {
      found.append((false, lost.date, shown(lost.evidence)))
    }
    return found
  }
}
