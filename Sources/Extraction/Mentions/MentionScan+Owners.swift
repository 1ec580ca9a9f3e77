internal import CaseModel

/// Whose post or body it is, and who holds the post by the name behind it.
extension MentionScan {
  /// `Her deputy, Morten Lie,`: the person named between commas behind a post holds it.
  func apposed(_ phrase: Phrase) -> Case.Actor.ID? {
    let place = phrase.end + 1
    guard text.has(",", at: phrase.end), let name = found[place],
      let designation = preferred(name.designations), designation.kind == .name,
      isPerson(designation.holder), case .actor(let id) = designation.holder
    else { return nil }
    guard let close = text[name.end] else { return id }
    return close.kind == .sign && [",", ".", ";", ")", "-", "!", "?"].contains(close.lower)
      ? id : nil
  }

  /// `her union`, `his country`: the side of the person meant.
  mutating func ownBody(at place: Int) -> (ActorMention, Int)? {
    guard ["his", "her"].contains(text.lower(place)), Self.bodies.contains(text.lower(place + 1)),
      !(text[place + 2].map { RoleWords.head($0.lower) != nil || $0.lower.hasSuffix("'s") } ?? false)
    else { return nil }
    var phrase = Phrase(start: place, end: place + 2)
    phrase.possessor = text.lower(place)
    let side = ownSide(phrase)
    guard !side.isEmpty else { return nil }
    context.remember(side, nil, .thing)
    return (
      ActorMention(
        place: text.place(place..<place + 2), actors: side, form: .side, proposed: nil),
      place + 2
    )
  }

  private static let bodies: Set<String> = [
    "union", "group", "party", "country", "nation", "company", "firm", "federation", "bloc",
    "alliance", "movement", "organisation", "organization", "association", "coalition", "bank",
  ]

  /// Whose government `her government` is: the one side of the person meant.
  func ownSide(_ phrase: Phrase) -> [Case.Actor.ID] {
    guard let possessor = phrase.possessor, let referent = context.referent(possessor),
      referent.number == .person, referent.actors.count == 1
    else { return [] }
    let sides = sides(of: referent.actors[0])
    return sides.count == 1 ? Array(sides) : []
  }

  /// A person's, or those of a body and the body itself.
  func sides(of referent: MentionContext.Referent?) -> Set<Case.Actor.ID> {
    guard let referent else { return [] }
    return referent.actors.reduce(into: []) { found, actor in
      found.formUnion(sides(of: actor))
      if !isPerson(.actor(actor)) { found.insert(actor) }
    }
  }

  func sides(of actor: Case.Actor.ID) -> Set<Case.Actor.ID> {
    guard let actor = names.actors[actor] else { return [] }
    return Set(actor.partOf + actor.speaksFor.map(\.actor))
  }

  /// `of Belmar`, `for the Ministry of Finance`, `close to the government in Tashel`.
  func takeOwner(_ phrase: inout Phrase) {
    guard phrase.head != nil else { return }
    var next = phrase.end
    let domain = next
    // `Minister of Water` is the post; `Minister of Water of Belmar` names the owner too.
    if text.has("of", at: next) || text.has("for", at: next), let piece = text[next + 1],
      piece.kind == .word, found[next + 1] == nil, piece.lower != "the",
      RoleWords.head(piece.lower) == nil, phrase.head == .office || phrase.head == .body
    {
      next += 1
      while let piece = text[next], piece.kind == .word, found[next] == nil,
        piece.isCapital || piece.lower == "and", next - domain < 5
      {
        phrase.roles.append(piece.lower)
        next += 1
      }
      if next > domain + 1 { phrase.end = next } else { next = phrase.end }
    }
    guard
      ["of", "for", "from", "in", "at", "close", "inside", "with", "within", "familiar"]
        .contains(text.lower(next))
    else { return }
    // At most a few words lie between: of the, close to the government in.
    var reach = next + 1
    while reach < min(next + 8, text.count) {
      if let name = found[reach], let designation = preferred(name.designations) {
        if phrase.holder == nil || phrase.holderKind != .adjective {
          guard phrase.holder == nil else { return }
          phrase.holder = designation.holder
          phrase.holderKind = designation.kind
        }
        phrase.end = name.end
        // of the Kesh Dam Company's board
        return
      }
      let word = text.lower(reach)
      guard
        ["the", "to", "government", "in", "of", "its", "side", "foreign", "ministry", "a", "'"]
          .contains(word)
      else { return }
      reach += 1
    }
  }

  /// `the union`, which the case has for one of its own: the union that this text has named last, where it
  /// is another, which the text introduces. Keeps whom it names by name.
  mutating func introducedBody(called person: Named) -> Case.Actor.ID? {
    guard case .actor(let id)? = person.designation?.holder, !isPerson(.actor(id)),
      let actor = names.actors[id]
    else { return nil }
    let pieces = text.pieces[person.start..<person.end].filter { $0.lower != "the" }
    if pieces.contains(where: \.isCapital) {
      for noun in Self.nouns(of: actor) { context.named[noun] = id }
      return nil
    }
    guard pieces.count == 1, let noun = pieces.first?.lower, let last = context.named[noun],
      introduced.contains(last)
    else { return nil }
    return last
  }

  /// What a body is called without its name: `union` of the Seamen's Union.
  private static func nouns(of actor: Case.Actor) -> [String] {
    SpanText(actor.name).pieces.map(\.lower).filter(SpeakerResolver.bodies.contains)
  }
}
