/// The stances of statements as places among the levels that occur.
struct CodedLevels {
  let kind: StanceKind
  let levels: [Int]
  let categories: [String]
  let span: Int
  /// By statement, as given.
  let level: [Int32]

  init(_ statements: [CodedStatement], scale: ClosedRange<Int>?, isObserved: Bool) throws {
    kind = statements.first?.stance.kind ?? .agreement
    if let other = statements.firstIndex(where: { [kind] in $0.stance.kind != kind }) {
      throw NetworkError.mixedStances(statement: other)
    }
    var values: [Int]
    (categories, values) = Self.values(statements)
    if kind == .level, let scale {
      if let index = values.firstIndex(where: { !scale.contains($0) }) {
        throw NetworkError.levelOffScale(
          statement: index, level: values[index], lowest: scale.lowerBound,
          highest: scale.upperBound)
      }
      guard scale.lowerBound >= -Self.furthest, scale.upperBound <= Self.furthest else {
        throw NetworkError.outOfRange(what: "the ends of the scale", allowed: "within ±1,000,000")
      }
    }
    if kind == .level, let index = values.firstIndex(where: { $0.magnitude > Self.furthest }) {
      throw NetworkError.levelOffScale(
        statement: index, level: values[index], lowest: -Self.furthest, highest: Self.furthest)
    }
    // Agreement has two levels, whether or not both occur.
    levels = kind == .agreement ? [0, 1] : Set(values).sorted()
    guard levels.count <= StatementTable.levelLimit else {
      throw NetworkError.tooManyLevels(found: levels.count, limit: StatementTable.levelLimit)
    }
    let ends = kind == .level && !isObserved ? scale : nil
    let (lowest, highest) =
      (ends?.lowerBound ?? levels.first ?? 0, ends?.upperBound ?? levels.last ?? 0)
    // Where only one level exists, nothing differs.
    span = max(1, highest - lowest)
    let places = Dictionary(uniqueKeysWithValues: zip(levels, 0..<Int32(levels.count)))
    level = values.map { places[$0] ?? 0 }
  }

  private static let furthest = 1_000_000

  private static func values(_ statements: [CodedStatement]) -> ([String], [Int]) {
    var names: [String] = []
    let values = statements.map { statement -> Int in
      switch statement.stance {
      case .agreement(let agrees): return agrees ? 1 : 0
      case .level(let level): return level
      case .category(let name):
        names.append(name)
        return 0
      }
    }
    guard !names.isEmpty else { return ([], values) }
    let (sorted, numbers) = numbered(names)
    return (sorted, numbers.map { Int($0) })
  }
}

extension Stance {
  /// Which of the three kinds this is.
  public var kind: StanceKind {
    switch self {
    case .agreement: .agreement
    case .level: .level
    case .category: .category
    }
  }
}
