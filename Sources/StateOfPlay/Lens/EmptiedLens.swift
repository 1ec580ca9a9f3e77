public import CaseModel
internal import Foundations

/// Why a lens leaves no statement of a case: how many each filter excludes.
public struct EmptiedLens: Sendable, Hashable {
  /// The number of statements in the case as the lens cuts it.
  public let all: Int
  /// The number excluded by each filter, in the order in which the filters apply; a statement
  /// counts for the first that excludes it.
  public let reasons: [(words: String, count: Int)]

  /// Counts what each filter excludes; nil if some statement passes, the case has none, or the lens
  /// filters nothing.
  /// - Complexity: O(1) if the first statement passes, O(statements) if none does.
  public init?(_ index: CaseIndex, _ lens: Lens) {
    let statements = index.theCase.statements
    guard !statements.isEmpty, !lens.isEverything else { return nil }
    var counts = [Lens.Filter: Int]()
    for statement in statements {
      guard let filter = Lens.Filter.allCases.first(where: { $0.stops(statement, index, lens) })
      else {
        return nil
      }
      counts[filter, default: 0] += 1
    }
    all = statements.count
    let areUngraded = statements.allSatisfy { $0.credibility == nil }
    reasons = Lens.Filter.allCases.compactMap { filter in
      counts[filter].map { (filter.words(areUngraded: areUngraded), $0) }
    }
  }

  /// The explanation as one sentence.
  public var words: String {
    let parts = reasons.map { "\($0.count) by \($0.words)" }.joined(separator: ", ")
    return "No statement is left: of \(all.counted("statement")), the filters exclude \(parts)."
  }

  /// Whether both explanations read the same.
  public static func == (a: EmptiedLens, b: EmptiedLens) -> Bool { a.words == b.words }
  /// Hashes the sentence, consistently with `==`.
  public func hash(into hasher: inout Hasher) { hasher.combine(words) }
}
