internal import CaseModel

/// Whom words name: an entry of the case, or one of the known actors that it lacks.
enum Holder: Hashable, Sendable {
  case actor(Case.Actor.ID)
  case known(Int)
}

/// What a name is to its holder.
struct Designation: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case name
    /// The last part of a person's name.
    case surname
    /// Also a place.
    case capital
    case seat
    case adjective
  }

  var kind: Kind
  var holder: Holder
}

/// All names of the case's actors, and of the known ones.
struct ActorNames: Sendable {
  let finder: NameFinder<Designation>
  let actors: [Case.Actor.ID: Case.Actor]
  /// Posts in one spelling, with who holds them.
  let offices:
    [(words: Set<String>, of: Case.Actor.ID?, office: Case.Actor.Office, holder: Case.Actor.ID)]
  /// People and groups without a name, with the words they are described by.
  let unnamed: [(words: Set<String>, actor: Case.Actor)]
  private let holders: [Int: Case.Actor.ID]

  init(_ theCase: Case) {
    var finder = NameFinder<Designation>([])
    var actors: [Case.Actor.ID: Case.Actor] = [:]
    for actor in theCase.actors where actors[actor.id] == nil { actors[actor.id] = actor }
    self.actors = actors

    // A known actor that the case has is the case's.
    var byName: [String: Case.Actor.ID] = [:]
    for actor in theCase.actors where actor.kind != .person {
      for name in [actor.name] + actor.aliases {
        let key = Self.key(name)
        if byName[key] == nil { byName[key] = actor.id }
      }
    }
    var holders: [Int: Case.Actor.ID] = [:]
    for (place, known) in KnownActor.all.enumerated() {
      if let id = known.names.lazy.compactMap({ byName[Self.key($0)] }).first {
        holders[place] = id
      }
    }
    self.holders = holders
    let known = Set(holders.values)

    var surnames: [String: [Case.Actor.ID]] = [:]
    for actor in theCase.actors {
      for name in [actor.name] + actor.aliases {
        for spelling in Self.spellings(Self.bare(name)) {
          finder.insert(spelling, Designation(kind: .name, holder: .actor(actor.id)))
        }
      }
      // "The Government of Meridan" is Meridan where nobody else is.
      for name in [actor.name] + actor.aliases where actor.kind != .person {
        guard let land = Self.land(Self.bare(name)), byName[Self.key(land)] == nil else { continue }
        finder.insert(land, Designation(kind: .capital, holder: .actor(actor.id)))
      }
      if actor.kind == .person, let last = actor.name.split(separator: " ").last,
        last.unicodeScalars.count > 2, last != actor.name[...]
      {
        surnames[String(last), default: []].append(actor.id)
      }
      if actor.kind == .state || Self.mayBeState(actor) && !known.contains(actor.id) {
        var adjectives = Self.adjectives(of: actor.name)
        // Republicans are not those of an organisation called Republic.
        if actor.kind != .state { adjectives.removeAll(where: Self.isWord) }
        for adjective in adjectives.flatMap(Self.withPeople) {
          finder.insert(adjective, Designation(kind: .adjective, holder: .actor(actor.id)))
        }
      }
    }
    for (name, ids) in surnames.sorted(by: { $0.key < $1.key }) where ids.count == 1 {
      finder.insert(name, Designation(kind: .surname, holder: .actor(ids[0])))
    }
    for (place, known) in KnownActor.all.enumerated() {
      let holder = holders[place].map { Holder.actor($0) } ?? .known(place)
      for name in known.names.flatMap(Self.spellings) {
        finder.insert(name, Designation(kind: .name, holder: holder))
      }
      for name in known.capitals {
        finder.insert(name, Designation(kind: .capital, holder: holder))
      }
      for name in known.seats { finder.insert(name, Designation(kind: .seat, holder: holder)) }
      for name in known.adjectives.flatMap(Self.withPeople) {
        finder.insert(name, Designation(kind: .adjective, holder: holder))
      }
    }
    self.finder = finder

    offices = theCase.actors.flatMap { actor in
      actor.offices.map { office in
        let words = SpanText(office.title).pieces.filter { $0.kind == .word }.map(\.lower)
        return (RoleWords.canonical(words), office.of, office, actor.id)
      }
    }
    unnamed = theCase.actors.filter { $0.kind == .unnamed || $0.kind == .group || $0.kind == .body }
      .map { actor in
        let words = ([actor.name] + actor.aliases).flatMap { name in
          SpanText(Self.bare(name)).pieces.filter { $0.kind == .word }.map {
            MeasureUnit.singular($0.lower)
          }
        }
        return (Set(words), actor)
      }
  }

  func known(_ holder: Holder) -> KnownActor? {
    if case .known(let place) = holder { return KnownActor.all[place] }
    return nil
  }

  /// Without what stands in brackets: `A Commission official (not named)`.
  private static func bare(_ name: String) -> String {
    var name = name.prefix { $0 != "(" }
    while name.last == " " { name.removeLast() }
    for article in ["A ", "An ", "The "] where name.hasPrefix(article) {
      name = name.dropFirst(article.count)
    }
    return String(name)
  }

  /// `Meridan` of `Government of Meridan` and `Republic of Meridan`.
  private static func land(_ name: String) -> String? {
    for title in ["Government of ", "Republic of ", "Kingdom of ", "State of "]
    where name.hasPrefix(title) {
      let land = String(name.dropFirst(title.count))
      return land.hasPrefix("the ") ? String(land.dropFirst(4)) : land.isEmpty ? nil : land
    }
    return nil
  }

  private static func key(_ name: String) -> String {
    FoldedText(name).words.map(\.plain).joined(separator: " ")
  }

  /// The name as British and American English write it.
  private static func spellings(_ name: String) -> [String] {
    var spellings = [name]
    for (british, american) in [
      ("Defence", "Defense"), ("isation", "ization"), ("Centre", "Center"), ("Labour", "Labor"),
      ("Programme", "Program"), ("Co-operation", "Cooperation"),
    ] {
      for spelling in spellings {
        let parts = spelling.split(separator: " ").map { part -> String in
          if part.hasSuffix(british) { return part.dropLast(british.count) + american }
          if part.hasSuffix(american) { return part.dropLast(american.count) + british }
          return String(part)
        }
        let other = parts.joined(separator: " ")
        if !spellings.contains(other) { spellings.append(other) }
      }
    }
    return spellings
  }

  /// An adjective and the people it is of: Ukrainian, Ukrainians.
  private static func withPeople(_ adjective: String) -> [String] {
    adjective.hasSuffix("n") || adjective.hasSuffix("i")
      ? [adjective, adjective + "s"] : [adjective]
  }

  /// A party entered by its name alone may be a country: Veska, but not an abbreviation.
  private static func mayBeState(_ actor: Case.Actor) -> Bool {
    [.organisation, .group].contains(actor.kind) && actor.name.contains(where: \.isLowercase)
  }

  private static func isWord(_ adjective: String) -> Bool {
    Lexicon.shared.entry(Lexicon.hash(adjective.lowercased())) != nil
  }

  /// The adjectives that English makes of a country's name, for one that is in no table.
  private static func adjectives(of name: String) -> [String] {
    guard !name.contains(" "), name.unicodeScalars.count > 3 else { return [] }
    let stem = name.hasSuffix("a") ? String(name.dropLast()) : name
    return [stem + "an", stem + "ian", name + "i", name + "ese", name + "ish", name + "n"]
  }
}
