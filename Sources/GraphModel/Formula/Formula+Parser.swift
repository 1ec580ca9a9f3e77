internal import Foundations

extension Formula {
  /// Reads a statement about the options `names`.
  ///
  /// From the strongest binding to the weakest: `not a` (also `!a`, `-a`), `a and b` (`&`),
  /// `a or b` (`|`), then `a if b` (`<-`), `if b then a`, `b -> a` and `a iff b` (`<->`). Two of the
  /// last group need parentheses. An option is written by its name (in quotation marks where it
  /// holds a keyword or a sign) or, where no option has that name, by its number counted from 1.
  ///
  /// - Throws: ``SyntaxError`` with the column of the first sign that cannot be right.
  /// - Complexity: linear in the text; at most 200 parentheses deep.
  public init(_ text: String, options names: [String]) throws {
    var parser = Parser(
      tokens: try Token.tokens(of: text), names: names,
      index: Dictionary(
        names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }))
    let steps = try parser.statement()
    self.init(steps: steps)
  }

  private struct Parser {
    let tokens: [Token]
    let names: [String]
    let index: [String: Int]
    var position = 0
    var nesting = 0
    var steps: [Step] = []

    init(tokens: [Token], names: [String], index: [String: Int]) {
      self.tokens = tokens
      self.names = names
      self.index = index
    }

    var next: Token { tokens[position] }

    mutating func accept(_ kind: Token.Kind) -> Bool {
      guard next.kind == kind else { return false }
      position += 1
      return true
    }

    mutating func statement() throws -> [Step] {
      try conditional()
      switch next.kind {
      case .end: return steps
      case .close:
        throw error("this parenthesis closes nothing", hint: "remove it, or open one before")
      case .ifWord, .iff, .implies, .impliedBy:
        throw error(
          "two conditions in a row can be read in two ways", hint: "put parentheses around one")
      case .then: throw error("\"then\" without \"if\" before it", hint: "write: if b then a")
      default:
        throw error(
          "something is missing before \(words(next))", hint: "write and, or, if or iff between")
      }
    }

    mutating func conditional() throws {
      if accept(.ifWord) {
        try disjunction()
        guard accept(.then) else {
          throw error("\"then\" is missing", hint: "write: if b then a, or: a if b")
        }
        try disjunction()
        steps.append(.implies)
        return
      }
      let start = steps.count
      try disjunction()
      let middle = steps.count
      switch next.kind {
      case .implies:
        position += 1
        try disjunction()
        steps.append(.implies)
      case .ifWord, .impliedBy:
        position += 1
        try disjunction()
        // "a if b": b implies a, and the operand that implies comes first.
        let consequence = Array(steps[start..<middle])
        steps.removeSubrange(start..<middle)
        steps += consequence
        steps.append(.implies)
      case .iff:
        position += 1
        try disjunction()
        steps.append(.iff)
      default: break
      }
    }

    mutating func disjunction() throws {
      try conjunction()
      while accept(.or) {
        try conjunction()
        steps.append(.or)
      }
    }

    mutating func conjunction() throws {
      try negation()
      while accept(.and) {
        try negation()
        steps.append(.and)
      }
    }

    mutating func negation() throws {
      var negated = false
      while accept(.not) { negated.toggle() }
      try operand()
      if negated { steps.append(.not) }
    }

    mutating func operand() throws {
      switch next.kind {
      case .name(let name, _):
        guard let option = option(named: name) else { throw unknown(name) }
        steps.append(.option(option))
        position += 1
      case .open:
        let opening = next.column
        guard nesting < 200 else {
          throw error("more than 200 parentheses deep", hint: "split the statement")
        }
        nesting += 1
        position += 1
        try conditional()
        if next.kind == .end {
          throw SyntaxError(
            column: opening, message: "this parenthesis is never closed", hint: "add )")
        }
        guard accept(.close) else {
          throw error("expected ) before \(words(next))", hint: "write and, or, if or iff between")
        }
        nesting -= 1
      case .end where position == 0:
        throw error("the statement is empty", hint: "name an option")
      default:
        throw error("expected an option, found \(words(next))", hint: "name an option here")
      }
    }

    func option(named name: String) -> Int? {
      if let found = index[name] { return found }
      let folded = names.indices.filter { names[$0].lowercased() == name.lowercased() }
      if folded.count == 1 { return folded[0] }
      if let number = Int(name), number >= 1, number <= names.count { return number - 1 }
      return nil
    }

    func unknown(_ name: String) -> SyntaxError {
      if Int(name) != nil {
        return error(
          "there is no option number \(name)", hint: "the options count from 1 to \(names.count)")
      }
      if let near = suggestion(for: name, among: names) {
        return error("no option is called \"\(name)\"", hint: "did you mean \"\(near)\"?")
      }
      return error(
        "no option is called \"\(name)\"",
        hint: name.contains(" ")
          ? "write and, or, if or iff between two options"
          : "the options are " + names.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
            + (names.count > 8 ? ", …" : ""))
    }

    func error(_ message: String, hint: String) -> SyntaxError {
      SyntaxError(column: next.column, message: message, hint: hint)
    }

    func words(_ token: Token) -> String {
      switch token.kind {
      case .name(let name, _): "\"\(name)\""
      case .not: "\"not\""
      case .and: "\"and\""
      case .or: "\"or\""
      case .ifWord: "\"if\""
      case .then: "\"then\""
      case .iff: "\"iff\""
      case .implies: "\"->\""
      case .impliedBy: "\"<-\""
      case .open: "("
      case .close: ")"
      case .end: "the end"
      }
    }
  }
}
