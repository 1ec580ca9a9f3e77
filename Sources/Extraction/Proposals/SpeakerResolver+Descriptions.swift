internal import CaseModel

/// Speakers without a name of the case: by description, by who was spoken of, or as entries to be made.
extension SpeakerResolver {
  /// A group, body or unnamed person of the case whose description shares most of its words.
  func described(_ words: String) -> ResolvedSpeaker? {
    let own = Set(ActorBook.description(words))
    guard !own.isEmpty else { return nil }
    // The union's leader is not the union, and a lawyer in the capital is not the government.
    let head = SourceHead(words).word
    let isPerson = RoleWords.head(head) == .office || RoleWords.head(head) == .unnamed
    let needed = isPerson ? ContentWords.of(head).first : nil
    var best: (actor: Case.Actor.ID, likeness: Double)?
    var isTied = false
    for (actor, names) in actors.described {
      for name in names {
        if let needed, !name.contains(needed) { continue }
        let shared = name.intersection(own).count
        let likeness = Double(shared) / Double(name.union(own).count)
        guard likeness >= 0.5 else { continue }
        if likeness > (best?.likeness ?? 0) {
          best = (actor, likeness)
          isTied = false
        } else if likeness == best?.likeness, actor != best?.actor {
          isTied = true
        }
      }
    }
    guard let best, !isTied else { return nil }
    return ResolvedSpeaker(
      speaker: [best.actor], rule: "“\(words.shortened(to: 40))” by description",
      confidence: 0.6 + 0.3 * best.likeness)
  }

  /// `the ministry`, `the company`: the one of the case that is called so, else the last spoken of.
  func bare(_ words: String, _ recent: [Case.Actor.ID]) -> ResolvedSpeaker? {
    let nouns = ActorBook.description(words)
    guard let noun = nouns.first, nouns.count == 1,
      let head = SpanText(words).pieces.last(where: { $0.kind == .word })?.lower,
      RoleWords.head(head) == .body || RoleWords.head(head) == .side || Self.bodies.contains(head)
    else { return nil }
    var named = actors.described.filter { $0.words.contains { $0.contains(noun) } }.map(\.actor)
    if named.isEmpty {
      // Of two firms neither is meant for sure.
      named = actors.commonNouns.filter { $0.value.contains(head) }.map(\.key).sorted()
      if named.count > 1 { return nil }
    }
    // Of several groups the one last spoken of, or whose envoy was.
    let last =
      recent.last { named.contains($0) }
      ?? recent.reversed().lazy.compactMap { actor -> Case.Actor.ID? in
        named.first { actors.sides[actor]?.contains($0) ?? false }
      }.first
    var found = (last ?? (named.count == 1 ? named[0] : nil)).map { ResolvedSpeaker(speaker: [$0]) }
    if found == nil, ["ministry", "government", "authorities"].contains(head),
      let state = recent.last(where: { kinds[$0] == .state })
    {
      found = ResolvedSpeaker(speaker: [state])
    }
    found?.rule = "“\(words.shortened(to: 40))” by who was spoken of"
    found?.confidence = 0.7
    return found
  }

  /// `her organisation`: the one side of the person spoken of last.
  func ownBody(_ words: String, _ recent: [Case.Actor.ID]) -> ResolvedSpeaker? {
    let pieces = SpanText(words).pieces.map(\.lower)
    guard pieces.count == 2, ["his", "her"].contains(pieces[0]), SourceHead(words).isBody,
      let person = recent.last(where: { kinds[$0] == .person || kinds[$0] == .unnamed }),
      let side = actors.sides[person], side.count == 1
    else { return nil }
    return ResolvedSpeaker(
      speaker: Array(side), rule: "“\(words.shortened(to: 40))” by whose side spoke",
      confidence: 0.6)
  }

  /// `the union leader`: the one person of that side, or of several the last spoken of.
  func leader(_ words: String, _ recent: [Case.Actor.ID]) -> ResolvedSpeaker? {
    let pieces = SpanText(words).pieces.filter { $0.kind == .word }
    guard let last = pieces.last, Self.chiefs.contains(last.lower), pieces.count > 1 else {
      return nil
    }
    let side = pieces.dropLast().map(\.lower).joined(separator: " ")
    guard let group = (described(side) ?? bare(side, recent))?.speaker, group.count == 1 else {
      return nil
    }
    let people = actors.sides.filter { kinds[$0.key] == .person && $0.value.contains(group[0]) }
      .map(\.key).sorted()
    guard
      let one = recent.last(where: { people.contains($0) }) ?? (people.count == 1 ? people[0] : nil)
    else { return nil }
    return ResolvedSpeaker(
      speaker: [one], rule: "“\(words.shortened(to: 40))” by who was spoken of", confidence: 0.7)
  }

  static let chiefs: Set<String> = ["leader", "chief", "boss", "head"]
  static let bodies: Set<String> = [
    "company", "bank", "union", "unions", "party", "group", "paper", "agency", "firm", "board",
    "bloc", "front", "movement", "alliance", "forum", "compact", "organisation", "organization",
    "employer", "manufacturer", "institute", "mission", "council", "panel", "fund", "foundation",
    "network", "centre", "center", "society", "league", "secretariat",
  ]
  static let leaders: Set<String> = ["leaders", "presidents", "premiers", "ministers"]

  /// A name or a group that neither the case nor the list of known actors has.
  func named(_ words: String) -> ResolvedSpeaker? {
    let bare = Self.bare(words)
    let pieces = SpanText(bare).pieces
    guard let first = pieces.first, pieces.count <= 10,
      pieces.contains(where: { $0.kind == .word }),
      !(pieces.count == 1 && Self.notNames.contains(first.lower)),
      !Self.negated.contains(first.lower),
      !pieces.contains(where: { Self.documents.contains($0.lower) })
    else { return nil }
    var name = bare
    if let comma = bare.firstIndex(of: ",") { name = String(bare[..<comma]) }
    guard
      let slug = Slug.from(name)
        ?? Slug.from(FoldedText(name).words.map(\.plain).joined(separator: "-"))
    else { return nil }
    let capitals = pieces.prefix { $0.lower != "," }.allSatisfy { $0.isCapital || $0.kind == .sign }
    var side: [Case.Actor.ID] = []
    var id = Case.Actor.ID(slug.raw)
    if !capitals, RoleWords.head(SourceHead(name).word) == .unnamed {
      // "A senior donor official" belongs to the donors, where only one side is called so.
      let sides = Set(ContentWords.of(name).compactMap { actors.sideOfWord[$0] })
      if sides.count == 1 { side = Array(sides) }
      name = name.prefix(1).uppercased() + name.dropFirst() + " (not named)"
      id = Case.Actor.ID(Slug.from(name)?.raw ?? slug.raw)
    }
    var found = ResolvedSpeaker(
      speaker: [id], rule: "“\(words.shortened(to: 40))”, not in the case")
    if !actors.kinds.keys.contains(id) {
      found.new = [
        .actor(id, name: name.shortened(to: 80), kind: capitals ? .person : .unnamed, of: side)
      ]
    }
    found.confidence = capitals ? 0.7 : 0.4
    return found
  }

  /// Without an article and without what stands in brackets.
  static func bare(_ words: String) -> String {
    var bare = words.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
    for article in ["The ", "the ", "A ", "a ", "An ", "an "] where bare.hasPrefix(article) {
      bare = String(bare.dropFirst(article.count))
      break
    }
    while let last = bare.last, ",.;:’'".contains(last) { bare.removeLast() }
    return bare
  }

  static let notNames: Set<String> = [
    "he", "she", "it", "they", "we", "i", "who", "which", "that", "this", "these", "those", "one",
    "me", "us", "him", "her", "them", "some", "others", "many", "there", "what", "you", "both",
    "all", "another", "its", "his", "their", "my", "our", "your",
  ]

  static let negated: Set<String> = [
    "nobody", "no", "none", "neither", "nothing", "anyone", "everyone", "everybody", "anybody",
    "nor",
  ]
  /// What says something and is no one.
  static let documents: Set<String> = [
    "agreement", "protocol", "draft", "text", "letter", "document", "decree", "law", "act",
    "treaty", "article", "clause", "statement", "communiqué", "resolution", "report", "record",
    "figures", "data", "sources'", "plan", "proposal", "reports", "map", "deal",
  ]
}
