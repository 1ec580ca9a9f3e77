public import CaseModel

/// Where words occur in the texts at hand, and in what analysts wrote.
public struct SearchView: Sendable, Hashable, Codable {
  public var query: String
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

/// Finds `query` whatever its case; see ``SearchView``. At most `limit` hits a text.
/// - Complexity: O(texts + case).
public func search(
  _ theCase: Case, _ lens: Lens = Lens(), for query: String, texts: CaseTexts, limit: Int = 200
) -> SearchView {
  let reading = Reading(theCase, lens)
  let wanted = Array(query.lowercased().unicodeScalars)
  var view = SearchView(query: query, hits: [], withheld: [])
  guard !wanted.isEmpty else { return view }
  var collector = FieldSearch(reading: reading, wanted: wanted)
  Case.forEachSection(&collector)
  view.hits = collector.hits
  for source in reading.theCase.sources
  where lens.sources.isEmpty || lens.sources.contains(source.id) {
    guard let text = texts[source.id].text else {
      view.withheld.append(source.id)
      continue
    }
    let statements = reading.theCase.statements.filter { $0.source == source.id }
    let scalars = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
    for offset in occurrences(of: wanted, in: scalars).prefix(limit) {
      let end = offset + wanted.count
      view.hits.append(
        SearchView.Hit(
          kind: "text", id: source.id.raw, field: "text", offset: offset,
          excerpt: excerpt(scalars, offset, end),
          statements: statements.filter { statement in
            statement.quote.spans.contains { $0.start < end && offset < $0.end }
          }.map(\.id)))
    }
  }
  return view
}

/// Case is folded scalar by scalar, so that offsets stay those of the text.
private func occurrences(of wanted: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
  guard wanted.count <= text.count else { return [] }
  let folded = text.map(\.folded)
  return (0...(text.count - wanted.count)).filter { start in
    folded[start] == wanted[0] && folded[start..<(start + wanted.count)].elementsEqual(wanted)
  }
}

extension Unicode.Scalar {
  fileprivate var folded: Unicode.Scalar {
    let lower = properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? self : self
  }
}

private func excerpt(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> [String] {
  func string(_ range: Range<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text[range].map { $0 == "\n" || $0 == "\r" ? " " : $0 })
    return String(scalars)
  }
  return [
    string(max(0, start - 40)..<start), string(start..<end),
    string(end..<min(text.count, end + 40)),
  ]
}

private struct FieldSearch: SectionVisitor {
  let reading: Reading
  let wanted: [Unicode.Scalar]
  var hits: [SearchView.Hit] = []

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    for (position, entry) in reading.theCase[keyPath: path].enumerated() {
      if let statement = entry as? Case.Statement, !reading.admits(statement) { continue }
      let id = entry.entryID ?? "#\(position + 1)"
      search(entry.node(), field: "", in: section, id)
    }
  }

  /// Fields a person wrote as text; ids, digests and dates are no words to be found.
  private static let fields: Set<String> = [
    "id", "name", "aliases", "title", "gist", "what", "text", "reason", "note", "rank", "place",
    "need", "keywords", "hedge", "doubted", "description", "exact", "role",
  ]

  private mutating func search(_ node: Node, field: String, in section: Case.Section, _ id: String)
  {
    switch node.content {
    case .null, .literal: return
    case .scalar(let text):
      guard Self.fields.contains(field) else { return }
      let scalars = Array(text.unicodeScalars)
      guard let offset = occurrences(of: wanted, in: scalars).first else { return }
      hits.append(
        SearchView.Hit(
          kind: section.noun, id: id, field: field, offset: nil,
          excerpt: excerpt(scalars, offset, offset + wanted.count), statements: []))
    case .list(let items): for item in items { search(item, field: field, in: section, id) }
    case .map(let pairs):
      for pair in pairs { search(pair.value, field: pair.key, in: section, id) }
    }
  }
}
