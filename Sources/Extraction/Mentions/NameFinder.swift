package import CaseModel

/// Finds many names in a text at once, in all spellings and inflections that the program's search knows:
/// Latin and Cyrillic, with possessives, and with case endings but in Latin letters.
package struct NameFinder<Name: Hashable & Sendable>: Sendable {
  /// A place that one or several names may be meant by, where two are called alike.
  package struct Found: Sendable {
    /// In code points.
    package var place: Range<Int>
    /// The words of the folded text it takes up.
    package var words: Range<Int>
    package var names: [Name]
  }

  private struct Branch: Sendable {
    let word: SoughtWord
    /// Without endings: in Latin script these make another word, Istana of Istanbul.
    let exact: SoughtWord
    let node: Int
    /// A name all in capitals (US, IT) or shorter than three letters is none in small ones.
    let needsCapital: Bool

    func matches(_ word: FoldedText.Word) -> Bool {
      let isLatin = (word.raw.unicodeScalars.first?.value ?? 0) < 0x250
      return isLatin ? exact.matches(word) : self.word.matches(word)
    }
  }

  private struct Stop: Sendable {
    var branches: [Branch] = []
    /// Branches by the first letters of their words.
    var byLetters: [Letters: [Int]] = [:]
    var known: [String: Int] = [:]
    var ends: [Name] = []
  }

  /// One to three letters.
  private struct Letters: Hashable, Sendable {
    private var packed: UInt64 = 0

    init() {}

    init(_ letters: String) { for scalar in letters.unicodeScalars.prefix(3) { append(scalar) } }

    mutating func append(_ scalar: Unicode.Scalar) { packed = packed << 21 | UInt64(scalar.value) }
  }

  private var stops = [Stop()]

  /// - Parameter names: what each thing is called, in order of preference where several have one name.
  package init(_ names: [(String, Name)]) {
    for (text, name) in names { insert(text, name) }
  }

  package mutating func insert(_ text: String, _ name: Name) {
    let words = FoldedText(text).words
    guard !words.isEmpty, words.count <= 12 else { return }
    let scalars = Array(text.unicodeScalars)
    var stop = 0
    for word in words {
      let written = scalars[word.start..<word.end]
      let needsCapital =
        words.count == 1
        && written.allSatisfy { $0.properties.isUppercase || !$0.properties.isAlphabetic }
      // Abbreviations are found as they stand, without endings.
      let inflects = !needsCapital && word.raw.unicodeScalars.count > 3
      let key = "\(needsCapital ? "c" : "")\(inflects ? "i" : "")|\(word.raw)"
      if let known = stops[stop].known[key] {
        stop = stops[stop].branches[known].node
        continue
      }
      let sought = SoughtWord(word.form, begins: false, inflects: inflects, isLiteral: false)
      stops.append(Stop())
      let next = stops.count - 1
      let branch = stops[stop].branches.count
      stops[stop].branches.append(
        Branch(
          word: sought,
          exact: SoughtWord(word.form, begins: false, inflects: false, isLiteral: false),
          node: next, needsCapital: needsCapital))
      stops[stop].known[key] = branch
      for letters in sought.keys {
        stops[stop].byLetters[Letters(letters), default: []].append(branch)
      }
      stop = next
    }
    if !stops[stop].ends.contains(name) { stops[stop].ends.append(name) }
  }

  /// In order; where one name stands within another's place, the longer.
  /// - Complexity: O(words), and of each the names that begin with the same letters.
  package func places(in text: FoldedText, capitals: [Bool]? = nil) -> [Found] {
    var found: [Found] = []
    var memo: [String: [Int]] = [:]
    var place = 0
    while place < text.words.count {
      let word = text.words[place]
      let first: [Int]
      if let known = memo[word.raw] {
        first = known
      } else {
        first = branches(of: 0, for: word)
        memo[word.raw] = first
      }
      var best: (end: Int, names: [Name])?
      for index in first {
        let branch = stops[0].branches[index]
        if branch.needsCapital, let capitals, !capitals[place] { continue }
        follow(branch.node, place + 1, text, 1, &best)
      }
      if let best {
        found.append(
          Found(
            place: word.start..<text.words[best.end - 1].end, words: place..<best.end,
            names: best.names))
        place = best.end
      } else {
        place += 1
      }
    }
    return found
  }

  private func follow(
    _ stop: Int, _ place: Int, _ text: FoldedText, _ depth: Int,
    _ best: inout (end: Int, names: [Name])?
  ) {
    if !stops[stop].ends.isEmpty {
      if let known = best, known.end == place {
        best?.names += stops[stop].ends.filter { !known.names.contains($0) }
      } else if (best?.end ?? 0) < place {
        best = (place, stops[stop].ends)
      }
    }
    guard place < text.words.count, depth < 12, !stops[stop].branches.isEmpty else { return }
    for index in branches(of: stop, for: text.words[place]) {
      follow(stops[stop].branches[index].node, place + 1, text, depth + 1, &best)
    }
  }

  private func branches(of stop: Int, for word: FoldedText.Word) -> [Int] {
    let all = stops[stop].branches
    if all.count <= 6 { return all.indices.filter { all[$0].matches(word) } }
    var places: Set<Int> = []
    for form in word.all {
      for spelling in form.plain == form.other
        ? [form.raw, form.plain] : [form.raw, form.plain, form.other]
      {
        var letters = Letters()
        for scalar in spelling.unicodeScalars.prefix(3) {
          letters.append(scalar)
          if let found = stops[stop].byLetters[letters] { places.formUnion(found) }
        }
      }
    }
    return places.sorted().filter { all[$0].matches(word) }
  }
}
