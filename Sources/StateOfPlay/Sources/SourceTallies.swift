internal import CaseModel

/// How many statements that count, and how many quoted passages, were taken from each source.
struct SourceTallies {
  struct Tally {
    var statements = 0
    var passages = 0
  }

  /// By the source's place in the case.
  private(set) var bySource: [Tally]

  /// - Complexity: O(statements).
  init(_ filtered: FilteredCase) {
    bySource = [Tally](repeating: Tally(), count: filtered.theCase.sources.count)
    count(filtered.facts.indices, filtered, 1)
  }

  /// Those of the next case; nil where what counts rests on other statements, too.
  /// - Complexity: O(sources + statements of the edit).
  func succeeding(
    _ edit: StatementEdit, from old: FilteredCase, to new: FilteredCase
  ) -> SourceTallies? {
    guard new.lens.issues.isEmpty else { return nil }
    var next = self
    next.count(edit.before, old, -1)
    next.count(edit.after, new, 1)
    return next
  }

  private mutating func count(_ places: Range<Int>, _ filtered: FilteredCase, _ sign: Int) {
    let shown = ShownStatements(filtered)
    for place in places {
      guard let source = shown.source(ofStatementAt: place) else { continue }
      bySource[source].statements += sign
      bySource[source].passages += sign * filtered.theCase.statements[place].quote.spans.count
    }
  }
}
