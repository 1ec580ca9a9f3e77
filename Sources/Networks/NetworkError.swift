/// What is wrong with coded statements or with a question put to their networks.
///
/// The cases are data; ``description`` is the sentence for people.
public enum NetworkError: Error, Equatable, Sendable {
  // The statements. A statement is named by its place in the list given, from 0.
  case emptyActor(statement: Int)
  case emptyConcept(statement: Int)
  case badWeight(statement: Int, weight: Double)
  case dayOutOfRange(statement: Int, day: Int)
  case mixedStances(statement: Int)
  case levelOffScale(statement: Int, level: Int, lowest: Int, highest: Int)
  case tooManyLevels(found: Int, limit: Int)
  case tooManyStatements(found: Int, limit: Int)

  // The questions.
  case emptyWindow(start: Int, end: Int)
  case noDatedStatement
  case overlappingWindows(first: Int, second: Int)
  case outOfRange(what: String, allowed: String)
  case needsOrderedStances(what: String)
  case unknownActor(name: String)
  case unknownStatement(Int)

  // Size.
  case tooManyTies(limit: Int)
  case tooManyWindows(limit: Int)
  case tooManyActors(what: String, found: Int, limit: Int)
}

extension NetworkError: CustomStringConvertible {
  /// One sentence that says what is wrong and, where it helps, what to do.
  public var description: String {
    switch self {
    case .emptyActor(let statement): "statement \(statement) has an actor without a name"
    case .emptyConcept(let statement): "statement \(statement) has a concept without a name"
    case .badWeight(let statement, let weight):
      "statement \(statement) has the weight \(weight); a weight is a finite number above 0"
    case .dayOutOfRange(let statement, let day):
      "statement \(statement) has the day \(day), which is not within 1,000,000 days of 1970"
    case .mixedStances(let statement):
      "statement \(statement) has another kind of stance than those before it; "
        + "code agreement, levels or categories, one of the three"
    case .levelOffScale(let statement, let level, let lowest, let highest):
      "statement \(statement) has the level \(level), outside the scale \(lowest) to \(highest)"
    case .tooManyLevels(let found, let limit):
      "the statements use \(found) levels or categories; at most \(limit) are supported"
    case .tooManyStatements(let found, let limit):
      "\(found) statements; at most \(limit) are supported"
    case .emptyWindow(let start, let end):
      "the window from day \(start) to day \(end) holds no day; its end must be after its start"
    case .noDatedStatement: "no statement has a date, so there is no span of time to divide"
    case .overlappingWindows(let first, let second):
      "windows \(first) and \(second) overlap, so their networks share statements; "
        + "a permutation test needs windows that do not"
    case .outOfRange(let what, let allowed): "\(what) must be \(allowed)"
    case .needsOrderedStances(let what):
      "\(what) needs agreement or levels; categories have no order"
    case .unknownActor(let name): "there is no actor \"\(name)\" in the statements"
    case .unknownStatement(let index): "there is no statement \(index); they count from 0"
    case .tooManyTies(let limit):
      "the network has more than \(limit) ties; narrow the window or ask for a minimum of activity"
    case .tooManyWindows(let limit): "more than \(limit) windows; use a longer step"
    case .tooManyActors(let what, let found, let limit):
      "\(what) is for \(limit) actors at most; the network has \(found)"
    }
  }
}
