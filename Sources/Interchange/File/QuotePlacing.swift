package import CaseModel

/// The quotes of a case whose places can be written, and the case with them written.
package struct QuotePlacing: Sendable {
  /// The case as it becomes.
  package let theCase: Case
  /// The statements whose quotes get places, with the spans that do, by position.
  package let changes: [(statement: Int, spans: [Int])]
  /// Quotes of texts that are not the ones their sources were entered with, which are left alone.
  package let ofOtherTexts: Int

  /// Every quote by words that names no place, or another than the one it can mean, has the place where
  /// its words stand; nothing else is changed.
  /// - Complexity: O(quote) of each that stands; else O(text).
  package init(_ theCase: Case, texts: CaseTexts) {
    var placed = theCase
    var changes: [(statement: Int, spans: [Int])] = []
    var ofOtherTexts = 0
    var others: Set<Case.Source.ID> = []
    for source in theCase.sources {
      if let recorded = source.text.sha256, let text = texts[source.id].text,
        text.digest != recorded
      {
        others.insert(source.id)
      }
    }
    for (position, statement) in theCase.statements.enumerated() {
      guard let text = texts[statement.source].text else { continue }
      var spans: [Int] = []
      for (number, span) in statement.quote.spans.enumerated() where span.exact != nil {
        let place: Range<Int>
        switch span.reading(in: text) {
        case .stands(let found) where !span.isPlaced: place = found.range
        case .moved(let found): place = found.range
        case .stands, .several, .otherSurroundings, .tooFew, .absent, .unproven: continue
        }
        guard !others.contains(statement.source) else {
          ofOtherTexts += 1
          continue
        }
        placed.statements[position].quote.spans[number].start = place.lowerBound
        placed.statements[position].quote.spans[number].end = place.upperBound
        spans.append(number)
      }
      if !spans.isEmpty { changes.append((position, spans)) }
    }
    self.theCase = placed
    self.changes = changes
    self.ofOtherTexts = ofOtherTexts
  }

  /// How many quotes get a place.
  package var count: Int { changes.reduce(0) { $0 + $1.spans.count } }
}

extension CaseFile {
  /// Writes the places of quotes into the file, which else stays as it is, comments too.
  /// - Throws: ``CaseFileError`` where the file cannot be edited so.
  package func place(_ placing: QuotePlacing, _ writing: Writing) throws(CaseFileError) {
    guard !placing.changes.isEmpty else { return }
    let bytes = try edited(to: placing.theCase, writing) { edit throws(CaseFileError) in
      for change in placing.changes {
        let entry = try place(.statements, change.statement)
        let quote = placing.theCase.statements[change.statement].quote
        for number in change.spans {
          let span = quote.spans[number]
          try edit.set(
            [("start", span.start), ("end", span.end)], in: [.key("quote")],
            item: number, of: entry)
        }
      }
    }
    try FileBytes.write(bytes, to: path)
  }
}
