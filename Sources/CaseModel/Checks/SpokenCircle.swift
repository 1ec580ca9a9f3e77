/// Actors speak for one another in a circle on the same date. Words are passed up along these
/// links, from a spokesperson to the party; in a circle everyone's words become everyone's
/// position, and the party's own become its spokesperson's.
struct SpokenCircle: IntegrityRule {
  static let code = "spoken-circle"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    actors:
      - {id: north, name: North, kind: state, speaksFor: [{actor: envoy, basis: ana}]}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
    """,
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state, speaksFor: [{actor: south, basis: ana}]}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
    """,
    """
    actors:
      - {id: north, name: North, kind: state, speaksFor: [{actor: envoy, from: 2025, basis: ana}]}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: ministry, name: Ministry of water, kind: body, speaksFor: [{actor: north, basis: ana}]}
      - {id: envoy, name: The envoy, kind: person,
         speaksFor: [{actor: ministry, from: 2022, to: 2025-03, basis: ana}]}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: ministry, name: Ministry of water, kind: body, speaksFor: [{actor: north, basis: ana}]}
      - {id: envoy, name: The envoy, kind: person,
         speaksFor: [{actor: ministry, basis: ana}, {actor: north, basis: ana}]}
    """,
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
      - {id: club, name: Water club, kind: group, speaksFor: [{actor: envoy, to: 2022, basis: ana}]}
      - {id: chair, name: The club's chair, kind: person, speaksFor: [{actor: club, basis: ana}]}
    """,
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: envoy, name: The envoy, kind: person,
         speaksFor: [{actor: north, basis: ana}, {actor: deputy, from: 2022, to: 2023, basis: ana}]}
      - {id: deputy, name: The deputy, kind: person,
         speaksFor: [{actor: envoy, from: 2024, basis: ana}]}
    """,
  ]

  /// One speaks-for link, by the numbers of its actors.
  private struct Link {
    let speaker: Int
    let other: Int
    let first: CivilDay
    let last: CivilDay
  }

  static func check(_ context: CheckContext) -> [Finding] {
    let actors = context.theCase.actors
    let links = actors.indices.flatMap { speaker in
      // Of actors with the same id the first counts.
      context.index.position(.actors, actors[speaker].id.raw) != speaker
        ? []
        : actors[speaker].speaksFor.compactMap { link in
          context.index.position(.actors, link.actor.raw).map { other in
            Link(
              speaker: speaker, other: other,
              first: link.from?.earliest ?? EDTFDate.openStart,
              last: link.to?.latest ?? EDTFDate.openEnd)
          }
        }
    }
    let parts = Circles.parts(graph(links, actors.count))
    let inside = Dictionary(
      grouping: links.filter { parts[$0.speaker] == parts[$0.other] }, by: { parts[$0.speaker] })
    let circles = inside.values.compactMap(circle).sorted { $0[0] < $1[0] }
    return circles.map { circle in
      let names = circle.map { "`\(actors[$0].id)`" }
      let shown = names.count > 6 ? names.prefix(6) + ["…"] : names + [names[0]]
      let next = actors[circle[circle.count > 1 ? 1 : 0]].id
      let link = actors[circle[0]].speaksFor.firstIndex { $0.actor == next } ?? 0
      return finding(
        context.path(to: actors[circle[0]], at: circle[0]).key("speaksFor").index(link)
          .key("actor"),
        circle.count == 1
          ? "\(names[0]) speaks for itself"
          : "these speak for one another in a circle: \(shown.joined(separator: " → "))",
        hint: circle.count == 1
          ? "remove the link: every actor's words count as its own anyway"
          : "remove the wrong link, or give its dates; an actor that belongs to another without "
            + "speaking for it has `partOf`")
    }
  }

  private static func graph(_ links: [Link], _ count: Int) -> [[Int]] {
    var next = [[Int]](repeating: [], count: count)
    for link in links { next[link.speaker].append(link.other) }
    return next
  }

  /// A circle of links that all hold on one date. Such a date is among those on which one of the
  /// links begins; in a part with very many of them, dates are left out of account.
  private static func circle(_ links: [Link]) -> [Int]? {
    let nodes = Set(links.flatMap { [$0.speaker, $0.other] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    let local = links.compactMap { link in
      numbers[link.speaker].flatMap { speaker in
        numbers[link.other].map {
          Link(speaker: speaker, other: $0, first: link.first, last: link.last)
        }
      }
    }
    let days = Set(local.map(\.first)).sorted()
    if days.count > 1_000_000 / max(1, local.count) {
      return Circles.find(graph(local, nodes.count)).first?.map { nodes[$0] }
    }
    for day in days {
      let holding = local.filter { $0.first <= day && day <= $0.last }
      if let circle = Circles.find(graph(holding, nodes.count)).first {
        return circle.map { nodes[$0] }
      }
    }
    return nil
  }
}
