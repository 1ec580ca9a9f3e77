internal import CaseModel

/// One going through a text for its mentions.
struct MentionScan {
  let text: SpanText
  let names: ActorNames
  let parties: [Case.Actor.ID]
  let introduced: Set<Case.Actor.ID>
  var context: MentionContext
  /// Names by the piece they begin at.
  let found: [Int: (designations: [Designation], end: Int)]

  mutating func mentions() -> [ActorMention] {
    var mentions: [ActorMention] = []
    var place = 0
    while place < text.count {
      if var (mention, end) = joint(at: place) ?? ownBody(at: place) ?? phrase(at: place)
        ?? pronoun(at: place)
      {
        // Vladimir Medinsky, Russia's chief negotiator: a post that no one else is known to hold.
        if let last = mentions.last, mention.form == .office, mention.actors.isEmpty,
          last.form == .name,
          last.actors.count == 1, isPerson(.actor(last.actors[0])), text.has(",", at: place - 1),
          place > 1, text.pieces[place - 2].end == last.place.upperBound
        {
          mention.actors = last.actors
          mention.proposed = nil
        }
        mentions.append(mention)
        end = max(end, place + 1)
        place = max(end, place + 1)
      } else {
        if text.endsSentence(place) { context.nextSentence() }
        place += 1
      }
    }
    return mentions
  }

  // MARK: Joint words and pronouns

  /// `both sides`, `the two delegations`, `the parties`, `all sides`.
  private mutating func joint(at place: Int) -> (ActorMention, Int)? {
    guard parties.count > 1 else { return nil }
    var next = place
    var isBoth = false
    if text.has("the", at: next) || text.has("all", at: next) || text.has("these", at: next) {
      isBoth = text.has("all", at: next)
      next += 1
    }
    if text.has("both", at: next) || text.has("two", at: next) || text.has("warring", at: next)
      || text.has("both", "of", "the", at: next)
    {
      // `two officials` are not both.
      isBoth = isBoth || text.has("both", at: next) || next > place
      next += text.has("both", "of", "the", at: next) ? 3 : 1
    }
    // `the four delegations` are all, where there are four.
    if next > place,
      let number = ["three", "four", "five", "six"].firstIndex(of: text.lower(next)),
      number + 3 == parties.count
    {
      isBoth = true
      next += 1
    }
    if text.has("warring", at: next) || text.has("negotiating", at: next) { next += 1 }
    let noun = text.lower(next)
    let isParty = ["sides", "parties", "сторони", "стороны"].contains(noun)
    let isOther = [
      "delegations", "governments", "states", "countries", "unions", "capitals", "nations", "teams",
      "camps", "leaders",
    ].contains(noun)
    guard
      (isParty && (isBoth || next > place || noun.hasPrefix("сторон")))
        || (isOther && isBoth && next > place)
    else { return nil }
    let found = ActorMention(
      place: text.place(place..<next + 1), actors: parties, form: .joint, proposed: nil)
    context.remember(parties, nil, .several)
    return (found, next + 1)
  }

  private mutating func pronoun(at place: Int) -> (ActorMention, Int)? {
    guard let piece = text[place], piece.kind == .word, let referent = context.referent(piece.lower)
    else { return nil }
    // A possessive before a noun names no speaker by itself.
    if ["his", "her", "their", "its", "our", "my", "його", "его", "її", "ее"].contains(piece.lower)
    {
      return nil
    }
    context.remember(referent.actors, referent.proposed, referent.number)
    // A person called `she` once is not `he` later.
    if referent.number == .person, referent.actors.count == 1,
      let isWoman = RoleWords.isWoman(piece.lower)
    {
      context.note(referent.actors[0], isWoman: isWoman)
    }
    return (
      ActorMention(
        place: text.place(place..<place + 1), actors: referent.actors, form: .pronoun,
        proposed: referent.proposed),
      place + 1
    )
  }

  // MARK: Names and posts

  /// A noun phrase while it is read.
  struct Phrase {
    var start: Int
    var end: Int
    /// Whose the post or people are.
    var holder: Holder?
    var holderKind = Designation.Kind.name
    /// Words of a post, before one spelling is made of them.
    var roles: [String] = []
    var head: RoleWords.Head?
    var isWoman: Bool?
    var hasTitle = false
    /// It has an article or a number that says that no one is named.
    var isIndefinite = false
    /// `her` of `her deputy`.
    var possessor: String?
  }

  private mutating func phrase(at place: Int) -> (ActorMention, Int)? {
    var phrase = Phrase(start: place, end: place)
    // A name that begins with an article or a number is a name first.
    if let name = found[place], !isOwner(name, at: place), let person = person(at: place, phrase) {
      return finish(person, phrase)
    }
    takeDeterminer(&phrase)
    takeWords(&phrase)
    if let person = person(at: phrase.end, phrase) { return finish(person, phrase) }
    guard phrase.head != nil || phrase.holder != nil else { return nil }
    takeOwner(&phrase)
    // A post that stands behind a name is read with the name: Haddar, the Minister of Water.
    return resolved(phrase)
  }

  private func takeDeterminer(_ phrase: inout Phrase) {
    let word = text.lower(phrase.end)
    if ["the", "a", "an"].contains(word) || Self.possessors.contains(word) {
      phrase.isIndefinite = word == "a" || word == "an"
      phrase.possessor = Self.possessors.contains(word) ? word : nil
      phrase.end += 1
    } else if text.has("one", "of", at: phrase.end) {
      phrase.isIndefinite = true
      phrase.end += 2
      if text.has("the", at: phrase.end) { phrase.end += 1 }
    } else if ["two", "three", "several", "some", "another"].contains(word) {
      phrase.isIndefinite = true
      phrase.end += 1
    }
  }

  static let possessors: Set<String> = ["its", "his", "her", "their", "our"]

  /// Adjectives, owners and words of a post, as long as they come.
  private func takeWords(_ phrase: inout Phrase) {
    let start = phrase.end
    while phrase.end < text.count, phrase.end - phrase.start < 12 {
      let place = phrase.end
      if let name = found[place] {
        // Someone's own name ends the phrase, unless it owns what follows: Ukraine's president.
        guard phrase.holder == nil, isOwner(name, at: place),
          let designation = preferred(name.designations)
        else { break }
        phrase.holder = designation.holder
        phrase.holderKind = designation.kind
        phrase.end = name.end
        if text.has("'", at: phrase.end) { phrase.end += 1 }
        continue
      }
      guard let piece = text[place], piece.kind == .word || piece.lower == "-" else { break }
      let word = piece.lower
      if piece.lower == "-", text[place + 1]?.isSpaced == false, place > start {
        phrase.end += 1
        continue
      }
      if RoleWords.isTitle(word), isNameNext(place + 1, after: word) {
        phrase.hasTitle = true
        phrase.isWoman = RoleWords.isWoman(word) ?? phrase.isWoman
        if let head = RoleWords.head(word) {
          phrase.head = head
          phrase.roles.append(word)
        }
        phrase.end += 1
        if text.has(".", at: phrase.end), RoleWords.isShortened(word) { phrase.end += 1 }
        continue
      }
      if let head = RoleWords.head(word) {
        phrase.head = head
        phrase.roles.append(word)
        phrase.isWoman = RoleWords.isWoman(word) ?? phrase.isWoman
      } else if RoleWords.qualifies(word) {
        phrase.roles.append(word)
      } else {
        break
      }
      phrase.end += 1
    }
  }

  /// A name that follows a title, with initials before it.
  private func isNameNext(_ place: Int, after title: String) -> Bool {
    let place = text.has(".", at: place) && RoleWords.isShortened(title) ? place + 1 : place
    return found[place] != nil || (text[place]?.isCapital ?? false)
  }

  /// The name has a possessive, is an adjective, or a word of a post follows it.
  private func isOwner(_ name: (designations: [Designation], end: Int), at place: Int) -> Bool {
    guard let designation = preferred(name.designations) else { return false }
    // `the Russians` are a name, `the Russian` belongs to what follows.
    if designation.kind == .adjective { return !text.lower(name.end - 1).hasSuffix("s") }
    if isPerson(designation.holder) { return false }
    let last = text.lower(name.end - 1)
    if last.hasSuffix("'s") || last.hasSuffix("s'") || text.has("'", at: name.end) {
      return hasRole(after: name.end)
    }
    return hasRole(after: name.end)
  }

  private func hasRole(after place: Int) -> Bool {
    for next in place..<min(place + 6, text.count) {
      let word = text.lower(next)
      if word == "'" { continue }
      if RoleWords.head(word) != nil { return true }
      guard RoleWords.qualifies(word) || word == "-" else { return false }
    }
    return false
  }

  func isPerson(_ holder: Holder) -> Bool {
    if case .actor(let id) = holder { return names.actors[id]?.kind == .person }
    return false
  }

  /// Of several that are called so: a name before an adjective, who speaks now before who spoke once.
  func preferred(_ designations: [Designation]) -> Designation? {
    guard designations.count > 1 else { return designations.first }
    // A capital is one whatever else bears the name.
    if let capital = designations.first(where: { $0.kind == .capital }) {
      if let name = designations.first(where: { $0.kind == .name && $0.holder == capital.holder }) {
        return Designation(kind: .capital, holder: name.holder)
      }
    }
    return designations.first { $0.kind == .name && speaksNow($0.holder) } ?? designations.first
  }

  private func speaksNow(_ holder: Holder) -> Bool {
    guard case .actor(let id) = holder, let actor = names.actors[id], let date = context.date else {
      return false
    }
    return actor.speaksFor.isEmpty
      || actor.speaksFor.contains { link in
        (link.from.map { !$0.isLater(than: date) } ?? true)
          && (link.to.map { !date.isLater(than: $0) } ?? true)
      }
  }
}
