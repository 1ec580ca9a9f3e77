public import CaseModel

/// The documents of a case, their grades, and what was taken from each.
public struct SourcesView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the rows; the same for every case.
  public var rule: String
  /// The sources in the order of the case, without those published after as-of from which nothing
  /// before it was taken.
  public var rows: [Line]

  /// One document.
  public struct Line: Sendable, Hashable, Codable {
    /// The source.
    public var source: Case.Source.ID
    /// The publisher; nil if not recorded.
    public var publisher: Case.Actor.ID?
    /// The authors; empty if none are named.
    public var authors: [Case.Actor.ID]
    /// The title.
    public var title: String
    /// The date of publication; nil if unknown.
    public var published: EDTFDate?
    /// What kind of document it is.
    public var kind: Case.Source.Kind
    /// Its Admiralty grade, A reliable to F cannot be judged; nil if ungraded.
    public var reliability: Case.Source.Reliability?
    /// Whether its text is at hand.
    public var text: TextKept
    /// The SHA-256 of the text in hexadecimal, as recorded; nil if none is.
    public var sha256: String?
    /// The length of the text in UTF-8 bytes; nil if not known.
    public var length: Int?
    /// The number of statements taken from it that count through the lens.
    public var statements: Int
    /// The number of ``quotes`` found in the text where the record places them; nil if the text is
    /// not at hand.
    public var provedQuotes: Int?
    /// The number of quoted passages of those statements.
    public var quotes: Int
    /// The share of the text's code points that some quote covers, in whole per cent, rounded down;
    /// nil if the text is not at hand.
    public var coverage: Int?
  }

  /// Whether the text of a source is at hand.
  public enum TextKept: String, Sendable, Hashable, Codable {
    case attached, withheld, missing, unreadable
    /// A text is at hand, but not the one recorded.
    case different
  }
}

extension SourcesView {
  static let rule = """
    Grades follow the Admiralty system, from A (reliable) to F (cannot be judged), and are given \
    to the source independently of its statements. A withheld text is identified by its SHA-256; \
    attach it to verify the quotes. A document published after the as-of date, or after the day by \
    which it must have been reported, is listed only for what it reports of the time before.
    """
}

/// Lists the sources of a case; see ``SourcesView``.
/// - Complexity: O(statements + text lengths).
public func sources(_ theCase: Case, _ lens: Lens = Lens(), texts: CaseTexts) -> SourcesView {
  sources(FilteredCase(theCase.placed(in: texts), lens), texts: texts)
}

func sources(
  _ filtered: FilteredCase, texts: CaseTexts, _ known: SourceTallies? = nil
) -> SourcesView {
  let lens = filtered.lens
  let tallies = known ?? SourceTallies(filtered)
  let quotes = quotes(filtered, texts)
  let rows = zip(filtered.theCase.sources, tallies.bySource).filter { source, tally in
    guard lens.sources.isEmpty || lens.sources.contains(source.id) else { return false }
    // A later document is shown only for what it reports of the time before.
    let isReported =
      lens.reportedBy.map { day in source.published.map { $0.begins <= day.ends } ?? true } ?? true
    return filtered.timeClass(source.published) != .out && isReported || tally.statements > 0
  }.map { source, tally in
    let text = texts[source.id].text
    return SourcesView.Line(
      source: source.id, publisher: source.publisher, authors: source.authors,
      title: source.title, published: source.published, kind: source.kind,
      reliability: source.reliability, text: textKept(source, texts[source.id]),
      sha256: source.text.sha256?.hex, length: text?.bytes.count ?? source.text.length,
      statements: tally.statements,
      provedQuotes: text.map { text in
        (quotes[source.id] ?? []).count { $0.status(in: text) == .ok }
      },
      quotes: tally.passages, coverage: text.map { coverage(quotes[source.id] ?? [], of: $0) })
  }
  return SourcesView(rule: SourcesView.rule, rows: rows)
}

/// The quoted passages of each source whose text is at hand.
private func quotes(
  _ filtered: FilteredCase, _ texts: CaseTexts
) -> [Case.Source.ID: [QuoteAnchor]] {
  let sources = filtered.theCase.sources
  let hasText = sources.map { texts[$0.id].text != nil }
  guard hasText.contains(true) else { return [:] }
  let shown = ShownStatements(filtered)
  var quotes: [Case.Source.ID: [QuoteAnchor]] = [:]
  for place in filtered.facts.indices {
    guard let source = shown.source(ofStatementAt: place), hasText[source] else { continue }
    quotes[sources[source].id, default: []] += filtered.theCase.statements[place].quote.spans
  }
  return quotes
}

/// The statements taken from one source that count through the lens, in the order of its text.
/// - Complexity: O(statements).
public func statements(
  _ theCase: Case, _ lens: Lens = Lens(), from source: Case.Source.ID
) -> [Case.Statement] {
  let filtered = FilteredCase(theCase, lens)
  let shown = ShownStatements(filtered)
  return filtered.theCase.statements.filter { statement in
    statement.source == source && filtered.admits(statement)
      && filtered.timeClass(filtered.index.said(statement)) != .out && shown.contains(statement)
  }.sorted { a, b in
    let (x, y) = (a.quote.spans.first?.start ?? 0, b.quote.spans.first?.start ?? 0)
    return x == y ? a.id < b.id : x < y
  }
}

/// Which statements the parties, the issues and the directness of a lens leave.
struct ShownStatements {
  private let filtered: FilteredCase
  private let parties: Set<Case.Actor.ID>
  private let all: Set<Case.Actor.ID>

  init(_ filtered: FilteredCase) {
    self.filtered = filtered
    parties = Set(filtered.lens.parties)
    all = filtered.parties
  }

  /// The place of the source of a statement that counts; nil of others.
  func source(ofStatementAt place: Int) -> Int? {
    let facts = filtered.facts[place]
    guard filtered.isShown(facts), let source = facts.source,
      contains(filtered.theCase.statements[place])
    else { return nil }
    return source
  }

  func contains(_ statement: Case.Statement) -> Bool {
    let lens = filtered.lens
    if !lens.issues.isEmpty {
      guard filtered.index.issues(of: statement).contains(where: lens.issues.contains) else {
        return false
      }
    }
    guard !parties.isEmpty || lens.directness != nil else { return true }
    let said = filtered.index.said(statement)
    let voices = statement.speaker.flatMap { filtered.index.spokenFor(by: $0, on: said) }
    let speakers = statement.speaker
    return voices.contains { voice in
      guard parties.isEmpty || parties.contains(voice) else { return false }
      guard let furthest = lens.directness else { return true }
      let near = filtered.voices.nearness(
        of: statement, for: voice, speakers: speakers, parties: all)
      return near.directness <= furthest
    }
  }
}

extension CaseIndex {
  /// The issues a statement is about: of a package its parts', of a text or of words in answer to
  /// others' those that the text or the words settle.
  func issues(of statement: Case.Statement) -> [Case.Issue.ID] {
    statement.about.map(issues(of:)) ?? []
  }

  /// The issues something is about.
  func issues(of subject: Subject) -> [Case.Issue.ID] {
    func issues(_ subject: Subject?, _ depth: Int) -> [Case.Issue.ID] {
      switch subject {
      case .draft(let id, let clause)?:
        return (draft(id)?.clauses ?? []).filter { clause == nil || $0.id == clause }
          .flatMap { issues($0.about, depth) }
      case .statement(let id)?, .requirement(let id)?:
        // A circle of replies ends here, too.
        return depth > 8 ? [] : issues(self.statement(id)?.about, depth + 1)
      case .commitment(let id)?: return issues(commitment(id)?.about, depth)
      case .milestone(let id)?: return [milestone(id)?.of?.issue].compactMap(\.self)
      case .together(let parts)?: return parts.flatMap { issues($0, depth) }
      default: return [subject?.issue].compactMap(\.self)
      }
    }
    return issues(subject, 0).uniqued
  }
}

private func textKept(_ source: Case.Source, _ state: TextState) -> SourcesView.TextKept {
  if source.text.withheld { return .withheld }
  switch state {
  case .loaded(let text):
    return source.text.sha256.map { $0 == text.digest } ?? true ? .attached : .different
  case .withheld, .missing: return .missing
  case .unreadable: return .unreadable
  }
}

private func coverage(_ spans: [QuoteAnchor], of text: SourceText) -> Int {
  guard text.count > 0 else { return 0 }
  var covered = 0
  var reached = 0
  for span in spans.sorted(by: { $0.start < $1.start }) {
    let end = min(span.end, text.count)
    covered += max(0, end - max(span.start, reached))
    reached = max(reached, end)
  }
  return covered * 100 / text.count
}
