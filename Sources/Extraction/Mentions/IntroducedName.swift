internal import CaseModel

/// One of the phrases between commas in the words that name a speaker: `the union's general secretary`,
/// `Stefan Brandt`, `Camille Roy of the network Dry Land`.
struct IntroducedName {
  /// Capitalised words in a row, without titles; empty where there are none.
  private(set) var name = ""
  private(set) var size = 0
  /// Words of a post before the name, or alone.
  private(set) var post = ""
  /// Names that own a post: `Carvania` of Carvania's minister, once more with a mark.
  private(set) var owners: [String] = []
  /// Whose post it is, in lower case: `union` of the union's secretary.
  private(set) var sides: [String] = []
  private var words: [String] = []
  private var hasArticle = false
  /// An organisation whose post it is, by its name.
  private(set) var owner = ""

  static let ownerMark = " *"

  init(_ phrase: String) {
    let text = SpanText(phrase)
    words = text.pieces.map(\.lower)
    var roles: [String] = []
    var place = 0
    hasArticle = words.first == "the"
    sides = words.indices.compactMap { place in
      let word = words[place]
      if word.hasSuffix("'s") { return String(word.dropLast(2)) }
      if text.has("'", at: place + 1), text[place + 1]?.isSpaced == false { return word }
      return place > 0 && Self.owning.contains(words[place - 1]) ? word : nil
    }
    while place < text.count {
      let piece = text.pieces[place]
      let isRole =
        RoleWords.head(piece.lower) != nil || RoleWords.isTitle(piece.lower)
        || RoleWords.qualifies(piece.lower)
      if let owner = owner(text, place), hasPost(text, from: place + 1) {
        owners += [owner, owner + Self.ownerMark]
      } else if piece.kind == .word, piece.isCapital, !Self.articles.contains(piece.lower),
        !isRole || isOrganisation(text, place)
      {
        break
      } else if isRole {
        roles.append(piece.lower)
      } else if !roles.isEmpty, ["for", "of"].contains(piece.lower), place + 1 < text.count,
        !text.pieces[place + 1].isCapital, text.lower(place + 1) != "the"
      {
        // minister for labour
        roles += [piece.lower, text.lower(place + 1)]
        place += 1
      }
      place += 1
    }
    if roles.contains(where: { RoleWords.head($0) == .office }) {
      post = roles.joined(separator: " ")
    }
    let first = place
    while let piece = text[place], isPartOfName(piece, at: place, of: text, from: first) {
      place += 1
    }
    guard place > first, place - first <= 5 else { return }
    name = text.words(first..<place)
    for ending in ["'s", "’s"] where name.hasSuffix(ending) { name.removeLast(2) }
    size = text.pieces[first..<place].filter { $0.kind == .word }.count
    let isPlural = text.has("'", at: place) && text[place]?.isSpaced == false
    guard isPlural || text.lower(place - 1).hasSuffix("'s") else { return }
    // the Boilermakers' Union's general secretary
    if hasOrganisation { owner = name }
    (name, size) = ("", 0)
    roles = text.pieces[place...].map(\.lower).filter {
      RoleWords.head($0) != nil || RoleWords.qualifies($0)
    }
    if roles.contains(where: { RoleWords.head($0) == .office }) {
      post = roles.joined(separator: " ")
    }
  }

  private func isPartOfName(
    _ piece: SpanText.Piece, at place: Int, of text: SpanText, from first: Int
  ) -> Bool {
    if piece.kind == .word, piece.isCapital { return true }
    guard place > first else { return false }
    if piece.kind == .word { return Self.particles.contains(piece.lower) }
    return "'-".contains(piece.lower) && text[place + 1]?.isCapital ?? false
  }

  private func owner(_ text: SpanText, _ place: Int) -> String? {
    guard let piece = text[place], piece.isCapital, piece.lower.hasSuffix("'s") else { return nil }
    return String(text.words(place..<place + 1).dropLast(2))
  }

  private func hasPost(_ text: SpanText, from place: Int) -> Bool {
    (place..<min(place + 3, text.count)).contains { RoleWords.head(text.lower($0)) != nil }
  }

  /// A word of a post that belongs to a name: `Boilermakers' Union`, `Union Pacific`.
  private func isOrganisation(_ text: SpanText, _ place: Int) -> Bool {
    var end = place
    while let piece = text[end], piece.kind == .word, piece.isCapital { end += 1 }
    // State Conciliation Board, National Farmers' Union.
    if end - place > 2, Self.organisations.contains(text.lower(end - 1)) { return true }
    guard Self.organisations.contains(text.lower(place)) else { return false }
    return place > 0 && text[place + 1]?.isCapital ?? false
  }

  /// Nil where the words leave it open.
  func kind(explainedBy others: [IntroducedName]) -> Case.Actor.Kind? {
    if hasOrganisation { return size > 1 ? .organisation : nil }
    if !post.isEmpty && !hasOwner { return .person }
    if others.contains(where: { !$0.post.isEmpty || $0.words.first == "who" }) {
      return size > 1 ? .person : nil
    }
    if commonNouns(explainedBy: others) != nil
      || others.contains(where: { $0.words.first == "which" })
    {
      return .organisation
    }
    guard size > 1 else { return nil }
    return hasArticle ? .organisation : .person
  }

  private var hasOrganisation: Bool {
    name.split(separator: " ").contains { word in
      let word = word.lowercased()
      return Self.organisations.contains(word) || Self.companies.contains(word)
    }
  }

  private var hasOwner: Bool { !owners.isEmpty && size < 2 }

  /// `the owner of the yard`, `a maker of tyres` are firms.
  func commonNouns(explainedBy others: [IntroducedName]) -> Set<String>? {
    let isFirm = others.contains { other in
      guard let first = other.words.first, Self.articles.contains(first) else { return false }
      return other.words.dropFirst().prefix(4).contains { Self.firms.contains($0) }
    }
    let isCompany = name.split(separator: " ").contains {
      Self.companies.contains($0.lowercased())
    }
    return isFirm || isCompany ? Self.companies : nil
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "its", "his", "her", "their", "our", "one", "two",
  ]
  private static let owning: Set<String> = ["for", "of", "the"]
  private static let particles: Set<String> = [
    "de", "van", "von", "der", "den", "al", "bin", "ben", "del", "della", "di", "da", "dos", "el",
    "la", "le", "ibn", "ul",
  ]
  static let companies: Set<String> = [
    "company", "firm", "corporation", "employer", "manufacturer",
  ]
  private static let firms: Set<String> = [
    "owner", "maker", "operator", "producer", "manufacturer", "company", "firm", "builder",
    "supplier", "carrier", "airline", "retailer", "miner", "employer",
  ]
  private static let organisations: Set<String> = [
    "union", "front", "bloc", "forum", "alliance", "party", "council", "association", "federation",
    "movement", "compact", "institute", "agency", "commission", "committee", "league", "coalition",
    "congress", "confederation", "society", "network", "mission", "group", "bank", "fund",
    "authority", "ministry", "department", "court", "chamber", "army", "guild", "board", "trust",
  ]
}
