public import CaseModel
internal import Foundations

/// Why a lens leaves nothing of a case that holds statements: how many each of its filters left out.
public struct EmptiedLens: Sendable, Hashable {
  /// All statements of the case as the lens cuts it.
  public let all: Int
  /// What left them out, each statement counted with the first filter that did.
  public let reasons: [(words: String, count: Int)]

  /// Nil where some statement passes, the case has none, or the lens filters nothing.
  /// - Complexity: O(1) where the first statement passes, O(statements) where none does.
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

  public var words: String {
    let parts = reasons.map { "\($0.count) by \($0.words)" }.joined(separator: ", ")
    return "No statement is left: of \(all.counted("statement")), the filters exclude \(parts)."
  }

  public static func == (a: EmptiedLens, b: EmptiedLens) -> Bool { a.words == b.words }
  public func hash(into hasher: inout Hasher) { hasher.combine(words) }
}
