extension Case {
  /// The case in which quotes that name no place have the one where their words stand, so that views
  /// need not look for it. A quote whose place cannot be decided stays as it is.
  /// - Complexity: O(statements) where every quote names its place; else O(text) for each that does not.
  public func placed(in texts: CaseTexts) -> Case {
    let unplaced = statements.indices.filter { index in
      statements[index].quote.spans.contains { !$0.isPlaced }
    }
    guard !unplaced.isEmpty else { return self }
    var placed = self
    for index in unplaced {
      guard let text = texts[statements[index].source].text else { continue }
      for (number, span) in statements[index].quote.spans.enumerated() where !span.isPlaced {
        guard let place = span.place(in: text) else { continue }
        placed.statements[index].quote.spans[number].start = place.lowerBound
        placed.statements[index].quote.spans[number].end = place.upperBound
      }
    }
    return placed
  }
}
