internal import CaseModel

/// People, organisations and states that a text itself introduces and the case lacks. They are read
/// before the text is, so that "the company", "Ms Tennant" and "the general secretary" are found under
/// the name that the text gives somewhere.
struct IntroducedActors {
  private(set) var actors: [Case.Actor] = []
  /// What each is called without a name: `company`, `firm`.
  private(set) var commonNouns: [Case.Actor.ID: Set<String>] = [:]

  /// - Parameters:
  ///   - sources: the words that name who speaks, as the text has them.
  ///   - passing: whom the text introduces beside them.
  ///   - mentions: whom the case, or the list of known actors, has.
  /// - Complexity: O(sources × names).
  init(
    _ sources: [String], _ passing: Appositions, in theCase: Case, mentions: MentionReader
  ) {
    var taken = Set(theCase.actors.map(\.id))
    var single: [String] = []
    var seen: Set<String> = []
    var sides: [Case.Actor.ID: [String]] = [:]
    let spoken = Set(sources)
    for words in passing.phrases + sources where seen.insert(words).inserted {
      let phrases = words.split(separator: ",").map { IntroducedName(String($0)) }
      single += phrases.flatMap(\.owners)
      for owner in phrases.map(\.owner) where !owner.isEmpty {
        addOrganisation(owner, &taken, by: mentions)
      }
      guard let place = phrases.firstIndex(where: { !$0.name.isEmpty }) else { continue }
      let phrase = phrases[place]
      if phrase.size == 1 { single.append(phrase.name) }
      let others = phrases.enumerated().filter { $0.offset != place }.map(\.element)
      guard let kind = phrase.kind(explainedBy: others),
        !Self.isKnown(phrase.name, by: mentions), let slug = Slug.from(phrase.name)
      else { continue }
      let id = Case.Actor.ID(slug.raw)
      let office = ([phrase] + others).first { !$0.post.isEmpty }?.post
      if kind == .person { sides[id, default: []] += phrases.flatMap(\.sides) }
      if !taken.insert(id).inserted {
        if kind == .person { addOffice(office, to: id) }
        continue
      }
      var actor = Case.Actor(id: id, name: phrase.name, kind: kind)
      if kind == .person {
        // The negotiator for North, whom the case has.
        let side = Set(
          mentions.mentions(in: words).flatMap { $0.actors + ($0.proposed?.of ?? []) })
        if side.count == 1 { actor.partOf = Array(side) }
      }
      actors.append(actor)
      if kind == .person {
        addOffice(office, to: id)
      } else if let nouns = phrase.commonNouns(explainedBy: others) {
        commonNouns[id] = nouns
      }
    }
    nameCompany(spoken)
    addStates(single, taken: &taken, mentions: mentions)
    addShortNames(single)
    addFullNames(single, passing, &taken, by: mentions)
    for place in actors.indices {
      let whose = Set(sides[actors[place].id] ?? [])
      let owners = actors.filter { $0.kind != .person && isCalled($0, whose) }
      if owners.count == 1, actors[place].partOf.isEmpty { actors[place].partOf = [owners[0].id] }
      guard actors[place].kind == .person, actors[place].partOf.isEmpty else { continue }
      // "The islands' minister", where the case has the Skarv Islands.
      let stems = Set(whose.flatMap(ContentWords.of))
      let known = theCase.actors.filter {
        Self.isSide($0) && !stems.isDisjoint(with: ContentWords.of($0.name))
      }
      if known.count == 1 { actors[place].partOf = [known[0].id] }
    }
  }

  private static func isSide(_ actor: Case.Actor) -> Bool {
    ![.person, .outlet, .unnamed].contains(actor.kind)
  }

  /// `Lie`, whom the text calls Morten Lie elsewhere.
  private mutating func addFullNames(
    _ single: [String], _ passing: Appositions, _ taken: inout Set<Case.Actor.ID>,
    by mentions: MentionReader
  ) {
    for last in Set(single).sorted() {
      guard case .some(.some(let name)) = passing.names[last],
        !actors.contains(where: { $0.name.split(separator: " ").last == last[...] }),
        !Self.isKnown(last, by: mentions), !Self.isKnown(name, by: mentions),
        let slug = Slug.from(name), taken.insert(Case.Actor.ID(slug.raw)).inserted
      else { continue }
      actors.append(Case.Actor(id: Case.Actor.ID(slug.raw), name: name, kind: .person))
    }
  }

  /// A person whose post the text gives with a possessive (`her deputy`) belongs to that side.
  mutating func place(_ id: Case.Actor.ID, among sides: [Case.Actor.ID]) {
    guard let place = actors.firstIndex(where: { $0.id == id }), actors[place].partOf.isEmpty,
      sides.count == 1
    else { return }
    actors[place].partOf = sides
  }

  /// People whose side is not known.
  var unplaced: Set<Case.Actor.ID> {
    Set(actors.filter { $0.kind == .person && $0.partOf.isEmpty }.map(\.id))
  }

  private func isCalled(_ actor: Case.Actor, _ words: Set<String>) -> Bool {
    let own = actor.name.split(separator: " ").map { $0.lowercased() }
    return !words.isDisjoint(with: own) || !words.isDisjoint(with: commonNouns[actor.id] ?? [])
  }

  private mutating func addOrganisation(
    _ name: String, _ taken: inout Set<Case.Actor.ID>, by mentions: MentionReader
  ) {
    guard !Self.isKnown(name, by: mentions), let slug = Slug.from(name),
      taken.insert(Case.Actor.ID(slug.raw)).inserted
    else { return }
    actors.append(Case.Actor(id: Case.Actor.ID(slug.raw), name: name, kind: .organisation))
  }

  private static func isKnown(_ name: String, by mentions: MentionReader) -> Bool {
    mentions.mentions(in: name).contains { mention in
      !mention.actors.isEmpty || mention.proposed.map { $0.kind != .person } ?? false
    }
  }

  private mutating func addOffice(_ title: String?, to id: Case.Actor.ID) {
    guard let title, let place = actors.firstIndex(where: { $0.id == id }),
      !actors[place].offices.contains(where: { $0.title == title })
    else { return }
    var office = Case.Actor.Office()
    office.title = title
    actors[place].offices.append(office)
  }

  /// `the company`, where one organisation alone can be meant.
  private mutating func nameCompany(_ sources: Set<String>) {
    guard commonNouns.values.allSatisfy({ $0.isDisjoint(with: IntroducedName.companies) }) else {
      return
    }
    let isNamed = sources.contains { words in
      ["the company", "the firm"].contains(words.lowercased())
    }
    let plain = actors.filter { $0.kind == .organisation && commonNouns[$0.id] == nil }
    guard isNamed, plain.count == 1 else { return }
    commonNouns[plain[0].id] = IntroducedName.companies
  }

  /// A name that has a minister, an army or a delegate is a state's.
  private mutating func addStates(
    _ names: [String], taken: inout Set<Case.Actor.ID>, mentions: MentionReader
  ) {
    var owners: [String: Int] = [:]
    for name in names { owners[name, default: 0] += 1 }
    for (name, count) in owners.sorted(by: { $0.key < $1.key }) {
      let isPart = actors.contains { actor in
        actor.name.split(separator: " ").contains { $0 == name[...] }
      }
      guard count > 1, !isPart, names.contains(name + IntroducedName.ownerMark),
        !Self.isKnown(name, by: mentions), let slug = Slug.from(name),
        taken.insert(Case.Actor.ID(slug.raw)).inserted
      else { continue }
      actors.append(Case.Actor(id: Case.Actor.ID(slug.raw), name: name, kind: .state))
    }
  }

  /// `Halden`, of Halden Marine.
  private mutating func addShortNames(_ names: [String]) {
    for place in actors.indices where actors[place].kind == .organisation {
      let first = actors[place].name.prefix { $0 != " " }
      let isShared = actors.filter { $0.name.hasPrefix(first + " ") }.count > 1
      if !isShared, first.count < actors[place].name.count, names.contains(String(first)) {
        actors[place].aliases.append(String(first))
      }
    }
  }
}
