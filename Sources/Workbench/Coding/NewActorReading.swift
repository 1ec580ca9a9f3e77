internal import CaseModel
internal import Extraction
internal import StateOfPlay

/// What a new name says of who bears it: a person, someone not named, an organisation; and on whose side someone
/// not named is.
struct NewActorReading {
  var kind = Case.Actor.Kind.person
  var sides: [Case.Actor.ID] = []

  /// - Parameter suggested: what the suggestion brings with it, which knows more than the name alone.
  init(_ name: String, _ theCase: Case, _ suggested: [NewEntry] = []) {
    for case .actor(_, name, let kind, let sides) in suggested {
      (self.kind, self.sides) = (
        kind, sides.filter { side in theCase.actors.contains { $0.id == side } }
      )
      return
    }
    if let proposed = MentionReader(theCase).mentions(in: name).compactMap(\.proposed).first {
      (kind, sides) = (proposed.kind, proposed.of)
    } else if !Self.isName(name) {
      kind = .unnamed
    }
  }

  /// `Lie` and `van der Berg` are names; `An insider`, `senior Northern official` and `Norland's deputy minister`
  /// are not.
  private static func isName(_ words: String) -> Bool {
    var words = words.split(separator: " ")[...]
    if let first = words.first, ["A", "An", "The"].contains(first) { words.removeFirst() }
    guard let first = words.first, let last = words.last else { return true }
    let isSmall = { (word: Substring) in word.first?.isLowercase == true }
    if isSmall(first) { return particles.contains(String(first)) && !isSmall(last) }
    return !(isSmall(last) && ["'s", "’s", "s'", "s’"].contains { first.hasSuffix($0) })
  }

  private static let particles: Set<String> = [
    "de", "van", "von", "der", "den", "al", "bin", "ben", "del", "della", "di", "da", "dos", "el",
    "la", "le", "ibn",
  ]

  /// One who speaks for a side though the text leaves out the name.
  static func isSpokesperson(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix("spokes") }
  }
}

extension CaseIndex {
  /// On whose side someone is who is not named and speaks for no one, over all steps; none of others.
  func sides(ofUnnamed actor: Case.Actor.ID) -> [Case.Actor.ID] {
    guard let own = self.actor(actor), own.kind == .unnamed, own.speaksFor.isEmpty else {
      return []
    }
    return sides(of: actor)
  }
}
