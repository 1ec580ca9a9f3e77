/// A text as it is compared with words that claim to be a part of it, each unit with the code points it
/// came from.
struct WrittenText {
  /// How far two writings of the same words may differ.
  enum Likeness: CaseIterable {
    case exact
    /// In the kind and length of white space.
    case whiteSpace
    /// And in the shape of quotation marks, dashes and points of omission.
    case typography
  }

  private(set) var units: [UInt32] = []
  private var starts: [Int] = []
  private var ends: [Int] = []

  /// - Complexity: O(text).
  init(_ scalars: some Sequence<Unicode.Scalar>, _ likeness: Likeness) {
    for (place, scalar) in scalars.enumerated() {
      if likeness != .exact, scalar.properties.isWhitespace || scalar.value < 0x20 {
        if units.last == 0x20 {
          ends[ends.count - 1] = place + 1
        } else {
          append(0x20, place)
        }
      } else if likeness == .typography {
        switch scalar.value {
        case 0x22, 0x201C...0x201F, 0xAB, 0xBB: append(0x22, place)
        case 0x27, 0x60, 0x2018...0x201B, 0x2039, 0x203A, 0x2BC: append(0x27, place)
        case 0x2D, 0x2010...0x2015, 0x2212: append(0x2D, place)
        case 0x2026: for _ in 0..<3 { append(0x2E, place) }
        default: append(scalar.value, place)
        }
      } else {
        append(scalar.value, place)
      }
    }
  }

  private mutating func append(_ unit: UInt32, _ place: Int) {
    units.append(unit)
    starts.append(place)
    ends.append(place + 1)
  }

  /// Without white space at either end.
  private var trimmed: ArraySlice<UInt32> {
    var rest = units[...]
    while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
    while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
    return rest
  }

  /// Where the words occur, in code points of the text.
  /// - Complexity: O(text × words), both of which are short.
  func places(of words: WrittenText) -> [Range<Int>] {
    let wanted = Array(words.trimmed)
    guard let first = wanted.first, wanted.count <= units.count else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(units.count - wanted.count) where units[start] == first {
      if units[start..<start + wanted.count].elementsEqual(wanted) {
        found.append(starts[start]..<ends[start + wanted.count - 1])
      }
    }
    return found
  }
}

/// A passage in all writings that quotes of it are looked for in.
struct WrittenPassage {
  let scalars: [Unicode.Scalar]
  private let forms: [(likeness: WrittenText.Likeness, text: WrittenText)]

  init(_ words: String) {
    scalars = Array(words.unicodeScalars)
    forms = WrittenText.Likeness.allCases.map { [scalars] in ($0, WrittenText(scalars, $0)) }
  }

  /// Where words stand: letter for letter if anywhere, else with other white space, else with other
  /// marks; nothing looser. No place begins or ends within a word.
  func places(of words: String) -> [Range<Int>] {
    for (likeness, text) in forms {
      let found = text.places(of: WrittenText(words.unicodeScalars, likeness))
        .filter { !isCut($0.lowerBound) && !isCut($0.upperBound) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func isCut(_ place: Int) -> Bool {
    place > 0 && place < scalars.count && Self.isWord(scalars[place - 1])
      && Self.isWord(scalars[place])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
