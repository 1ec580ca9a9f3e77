package import CaseModel
internal import Foundations

/// Whether two names are two ways to call one actor.
package enum ActorSpelling {
  /// `Lie`, `Mr Lie` and `M. Lie` are Morten Lie, `the Council` is the Northern Marine Council, and the
  /// islands' prime minister is the holder of the post. One name is never a different one, nor is someone
  /// whom the text leaves unnamed.
  ///
  /// - Parameter name: as a text has it.
  package static func isName(_ name: String, of actor: Case.Actor) -> Bool {
    let own = words(name)
    guard !own.isEmpty else { return false }
    let names = [actor.name] + actor.aliases
    return names.contains { isSame(own, words($0), isPerson: actor.kind == .person) }
      || names.contains { isAbbreviation(name, of: $0) } || isPost(name, of: actor)
  }

  /// In one spelling, without an article, titles and what stands in brackets.
  private static func words(_ name: String) -> [String] {
    var words = FoldedText(String(name.prefix { $0 != "(" })).words.map(\.plain)
    if let first = words.first, articles.contains(first), words.count > 1 { words.removeFirst() }
    while let first = words.first, RoleWords.isTitle(first), words.count > 1 { words.removeFirst() }
    return words
  }

  private static func isSame(_ own: [String], _ other: [String], isPerson: Bool) -> Bool {
    if own == other { return true }
    if own.count == other.count { return isRespelled(own, other, isPerson: isPerson) }
    let (short, long) = own.count < other.count ? (own, other) : (other, own)
    guard let last = long.last, !short.isEmpty else { return false }
    var rest = short[...]
    for word in long where rest.first.map({ stands($0, for: word) }) ?? false { rest.removeFirst() }
    guard rest.isEmpty else { return false }
    if short.last == last { return true }
    // Norland is not Norland's union, and a first name of two words is not the name.
    return isPerson ? short.count == 1 && short[0] == long[0] : RoleWords.head(last) == nil
  }

  /// A word, or the initial of a first name.
  private static func stands(_ short: String, for word: String) -> Bool {
    short == word || short.count == 1 && word.hasPrefix(short)
  }

  /// `M. Lie`; and one word with a letter more, less, exchanged or swapped, as names transliterated from
  /// another alphabet are spelled.
  private static func isRespelled(_ a: [String], _ b: [String], isPerson: Bool) -> Bool {
    let others = zip(a, b).filter { $0 != $1 }
    guard others.count == 1, let (one, two) = others.first else { return false }
    if isPerson, a.count > 1, a.last == b.last, stands(one, for: two) || stands(two, for: one) {
      return true
    }
    let length = min(one.count, two.count)
    return length >= 4 && editDistance(Array(one), Array(two)) <= (length >= 8 ? 2 : 1)
  }

  /// `NMC` of the Northern Marine Council.
  private static func isAbbreviation(_ name: String, of other: String) -> Bool {
    let bare = name.filter { $0 != "." }
    guard bare.count > 1, bare.allSatisfy(\.isUppercase) else { return false }
    let initials = other.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap(\.first)
      .filter(\.isUppercase)
    return String(initials) == bare
  }

  /// A post or a body without a name of its own, which the text calls so wherever it means the same one.
  private static func isPost(_ name: String, of actor: Case.Actor) -> Bool {
    let text = SpanText(name)
    let pieces = text.pieces.filter { $0.kind == .word }
    guard let first = pieces.first, !owning.contains(first.lower) else { return false }
    let isNamed = pieces.contains { piece in
      piece.isCapital && !piece.lower.hasSuffix("'s") && !piece.lower.hasSuffix("s'")
        && RoleWords.head(piece.lower) == nil && !RoleWords.qualifies(piece.lower)
        && !articles.contains(piece.lower)
    }
    guard !isNamed else { return false }
    let head = SourceHead(name)
    switch RoleWords.head(head.word) {
    case .office: return actor.kind == .person || actor.kind == .unnamed
    case .side, .delegation, .body: return actor.kind != .person && actor.kind != .unnamed
    case .unnamed: return false
    case nil: return head.isBody && actor.kind != .person && actor.kind != .unnamed
    }
  }

  private static let articles: Set<String> = ["the", "a", "an"]
  /// Whose post it is depends on the place.
  private static let owning: Set<String> = ["his", "her", "its", "their", "our", "my"]
}
