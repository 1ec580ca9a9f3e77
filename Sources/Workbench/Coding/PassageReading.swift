internal import CaseModel
internal import Extraction

/// What the program reads in a passage, as if nothing of the document were coded yet.
struct PassageReading: Encodable {
  /// Nil where no statement is recognised in the words.
  var fields: CodedFields?

  /// Longer texts are not read while a form is open.
  private static let longest = 200_000

  init(
    _ theCase: Case, _ texts: CaseTexts, _ text: SourceText, _ source: Case.Source,
    _ place: Range<Int>
  ) {
    guard text.count <= Self.longest else { return }
    var bare = theCase.placed(in: texts)
    bare.statements.removeAll { $0.source == source.id }
    bare.candidates.removeAll { $0.statement.source == source.id }
    let found = StatementProposer(bare, learningFrom: texts).suggestions(for: source, in: text)
    let best = found.map { ($0, Self.share($0.statement.quote, place)) }
      .filter { $0.1 > 0 }
      .max { ($0.1, $1.0.statement.id.raw) < ($1.1, $0.0.statement.id.raw) }
    guard let candidate = best?.0 else { return }
    let index = CaseIndex(theCase)
    var fields = CodedFields(candidate.statement, index)
    fields.name(candidate.rules.compactMap { NewEntry(rule: $0) }, index)
    fields.id = nil
    self.fields = fields
  }

  /// How much of what either holds is in both.
  private static func share(_ quote: Quote, _ place: Range<Int>) -> Double {
    quote.spans.map { span in
      let common = min(span.end, place.upperBound) - max(span.start, place.lowerBound)
      let all = max(span.end, place.upperBound) - min(span.start, place.lowerBound)
      return common > 0 && all > 0 ? Double(common) / Double(all) : 0
    }.max() ?? 0
  }
}
