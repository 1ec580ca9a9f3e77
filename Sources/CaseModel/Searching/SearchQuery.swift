/// What somebody looks for: words that stand together, and what else they are called in the case.
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
    self.isLiteral = isLiteral
    let asked = FoldedText(text)
    guard !asked.words.isEmpty else { return }
    guard !isLiteral else {
      add(asked, isName: false, named: [])
      return
    }
    var known: Set<String> = []
    var named: Set<String> = []
    var others: [(name: String, folded: FoldedText)] = []
    for list in names {
      let folded = list.map { FoldedText($0) }
      for word in folded.namedWords(of: asked) { named.insert(word) }
      guard folded.contains(where: { Self.isSame($0.words, asked.words) }) else { continue }
      for (name, words) in zip(list, folded) where !words.words.isEmpty {
        others.append((name, words))
      }
    }
    add(asked, isName: false, named: named)
    for way in Self.ways(asked.words) { known.insert(way) }
    for (name, folded) in others {
      let ways = Self.ways(folded.words)
      guard !ways.contains(where: known.contains) else { continue }
      known.formUnion(ways)
      add(folded, isName: true, named: [])
      self.names.append(name)
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

  private static func isSame(_ a: [FoldedText.Word], _ b: [FoldedText.Word]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.form.isSame(as: $1.form) }
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

extension [FoldedText] {
  /// The spellings of words asked for that are words of these names.
  fileprivate func namedWords(of asked: FoldedText) -> [String] {
    var found: [String] = []
    for name in self {
      for word in name.words {
        for own in asked.words where own.form.isSame(as: word.form) {
          found += own.form.spellings
        }
      }
    }
    return found
  }
}
