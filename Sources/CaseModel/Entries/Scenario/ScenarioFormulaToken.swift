/// One word or sign of a formula, with the character it starts at, from 1.
struct ScenarioFormulaToken {
  enum Kind: Equatable {
    case name(String)
    case compare(Comparator)
    case unequal
    case not, and, or, ifWord, then, iff, implies
    case open, close, end
  }

  let kind: Kind
  let column: Int

  private static let keywords: [String: Kind] = [
    "not": .not, "and": .and, "or": .or, "if": .ifWord, "then": .then, "iff": .iff,
  ]

  /// Longer signs before those they begin with.
  private static let signs: [(String, Kind)] = [
    ("<->", .iff), ("->", .implies), ("<=", .compare(.atMost)), (">=", .compare(.atLeast)),
    ("!=", .unequal), ("≠", .unequal), ("≤", .compare(.atMost)), ("≥", .compare(.atLeast)),
    ("==", .compare(.equal)), ("=", .compare(.equal)), ("<", .compare(.less)),
    (">", .compare(.more)), ("!", .not), ("&", .and), ("|", .or), ("(", .open), (")", .close),
  ]

  static func tokens(
    of text: String
  ) throws(Case.Scenario.Formula.SyntaxError) -> [ScenarioFormulaToken] {
    var tokens: [ScenarioFormulaToken] = []
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let column = index + 1
      if characters[index].isWhitespace {
        index += 1
      } else if let (sign, kind) = signs.first(where: { characters[index...].starts(with: $0.0) }) {
        tokens.append(.init(kind: kind, column: column))
        index += sign.count
      } else if isWord(characters, index) {
        var end = index + 1
        while end < characters.count, isWord(characters, end) { end += 1 }
        let word = String(characters[index..<end])
        tokens.append(.init(kind: keywords[word.lowercased()] ?? .name(word), column: column))
        index = end
      } else {
        throw .init(
          column: column, message: "“\(characters[index])” has no meaning here",
          hint: "use issue=option, not, and, or, if, iff and parentheses")
      }
    }
    tokens.append(.init(kind: .end, column: characters.count + 1))
    return tokens
  }

  /// A hyphen belongs to its word, or to the number after it, unless it begins an arrow.
  private static func isWord(_ characters: [Character], _ index: Int) -> Bool {
    let character = characters[index]
    if character == "-" { return index + 1 >= characters.count || characters[index + 1] != ">" }
    return character.isLetter || character.isNumber || character == "." || character == "_"
  }

  var words: String {
    switch kind {
    case .name(let name): "“\(name)”"
    case .compare(let sign): "“\(sign.rawValue)”"
    case .unequal: "“!=”"
    case .not: "“not”"
    case .and: "“and”"
    case .or: "“or”"
    case .ifWord: "“if”"
    case .then: "“then”"
    case .iff: "“iff”"
    case .implies: "“->”"
    case .open: "“(”"
    case .close: "“)”"
    case .end: "the end"
    }
  }
}
