import Foundations

/// A random Boolean statement with its own literal evaluation and its text.
indirect enum Expression {
  case option(Int)
  case not(Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case ifThen(Expression, Expression)
  case iff(Expression, Expression)

  func holds(_ taken: [Bool]) -> Bool {
    switch self {
    case .option(let k): taken[k]
    case .not(let a): !a.holds(taken)
    case .and(let a, let b): a.holds(taken) ? b.holds(taken) : false
    case .or(let a, let b): a.holds(taken) ? true : b.holds(taken)
    case .ifThen(let a, let b): a.holds(taken) ? b.holds(taken) : true
    case .iff(let a, let b): a.holds(taken) == b.holds(taken)
    }
  }

  static func random(options: Int, depth: Int, _ source: inout SplitMix64) -> Expression {
    if depth == 0 || source.chance(30) { return .option(source.below(options)) }
    let a = random(options: options, depth: depth - 1, &source)
    let b = random(options: options, depth: depth - 1, &source)
    return switch source.below(6) {
    case 0, 1: .not(a)
    case 2: .and(a, b)
    case 3: .or(a, b)
    case 4: .ifThen(a, b)
    default: .iff(a, b)
    }
  }

  /// The text in one of its spellings; every inner statement in parentheses.
  func text(_ names: [String], _ source: inout SplitMix64) -> String {
    func inner(_ part: Expression, _ source: inout SplitMix64) -> String {
      if case .option = part { return part.text(names, &source) }
      return "(" + part.text(names, &source) + ")"
    }
    func pick(_ choices: [String]) -> String { choices[source.below(choices.count)] }
    switch self {
    case .option(let k): return pick([names[k], "\"\(names[k])\"", "\(k + 1)"])
    case .not(let a): return pick(["not ", "!", "-", "~"]) + inner(a, &source)
    case .and(let a, let b):
      let sign = pick([" and ", " & ", "&&"])
      return inner(a, &source) + sign + inner(b, &source)
    case .or(let a, let b):
      let sign = pick([" or ", " | ", "||"])
      return inner(a, &source) + sign + inner(b, &source)
    case .ifThen(let a, let b):
      let spelling = source.below(4)
      let first = inner(a, &source)
      let second = inner(b, &source)
      return switch spelling {
      case 0: "if \(first) then \(second)"
      case 1: "\(second) if \(first)"
      case 2: "\(first) -> \(second)"
      default: "\(second) <- \(first)"
      }
    case .iff(let a, let b):
      let sign = pick([" iff ", " <-> "])
      return inner(a, &source) + sign + inner(b, &source)
    }
  }
}
