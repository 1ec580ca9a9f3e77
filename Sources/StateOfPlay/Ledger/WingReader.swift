internal import CaseModel

extension FilteredCase {
  /// The one body through which all that decides a condition was said; nil where it is the party's as a
  /// whole, or of several bodies.
  func body(setting condition: Condition) -> Case.Actor.ID? {
    if let person = person(threatening: condition) { return person }
    guard self.wings.hasSeveral(condition.holder) else { return nil }
    let wings = Set(
      condition.nearest.map { ground in
        index.statement(ground.statement).flatMap { wing(of: $0, for: condition.holder) }
      })
    guard wings.count == 1, let only = wings.first, let place = only else { return nil }
    let body = theCase.actors[place].id
    return body == condition.holder ? nil : body
  }

  /// Who alone announces an act of his own, or has since ceased to speak for the holder.
  private func person(threatening condition: Condition) -> Case.Actor.ID? {
    guard condition.key.isTrigger else { return nil }
    let speakers = condition.nearest.flatMap { ground in
      index.statement(ground.statement)?.speaker ?? []
    }.uniqued
    guard speakers.count == 1, let only = speakers.first, only != condition.holder,
      index.actor(only)?.kind == .person
    else { return nil }
    let isOwn =
      if case .milestone(let id) = condition.step {
        index.milestone(id)?.by.contains(only) ?? false
      } else {
        false
      }
    return isOwn || haveCeased([only], for: condition.holder) ? only : nil
  }

  /// The body through which a statement speaks for a party, where several do side by side.
  func wing(of statement: Case.Statement, for party: Case.Actor.ID) -> Int? {
    guard wings.hasSeveral(party) else { return nil }
    let said = index.said(statement)
    return wings.wing(
      statement.speaker.filter { index.spokenFor(by: $0, on: said).contains(party) }, for: party,
      on: said)
  }
}

/// The bodies that speak for one party side by side, as a movement's political office and its field
/// command do: the later word of one does not take the place of the other's.
///
/// Persons of one body, and all who speak for the party without one, follow each other: a spokesman's
/// word takes the place of the minister's. So do the bodies of a state, which has one head, and bodies
/// of which the case says that one is part of the other or speaks for it.
struct WingReader {
  private let index: CaseIndex
  /// Of each party for which several bodies speak, the head of each body.
  private var heads: [Case.Actor.ID: [Case.Actor.ID: Case.Actor.ID]] = [:]
  /// Persons who speak for a party of their own right.
  private var direct: [Case.Actor.ID: Set<Case.Actor.ID>] = [:]

  /// - Complexity: O(actors and their links).
  init(_ index: CaseIndex) {
    self.index = index
    var bodies: [Case.Actor.ID: [Case.Actor]] = [:]
    for actor in index.theCase.actors {
      for link in actor.speaksFor {
        switch actor.kind {
        // A state or an organisation that speaks for a committee, a union of states or an alliance is
        // a body of it.
        case .body, .organisation, .group, .state: bodies[link.actor, default: []].append(actor)
        default: direct[link.actor, default: []].insert(actor.id)
        }
      }
    }
    for (party, all) in bodies where all.count > 1 && index.actor(party)?.kind != .state {
      let ids = Set(all.map(\.id))
      var above: [Case.Actor.ID: Case.Actor.ID] = [:]
      for body in all {
        above[body.id] = (body.partOf + body.speaksFor.map(\.actor)).first {
          $0 != body.id && ids.contains($0)
        }
      }
      var heads: [Case.Actor.ID: Case.Actor.ID] = [:]
      for id in ids {
        var (top, steps) = (id, 0)
        while let next = above[top], steps < ids.count { (top, steps) = (next, steps + 1) }
        heads[id] = top
      }
      if Set(heads.values).count > 1 { self.heads[party] = heads }
    }
  }

  /// Several bodies speak for the party side by side.
  func hasSeveral(_ party: Case.Actor.ID) -> Bool { heads[party] != nil }

  /// The body through which all of `speakers` speak for the party, by its place among the actors; nil
  /// where they speak for the whole.
  func wing(_ speakers: [Case.Actor.ID], for party: Case.Actor.ID, on said: EDTFDate?) -> Int? {
    guard let heads = heads[party] else { return nil }
    var wing: Case.Actor.ID?
    for speaker in speakers {
      if direct[party]?.contains(speaker) ?? false { return nil }
      let mine = Set(index.spokenFor(by: speaker, on: said).compactMap { heads[$0] })
      guard mine.count == 1, let only = mine.first, wing == nil || wing == only else { return nil }
      wing = only
    }
    return wing.flatMap { index.position(.actors, $0.raw) }
  }
}
