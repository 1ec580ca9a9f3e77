internal import CaseModel
internal import Foundations

/// How a party's delegation differs from its last one of the same kind.
func delegationChanges(
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
      after.size > before.size ? .grew : .shrank,
      "\(after.size.counted("member")), previously \(before.size)"
    )
  }
  let (old, new) = (Set(before.members.map(\.actor)), Set(after.members.map(\.actor)))
  let arrived = after.members.filter { before.absent.contains($0.actor) }.map(\.name)
  if !arrived.isEmpty {
    add(.present, "present, previously absent: \(arrived.joined(separator: ", "))")
  }
  let missing = before.members.filter { after.absent.contains($0.actor) }.map(\.name)
  if !missing.isEmpty {
    add(.absent, "absent, previously present: \(missing.joined(separator: ", "))")
  }
  let joined = after.members.filter {
    !old.contains($0.actor) && !before.absent.contains($0.actor)
  }.map(\.name)
  if !joined.isEmpty { add(.joined, "newly named: \(joined.joined(separator: ", "))") }
  let left = before.members.filter {
    !new.contains($0.actor) && !after.absent.contains($0.actor)
  }.map(\.name)
  if !left.isEmpty { add(.left, "no longer named: \(left.joined(separator: ", "))") }
  return changes
}
