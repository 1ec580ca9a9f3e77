extension Formula {
  /// One word or sign of a statement, with the column it starts at.
  struct Token: Equatable {
    enum Kind: Equatable {
      case name(String, quoted: Bool)
      case not, and, or
      case ifWord, then, iff, implies, impliedBy
      case open, close
      case end
    }

    let kind: Kind
    let column: Int

    /// Splits `text`; neighbouring bare words join to one name with single spaces between them.
    static func tokens(of text: String) throws -> [Token] {
      var tokens: [Token] = []
      let signs = Array(text)
      var index = 0
      while index < signs.count {
        let column = index + 1
        let sign = signs[index]
        if sign.isWhitespace {
          index += 1
        } else if let (kind, length) = symbol(signs, at: index) {
          tokens.append(Token(kind: kind, column: column))
          index += length
        } else if sign == "\"" {
          guard let end = signs[(index + 1)...].firstIndex(of: "\"") else {
            throw SyntaxError(
              column: column, message: "the quotation mark is never closed",
              hint: "end the name with \"")
          }
          tokens.append(
            Token(kind: .name(String(signs[(index + 1)..<end]), quoted: true), column: column))
          index = end + 1
        } else if isWord(sign) {
          var end = index + 1
          while end < signs.count,
            isWord(signs[end]) || (signs[end] == "-" && continues(signs, end))
          { end += 1 }
          append(String(signs[index..<end]), column: column, to: &tokens)
          index = end
        } else {
          throw SyntaxError(
            column: column, message: "\"\(sign)\" has no meaning here",
            hint: "use not, and, or, if, iff and parentheses; put unusual names in quotation marks")
        }
      }
      tokens.append(Token(kind: .end, column: signs.count + 1))
      return tokens
    }

    private static func append(_ word: String, column: Int, to tokens: inout [Token]) {
      if let keyword = keywords[word.lowercased()] {
        tokens.append(Token(kind: keyword, column: column))
      } else if case .name(let earlier, false)? = tokens.last?.kind {
        let start = tokens.removeLast().column
        tokens.append(Token(kind: .name(earlier + " " + word, quoted: false), column: start))
      } else {
        tokens.append(Token(kind: .name(word, quoted: false), column: column))
      }
    }

    private static let keywords: [String: Kind] = [
      "not": .not, "and": .and, "or": .or, "if": .ifWord, "then": .then, "iff": .iff,
    ]

    private static func isWord(_ sign: Character) -> Bool {
      sign.isLetter || sign.isNumber || "_.'’/%".contains(sign)
    }

    /// A hyphen inside a word belongs to it; one before `>` is an arrow.
    private static func continues(_ signs: [Character], _ index: Int) -> Bool {
      index + 1 < signs.count && isWord(signs[index + 1])
    }

    private static func symbol(_ signs: [Character], at index: Int) -> (Kind, Int)? {
      let next = index + 1 < signs.count ? signs[index + 1] : " "
      let third = index + 2 < signs.count ? signs[index + 2] : " "
      switch signs[index] {
      case "(": return (.open, 1)
      case ")": return (.close, 1)
      case "!", "~", "¬": return (.not, 1)
      case "-": return next == ">" ? (.implies, 2) : (.not, 1)
      case "&": return (.and, next == "&" ? 2 : 1)
      case "|": return (.or, next == "|" ? 2 : 1)
      case "∧": return (.and, 1)
      case "∨": return (.or, 1)
      case "→": return (.implies, 1)
      case "←": return (.impliedBy, 1)
      case "↔": return (.iff, 1)
      case "<" where next == "-" && third == ">": return (.iff, 3)
      case "<" where next == "-": return (.impliedBy, 2)
      case "=" where next == ">": return (.implies, 2)
      default: return nil
      }
    }
  }
}
