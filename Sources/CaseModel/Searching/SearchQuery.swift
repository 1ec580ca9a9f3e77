/// Words that stand together, and what else they are called in the case: one of ``SearchTerms``.
package struct SearchQuery {
  /// One way to say it.
  package struct Phrase {
    package var words: [SoughtWord]
    /// A name found in the case.
    package var isName: Bool
  }

  /// As asked first, then the other names.
  package private(set) var phrases: [Phrase] = []
  /// The other names, as the case spells them.
  package private(set) var names: [String] = []
  /// Only as spelt: no other script, no other name.
  package let isLiteral: Bool
  private var tree = PhraseTree()

  /// - Parameter names: what each actor and member of the case is called, one list each.
  /// - Complexity: O(names).
  package init(_ text: String, names: [[String]] = [], isLiteral: Bool = false) {
    self.init(text, in: NameBook(names), isLiteral: isLiteral)
  }

  /// - Complexity: O(words, and the names of actors called so).
  package init(_ text: String, in book: NameBook, isLiteral: Bool) {
    self.isLiteral = isLiteral
    let asked = FoldedText(text)
    guard !asked.words.isEmpty else { return }
    guard !isLiteral else {
      add(asked, isName: false, named: [])
      return
    }
    add(asked, isName: false, named: book.spellingsInNames(of: asked))
    var known = Set(Self.ways(asked.words))
    for list in book.lists(named: asked.words) {
      for (name, folded) in book.lists[list] where !folded.words.isEmpty {
        let ways = Self.ways(folded.words)
        guard !ways.contains(where: known.contains) else { continue }
        known.formUnion(ways)
        add(folded, isName: true, named: [])
        names.append(name)
      }
    }
  }

  /// The words as they stand, and with those in one piece that hyphens bind.
  private mutating func add(_ text: FoldedText, isName: Bool, named: Set<String>) {
    var ways = [text.words.map(\.form)]
    if text.words.contains(where: \.isBound) {
      var joined: [FoldedText.Form] = []
      var place = 0
      while place < text.words.count {
        let whole = text.words[place].isBound ? text.joined(at: place).last : nil
        joined.append(whole?.word.form ?? text.words[place].form)
        place += whole?.count ?? 1
      }
      ways.append(joined)
    }
    for way in ways {
      let words = way.map { form in
        SoughtWord(
          form, begins: !isName, inflects: isName || form.spellings.contains(where: named.contains),
          isLiteral: isLiteral)
      }
      phrases.append(Phrase(words: words, isName: isName))
      tree.insert(words)
    }
  }

  /// A phrase by its spellings, for comparison: the spellings of all words one way and the other.
  private static func ways(_ words: [FoldedText.Word]) -> [String] {
    Array(
      Set([
        words.map(\.plain).joined(separator: " "), words.map(\.other).joined(separator: " "),
      ])
    ).sorted()
  }

  package var isEmpty: Bool { phrases.isEmpty }

  /// Where in a text it stands, in code points, in order; where one way to say it stands within
  /// another's place, the longer.
  /// - Complexity: O(words), and of each the phrases that begin with the same letters.
  package func places(in text: FoldedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in text.words.indices {
      guard let end = tree.end(from: start, in: text) else { continue }
      let from = text.words[start].start
      if let last = found.last, from < last.upperBound { continue }
      found.append(from..<end)
    }
    return found
  }

  /// What an index must be asked for: all words of one of the phrases. What it then gives may still
  /// not hold the phrase; what it does not give cannot.
  package var demands: [[IndexDemand]] { phrases.map { $0.words.map(\.demand) } }

  /// One word as an index is to look for it: any of these.
  package struct IndexDemand: Equatable {
    /// A raw word begins as one of these.
    package var beginnings: [String]
    /// A spelt word is one of these.
    package var forms: [String]
    /// A spelt word begins as one of these.
    package var longForms: [String]
  }
}
