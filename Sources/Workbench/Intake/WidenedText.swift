internal import CaseModel
internal import CaseStore
internal import Documents
internal import Foundations
internal import Interchange

/// A text taken again from the parts of its original, with the quotes in it moved to where their words
/// stand then.
struct WidenedText: Sendable {
  /// Of the original, as the program reads it.
  let read: ReadDocument
  let old: DocumentText
  let new: DocumentText

  /// - Parameter chosen: indices of parts; what they say no more is cut.
  /// - Throws: ``Problem`` where the text is not what the original gives now.
  init(_ read: ReadDocument, was: Set<Int>, chosen: Set<Int>, _ source: Case.Source) throws {
    self.read = read
    old = read.text(of: was)
    new = read.text(of: chosen)
    guard old.text.digest == source.text.sha256 else {
      throw Problem.conflict(
        "the text of \(source.id) is not what this program reads out of the original, so that its quotes cannot be moved",
        hint: "bring the original in as another document")
    }
    guard new.text.bytes.contains(where: { $0 > 0x20 }) else {
      throw Problem.badRequest("there are no words between these paragraphs", field: "t-first")
    }
  }

  /// The case with its quotes of the source where they stand in the new text.
  /// - Throws: ``Problem`` that names a statement whose words would be cut, or divided.
  /// - Complexity: O(statements + their spans × log parts).
  func moved(_ theCase: Case, _ source: Case.Source.ID) throws -> Case {
    var moved = theCase
    for place in moved.statements.indices where moved.statements[place].source == source {
      try move(&moved.statements[place])
    }
    for place in moved.candidates.indices where moved.candidates[place].statement.source == source {
      // A suggestion that the text holds no more says nothing.
      do { try move(&moved.candidates[place].statement) } catch is Problem {}
    }
    moved.candidates.removeAll { candidate in
      candidate.statement.source == source
        && candidate.statement.quote.spans.contains { $0.status(in: new.text) != .ok }
    }
    guard let at = moved.sources.firstIndex(where: { $0.id == source }) else { return theCase }
    moved.sources[at].text.sha256 = new.text.digest
    return moved
  }

  private func move(_ statement: inout Case.Statement) throws {
    for number in statement.quote.spans.indices {
      let span = statement.quote.spans[number]
      guard let place = span.place(in: old.text) else { continue }
      guard let start = moved(place.lowerBound), let end = moved(place.upperBound - 1),
        let anchor = QuoteAnchor(start, end + 1, in: new.text),
        anchor.exact == old.text.text(place.lowerBound, place.upperBound)
      else {
        throw Problem.conflict(
          "statement \(statement.id) quotes words that would be cut or divided: “\(old.text.text(place.lowerBound, place.upperBound).shortened(to: 80))”",
          hint: "take those paragraphs too, or remove the statement first", field: "t-first")
      }
      statement.quote.spans[number] = anchor
    }
  }

  /// Where a code point of the old text stands in the new one; nil where its part is not taken.
  private func moved(_ point: Int) -> Int? {
    guard let before = Self.place(old, { $0.range.lowerBound <= point }),
      point < before.range.upperBound,
      let after = Self.place(new, { $0.part <= before.part }), after.part == before.part
    else { return nil }
    return after.range.lowerBound + point - before.range.lowerBound
  }

  /// The last place for which it is so, of places for which it is so first and then no more.
  private static func place(
    _ text: DocumentText, _ isSo: (DocumentText.Place) -> Bool
  ) -> DocumentText.Place? {
    var low = 0
    var high = text.places.count
    while low < high {
      let middle = (low + high) / 2
      if isSo(text.places[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? text.places[low - 1] : nil
  }
}
