/// Nine consecutive words of a gist also occur in the source's text. A gist says in the analyst's
/// own words what was said; copied words are the source's, and a case shared without its texts
/// would still contain them. The exact words belong in the quote.
struct GistCopiesText: IntegrityRule {
  static let code = "gist-copies-text"
  static let severity = Severity.warning

  /// So many words in a row are copied, not met by chance.
  private static let row = 9

  private static let text =
    "North asks that the water of the upper dam be drawn by turns. South refuses."

  static let triggering: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 0, end: 61, exact: \(text.prefix(61))},
           gist: "It wants that the Water of the upper dam, be drawn daily", speaker: north,
           act: demand, about: {issue: water, option: shared}}
      """, text: text)
  ]
  static let passing: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 0, end: 61, exact: \(text.prefix(61))},
           gist: "North asks that the water of the upper lake be drawn by turns", speaker: north,
           act: demand, about: {issue: water, option: shared}}
      """, text: text)
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    let statements = context.theCase.statements
    var order: [Case.Source.ID] = []
    var bySource: [Case.Source.ID: [Int]] = [:]
    for (position, statement) in statements.enumerated() {
      if bySource[statement.source] == nil { order.append(statement.source) }
      bySource[statement.source, default: []].append(position)
    }
    var copied: [Int: Substring] = [:]
    for source in order {
      guard let text = context.texts[source].text, let positions = bySource[source] else {
        continue
      }
      for (number, words) in Self.copied(positions.map { statements[$0].gist }, from: text) {
        copied[positions[number]] = words
      }
    }
    return copied.sorted { $0.key < $1.key }.map { position, words in
      finding(
        context.path(to: statements[position], at: position).key("gist"),
        "\(row) consecutive words are copied from the text: \"\(words)\"",
        hint: "say it in your own words; the text's words are in the quote")
    }
  }

  /// The gists that have a row of words in common with the text, by number, with the first such
  /// row. Words are compared by their hashes; that nine in a row should collide is out of reach.
  /// - Complexity: O(gists + text).
  private static func copied(_ gists: [String], from text: SourceText) -> [(Int, Substring)] {
    let words = gists.map { gist in
      var words: [Word] = []
      forEachWord(gist.unicodeScalars) { words.append($0) }
      return words
    }
    var known: Set<UInt64> = []
    var wanted: Set<[UInt64]> = []
    for words in words where words.count >= row {
      known.formUnion(words.lazy.map(\.hash))
      for start in 0...(words.count - row) { wanted.insert(hashes(words, start)) }
    }
    if wanted.isEmpty { return [] }
    var found: Set<[UInt64]> = []
    var run: [UInt64] = []
    forEachWord(String(decoding: text.bytes, as: UTF8.self).unicodeScalars) { word in
      guard known.contains(word.hash) else {
        run.removeAll(keepingCapacity: true)
        return
      }
      run.append(word.hash)
      guard run.count >= row else { return }
      let last = Array(run.suffix(row))
      if wanted.contains(last) { found.insert(last) }
    }
    if found.isEmpty { return [] }
    return words.enumerated().compactMap { number, words in
      guard words.count >= row else { return nil }
      let start = (0...(words.count - row)).first { found.contains(hashes(words, $0)) }
      return start.map { (number, gists[number][words[$0].start..<words[$0 + row - 1].end]) }
    }
  }

  private static func hashes(_ words: [Word], _ start: Int) -> [UInt64] {
    words[start..<(start + row)].map(\.hash)
  }

  /// A run of letters and digits.
  private struct Word {
    /// FNV-1a over the code points, in lower case.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var start: String.Index
    var end: String.Index

    mutating func add(_ scalar: UInt32) { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
  }

  private static func forEachWord(_ scalars: String.UnicodeScalarView, _ body: (Word) -> Void) {
    var word: Word?
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let start = index
      scalars.formIndex(after: &index)
      if isPartOfWord(scalar) {
        var longer = word ?? Word(start: start, end: index)
        longer.end = index
        if scalar.isASCII {
          // Sets the bit that distinguishes small letters from capitals; in digits it is set.
          longer.add(scalar.value | 0x20)
        } else {
          for small in scalar.properties.lowercaseMapping.unicodeScalars { longer.add(small.value) }
        }
        word = longer
      } else if let whole = word {
        body(whole)
        word = nil
      }
    }
    if let word { body(word) }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar.value | 0x20) &- 0x61 < 26 || scalar.value &- 0x30 < 10
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
