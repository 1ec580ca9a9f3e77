public import CaseModel

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
    var counts = [Filter: Int]()
    for statement in statements {
      guard let filter = Filter.allCases.first(where: { $0.stops(statement, index, lens) }) else {
        return nil
      }
      counts[filter, default: 0] += 1
    }
    all = statements.count
    let areUngraded = statements.allSatisfy { $0.credibility == nil }
    reasons = Filter.allCases.compactMap { filter in
      counts[filter].map { (filter.words(areUngraded: areUngraded), $0) }
    }
  }

  public var words: String {
    let parts = reasons.map { "\($0.count) by \($0.words)" }.joined(separator: ", ")
    return "No statement is left: of \(all.counted("statement")) the filters leave out \(parts)."
  }

  public static func == (a: EmptiedLens, b: EmptiedLens) -> Bool { a.words == b.words }
  public func hash(into hasher: inout Hasher) { hasher.combine(words) }

  /// In the order in which they apply.
  private enum Filter: CaseIterable {
    case source, credibility, toldBy, asOf, issue, party

    func stops(_ statement: Case.Statement, _ index: CaseIndex, _ lens: Lens) -> Bool {
      switch self {
      case .source: return !lens.sources.isEmpty && !lens.sources.contains(statement.source)
      case .credibility:
        return lens.worstCredibility.map { Credibility.order(statement.credibility) > $0 } ?? false
      case .toldBy:
        guard let limit = lens.toldBy, let told = index.told(statement) else { return false }
        return told.latest > limit.latest
      case .asOf:
        guard let limit = lens.asOf, let said = index.said(statement) else { return false }
        return said.earliest > limit.latest
      case .issue:
        guard !lens.issues.isEmpty else { return false }
        return statement.about?.issue.map { !lens.issues.contains($0) } ?? true
      case .party:
        guard !lens.parties.isEmpty else { return false }
        let said = index.said(statement)
        return !statement.speaker.contains { speaker in
          index.spokenFor(by: speaker, on: said).contains { lens.parties.contains($0) }
        }
      }
    }

    func words(areUngraded: Bool) -> String {
      switch self {
      case .source: "source"
      case .credibility: areUngraded ? "credibility (none of them is graded)" : "credibility"
      case .toldBy: "the date of the report"
      case .asOf: "date"
      case .issue: "issue"
      case .party: "party"
      }
    }
  }
}
