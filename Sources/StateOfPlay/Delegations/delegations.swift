public import CaseModel

/// Lists delegations by meeting; see ``DelegationsView``.
/// - Complexity: O(meetings log meetings + statements).
public func delegations(_ theCase: Case, _ lens: Lens = Lens()) -> DelegationsView {
  delegations(FilteredCase(theCase, lens))
}

func delegations(_ filtered: FilteredCase) -> DelegationsView {
  let lens = filtered.lens
  var claims: [DelegationKey: [DelegationsView.MandateClaim]] = [:]
  filtered.theCase.statements.withUnsafeBufferPointer { statements in
    for place in filtered.places(marked: .onMeeting) where filtered.facts[place].time != .out {
      let facts = filtered.facts[place]
      guard case .delegation(let meeting, let party)? = statements[place].about else { continue }
      claims[DelegationKey(meeting: meeting, party: party), default: []].append(
        .init(
          statement: statements[place].id, speakers: statements[place].speaker,
          gist: statements[place].gist, possiblyLater: facts.time == .possiblyLater))
    }
  }
  var sittings = filtered.theCase.meetings.enumerated().compactMap { position, meeting in
    sitting(meeting, filtered).map { (position, $0) }
  }
  sittings.sort { a, b in
    switch (a.1.when, b.1.when) {
    case (let x?, let y?) where x != y: return x < y
    case (nil, _?): return false
    case (_?, nil): return true
    default: return a.0 < b.0
    }
  }
  let replies = filtered.replies()
  var last: [ComparisonKey: (Case.Meeting.ID, DelegationsView.DelegationLine)] = [:]
  var view = DelegationsView(rule: DelegationsView.rule, meetings: [])
  for (position, sitting) in sittings {
    var sitting = sitting
    if sitting.status == .proposed || sitting.status == .planned, !sitting.isPastUnreported {
      sitting.replies = (replies[sitting.meeting] ?? []).filter {
        lens.parties.isEmpty || lens.parties.contains($0.party)
      }
    }
    for delegation in filtered.theCase.meetings[position].delegations {
      let isAhead =
        (sitting.status != .held || sitting.isInSession)
        && filtered.theCase.meetings[position].status == .held
      guard var line = line(delegation, filtered, isAhead: isAhead) else { continue }
      line.mandateClaims =
        claims[DelegationKey(meeting: sitting.meeting, party: delegation.party)] ?? []
      let key = ComparisonKey(kind: sitting.kind, party: delegation.party)
      if let (meeting, before) = last[key] {
        line.changes = delegationChanges(from: before, to: line, at: meeting, filtered.index)
      }
      if sitting.status == .held, !sitting.isInSession { last[key] = (sitting.meeting, line) }
      if lens.parties.isEmpty || lens.parties.contains(delegation.party) {
        sitting.delegations.append(line)
      }
    }
    view.meetings.append(sitting)
  }
  view.thirdParties = filtered.thirdParties().filter {
    lens.parties.isEmpty || lens.parties.contains($0.actor)
  }
  return view
}

/// Talks compare with talks, and calls with calls.
private struct ComparisonKey: Hashable {
  let kind: Case.Meeting.Kind
  let party: Case.Actor.ID
}

private struct DelegationKey: Hashable {
  let meeting: Case.Meeting.ID
  let party: Case.Actor.ID
}

/// The meeting as known at as-of; nil if it was not known.
func sitting(_ meeting: Case.Meeting, _ filtered: FilteredCase) -> DelegationsView.Sitting? {
  guard let evidence = filtered.admitted(meeting.evidence) else { return nil }
  var status = meeting.status
  var date = meeting.date
  var began: EDTFDate?
  if let asOf = filtered.lens.asOf {
    let isOver = meeting.day.map { $0.latest <= asOf.latest } ?? false
    let wasKnown = evidence.statements.isEmpty || filtered.wasSaid(evidence)
    if !isOver {
      began = filtered.beginning(ofSession: meeting)
      guard wasKnown,
        began != nil || meeting.planned != nil || status == .proposed || status == .planned
      else { return nil }
      // What came of it was not known yet, unless it was called off: the last of what the record has
      // of it says so.
      let isCalledOff =
        status == .notHeld && meeting.evidence.statements.count > 1
        && meeting.evidence.statements.allSatisfy { id in
          filtered.index.statement(id).map {
            filtered.timeClass(filtered.index.said($0)) == .counts
          } ?? false
        }
      if !isCalledOff, began == nil { status = status == .proposed ? .proposed : .planned }
      date = nil
    } else if status == .notHeld, !evidence.statements.isEmpty {
      // That it was not held is known once it is reported; before, it was planned if it was announced.
      guard wasKnown else { return nil }
      let end = meeting.day.map(\.ends) ?? .max
      let said = meeting.evidence.statements.compactMap { id in
        filtered.index.statement(id).flatMap { filtered.index.said($0) }
      }
      let isReported =
        said.allSatisfy { filtered.timeClass($0) == .counts }
        || said.contains { filtered.timeClass($0) == .counts && $0.ends >= end }
      if !isReported { status = .planned }
    }
  }
  var sitting = DelegationsView.Sitting(
    meeting: meeting.id, title: meeting.displayTitle, kind: meeting.kind, round: meeting.round,
    status: status, planned: meeting.planned?.value, plannedFrom: meeting.planned?.origin,
    date: began ?? date?.value, dateFrom: date?.origin, place: meeting.place, host: meeting.host,
    evidence: evidence.statements, basis: evidence.basis,
    delegations: [])
  sitting.isInSession = began != nil
  sitting.isPastUnreported =
    (status == .planned || status == .proposed)
    && (meeting.planned.map { filtered.hasPassed($0.value) } ?? false)
  return sitting
}

/// `isAhead` if the meeting was still to come at as-of: then only members already mentioned count, no
/// one is absent yet, and nil means that no one was named.
private func line(
  _ delegation: Case.Meeting.Delegation, _ filtered: FilteredCase, isAhead: Bool
) -> DelegationsView.DelegationLine? {
  guard let evidence = filtered.admitted(delegation.evidence) else { return nil }
  let members = delegation.members.compactMap { member -> DelegationsView.Delegate? in
    guard let evidence = filtered.admitted(member.evidence), !isAhead || filtered.wasSaid(evidence)
    else { return nil }
    return DelegationsView.Delegate(
      actor: member.actor, name: filtered.index.name(member.actor), rank: member.rank,
      level: member.level, role: member.role, head: member.head,
      evidence: evidence.statements, basis: evidence.basis)
  }
  if isAhead, members.isEmpty { return nil }
  return DelegationsView.DelegationLine(
    party: delegation.party,
    members: members.filter(\.head) + members.filter { !$0.head },
    size: members.count + (isAhead ? 0 : delegation.others ?? 0),
    othersUnknown: isAhead || delegation.others == nil,
    absent: isAhead ? [] : delegation.absent, changes: [], mandateClaims: [],
    evidence: evidence.statements, basis: evidence.basis)
}
