public import CaseModel

/// One entry with its full provenance: its fields, the statements it rests on, and what refers to
/// it.
public struct EntryView: Sendable, Hashable, Codable {
  /// The section the entry belongs to.
  public var section: Case.Section
  /// The entry's id.
  public var id: String
  /// The entry's title or name in words.
  public var title: String
  /// The entry's fields in the order of the file format, as written.
  public var fields: [Field]
  /// For a statement: its words and their provenance; nil for other entries.
  public var statement: Provenance?
  /// The statements that the entry cites; empty for a statement.
  public var evidence: [EvidenceLine]
  /// The paths of the fields elsewhere that refer to this entry.
  public var usedBy: [String]
  /// The analysts' notes on the entry.
  public var notes: [NoteLine]

  /// One field of an entry.
  public struct Field: Sendable, Hashable, Codable {
    /// The field's name in the file format.
    public var name: String
    /// Its value on one line; nested parts are joined by commas and semicolons.
    public var value: String
  }

  /// The words of a statement, and the chain through which they came from speaker to reader.
  public struct Provenance: Sendable, Hashable, Codable {
    /// The source.
    public var source: Case.Source.ID
    /// The source's title; its id if the case has no such source.
    public var sourceTitle: String
    /// Names in order: the speakers, the reporters nearest first, the publisher if known.
    public var chain: [String]
    /// The number of steps from speaker to reader.
    public var depth: Int
    /// The exact words; nil if the text is not at hand and no words are kept.
    public var words: String?
    /// The words in context, as three pieces: before, words, after; nil if the text is not at hand.
    public var context: [String]?
    /// The places of the words in the text.
    public var spans: [Span]
    /// When it was said, held or done; nil if undated.
    public var said: EDTFDate?
    /// What the date was taken from: the statement, its meeting or its source.
    public var saidFrom: String
    /// When the last reporter reported it; nil if not known.
    public var told: EDTFDate?
    /// What it is about, in words; nil if about nothing recorded.
    public var about: String?
    /// The stance it expresses by itself; nil if none.
    public var stance: PositionStance?
    /// The source's Admiralty grade; nil if ungraded.
    public var reliability: Case.Source.Reliability?
    /// The statement's Admiralty credibility; nil if ungraded.
    public var credibility: Credibility?
    /// What it contributes to each party's position; empty in the results of
    /// ``provenances(_:of:texts:)``.
    public var readings: [PositionReading]
  }

  /// The place of one continuous piece of a quote, with its proof.
  public struct Span: Sendable, Hashable, Codable {
    /// The first code point, where the words were found, or else as recorded.
    public var start: Int
    /// The code point after the last.
    public var end: Int
    /// The SHA-256 of the words in hexadecimal; nil if none is recorded.
    public var sha256: String?
    /// `ok`, `drifted to …`, `undecided`, `orphan` or `unproven`; `withheld`, `missing` or
    /// `unreadable` if the text is not at hand.
    public var status: String
  }

  /// What a statement contributes to one party's position.
  public struct PositionReading: Sendable, Hashable, Codable {
    /// The party.
    public var party: Case.Actor.ID
    /// The issue.
    public var issue: Case.Issue.ID
    /// What the statement contributes.
    public var role: PositionStatement.Role
    /// How direct it is as evidence of the party's position.
    public var directness: Directness
  }

  /// A statement that an entry cites.
  public struct EvidenceLine: Sendable, Hashable, Codable {
    /// The statement.
    public var statement: Case.Statement.ID
    /// The coder's one-line summary of it.
    public var gist: String
    /// The source it was taken from.
    public var source: Case.Source.ID
  }

  /// An analyst's note on an entry.
  public struct NoteLine: Sendable, Hashable, Codable {
    /// The note.
    public var text: String
    /// The analyst who wrote it; nil if not recorded.
    public var by: Who?
    /// When it was entered; nil if not recorded.
    public var entered: EDTFDate?
    /// Whether redaction removes it.
    public var isConfidential: Bool
  }
}

/// Finds every entry with an id, at most one for each section; see ``EntryView``.
/// - Complexity: O(size of the case).
public func entries(
  _ theCase: Case, _ lens: Lens = Lens(), id: String, texts: CaseTexts
) -> [EntryView] {
  let (theCase, texts) = lens.redact ? theCase.redacted(texts) : (theCase, texts)
  let filtered = FilteredCase(theCase, lens)
  var finder = EntryFinder(filtered: filtered, id: id)
  Case.forEachSection(&finder)
  return finder.found.map { section, node, references in
    var view = EntryView(
      section: section, id: id, title: filtered.index.title(section, id),
      fields: fields(node), statement: nil, evidence: [], usedBy: finder.users(of: section),
      notes: filtered.theCase.notes.filter { $0.to == EntryReference(section, id) }
        .map { note in
          EntryView.NoteLine(
            text: note.text, by: note.by, entered: note.entered,
            isConfidential: note.confidential)
        })
    if section == .statements, let statement = filtered.index.statement(Case.Statement.ID(id)) {
      view.statement = provenance(of: statement, filtered.index, texts)
      view.statement?.readings = positionReadings(of: statement, filtered)
    }
    for reference in references where section != .statements {
      guard let statement = filtered.index.statement(Case.Statement.ID(reference)),
        !view.evidence.contains(where: { $0.statement == statement.id })
      else { continue }
      view.evidence.append(
        .init(statement: statement.id, gist: statement.gist, source: statement.source))
    }
    return view
  }
}

private struct EntryFinder: SectionVisitor {
  let filtered: FilteredCase
  let id: String
  /// Section, written form, and the statements the entry names.
  var found: [(Case.Section, Node, [String])] = []
  private let uses = Uses()

  private final class Uses {
    var paths: [Case.Section: [String]] = [:]
  }

  init(filtered: FilteredCase, id: String) {
    self.filtered = filtered
    self.id = id
  }

  func users(of section: Case.Section) -> [String] { uses.paths[section] ?? [] }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let wanted = id
    for (position, entry) in filtered.theCase[keyPath: path].enumerated() {
      let isWanted = entry.entryID == wanted
      var statements: [String] = []
      let uses = uses
      var entry = entry
      // The closure must not outlive `statements`; a box carries them out.
      let box = Box()
      var walker = ReferenceWalker { id, target, path in
        guard case .entry(let targetSection) = target else { return }
        if isWanted, targetSection == .statements, path.steps.last != .key("id") {
          box.statements.append(id)
        }
        // An entry's own id comes by here too.
        if id == wanted, path.steps.count > 2 || !(isWanted && targetSection == section) {
          if path.steps.last == .key("id") { return }
          uses.paths[targetSection, default: []].append(path.description)
        }
      }
      walker.path = EntryPath([
        .key(section.rawValue), entry.entryID.map { .id($0) } ?? .index(position),
      ])
      entry.walk(&walker)
      statements = box.statements
      if isWanted { found.append((section, entry.node(), statements)) }
    }
  }

  private final class Box {
    var statements: [String] = []
  }
}

/// The written form field by field, nested parts on one line.
private func fields(_ node: Node) -> [EntryView.Field] {
  guard case .map(let pairs) = node.content else { return [] }
  return pairs.map { EntryView.Field(name: $0.key, value: words($0.value)) }
}

private func words(_ node: Node) -> String {
  switch node.content {
  case .null: "nothing"
  // On one line, whatever line breaks the words had.
  case .scalar(let text), .literal(let text):
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  case .list(let items): items.map(words).joined(separator: "; ")
  case .map(let pairs): pairs.map { "\($0.key) \(words($0.value))" }.joined(separator: ", ")
  }
}

private func provenance(
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
    depth: index.depth(of: statement), words: statement.quote.words(in: text),
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

/// What each party's position makes of the statement.
private func positionReadings(
  of statement: Case.Statement, _ filtered: FilteredCase
) -> [EntryView.PositionReading] {
  guard let issue = statement.about?.issue else { return [] }
  var lens = filtered.lens
  lens.issues = [issue]
  return positions(filtered.theCase, lens).rows.flatMap { row in
    row.cells.flatMap { cell in
      cell.statements.filter { $0.statement == statement.id }.map { telling in
        EntryView.PositionReading(
          party: cell.party, issue: row.issue, role: telling.role, directness: telling.directness)
      }
    }
  }
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

extension EntryView.Provenance {
  /// Whether the text is at hand, so that words not shown are words not found.
  public var hasText: Bool {
    spans.contains { !["withheld", "missing", "unreadable"].contains($0.status) }
  }
}

extension TextState {
  fileprivate func words(of span: QuoteAnchor) -> String {
    switch self {
    case .loaded(let text): span.status(in: text).words
    case .withheld: "withheld"
    case .missing: "missing"
    case .unreadable: "unreadable"
    }
  }
}

extension EntryView.Span {
  /// The place in words, or a remark that none is recorded.
  public var placeWords: String {
    start == 0 && end == 0 ? "no place named" : "code points \(start)–\(end)"
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
