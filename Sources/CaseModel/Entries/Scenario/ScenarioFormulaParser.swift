/// Reads tokens into a formula, and keeps it within its size.
struct ScenarioFormulaParser {
  typealias Formula = Case.Scenario.Formula

  /// A formula and the number of its parts.
  private typealias Part = (formula: Formula, size: Int)

  private let tokens: [ScenarioFormulaToken]
  private var position = 0
  private var nesting = 0

  init(_ tokens: [ScenarioFormulaToken]) { self.tokens = tokens }

  mutating func formula() throws(Formula.SyntaxError) -> Formula {
    let part = try conditional()
    switch next.kind {
    case .end: return part.formula
    case .close: throw fault("this parenthesis closes nothing", "remove it, or open one before")
    case .ifWord, .iff, .implies:
      throw fault(
        "two conditions in a row can be read in two ways", "put parentheses around one")
    default:
      throw fault("something is missing before \(next.words)", "write and, or, if or iff between")
    }
  }

  private var next: ScenarioFormulaToken { tokens[position] }

  private func fault(_ message: String, _ hint: String, at column: Int? = nil)
    -> Formula.SyntaxError
  {
    Formula.SyntaxError(column: column ?? next.column, message: message, hint: hint)
  }

  private mutating func accept(_ kind: ScenarioFormulaToken.Kind) -> Bool {
    guard next.kind == kind else { return false }
    position += 1
    return true
  }

  private func sized(_ formula: Formula, _ size: Int) throws(Formula.SyntaxError) -> Part {
    guard size <= Formula.mostParts else {
      throw fault(
        "the formula has more than \(Formula.mostParts) parts when expanded",
        "split it, or nest fewer iff")
    }
    return (formula, size)
  }

  private func implication(_ if: Part, _ then: Part) throws(Formula.SyntaxError) -> Part {
    try sized(.any([.not(`if`.formula), then.formula]), `if`.size + then.size + 2)
  }

  private mutating func conditional() throws(Formula.SyntaxError) -> Part {
    if accept(.ifWord) {
      let condition = try disjunction()
      guard accept(.then) else {
        throw fault("“then” is missing", "write: if a then b, or: b if a")
      }
      return try implication(condition, try disjunction())
    }
    let first = try disjunction()
    if accept(.implies) { return try implication(first, try disjunction()) }
    if accept(.ifWord) { return try implication(try disjunction(), first) }
    if accept(.iff) {
      let second = try disjunction()
      return try sized(
        .any([
          .all([first.formula, second.formula]),
          .all([.not(first.formula), .not(second.formula)]),
        ]), 2 * (first.size + second.size) + 5)
    }
    return first
  }

  private mutating func disjunction() throws(Formula.SyntaxError) -> Part {
    var parts = [try conjunction()]
    while accept(.or) { parts.append(try conjunction()) }
    if parts.count == 1 { return parts[0] }
    return try sized(.any(parts.map(\.formula)), parts.reduce(1) { $0 + $1.size })
  }

  private mutating func conjunction() throws(Formula.SyntaxError) -> Part {
    var parts = [try negation()]
    while accept(.and) { parts.append(try negation()) }
    if parts.count == 1 { return parts[0] }
    return try sized(.all(parts.map(\.formula)), parts.reduce(1) { $0 + $1.size })
  }

  private mutating func negation() throws(Formula.SyntaxError) -> Part {
    var isNegated = false
    while accept(.not) { isNegated.toggle() }
    let part = try operand()
    return isNegated ? try sized(.not(part.formula), part.size + 1) : part
  }

  private mutating func operand() throws(Formula.SyntaxError) -> Part {
    switch next.kind {
    case .name(let issue): return try test(of: issue)
    case .open:
      let opening = next.column
      guard nesting < 200 else {
        throw fault("more than 200 parentheses deep", "split the formula")
      }
      nesting += 1
      position += 1
      let part = try conditional()
      if next.kind == .end {
        throw fault("this parenthesis is never closed", "add )", at: opening)
      }
      guard accept(.close) else {
        throw fault("expected ) before \(next.words)", "write and, or, if or iff between")
      }
      nesting -= 1
      return part
    case .end where position == 0: throw fault("the formula is empty", "write issue=option")
    default: throw fault("expected a choice, found \(next.words)", "write issue=option here")
    }
  }

  private mutating func test(of issue: String) throws(Formula.SyntaxError) -> Part {
    guard Slug.isSlug(issue) else {
      throw fault(
        "“\(issue)” is not the id of an issue", "ids are lower-case letters, digits and hyphens")
    }
    position += 1
    let sign: Comparator
    var isNegated = false
    switch next.kind {
    case .compare(let found): sign = found
    case .unequal: (sign, isNegated) = (.equal, true)
    default:
      throw fault("the option for “\(issue)” is missing", "write \(issue)=option")
    }
    position += 1
    guard case .name(let option) = next.kind, NameMap<String>.isName(option) else {
      throw fault("expected an option or a number, found \(next.words)", "write \(issue)=option")
    }
    if sign != .equal, Amount(option) == nil {
      throw fault("“\(option)” is not a number to compare with", "write \(issue)=\(option)")
    }
    position += 1
    let test = Formula.choice(.init(Slug(issue), sign, option))
    return isNegated ? (.not(test), 2) : (test, 1)
  }
}
