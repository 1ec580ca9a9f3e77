package import CaseModel

/// A state, organisation or outlet that texts name, whether a case has it or not: facts, to begin with.
package struct KnownActor: Hashable, Sendable {
  package var name: String
  package var kind: Case.Actor.Kind
  /// Other names and abbreviations.
  package var aliases: [String] = []
  /// Cities that are said for the government.
  package var capitals: [String] = []
  /// What is of it, or one of its people: `Ukrainian`.
  package var adjectives: [String] = []
  /// Palaces, streets and offices that are said for the government.
  package var seats: [String] = []

  /// All names but adjectives.
  package var names: [String] { [name] + aliases }

  package static let all: [KnownActor] = states + organisations + outlets

  package static let states: [KnownActor] = {
    var states = KnownStates.lines.split(separator: "\n").map { line -> KnownActor in
      let parts = parts(line)
      return KnownActor(
        name: parts[0].first ?? "", kind: .state, aliases: Array(parts[0].dropFirst()),
        capitals: parts[1], adjectives: parts[2], seats: parts[3])
    }
    for line in KnownStates.cyrillic.split(separator: "\n") {
      let parts = parts(line)
      guard let place = states.firstIndex(where: { $0.name == parts[0].first }) else { continue }
      states[place].aliases += parts[1]
      states[place].capitals += parts[2]
      states[place].adjectives += parts[3]
      states[place].seats += parts[4]
    }
    return states
  }()

  package static let organisations: [KnownActor] = {
    KnownOrganisations.lines.split(separator: "\n").map { line in
      let parts = parts(line)
      return KnownActor(
        name: parts[0].first ?? "", kind: .organisation, aliases: Array(parts[0].dropFirst()),
        seats: parts[1])
    }
  }()

  package static let outlets: [KnownActor] = {
    KnownOrganisations.outlets.split(separator: "\n").map { line in
      let parts = parts(line)
      return KnownActor(
        name: parts[0].first ?? "", kind: .outlet, aliases: Array(parts[0].dropFirst()))
    }
  }()

  /// Always five lists.
  private static func parts(_ line: Substring) -> [[String]] {
    let found = line.split(separator: "|", omittingEmptySubsequences: false).map { part in
      part.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }
    return found + Array(repeating: [], count: max(0, 5 - found.count))
  }
}
