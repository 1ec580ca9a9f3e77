/// What the words that stand as a speaker are at heart: of `Moscow's resistance to a truce` the
/// resistance, which is no one's voice though it names someone.
struct SourceHead {
  /// The last word before what hangs on it, in lower case.
  let word: String

  init(_ words: String) {
    var head = ""
    for piece in SpanText(words).pieces {
      if Self.joints.contains(piece.lower) {
        if !head.isEmpty { break }
        continue
      }
      if piece.kind == .word { head = piece.lower }
    }
    word = head
  }

  /// An event, a conduct or a document that shows something: its author speaks, not whom it names.
  /// - Parameter lemma: the cue's.
  func isThing(with lemma: String) -> Bool {
    if Self.conduct.contains(word) { return true }
    return Self.showing.contains(lemma)
      && (Self.occasions.contains(word) || Self.documents.contains(word))
  }

  /// `the official`, `the oceanographer`: a post or trade, and no word more.
  func isTrade(alone words: String) -> Bool {
    let pieces = words.split(separator: " ")
    guard pieces.count == 2, pieces[0].lowercased() == "the", pieces[1].lowercased() == word,
      pieces[1].first?.isLowercase ?? false
    else { return false }
    if RoleWords.head(word) == .office { return true }
    if RoleWords.head(word) == .unnamed { return !word.hasSuffix("s") && word != "people" }
    return !Self.papers.contains(word)
      && ["er", "or", "ist", "ian", "man", "woman"].contains { word.hasSuffix($0) }
  }

  /// A body that someone heads or belongs to, and not one who speaks for himself or herself.
  var isBody: Bool { Self.bodies.contains(word) }

  private static let bodies: Set<String> = [
    "department", "ministry", "organisation", "organization", "party", "company", "movement",
    "union", "association", "charity", "institute", "firm", "government", "side", "delegation",
    "team",
    "group", "country", "cabinet", "council", "federation", "alliance", "agency", "board",
  ]

  /// They end as trades do.
  private static let papers: Set<String> = [
    "paper", "newspaper", "letter", "broadcaster", "newsletter", "order", "ledger", "register",
    "employer", "manufacturer", "insurer", "carrier", "publisher", "retailer",
  ]

  private static let joints: Set<String> = [
    "of", "for", "in", "on", "to", "that", "which", "who", "about", "between", "against", "with",
    "by", "from", "at", "over", ",", "(", ":", "—", "-",
  ]
  private static let showing: Set<String> = [
    "show", "highlight", "underscore", "underline", "indicate", "suggest", "reflect",
    "demonstrate", "reveal", "signal", "prove", "illustrate", "imply", "mean", "discourage",
    "encourage", "find",
  ]
  private static let conduct = split(
    """
    failure success collapse resistance refusal insistence stance approach attitude behaviour \
    behavior absence presence lack willingness reluctance silence delay escalation violence fighting \
    situation crisis development developments shift outcome pattern rhetoric circumstances history \
    experience evidence
    """)
  private static let occasions = split(
    """
    talks negotiations negotiation meeting meetings summit conference round rounds visit trip exchange \
    move decision change war dispute truce ceasefire events event process result results
    """)
  private static let documents = split(
    """
    statement statements remarks comments references reference words letter report draft text figures \
    data poll survey map document documents agreement plan proposal offer reply answer message
    """)

  private static func split(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}
