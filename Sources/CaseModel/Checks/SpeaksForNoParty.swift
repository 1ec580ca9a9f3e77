internal import Foundations

/// A person accepts, refuses, offers or demands something that is to be negotiated, and the record
/// does not say whose position that is: the person speaks for no one, has no role in the talks and
/// is not a party. Such words appear in the timeline and count for no party. Who speaks in a
/// private capacity has the role `outside`.
struct SpeaksForNoParty: IntegrityRule {
  static let code = "speaks-for-no-party"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: envoy, name: The envoy, kind: person}
    """
  ]
  static let passing: [RuleExample] = [
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: envoy, name: The envoy, kind: person, roles: [{role: mediator, basis: ana}]}
    """
  ]

  private static let acts: Set<Case.Statement.Act> = [
    .accept, .reject, .demand, .propose, .offer, .commit, .concede, .condition, .withdraw,
  ]

  /// - Complexity: O(actors + issues + statements).
  static func check(_ context: CheckContext) -> [Finding] {
    let theCase = context.theCase
    var known = Set(theCase.header.parties + theCase.header.consent)
    for issue in theCase.issues { known.formUnion(issue.parties + issue.consent) }
    for draft in theCase.drafts { known.formUnion(draft.consent) }
    let alone = Set(
      theCase.actors.filter { actor in
        actor.kind == .person && actor.speaksFor.isEmpty && actor.roles.isEmpty
          && actor.partOf.isEmpty && !known.contains(actor.id)
      }.map(\.id))
    guard !alone.isEmpty else { return [] }
    let negotiable = Set(theCase.issues.filter { $0.kind == .negotiable }.map(\.id))
    var counts: [Case.Actor.ID: Int] = [:]
    for statement in theCase.statements where acts.contains(statement.act) {
      guard statement.about?.issues.contains(where: negotiable.contains) ?? false else { continue }
      for speaker in statement.speaker where alone.contains(speaker) {
        counts[speaker, default: 0] += 1
      }
    }
    return theCase.actors.enumerated().compactMap { position, actor in
      guard let count = counts[actor.id] else { return nil }
      return finding(
        context.path(to: actor, at: position),
        "`\(actor.id)` takes a position in \(count.counted("statement")) and speaks for no one, so that the words count for no party",
        hint:
          "say in `speaksFor` whose position \(count == 1 ? "it expresses" : "they express"), or give the actor a role"
      )
    }
  }
}
