public import CaseModel

/// Who sat at each meeting, side by side, and what changed from one to the next.
public struct DelegationsView: Sendable, Hashable, Codable {
  public var rule: String
  public var meetings: [Sitting]
  /// Mediators, hosts, guarantors and others with a part that is no party's.
  public var thirdParties: [ThirdParty] = []

  public struct Sitting: Sendable, Hashable, Codable {
    public var meeting: Case.Meeting.ID
    public var title: String
    public var kind: Case.Meeting.Kind
    public var round: Slug?
    /// As it stood at as-of.
    public var status: Case.Meeting.Status
    public var planned: EDTFDate?
    /// The words for the day it was planned for, and how they were resolved.
    public var plannedFrom: String?
    public var date: EDTFDate?
    /// The same for the day it was held.
    public var dateFrom: String?
    public var place: String?
    public var host: [Case.Actor.ID]
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
    public var delegations: [DelegationLine]
    /// The day planned has passed and no one reports whether it was held.
    public var hasGoneBy = false
  }

  public struct DelegationLine: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    public var members: [Delegate]
    /// Members named and unnamed; a lower bound where `othersUnknown`.
    public var size: Int
    /// No one says how many more there were.
    public var othersUnknown: Bool
    public var absent: [Case.Actor.ID]
    public var changes: [Change]
    public var mandateClaims: [MandateClaim]
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
  }

  public struct Delegate: Sendable, Hashable, Codable {
    public var actor: Case.Actor.ID
    public var name: String
    public var rank: String?
    public var level: Case.Meeting.Delegate.Level?
    public var role: String?
    public var head: Bool
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
  }

  /// What is different from the party's delegation to the meeting before.
  public struct Change: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable {
      case head, levelRose, levelFell, grew, shrank, joined, left
    }

    public var kind: Kind
    public var words: String
    public var comparedWith: Case.Meeting.ID
  }

  /// What someone says of a delegation's authority.
  public struct MandateClaim: Sendable, Hashable, Codable {
    public var statement: Case.Statement.ID
    public var speakers: [Case.Actor.ID]
    public var gist: String
    /// Begins by as-of and may be later.
    public var perhapsLater: Bool
  }
}

extension DelegationsView {
  static let rule = """
    Meetings in order of date. A meeting counts once its whole date lies on or before the as-of \
    date; before that it is shown as planned, with the participants already mentioned by then. \
    Each delegation is compared with the same party's at the last meeting of the same kind for \
    which one is recorded. Claims about authority are attributed to those who make them. Third \
    parties are actors with a role other than party, from the day it began; they are shown with \
    what they have offered, promised or threatened and not taken back.
    """
}

/// Delegations by meeting; see ``DelegationsView``.
/// - Complexity: O(meetings log meetings + statements).
public func delegations(_ theCase: Case, _ lens: Lens = Lens()) -> DelegationsView {
  delegations(FilteredCase(theCase, lens))
}

func delegations(_ filtered: FilteredCase) -> DelegationsView {
  let lens = filtered.lens
  var claims: [DelegationKey: [DelegationsView.MandateClaim]] = [:]
  filtered.theCase.statements.withUnsafeBufferPointer { statements in
    for (place, facts) in filtered.facts.enumerated() where facts.time != .out {
      guard case .delegation(let meeting, let party)? = statements[place].about else { continue }
      claims[DelegationKey(meeting: meeting, party: party), default: []].append(
        .init(
          statement: statements[place].id, speakers: statements[place].speaker,
          gist: statements[place].gist, perhapsLater: facts.time == .perhapsLater))
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
  var last: [ComparisonKey: (Case.Meeting.ID, DelegationsView.DelegationLine)] = [:]
  var view = DelegationsView(rule: DelegationsView.rule, meetings: [])
  for (position, sitting) in sittings {
    var sitting = sitting
    for delegation in filtered.theCase.meetings[position].delegations {
      let isAhead = sitting.status != .held && filtered.theCase.meetings[position].status == .held
      guard var line = line(delegation, filtered, isAhead: isAhead) else { continue }
      line.mandateClaims =
        claims[DelegationKey(meeting: sitting.meeting, party: delegation.party)] ?? []
      let key = ComparisonKey(kind: sitting.kind, party: delegation.party)
      if let (meeting, before) = last[key] {
        line.changes = changes(from: before, to: line, at: meeting, filtered.index)
      }
      if sitting.status == .held { last[key] = (sitting.meeting, line) }
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

extension DelegationsView.Sitting {
  /// The day it was held, else the day planned.
  public var when: EDTFDate? { date ?? planned }
}

private func sitting(_ meeting: Case.Meeting, _ filtered: FilteredCase) -> DelegationsView.Sitting?
{
  guard let evidence = filtered.admitted(meeting.evidence) else { return nil }
  var status = meeting.status
  var date = meeting.date
  if let asOf = filtered.lens.asOf {
    let isOver = meeting.day.map { $0.latest <= asOf.latest } ?? false
    let wasKnown = evidence.statements.isEmpty || filtered.wasSaid(evidence)
    if !isOver {
      guard wasKnown, meeting.planned != nil || status == .proposed || status == .planned else {
        return nil
      }
      // What came of it was not known yet, unless it was called off: the last of what the record has
      // of it says so.
      let isCalledOff =
        status == .notHeld && evidence.statements.count > 1
        && evidence.statements.allSatisfy { id in
          filtered.index.statement(id).map {
            filtered.timeClass(filtered.index.said($0)) == .counts
          } ?? false
        }
      if !isCalledOff { status = status == .proposed ? .proposed : .planned }
      date = nil
    }
  }
  var sitting = DelegationsView.Sitting(
    meeting: meeting.id, title: meeting.displayTitle, kind: meeting.kind, round: meeting.round,
    status: status, planned: meeting.planned?.value, plannedFrom: meeting.planned?.origin,
    date: date?.value, dateFrom: date?.origin, place: meeting.place, host: meeting.host,
    evidence: evidence.statements, basis: evidence.basis,
    delegations: [])
  sitting.hasGoneBy =
    (status == .planned || status == .proposed)
    && (meeting.planned.map { filtered.hasPassed($0.value) } ?? false)
  return sitting
}

/// `isAhead` where the meeting was still to come at as-of: then only those count of whom someone
/// had already spoken, no one is absent yet, and nil says that no one was named.
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

extension DelegationsView.DelegationLine {
  /// Those who lead it, as the record has them.
  public var heads: [DelegationsView.Delegate] { members.filter(\.head) }
  /// The highest level among the members named.
  public var highestLevel: Case.Meeting.Delegate.Level? { members.compactMap(\.level).min() }
}

private func changes(
  from before: DelegationsView.DelegationLine, to after: DelegationsView.DelegationLine,
  at meeting: Case.Meeting.ID, _ index: CaseIndex
) -> [DelegationsView.Change] {
  var changes: [DelegationsView.Change] = []
  func add(_ kind: DelegationsView.Change.Kind, _ words: String) {
    changes.append(.init(kind: kind, words: words, comparedWith: meeting))
  }
  let (oldHeads, newHeads) = (before.heads, after.heads)
  if !oldHeads.isEmpty, !newHeads.isEmpty, Set(oldHeads.map(\.actor)) != Set(newHeads.map(\.actor))
  {
    let names = { (heads: [DelegationsView.Delegate]) in heads.map(\.name).joined(separator: ", ") }
    add(.head, "led by \(names(newHeads)), previously by \(names(oldHeads))")
  }
  if let old = before.highestLevel, let new = after.highestLevel, old != new {
    add(new < old ? .levelRose : .levelFell, "highest level \(new.words), previously \(old.words)")
  }
  if !before.othersUnknown, !after.othersUnknown, before.size != after.size {
    add(
      after.size > before.size ? .grew : .shrank, "\(after.size) members, previously \(before.size)"
    )
  }
  let (old, new) = (Set(before.members.map(\.actor)), Set(after.members.map(\.actor)))
  let joined = after.members.filter { !old.contains($0.actor) }.map(\.name)
  if !joined.isEmpty { add(.joined, "newly named: \(joined.joined(separator: ", "))") }
  let left = before.members.filter { !new.contains($0.actor) }.map(\.name)
  if !left.isEmpty { add(.left, "no longer named: \(left.joined(separator: ", "))") }
  return changes
}

extension Case.Meeting.Delegate.Level {
  public var words: String {
    switch self {
    case .leader: "leader"
    case .minister: "minister"
    case .deputyMinister: "deputy minister"
    case .serviceChief: "head of a service"
    case .aide: "aide"
    case .official: "official"
    }
  }
}
