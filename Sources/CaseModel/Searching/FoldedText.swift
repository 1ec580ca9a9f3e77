/// The words of a text, each with the spellings under which it is to be found.
///
/// A name is found alike in Cyrillic and in the Latin spellings in use: Зеленський, Зеленский,
/// Zelensky, Zelenskyy and Zelenskiy fold to the same letters. So do words with and without
/// diacritics. Both searches of the program, through a YAML case and through the index of a
/// `.dragoman` file, use this folding and no other.
///
/// Letters that a PDF file or a typewriter of another width writes in one piece or wider (ﬁ, Ｋ) are
/// the letters they are for. A word that a hyphen divides, at a line end or within the line, is
/// found in one piece as well.
package struct FoldedText {
  /// One way to spell a word.
  package struct Form: Equatable {
    /// In lower case without diacritics, else as it stands.
    package var raw: String
    /// In Latin letters, evened out.
    package var plain: String
    /// The same in the other common spelling; equal to `plain` as a rule.
    package var other: String

    /// Its spellings, each once.
    package var spellings: [String] { plain == other ? [plain] : [plain, other] }
  }

  package struct Word: Equatable {
    package var form: Form
    /// Other forms under which it is found: the parts that apostrophes divide (Kyiv’s, d’Oslo), and
    /// the word without particles that Arabic and Hebrew write in one with it.
    package var variants: [Form] = []
    /// A hyphen binds it to the next.
    package var isBound = false
    /// Where it stands, in code points; `end` is exclusive.
    package var start: Int
    package var end: Int

    package var raw: String { form.raw }
    package var plain: String { form.plain }
    package var other: String { form.other }
    /// All it is to be found as.
    package var all: [Form] { variants.isEmpty ? [form] : [form] + variants }
  }

  package private(set) var words: [Word] = []

  /// - Complexity: O(text).
  package init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var word = Gathered()
    for (offset, scalar) in scalars.enumerated() {
      if let parts = Compatibility.parts(of: scalar) {
        for part in parts { take(part, at: offset, of: scalars, &word) }
      } else {
        take(scalar, at: offset, of: scalars, &word)
      }
    }
    finish(&word)
  }

  private mutating func take(
    _ scalar: Unicode.Scalar, at offset: Int, of scalars: [Unicode.Scalar], _ word: inout Gathered
  ) {
    switch Kind(scalar) {
    case .letter: word.append(scalar, at: offset)
    case .mark: word.extend(to: offset)
    case .whole:
      finish(&word)
      word.append(scalar, at: offset)
      finish(&word)
    case .apostrophe, .joint:
      let next = offset + 1 < scalars.count ? Kind.ofFirst(scalars[offset + 1]) : .gap
      if next == .letter, !word.isEmpty {
        if Kind(scalar) == .apostrophe { word.divide() }
        return
      }
      let isBound = scalar.value == 0xAD && !word.isEmpty && Self.isBound(after: offset, scalars)
      finish(&word)
      if isBound { words[words.count - 1].isBound = true }
    case .hyphen:
      let isBound = !word.isEmpty && Self.isBound(after: offset, scalars)
      finish(&word)
      if isBound { words[words.count - 1].isBound = true }
    case .gap: finish(&word)
    }
  }

  /// A letter follows a hyphen at once, or after a line break and blanks, at most 40 of them.
  private static func isBound(after offset: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    var sawBreak = false
    for (distance, scalar) in scalars[(offset + 1)...].prefix(40).enumerated() {
      if scalar.isLineBreak {
        sawBreak = true
      } else if LooseCharacter(scalar) != .blank {
        return Kind.ofFirst(scalar) == .letter && (distance == 0 || sawBreak)
      }
    }
    return false
  }

  private mutating func finish(_ word: inout Gathered) {
    guard !word.isEmpty else { return }
    words.append(
      Word(
        form: Self.form(word.raw, word.plain, word.other), variants: word.variants,
        start: word.start, end: word.end))
    word = Gathered()
  }

  static func form(_ raw: String, _ plain: String, _ other: String) -> Form {
    let evenedPlain = evened(plain)
    return Form(raw: raw, plain: evenedPlain, other: other == plain ? evenedPlain : evened(other))
  }

  /// The words from a place on that hyphens bind, in one piece: of two, and of three.
  package func joined(at place: Int) -> [(word: Word, count: Int)] {
    var found: [(word: Word, count: Int)] = []
    var whole = words[place]
    for count in 2...3 {
      guard words[place + count - 2].isBound, place + count - 1 < words.count else { break }
      let next = words[place + count - 1]
      let forms = next.all.map { part in
        Self.form(
          whole.raw + part.raw, whole.plain + part.plain, whole.other + part.other)
      }
      whole = Word(
        form: forms[0], variants: Array(forms.dropFirst()), start: whole.start, end: next.end)
      found.append((whole, count))
    }
    return found
  }

  /// All that the words are to be found as, in one piece too, for an index.
  package var allForms: [Form] {
    words.indices.flatMap { place in
      words[place].all + (words[place].isBound ? joined(at: place).flatMap(\.word.all) : [])
    }
  }
}
