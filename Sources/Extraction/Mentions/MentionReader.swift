package import CaseModel

/// Finds whom a text speaks of: by name in every spelling, by post, capital or palace, as a side, both
/// sides or someone unnamed, and by pronoun.
package struct MentionReader: Sendable {
  private let names: ActorNames
  private let parties: [Case.Actor.ID]
  /// Bodies that the text at hand introduces.
  private let introduced: Set<Case.Actor.ID>

  /// - Complexity: O(actors).
  package init(_ theCase: Case, introducing introduced: [Case.Actor] = []) {
    names = ActorNames(theCase)
    parties = theCase.header.parties
    self.introduced = Set(introduced.filter { $0.kind != .person }.map(\.id))
  }

  /// In the order of the text; none overlaps another. The context is carried from one part of a text to
  /// the next.
  /// - Complexity: O(text).
  package func mentions(in text: String, _ context: inout MentionContext) -> [ActorMention] {
    let words = SpanText(text)
    let folded = FoldedText(text)
    var scan = MentionScan(
      text: words, names: names, parties: parties, introduced: introduced, context: context,
      found: Self.byPiece(
        names.finder.places(in: folded, capitals: Self.capitals(folded, words)), words))
    let mentions = scan.mentions()
    context = scan.context
    return mentions
  }

  package func mentions(in text: String, on date: EDTFDate? = nil) -> [ActorMention] {
    var context = MentionContext(date: date)
    return mentions(in: text, &context)
  }

  /// For each word of the folded text whether it is written in capitals.
  private static func capitals(_ folded: FoldedText, _ text: SpanText) -> [Bool] {
    var piece = 0
    return folded.words.map { word in
      while piece < text.count, text.pieces[piece].end <= word.start { piece += 1 }
      return piece < text.count && text.pieces[piece].isUpper
    }
  }

  /// The names by the piece that each begins at, with the piece after it.
  private static func byPiece(
    _ found: [NameFinder<Designation>.Found], _ text: SpanText
  ) -> [Int: (designations: [Designation], end: Int)] {
    var byPiece: [Int: (designations: [Designation], end: Int)] = [:]
    var piece = 0
    for name in found {
      while piece < text.count, text.pieces[piece].end <= name.place.lowerBound { piece += 1 }
      var end = piece
      while end < text.count, text.pieces[end].start < name.place.upperBound { end += 1 }
      guard end > piece else { continue }
      // "To polish the text": English writes what is of a country with a capital.
      let first = text.pieces[piece]
      let names =
        first.isCapital || !first.isLatin ? name.names : name.names.filter { $0.kind != .adjective }
      if !names.isEmpty { byPiece[piece] = (names, end) }
    }
    return byPiece
  }
}
