public import CaseModel

/// The words of a statement and where they came from, without what positions make of them.
func provenance(
  of statement: Case.Statement, _ index: CaseIndex, _ texts: CaseTexts
) -> EntryView.Provenance {
  let source = index.source(statement.source)
  let text = texts[statement.source].text
  var chain = [index.names(statement.speaker)] + statement.via.map { index.name($0) }
  if let publisher = source?.publisher { chain.append(index.name(publisher)) }
  let saidFrom: String
  if let date = statement.date {
    saidFrom = date.origin.map { "the statement: \($0)" } ?? "the statement"
  } else if let at = statement.at, index.meeting(at)?.day != nil {
    saidFrom = "its meeting"
  } else {
    saidFrom = "its source's date"
  }
  return EntryView.Provenance(
    source: statement.source, sourceTitle: source?.title ?? statement.source.raw, chain: chain,
    depth: index.depth(of: statement), text: texts[statement.source].presence,
    words: statement.quote.words(in: text),
    context: text.flatMap { statement.quote.sentence(in: $0) },
    spans: statement.quote.spans.map { span in
      let place = text.flatMap { span.place(in: $0) }
      return EntryView.Span(
        start: place?.lowerBound ?? span.start, end: place?.upperBound ?? span.end,
        sha256: span.sha256?.hex, status: texts[statement.source].words(of: span))
    },
    said: index.said(statement), saidFrom: saidFrom, told: index.told(statement),
    about: statement.about?.title(index), stance: statement.stanceRead,
    reliability: source?.reliability, credibility: statement.credibility, readings: [])
}

/// The provenance of statements, without what positions make of them; a statement that the case
/// lacks is left out.
/// - Parameters:
///   - index: of a case as the lens leaves it.
///   - texts: of the same case.
/// - Complexity: O(statements asked about + their quotes).
public func provenances(
  _ index: CaseIndex, of ids: [Case.Statement.ID], texts: CaseTexts
) -> [Case.Statement.ID: EntryView.Provenance] {
  var found: [Case.Statement.ID: EntryView.Provenance] = [:]
  for id in ids where found[id] == nil {
    if let statement = index.statement(id) { found[id] = provenance(of: statement, index, texts) }
  }
  return found
}

extension TextState {
  fileprivate func words(of span: QuoteAnchor) -> String {
    if case .loaded(let text) = self { return span.status(in: text).words }
    return presence.rawValue
  }

  fileprivate var presence: EntryView.Text {
    switch self {
    case .loaded: .loaded
    case .withheld: .withheld
    case .missing: .missing
    case .unreadable: .unreadable
    }
  }
}

extension AnchorStatus {
  /// The status for tables and JSON.
  public var words: String {
    switch self {
    case .ok: "ok"
    case .drifted(let start, let end): "drifted to \(start)–\(end)"
    case .undecided: "undecided"
    case .orphan: "orphan"
    case .unproven: "unproven"
    }
  }
}
