public import CaseModel

/// Where words occur in the texts at hand, and in what analysts wrote.
///
/// Words are found by their beginnings, in any case, with or without diacritics, and names in
/// Cyrillic and the usual Latin spellings alike; see `docs/case-store.md`.
public struct SearchView: Sendable, Hashable, Codable {
  public var query: String
  /// What else the case calls what was asked for, and was looked for too.
  public var names: [String]
  public var hits: [Hit]
  /// Sources whose texts are withheld and were not searched.
  public var withheld: [Case.Source.ID]

  public struct Hit: Sendable, Hashable, Codable {
    /// `statement`, `actor`, … or `text`.
    public var kind: String
    public var id: String
    public var field: String
    /// In a text: the code point at which it begins.
    public var offset: Int?
    /// What stands before, the words found, what stands after.
    public var excerpt: [String]
    /// In a text: the statements coded from this place.
    public var statements: [Case.Statement.ID]
  }
}

/// Finds `query`; see ``SearchView``. At most `limit` hits a text.
///
/// - Parameters:
///   - isLiteral: only as spelt: no other script, no other names of an actor.
///   - scope: where an index knows that the words can stand; nil looks everywhere. What is found is
///     the same, what is shown in order too.
/// - Complexity: O(texts + case), both within the scope.
public func search(
  _ theCase: Case, _ lens: Lens = Lens(), for query: String, texts: CaseTexts,
  isLiteral: Bool = false, within scope: SearchScope? = nil, limit: Int = 200
) -> SearchView {
  let (theCase, texts) = lens.redact ? theCase.redacted(texts) : (theCase, texts)
  let filtered = FilteredCase(theCase, lens)
  let asked = SearchQuery(query, names: filtered.theCase.nameLists, isLiteral: isLiteral)
  var view = SearchView(query: query, names: asked.names, hits: [], withheld: [])
  guard !asked.isEmpty else { return view }
  var collector = FieldSearch(filtered: filtered, asked: asked, scope: scope)
  Case.forEachSection(&collector)
  view.hits = collector.hits
  var bySource: [Case.Source.ID: [Case.Statement]] = [:]
  for statement in filtered.theCase.statements {
    bySource[statement.source, default: []].append(statement)
  }
  for source in filtered.theCase.sources
  where lens.sources.isEmpty || lens.sources.contains(source.id) {
    guard let text = texts[source.id].text else {
      view.withheld.append(source.id)
      continue
    }
    if let scope, !scope.files.contains(source.text.file ?? "") { continue }
    let statements = bySource[source.id, default: []]
    let string = String(decoding: text.bytes, as: UTF8.self)
    let scalars = Array(string.unicodeScalars)
    for place in asked.places(in: FoldedText(string)).prefix(limit) {
      view.hits.append(
        SearchView.Hit(
          kind: "text", id: source.id.raw, field: "text", offset: place.lowerBound,
          excerpt: excerpt(scalars, place),
          statements: statements.filter { statement in
            statement.quote.spans.contains {
              $0.start < place.upperBound && place.lowerBound < $0.end
            }
          }.map(\.id)))
    }
  }
  return view
}

private func excerpt(_ text: [Unicode.Scalar], _ place: Range<Int>) -> [String] {
  func string(_ range: Range<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text[range].map { $0 == "\n" || $0 == "\r" ? " " : $0 })
    return String(scalars)
  }
  let (start, end) = (place.lowerBound, place.upperBound)
  return [
    string(max(0, start - 40)..<start), string(place), string(end..<min(text.count, end + 40)),
  ]
}

private struct FieldSearch: SectionVisitor {
  let filtered: FilteredCase
  let asked: SearchQuery
  let scope: SearchScope?
  var hits: [SearchView.Hit] = []

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    for (position, entry) in filtered.theCase[keyPath: path].enumerated() {
      if let scope, !scope.holds(section, id: entry.entryID) { continue }
      if let statement = entry as? Case.Statement, !filtered.admits(statement) { continue }
      for (field, text) in entry.node().searchableTexts {
        guard let place = asked.places(in: FoldedText(text)).first else { continue }
        hits.append(
          SearchView.Hit(
            kind: section.noun, id: entry.entryID ?? "#\(position + 1)", field: field, offset: nil,
            excerpt: excerpt(Array(text.unicodeScalars), place), statements: []))
      }
    }
  }
}
