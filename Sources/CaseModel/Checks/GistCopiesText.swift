/// Nine words in a row of a gist stand in the source's text. A gist says in the analyst's own words
/// what was said; copied words are the source's, and a case shared without its texts would still
/// carry them. The exact words have their place in the quote.
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
    var copied: [Int: String] = [:]
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
        "\(row) words in a row stand in the text: \"\(words)\"",
        hint: "say it in your own words; the text's are in the quote")
    }
  }

  /// The gists that have a row of words in common with the text, by number, with the first such
  /// row.
  /// - Complexity: O(gists + text).
  private static func copied(_ gists: [String], from text: SourceText) -> [(Int, String)] {
    var numbers: [String: Int] = [:]
    let gists = gists.map { gist in
      var words: [(text: String, number: Int)] = []
      forEachWord(gist.unicodeScalars) { word in
        let number = numbers[word] ?? numbers.count
        numbers[word] = number
        words.append((word, number))
      }
      return words
    }
    var wanted: Set<[Int]> = []
    for words in gists where words.count >= row {
      for start in 0...(words.count - row) {
        wanted.insert(words[start..<(start + row)].map(\.number))
      }
    }
    if wanted.isEmpty { return [] }
    var found: Set<[Int]> = []
    var run: [Int] = []
    forEachWord(String(decoding: text.bytes, as: UTF8.self).unicodeScalars) { word in
      guard let number = numbers[word] else {
        run.removeAll(keepingCapacity: true)
        return
      }
      run.append(number)
      guard run.count >= row else { return }
      let last = Array(run.suffix(row))
      if wanted.contains(last) { found.insert(last) }
    }
    if found.isEmpty { return [] }
    return gists.enumerated().compactMap { number, words in
      guard words.count >= row else { return nil }
      let starts = 0...(words.count - row)
      let start = starts.first { found.contains(words[$0..<($0 + row)].map(\.number)) }
      return start.map { start in
        (number, words[start..<(start + row)].map(\.text).joined(separator: " "))
      }
    }
  }

  /// Runs of letters and digits, in lower case.
  private static func forEachWord(
    _ scalars: String.UnicodeScalarView, _ body: (String) -> Void
  ) {
    var word = ""
    for scalar in scalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 {
          word.unicodeScalars.append(byte < 0x41 ? scalar : Unicode.Scalar(byte | 0x20))
          continue
        }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += scalar.properties.lowercaseMapping
        continue
      }
      if !word.isEmpty {
        body(word)
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { body(word) }
  }
}
