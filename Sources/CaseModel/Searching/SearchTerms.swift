/// What someone looks for: words that must all occur, in any order.
///
/// Words between quotation marks stand together, as do the words of a name that the case knows;
/// such a name is found under its other names too, and by its words apart.
package struct SearchTerms {
  package struct Term {
    /// As it was typed.
    package let text: String
    let whole: SearchQuery
    /// Of a name of several words, its words.
    let words: [SearchQuery]

    /// Where it stands in a text, in code points, in order; nowhere unless all of it is there.
    /// - Complexity: O(words of the text).
    package func places(in text: FoldedText) -> [Range<Int>] {
      let found = whole.places(in: text)
      guard found.isEmpty, !words.isEmpty else { return found }
      let parts = words.map { $0.places(in: text) }
      guard parts.allSatisfy({ !$0.isEmpty }) else { return [] }
      return parts.joined().sorted { $0.lowerBound < $1.lowerBound }
    }

    /// What finds it: one of these lists, all of it.
    package var alternatives: [[SearchQuery]] { [[whole]] + (words.isEmpty ? [] : [words]) }
  }

  package private(set) var terms: [Term] = []
  /// What else the case calls what was asked for, and is looked for too.
  package private(set) var names: [String] = []

  /// Words beyond so many are left out.
  package static let most = 32

  package init(_ text: String, names: [[String]] = [], isLiteral: Bool = false) {
    let book = NameBook(isLiteral ? [] : names)
    for piece in Self.pieces(text) {
      if piece.isTogether {
        add([piece.text], book, isLiteral)
        continue
      }
      var words = piece.text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
      while !words.isEmpty {
        let count = Self.longestName(in: words, book)
        add(Array(words.prefix(count)), book, isLiteral)
        words = words.dropFirst(count)
      }
    }
  }

  package var isEmpty: Bool { terms.isEmpty }

  private mutating func add(_ words: [String], _ book: NameBook, _ isLiteral: Bool) {
    let text = words.joined(separator: " ")
    let whole = SearchQuery(text, in: book, isLiteral: isLiteral)
    guard !whole.isEmpty, terms.count < Self.most else { return }
    let apart = words.count < 2 ? [] : words.map { SearchQuery($0, in: book, isLiteral: isLiteral) }
    terms.append(Term(text: text, whole: whole, words: apart.filter { !$0.isEmpty }))
    for name in whole.names where !names.contains(name) { names.append(name) }
  }

  /// How many of the words are the longest name that begins with the first; 1 where none does.
  private static func longestName(in words: ArraySlice<String>, _ book: NameBook) -> Int {
    for count in stride(from: min(words.count, book.longest), to: 1, by: -1) {
      let folded = FoldedText(words.prefix(count).joined(separator: " "))
      if !book.lists(named: folded.words).isEmpty { return count }
    }
    return 1
  }

  /// The text at its quotation marks; a mark without a second one marks nothing.
  private static func pieces(_ text: String) -> [(text: String, isTogether: Bool)] {
    let parts = text.split(omittingEmptySubsequences: false) { "\"“”„«»".contains($0) }
    return parts.enumerated().map { place, part in
      (String(part), place % 2 == 1 && place < parts.count - 1)
    }
  }
}
