internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// The ways to narrow a search, and what to try where it found nothing.
extension ViewContext {
  func line(_ facet: SearchView.Facet) -> Inline? {
    FacetLine(
      title: SearchKind.facetWords(facet.name),
      values: facet.values.map { value in
        (name(of: value.id, facet.name), value.count, asked(facet.name, value.id))
      }, most: facet.name == .year ? 40 : 10
    ).inline
  }

  private func asked(_ facet: SearchView.Facet.Name, _ value: String) -> [Link.Asked] {
    switch facet {
    case .year: [.init("from", value), .init("to", value)]
    default: [.init(facet.rawValue, value)]
    }
  }

  private func name(of value: String, _ facet: SearchView.Facet.Name) -> String {
    switch facet {
    case .kind: SearchView.Kind(rawValue: value).map(SearchKind.title) ?? value
    case .speaker, .party: index.name(Case.Actor.ID(value))
    case .issue: index.issue(Case.Issue.ID(value))?.title ?? value
    case .source: index.source(Case.Source.ID(value))?.title ?? value
    case .year: value
    }
  }

  /// What was chosen, each with the way to choose it no longer.
  func chosen(_ choice: SearchChoice) -> [Inline] {
    var lines: [Inline] = []
    func add(_ words: String, _ names: String...) {
      lines.append(
        Inline("Only \(words) ")
          + Inline("Remove", to: .asking(names.map { Link.Asked($0, nil) })))
    }
    if !choice.kinds.isEmpty {
      add(choice.kinds.map { SearchKind.title($0).lowercased() }.joined(separator: ", "), "kind")
    }
    if !choice.speakers.isEmpty { add("said by \(index.running(choice.speakers))", "speaker") }
    switch (choice.from, choice.to) {
    case (nil, nil): break
    case (let from?, let to?) where from == to: add("dated \(from.words)", "from", "to")
    case (let from?, let to?): add("dated \(from.words) to \(to.words)", "from", "to")
    case (let from?, nil): add("dated from \(from.words)", "from")
    case (nil, let to?): add("dated to \(to.words)", "to")
    }
    return lines
  }

  /// What to try where nothing was found.
  func help(_ view: SearchView) -> [Inline] {
    guard !view.words.isEmpty else {
      if view.query.allSatisfy(\.isWhitespace) { return [] }
      let hasWord = view.query.contains { $0.isLetter || $0.isNumber }
      return [
        Inline(
          hasWord
            ? "There are results outside the current filters: remove one to see them."
            : "There is no word in it: a search looks for letters and digits, not for punctuation alone."
        )
      ]
    }
    let missing = view.words.filter { $0.count == 0 }.map(\.word)
    guard missing.isEmpty else {
      let names = index.theCase.actors.flatMap { [$0.name] + $0.aliases }
      let parts = names.flatMap { name -> [String] in name.split(separator: " ").map { String($0) }
      }
      let meant = missing.compactMap { suggestion(for: $0, among: parts) }.first
      return [
        Inline(
          "\(missing.map { "“\($0)”" }.joined(separator: ", ")) \(missing.count == 1 ? "does" : "do") not occur in the record. "
        )
          + Inline(
            (meant.map { $0.capitalisedFirst } ?? "Try the beginning of the word, or another name.")
              + (view.unsearched.isEmpty
                ? "" : " Texts that are not in this file cannot be searched."))
      ]
    }
    let counts = view.words.map { "“\($0.word)” in \($0.count.counted("entry", "entries"))" }
    return [
      Inline(
        "Each word occurs, but not all of them together: \(counts.joined(separator: ", ")). Leave one out."
      )
    ]
  }
}
