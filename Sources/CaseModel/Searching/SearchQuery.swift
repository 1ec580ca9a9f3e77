/// What somebody looks for: words that stand together, and what else they are called in the case.
package struct SearchQuery {
  /// One way to say it.
  package struct Phrase: Equatable {
    package var words: [FoldedText.Word]
    /// A name found in the case: its words are to be found whole.
    package var isName: Bool
  }

  /// As asked first, then the other names.
  package private(set) var phrases: [Phrase] = []
  /// The other names, as the case spells them.
  package private(set) var names: [String] = []
  /// Only as spelt: no other script, no other name.
  package let isLiteral: Bool

  /// Letters a word must have before another that only begins like it is taken, where the two are
  /// spelt differently.
  private static let fewest = 5

  /// - Parameter names: what each actor and member of the case is called, one list each.
  /// - Complexity: O(names).
  package init(_ text: String, names: [[String]] = [], isLiteral: Bool = false) {
    self.isLiteral = isLiteral
    let asked = FoldedText(text).words
    guard !asked.isEmpty else { return }
    phrases = [Phrase(words: asked, isName: false)]
    guard !isLiteral else { return }
    for list in names {
      let folded = list.map { FoldedText($0).words }
      guard folded.contains(where: { Self.isSame($0, asked) }) else { continue }
      for (name, words) in zip(list, folded)
      where !words.isEmpty && !phrases.contains(where: { Self.isSame($0.words, words) }) {
        phrases.append(Phrase(words: words, isName: true))
        self.names.append(name)
      }
    }
  }

  package var isEmpty: Bool { phrases.isEmpty }

  /// Where in a text it stands, in code points, in order; where one way to say it stands within
  /// another's place, the longer.
  /// - Complexity: O(words × phrases).
  package func places(in text: FoldedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in text.words.indices {
      let ends = phrases.compactMap { phrase -> Int? in
        guard start + phrase.words.count <= text.words.count else { return nil }
        for (index, word) in phrase.words.enumerated()
        where !matches(text.words[start + index], word, phrase.isName) { return nil }
        return text.words[start + phrase.words.count - 1].end
      }
      guard let end = ends.max() else { continue }
      let from = text.words[start].start
      if let last = found.last, from < last.upperBound { continue }
      found.append(from..<end)
    }
    return found
  }

  /// A word begins as the one asked for, or is the same, or begins the same, in another spelling.
  private func matches(
    _ word: FoldedText.Word, _ asked: FoldedText.Word, _ isName: Bool
  ) -> Bool {
    if isName { return Self.isSame(word, asked) }
    if word.raw.hasPrefix(asked.raw) { return true }
    if isLiteral { return false }
    if Self.isSame(word, asked) { return true }
    return asked.forms.contains { form in
      form.utf8.count >= Self.fewest && (word.plain.hasPrefix(form) || word.other.hasPrefix(form))
    }
  }

  private static func isSame(_ a: [FoldedText.Word], _ b: [FoldedText.Word]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
  }

  private static func isSame(_ a: FoldedText.Word, _ b: FoldedText.Word) -> Bool {
    a.plain == b.plain || a.plain == b.other || a.other == b.plain || a.other == b.other
  }

  /// What an index must be asked for: all words of one of the phrases. What it then gives may still
  /// not hold the phrase; what it does not give cannot.
  package var demands: [[IndexDemand]] {
    phrases.map { phrase in
      phrase.words.map { word in
        IndexDemand(
          beginning: phrase.isName ? nil : word.raw, forms: isLiteral ? [] : word.forms,
          longForms: phrase.isName || isLiteral
            ? [] : word.forms.filter { $0.utf8.count >= Self.fewest })
      }
    }
  }

  /// One word as an index is to look for it: any of these.
  package struct IndexDemand: Equatable {
    /// A raw word begins so.
    package var beginning: String?
    /// A spelt word is one of these.
    package var forms: [String]
    /// A spelt word begins as one of these.
    package var longForms: [String]
  }
}

extension FoldedText.Word {
  /// Its spellings, each once.
  package var forms: [String] { plain == other ? [plain] : [plain, other] }
}
