public import CaseModel

/// One entry with its whole provenance: what it says, what it rests on, and what rests on it.
public struct EntryView: Sendable, Hashable, Codable {
  public var section: Case.Section
  public var id: String
  public var title: String
  /// The entry's fields in the file's order, as written.
  public var fields: [Field]
  /// For a statement: its words and the way they came.
  public var statement: Provenance?
  /// The statements the entry rests on.
  public var evidence: [EvidenceLine]
  /// Paths of the fields elsewhere that name this entry.
  public var usedBy: [String]
  public var notes: [NoteLine]

  public struct Field: Sendable, Hashable, Codable {
    public var name: String
    public var value: String
  }

  /// The way of a statement from the speaker to the reader.
  public struct Provenance: Sendable, Hashable, Codable {
    public var source: Case.Source.ID
    public var sourceTitle: String
    /// Speaker, reporters nearest first, publisher.
    public var chain: [String]
    public var depth: Int
    /// Nil where the text is withheld and no words are kept.
    public var words: String?
    /// The words with what stands round them, where the text is at hand: before, words, after.
    public var context: [String]?
    public var spans: [Span]
    public var said: EDTFDate?
    /// What the date was taken from: the statement, its meeting, or its source.
    public var saidFrom: String
    public var told: EDTFDate?
    public var about: String?
    public var stance: PositionStance?
    public var reliability: Case.Source.Reliability?
    public var credibility: Credibility?
    /// What positions make of it, party by party.
    public var readings: [PositionReading]
  }

  public struct Span: Sendable, Hashable, Codable {
    public var start: Int
    public var end: Int
    public var sha256: String?
    /// ok, drifted, undecided, orphan, unproven; where the text is not at hand, withheld, missing or
    /// unreadable.
    public var status: String
  }

  public struct PositionReading: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    public var issue: Case.Issue.ID
    public var role: PositionStatement.Role
    public var directness: Directness
  }

  public struct EvidenceLine: Sendable, Hashable, Codable {
    public var statement: Case.Statement.ID
    public var gist: String
    public var source: Case.Source.ID
  }

  public struct NoteLine: Sendable, Hashable, Codable {
    public var text: String
    public var by: Who?
    public var entered: EDTFDate?
    public var isConfidential: Bool
  }
}

/// Every entry with the id, one for each kind that has it; see ``EntryView``.
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
  case .scalar(let text), .literal(let text): text
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
      cell.tellings.filter { $0.statement == statement.id }.map { telling in
        EntryView.PositionReading(
          party: cell.party, issue: row.issue, role: telling.role, directness: telling.directness)
      }
    }
  }
}

/// The way of each of the statements from its speaker to the reader, without what positions make of
/// it; one that the case lacks is left out.
/// - Parameters:
///   - index: of a case as the lens leaves it.
///   - texts: the same.
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
  /// The text is at hand, so that words not shown are words not found.
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
  /// The place in words, or that none is named.
  public var placeWords: String {
    start == 0 && end == 0 ? "no place named" : "code points \(start)–\(end)"
  }
}

extension AnchorStatus {
  /// For tables and JSON.
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
