/// The words that a document divides at the ends of lines.
///
/// `pdftotext` joins them without a sign. The lines as they are printed tell where it did, and whether
/// the hyphen belongs to the word.
struct LineHyphens {
  /// By the word as joined: how many code points stand before the hyphen.
  private var divided: [String: Int] = [:]
  /// Words written with a hyphen within a line.
  private var hyphenated: Set<String> = []
  /// Words written without.
  private var plain: Set<String> = []

  /// - Parameter pages: the lines as printed.
  /// - Complexity: O(text).
  init(_ pages: [String]) {
    for page in pages {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: true)
      for (index, line) in lines.enumerated() {
        let words = Self.words(line)
        for word in words.dropLast() { note(word) }
        guard let last = words.last else { continue }
        guard let hyphen = last.unicodeScalars.last, Self.isHyphen(hyphen), index + 1 < lines.count,
          let next = Self.words(lines[index + 1]).first
        else {
          note(last)
          continue
        }
        let start = String(String.UnicodeScalarView(last.unicodeScalars.dropLast()))
        let end = Self.trimmed(String(next))
        guard let letter = start.unicodeScalars.last, letter.properties.isAlphabetic,
          end.unicodeScalars.first?.properties.isAlphabetic == true
        else { continue }
        let begun = Self.trimmed(start)
        divided[begun + end] = begun.unicodeScalars.count
      }
    }
  }

  private mutating func note(_ word: Substring) {
    let word = Self.trimmed(String(word)).lowercased()
    guard word.unicodeScalars.count < 60 else { return }
    if word.unicodeScalars.contains(where: Self.isHyphen) {
      hyphenated.insert(word)
    } else {
      plain.insert(word)
    }
  }

  private static func words(_ line: Substring) -> [Substring] { line.split { $0.isWhitespace } }

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.value == 0x2010 || scalar.value == 0xAD
  }

  /// Without quotation marks, brackets and stops round it.
  private static func trimmed(_ word: String) -> String {
    var scalars = word.unicodeScalars[...]
    while let first = scalars.first, !isWordPart(first) { scalars.removeFirst() }
    while let last = scalars.last, !isWordPart(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The text with the hyphens put back that belong to their words, and where words were joined.
  ///
  /// A hyphen belongs to the word where the document writes it so within a line and never without, or
  /// where a capital follows.
  /// - Complexity: O(text).
  func mark(_ text: String) -> (text: String, joins: [Int]) {
    guard !divided.isEmpty else { return (text, []) }
    var result = String.UnicodeScalarView()
    var joins: [Int] = []
    var count = 0
    var word = String.UnicodeScalarView()
    func close() {
      defer { word = String.UnicodeScalarView() }
      let begun = Self.trimmed(String(word))
      let scalars = Array(word)
      guard let length = divided[begun],
        let lead = scalars.firstIndex(where: Self.isWordPart)
      else {
        result.append(contentsOf: word)
        count += word.count
        return
      }
      let place = lead + length
      let withHyphen =
        (String(String.UnicodeScalarView(begun.unicodeScalars.prefix(length))) + "-"
        + String(String.UnicodeScalarView(begun.unicodeScalars.dropFirst(length)))).lowercased()
      let isCapital = scalars.indices.contains(place) && scalars[place].properties.isUppercase
      let belongs =
        isCapital || hyphenated.contains(withHyphen) && !plain.contains(begun.lowercased())
      result.append(contentsOf: scalars[..<place])
      if belongs {
        result.append("-")
        count += 1
      } else {
        joins.append(count + place)
      }
      result.append(contentsOf: scalars[place...])
      count += scalars.count
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        close()
        result.append(scalar)
        count += 1
      } else {
        word.append(scalar)
      }
    }
    close()
    return (String(result), joins)
  }
}
