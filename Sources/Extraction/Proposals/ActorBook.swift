internal import CaseModel

/// What suggestions ask of a case's actors, worked out once for all sources.
struct ActorBook: Sendable {
  let names: [Case.Actor.ID: String]
  let kinds: [Case.Actor.ID: Case.Actor.Kind]
  /// Groups, bodies and people without a name, with the words they are described by.
  let described: [(actor: Case.Actor.ID, words: [Set<String>])]
  /// Whom each actor speaks for or is part of.
  let sides: [Case.Actor.ID: Set<Case.Actor.ID>]
  /// All words of all names.
  let words: Set<String>
  /// Words that the name of one state, organisation or group alone has.
  let sideOfWord: [String: Case.Actor.ID]
  /// What organisations are called without their names: `company`.
  let commonNouns: [Case.Actor.ID: Set<String>]

  /// - Complexity: O(names).
  init(_ theCase: Case, commonNouns: [Case.Actor.ID: Set<String>] = [:]) {
    self.commonNouns = commonNouns
    names = Dictionary(
      theCase.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    kinds = Dictionary(
      theCase.actors.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    described = theCase.actors.filter { $0.kind != .person && $0.kind != .outlet }.map { actor in
      let names = [actor.name] + actor.aliases
      return (actor.id, names.map { Set(Self.description($0)) }.filter { !$0.isEmpty })
    }
    sides = Dictionary(
      theCase.actors.map { ($0.id, Set($0.speaksFor.map(\.actor) + $0.partOf)) },
      uniquingKeysWith: { first, _ in first })
    words = Set(
      theCase.actors.flatMap { ContentWords.of($0.name) + $0.aliases.flatMap(ContentWords.of) })
    var holders: [String: Set<Case.Actor.ID>] = [:]
    for actor in theCase.actors where [.state, .organisation, .group].contains(actor.kind) {
      for word in Set(ContentWords.of(actor.name)) { holders[word, default: []].insert(actor.id) }
    }
    sideOfWord = holders.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The content words of a description, without what follows in a clause of its own.
  static func description(_ words: String) -> [String] {
    var text = words.prefix { $0 != "(" }
    for stop in [" who ", " which ", ", "] {
      if let found = text.firstRange(of: stop) { text = text[..<found.lowerBound] }
    }
    return ContentWords.of(String(text))
  }
}
