public import CaseModel

/// Searches entries and texts; see ``SearchView``.
/// - Parameters:
///   - choice: restrictions on the results, in addition to the parties, issues and sources of the
///     lens.
///   - isLiteral: match only the given spelling: no other script, no other names of an actor.
///   - scope: where an index knows that the words can occur; nil searches everywhere. It changes
///     the time taken and not the results.
/// - Complexity: O(texts + case), both within the scope; without results, once more over
///   everything.
public func search(
  _ theCase: Case, _ lens: Lens = Lens(), for query: String,
  choosing choice: SearchChoice = .init(),
  texts: CaseTexts, isLiteral: Bool = false, within scope: SearchScope? = nil
) -> SearchView {
  let (theCase, texts) = lens.redact ? theCase.redacted(texts) : (theCase, texts)
  let filtered = FilteredCase(theCase, lens)
  let asked = SearchTerms(query, names: filtered.theCase.nameLists, isLiteral: isLiteral)
  var view = SearchView(
    query: query, choice: choice, names: asked.names, hits: [], facets: [], words: [],
    unsearched: [])
  guard !asked.isEmpty else { return view }
  view.unsearched = filtered.theCase.sources.map(\.id).filter { id in
    (lens.sources.isEmpty || lens.sources.contains(id)) && texts[id].text == nil
  }
  let found = Finder(
    filtered: filtered, asked: asked, query: query, texts: texts, scope: scope
  ).found()
  view.hits = found.hits.filter { choice.admits($0, lens) }.sorted(by: Finder.isBefore)
  view.facets = facets(of: view.hits)
  if found.hits.isEmpty {
    let everywhere =
      scope == nil
      ? found
      : Finder(filtered: filtered, asked: asked, query: query, texts: texts, scope: nil).found()
    view.words = zip(asked.terms, everywhere.counts).map { .init(word: $0.text, count: $1) }
  }
  return view
}

/// The values that results share out among themselves; nothing where all have the same.
private func facets(of hits: [SearchView.Hit]) -> [SearchView.Facet] {
  SearchView.Facet.Name.allCases.compactMap { name in
    var counts: [String: Int] = [:]
    for hit in hits { for value in Set(hit.values(of: name)) { counts[value, default: 0] += 1 } }
    guard counts.count > 1 || counts.values.contains(where: { $0 < hits.count }) else { return nil }
    let values = counts.map { SearchView.Facet.Value(id: $0.key, count: $0.value) }
    return SearchView.Facet(
      name: name,
      values: values.sorted { a, b in
        a.count == b.count || name == .year ? a.id < b.id : a.count > b.count
      })
  }
}

extension SearchView.Hit {
  fileprivate func values(of facet: SearchView.Facet.Name) -> [String] {
    switch facet {
    case .kind: [kind.rawValue]
    case .speaker: speakers.map(\.raw)
    case .party: parties.map(\.raw)
    case .issue: issues.map(\.raw)
    case .source: source.map { [$0.raw] } ?? []
    // Of a date that spans years none is said.
    case .year: date.flatMap(\.year).map { [$0] } ?? []
    }
  }
}

extension EDTFDate {
  /// The year it lies in, as written; nil where it may lie in several.
  fileprivate var year: String? {
    guard !hasOpenStart, !hasOpenEnd else { return nil }
    let (first, last) = (earliest.iso.dropLast(6), latest.iso.dropLast(6))
    return first == last && first.count == 4 ? String(first) : nil
  }
}
