/// A Boolean statement about options, compiled to a flat program.
///
/// `not`, `and`, `or`, `if` and `iff` with their usual meaning; `a if b` and `if b then a` are
/// material implication: false only where b holds and a does not. The program is in reverse Polish
/// order and evaluates 64 states at a time, one bit each.
public struct Formula: Sendable, Equatable {
  package enum Step: Sendable, Equatable {
    case option(Int)
    case constant(Bool)
    case not
    case and
    case or
    /// The earlier operand implies the later one.
    case implies
    case iff
  }

  package let steps: [Step]
  /// The deepest the operand stack gets.
  package let depth: Int

  package init(steps: [Step]) {
    self.steps = steps
    var height = 0
    var deepest = 0
    for step in steps {
      switch step {
      case .option, .constant: height += 1
      case .not: break
      case .and, .or, .implies, .iff: height -= 1
      }
      deepest = max(deepest, height)
    }
    depth = deepest
  }

  /// The options the statement mentions.
  package var mentioned: UInt64 {
    steps.reduce(0) { set, step in
      if case .option(let index) = step { set | 1 << UInt64(index) } else { set }
    }
  }

  /// The formula that holds exactly where `pattern` matches; `width` options.
  package static func matching(_ pattern: Pattern, width: Int) -> Formula {
    var steps: [Step] = []
    for index in 0..<width where pattern.open >> UInt64(index) & 1 == 0 {
      let first = steps.isEmpty
      steps.append(.option(index))
      if pattern.taken >> UInt64(index) & 1 == 0 { steps.append(.not) }
      if !first { steps.append(.and) }
    }
    return Formula(steps: steps.isEmpty ? [.constant(true)] : steps)
  }

  /// The value for one combination of options.
  package func holds(_ values: UInt64) -> Bool {
    var stack: [UInt64] = []
    stack.reserveCapacity(depth)
    return evaluate(&stack) { 0 &- (values >> UInt64($0) & 1) } & 1 != 0
  }

  /// 64 values at once: `column` gives, for an option, the word of its values.
  @inline(__always)
  package func evaluate(_ stack: inout [UInt64], column: (Int) -> UInt64) -> UInt64 {
    stack.removeAll(keepingCapacity: true)
    for step in steps {
      switch step {
      case .option(let index): stack.append(column(index))
      case .constant(let value): stack.append(value ? .max : 0)
      case .not: stack[stack.count - 1] = ~stack[stack.count - 1]
      case .and, .or, .implies, .iff:
        let right = stack.removeLast()
        let left = stack[stack.count - 1]
        stack[stack.count - 1] =
          switch step {
          case .and: left & right
          case .or: left | right
          case .implies: ~left | right
          default: ~(left ^ right)
          }
      }
    }
    return stack[0]
  }

  /// Kleene's three values when only the options in `known` are settled; nil is undecided.
  package func holds(_ values: UInt64, known: UInt64) -> Bool? {
    var stack: [Bool?] = []
    stack.reserveCapacity(depth)
    for step in steps {
      switch step {
      case .option(let index):
        let bit: UInt64 = 1 << UInt64(index)
        stack.append(known & bit == 0 ? nil : values & bit != 0)
      case .constant(let value): stack.append(value)
      case .not:
        let value = stack.removeLast()
        stack.append(value.map { !$0 })
      case .and, .or, .implies, .iff:
        let right = stack.removeLast()
        let left = stack.removeLast()
        stack.append(Self.combine(step, left, right))
      }
    }
    return stack[0]
  }

  private static func combine(_ step: Step, _ left: Bool?, _ right: Bool?) -> Bool? {
    switch step {
    case .and:
      if left == false || right == false { return false }
      return left == true && right == true ? true : nil
    case .or:
      if left == true || right == true { return true }
      return left == false && right == false ? false : nil
    case .implies:
      if left == false || right == true { return true }
      return left == true && right == false ? false : nil
    default:
      guard let left, let right else { return nil }
      return left == right
    }
  }
}
