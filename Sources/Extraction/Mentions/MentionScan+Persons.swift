internal import CaseModel

extension MentionScan {
  /// A name that begins at a piece.
  struct Named {
    var start: Int
    var end: Int
    var designation: Designation?
    /// The words, where no one of the case or of the known is called so.
    var words: String?
  }

  /// The name that begins at a piece, or ends the phrase that was read before it.
  func person(at place: Int, _ phrase: Phrase) -> Named? {
    if let name = found[place], let designation = preferred(name.designations),
      designation.kind != .adjective || phrase.head == nil
    {
      // An adjective alone names no one; `the Russians` are the side.
      if designation.kind == .adjective,
        !(text.has("the", at: place - 1) && text.lower(name.end - 1).hasSuffix("s"))
      {
        return nil
      }
      if phrase.head != nil, !isPersonal(designation.holder) { return nil }
      if designation.kind == .surname, !isNameLike(place) { return nil }
      if !isNameLike(place), isPersonal(designation.holder) { return nil }
      return Named(start: place, end: name.end, designation: designation, words: nil)
    }
    // A title or a post, and a name that no one of the case has: Mr Kvist, Foreign Minister Anna Lund.
    guard phrase.head == .office || phrase.hasTitle else { return nil }
    var end = place
    while let piece = text[end], piece.kind == .word, piece.isCapital, found[end] == nil,
      end < place + 4
    {
      end += 1
    }
    guard end > place else { return nil }
    return Named(start: place, end: end, designation: nil, words: text.words(place..<end))
  }

  private func isPersonal(_ holder: Holder) -> Bool {
    if case .actor(let id) = holder { return names.actors[id]?.kind == .person }
    return false
  }

  /// Written as a name: with a capital, in its script's way.
  private func isNameLike(_ place: Int) -> Bool {
    guard let piece = text[place] else { return false }
    let hasCase =
      piece.isLatin || (0x370...0x52F).contains(piece.lower.unicodeScalars.first?.value ?? 0)
    return piece.isCapital || !hasCase
  }

  mutating func finish(_ person: Named, _ phrase: Phrase) -> (ActorMention, Int)? {
    let start = phrase.end > phrase.start ? phrase.start : person.start
    let range = start..<person.end
    guard let designation = person.designation else {
      guard let words = person.words else { return nil }
      let title = phrase.roles.isEmpty ? nil : phrase.roles.joined(separator: " ")
      let proposed = ProposedActor(
        name: words, kind: .person, of: actorIDs(phrase.holder), office: title)
      context.remember([], proposed, .person)
      return (
        ActorMention(place: text.place(range), actors: [], form: .name, proposed: proposed),
        person.end
      )
    }
    var mention = ActorMention(
      place: text.place(range), actors: actorIDs(designation.holder), form: .name, proposed: nil)
    if let other = introducedBody(called: person) { mention.actors = [other] }
    if case .actor(let id) = designation.holder, let isWoman = phrase.isWoman {
      context.note(id, isWoman: isWoman)
    }
    mention.proposed = proposal(designation.holder)
    if designation.kind == .capital || designation.kind == .seat { mention.form = .seat }
    mention.isPlace = isPlace(designation, at: start, person.end)
    // An agency in brackets, as in a dateline, is no one spoken of.
    let isCredit = text.has("(", at: start - 1) && text.has(")", at: person.end)
    if !mention.isPlace, !isCredit {
      context.remember(
        mention.actors, mention.proposed, isPersonal(designation.holder) ? .person : .thing)
    }
    var end = person.end
    if text.has("'", at: end) { end += 1 }
    return (mention, end)
  }

  /// Said of where, not of who: `in Kyiv`, `near the Kremlin`, `left Paris`.
  private func isPlace(_ designation: Designation, at place: Int, _ end: Int) -> Bool {
    guard !isPersonal(designation.holder), !isPossessive(end) else { return false }
    var before = place - 1
    if text.has("the", at: before) { before -= 1 }
    let word = text.lower(before)
    let isIn = [
      "in", "at", "near", "into", "outside", "across", "throughout", "inside", "around", "toward",
      "towards", "within", "en", "в", "у",
    ].contains(word)
    guard designation.kind == .capital || designation.kind == .seat else { return isIn }
    return isIn
      || ["to", "from", "left", "visited", "through", "of", "із", "з", "из"].contains(word)
        && designation.kind == .capital
        && !["side", "government", "demand", "position", "proposal"]
          .contains(text.lower(before - 1))
  }

  private func isPossessive(_ end: Int) -> Bool {
    text.has("'", at: end) || text.lower(end - 1).hasSuffix("'s")
  }

  func actorIDs(_ holder: Holder?) -> [Case.Actor.ID] {
    if case .actor(let id)? = holder { return [id] }
    return []
  }

  func proposal(_ holder: Holder?) -> ProposedActor? {
    guard let holder, let known = names.known(holder) else { return nil }
    return ProposedActor(name: known.name, kind: known.kind, of: [], office: nil)
  }

  // MARK: Posts, sides and people without a name

  /// Nil where the words point at no one.
  mutating func resolved(_ phrase: Phrase) -> (ActorMention, Int)? {
    guard let head = phrase.head else { return nil }
    let range = phrase.start..<phrase.end
    let owner = actorIDs(phrase.holder)
    var mention = ActorMention(
      place: text.place(range), actors: [], form: .office, proposed: nil)
    switch head {
    case .side:
      let owner = owner.isEmpty ? ownSide(phrase) : owner
      guard phrase.holder != nil || !owner.isEmpty else { return nil }
      mention.form = .side
      mention.actors = owner
      mention.proposed = proposal(phrase.holder)
      context.remember(owner, mention.proposed, .thing)
    case .delegation:
      let owner = owner.isEmpty ? ownSide(phrase) : owner
      guard phrase.holder != nil || !owner.isEmpty else { return nil }
      mention.form = .side
      mention.actors = owner
      mention.proposed = proposal(phrase.holder)
      context.remember(owner, mention.proposed, .several)
    case .body:
      guard phrase.holder != nil, !phrase.isIndefinite else { return nil }
      mention.form = .side
      // A ministry speaks for its state; an army or a parliament is someone else.
      let words = text.words(phrase.start..<phrase.end)
      let isVoice = phrase.roles.contains { ["ministry", "office", "department"].contains($0) }
      mention.actors = isVoice ? owner : []
      mention.proposed = ProposedActor(name: words, kind: .body, of: owner, office: nil)
      context.remember(mention.actors, mention.proposed, .thing)
    case .office:
      let holders = apposed(phrase).map { [$0] } ?? officeHolders(phrase)
      if phrase.isIndefinite && holders.count != 1 { return unnamed(phrase) }
      guard !holders.isEmpty || phrase.holder != nil else { return nil }
      mention.actors = holders.count == 1 ? holders : []
      if let possessor = phrase.possessor, !phrase.roles.contains("counterpart") {
        mention.sides = sides(of: context.referent(possessor)).sorted()
      }
      if holders.count == 1, let isWoman = phrase.isWoman {
        context.note(holders[0], isWoman: isWoman)
      }
      if mention.actors.isEmpty {
        mention.proposed = ProposedActor(
          name: text.words(range), kind: .person, of: owner,
          office: phrase.roles.joined(separator: " "))
      }
      context.remember(mention.actors, mention.proposed, .person)
    case .unnamed: return unnamed(phrase)
    }
    return (mention, phrase.end)
  }

  /// `two people close to the government in Tashel`, `a Commission official`.
  private mutating func unnamed(_ phrase: Phrase) -> (ActorMention, Int)? {
    let range = phrase.start..<phrase.end
    guard phrase.holder != nil || phrase.isIndefinite || phrase.end > phrase.start + 1 else {
      return nil
    }
    let owner = actorIDs(phrase.holder)
    let words = Set(phrase.roles.map { MeasureUnit.singular($0) })
    let ofOwner = names.unnamed.filter { candidate in
      owner.isEmpty
        || !Set(candidate.actor.partOf + candidate.actor.speaksFor.map(\.actor)).isDisjoint(
          with: owner)
    }
    let matching = ofOwner.filter { !$0.words.isDisjoint(with: words) && !owner.isEmpty }
    let isSeveral = phrase.roles.last.map { $0.hasSuffix("s") || $0 == "people" } ?? false
    let actors = matching.count == 1 ? [matching[0].actor.id] : []
    let proposed =
      actors.isEmpty
      ? ProposedActor(
        name: "\(text.words(range)) (not named)", kind: isSeveral ? .group : .unnamed, of: owner,
        office: nil) : nil
    context.remember(actors, proposed, isSeveral ? .several : .person)
    return (
      ActorMention(place: text.place(range), actors: actors, form: .unnamed, proposed: proposed),
      phrase.end
    )
  }

  /// Who holds the post, by its words and owner, on the day of the text where posts have dates.
  private func officeHolders(_ phrase: Phrase) -> [Case.Actor.ID] {
    let wanted = RoleWords.canonical(phrase.roles)
    guard !wanted.isEmpty else { return [] }
    let owner = actorIDs(phrase.holder).first
    let possessors = phrase.possessor.map { sides(of: context.referent($0)) }
    func isHeld(_ office: Case.Actor.Office) -> Bool {
      guard let date = context.date else { return true }
      return (office.from.map { !$0.isLater(than: date) } ?? true)
        && (office.to.map { !date.isLater(than: $0) } ?? true)
    }
    var exact: [Case.Actor.ID] = []
    var wider: [Case.Actor.ID] = []
    for (words, of, office, holder) in names.offices where isHeld(office) {
      if let owner, let of, of != owner { continue }
      if owner == nil, phrase.holder != nil { continue }
      let own = sides(of: holder)
      // The deputy minister of another state is not this one's.
      if let owner, of == nil, !own.isEmpty, !own.contains(owner) { continue }
      // "Her deputy" is of her side, and no one whose post the text names later.
      if let possessors, possessors.isDisjoint(with: own.union([of].compactMap(\.self))) {
        continue
      }
      if words == wanted {
        exact.append(holder)
      } else if words.isSuperset(of: wanted),
        words.subtracting(wanted).isDisjoint(with: RoleWords.rank)
      {
        wider.append(holder)
      }
    }
    // Without an owner the one spoken of last is meant.
    let found = exact.isEmpty ? wider : exact
    let unique = found.reduce(into: [Case.Actor.ID]()) { if !$0.contains($1) { $0.append($1) } }
    guard unique.count > 1 else { return unique }
    for referent in context.recent.reversed() {
      if let one = referent.actors.first(where: { unique.contains($0) }) { return [one] }
    }
    return unique
  }
}
