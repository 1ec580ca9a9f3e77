/// No entry refers to the actor: it says nothing, is addressed by no one, is in no delegation and
/// is part of no other entry. It may be meant for a source still to be coded, or be another
/// spelling of an actor already in the case.
struct UnusedActor: IntegrityRule {
  static let code = "unused-actor"
  static let severity = Severity.note

  static let triggering: [RuleExample] = [
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
      - {id: deputy, name: The deputy, kind: person, speaksFor: [{actor: north, basis: ana}]}
    """
  ]
  static let passing: [RuleExample] = [
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: ministry, name: Ministry of water, kind: body, speaksFor: [{actor: north, basis: ana}]}
      - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: ministry, basis: ana}]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    let used = Used()
    context.forEachReference { id, target, path in
      switch target {
      case .entry(.actors), .member, .who:
        // An actor's own id, and what it says of itself, do not count as references to it.
        if path.section == .actors, path.steps.count > 1, path.steps[1] == .id(id) { return }
        used.ids.insert(id)
      default: break
      }
    }
    return context.theCase.actors.enumerated().compactMap { position, actor in
      guard !used.ids.contains(actor.id.raw) else { return nil }
      return finding(
        context.path(to: actor, at: position), "nothing refers to the actor `\(actor.id)`",
        hint: "remove it, or leave it for a source still to be coded")
    }
  }

  /// Collects from inside the walker's closure.
  private final class Used {
    var ids: Set<String> = []
  }
}
