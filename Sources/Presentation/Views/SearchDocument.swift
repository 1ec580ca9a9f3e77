internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// Results by kind, with the ways to narrow them.
  ///
  /// - Parameter most: results listed at most of each kind; all where it is not given.
  package func document(_ view: SearchView, most: Int = .max) -> Document {
    var blocks = opening
    blocks.append(.paragraph(Inline(count(view))))
    if !view.names.isEmpty {
      blocks.append(
        .remark(Inline("Also searched for: \(view.names.joined(separator: ", ")).", .faint)))
    }
    if view.hits.isEmpty { blocks += help(view).map { .paragraph($0) } }
    let narrowing = chosen(view.choice) + view.facets.compactMap(line)
    if !narrowing.isEmpty { blocks.append(.items(narrowing)) }
    blocks.append(.slot("dates"))
    for (kind, hits) in byKind(view.hits) {
      blocks.append(.heading(SearchKind.title(kind)))
      blocks.append(.table(table(kind, hits.prefix(most))))
      if hits.count > most {
        blocks.append(
          .remark(
            Inline(
              "The first \(most) are shown; narrow the search, or export the data to see them all.")
          ))
      }
    }
    if !view.unsearched.isEmpty {
      let titles = view.unsearched.map { index.source($0)?.title ?? $0.raw }
      blocks.append(
        .remark(
          Inline(
            "Not searched, as their texts are not in this file: \(titles.joined(separator: "; ")).",
            .warning)))
    }
    blocks.append(.remark(footer))
    return Document("Search for “\(view.query)”", blocks)
  }

  /// The first results alone, as they stand beside those of other cases.
  package func results(_ view: SearchView, most: Int) -> [Document.Block] {
    var blocks: [Document.Block] = []
    for (kind, hits) in byKind(Array(view.hits.prefix(most))) {
      var table = table(kind, hits)
      table.caption = SearchKind.title(kind)
      blocks.append(.table(table))
    }
    return blocks
  }

  /// One table of all results, for spreadsheets.
  func searchTable(_ view: SearchView) -> Table {
    var table = Table(
      "Results for “\(view.query)”",
      [
        "Kind", "Id", "Field", "Words", "Date", "Speakers", "Parties", "Issues", "Source", "Place",
        "Passages", "Statements",
      ].map { Table.Column($0) })
    for hit in view.hits {
      table.row(
        Inline(hit.kind), Inline(hit.id), Inline(hit.field), Inline(hit.excerpt.joined()),
        Inline(hit.date?.text ?? ""), Inline(hit.speakers.map(\.raw).joined(separator: " ")),
        Inline(hit.parties.map(\.raw).joined(separator: " ")),
        Inline(hit.issues.map(\.raw).joined(separator: " ")), Inline(hit.source?.raw ?? ""),
        Inline(hit.offset.map(String.init) ?? ""), Inline("\(hit.passages)"),
        Inline(hit.statements.map(\.raw).joined(separator: " ")))
    }
    return table
  }

  private func count(_ view: SearchView) -> String {
    if view.hits.isEmpty { return "No results for “\(view.query)”." }
    let parts = byKind(view.hits).map { SearchKind.counted($0.kind, $0.hits.count) }
    return parts.joined(separator: ", ") + "."
  }

  private func byKind(
    _ hits: [SearchView.Hit]
  ) -> [(kind: String, hits: [SearchView.Hit])] {
    var groups: [(kind: String, hits: [SearchView.Hit])] = []
    for hit in hits {
      if groups.last?.kind == hit.kind {
        groups[groups.count - 1].hits.append(hit)
      } else {
        groups.append((hit.kind, [hit]))
      }
    }
    return groups
  }

  // MARK: Results

  private func table(_ kind: String, _ hits: some Sequence<SearchView.Hit>) -> Table {
    var table: Table
    let caption = "The most relevant first"
    switch kind {
    case Case.Section.statements.noun:
      table = Table(
        caption,
        [
          Table.Column("Date", weight: 0), Table.Column("Speaker"),
          Table.Column("Words", weight: 5),
          Table.Column("Statement", weight: 0),
        ])
      for hit in hits {
        table.row(
          Inline(hit.date?.words ?? "undated"), Inline(index.names(hit.speakers)), words(hit),
          Inline("[\(hit.id)]", links: [hit.id]))
      }
    case "text":
      table = Table(
        caption,
        [
          Table.Column("Document", weight: 2), Table.Column("Words", weight: 5),
          Table.Column("Coded as"),
        ])
      for hit in hits {
        let title = hit.source.flatMap { index.source($0) }?.title ?? hit.id
        let more = hit.passages > 1 ? ", \(hit.passages.counted("passage"))" : ""
        table.row(
          Inline(title, to: link(hit))
            + Inline(" \(hit.date?.words ?? "undated")\(more)", .faint),
          words(hit), references(hit.statements))
      }
    default:
      table = Table(
        caption,
        [Table.Column("Entry", weight: 2), Table.Column("Words", weight: 5)])
      for hit in hits {
        table.row(
          Inline(title(hit), to: link(hit))
            + Inline(hit.date.map { " \($0.words)" } ?? "", .faint), words(hit))
      }
    }
    return table
  }

  private func words(_ hit: SearchView.Hit) -> Inline {
    var inline = Inline(SearchKind.fieldWords(hit.field).map { "\($0): " } ?? "", .faint)
    for (place, piece) in hit.excerpt.enumerated() {
      inline += Inline(piece, place % 2 == 1 ? .match : .plain)
    }
    return inline
  }

  /// What a person calls the entry.
  private func title(_ hit: SearchView.Hit) -> String {
    let section = SearchKind.section(hit.kind)
    switch section {
    case .notes?:
      return note(hit).map {
        "On \($0.to.section.noun) “\(index.title($0.to.section, $0.to.id).shortened(to: 80))”"
      } ?? "Note"
    case .verdicts?: return "Verdict"
    case let section?: return index.title(section, hit.id)
    case nil: return hit.id
    }
  }

  private func note(_ hit: SearchView.Hit) -> Case.Note? {
    let notes = index.theCase.notes
    guard let number = Int(hit.id.drop { $0 == "#" }), notes.indices.contains(number - 1) else {
      return nil
    }
    return notes[number - 1]
  }

  /// Where a result is to be seen: a note with its entry, a verdict with the others.
  private func link(_ hit: SearchView.Hit) -> Link? {
    if hit.kind == "text" { return .document(Case.Source.ID(hit.id), at: hit.statements.first) }
    switch SearchKind.section(hit.kind) {
    case .notes?: return note(hit).map { .entry($0.to.section, $0.to.id) }
    case .verdicts?: return .view("contradictions")
    case let section? where EntryReference.sections.contains(section):
      return .entry(section, hit.id)
    default: return nil
    }
  }

  // MARK: Narrowing

  private func line(_ facet: SearchView.Facet) -> Inline? {
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
    case .kind: SearchKind.title(value)
    case .speaker, .party: index.name(Case.Actor.ID(value))
    case .issue: index.issue(Case.Issue.ID(value))?.title ?? value
    case .source: index.source(Case.Source.ID(value))?.title ?? value
    case .year: value
    }
  }

  /// What was chosen, each with the way to choose it no longer.
  private func chosen(_ choice: SearchChoice) -> [Inline] {
    var lines: [Inline] = []
    func add(_ words: String, _ names: String...) {
      lines.append(
        Inline("Only \(words) ")
          + Inline("Remove", to: .asking(names.map { Link.Asked($0, nil) })))
    }
    if !choice.kinds.isEmpty {
      add(choice.kinds.map { SearchKind.title($0).lowercased() }.joined(separator: ", "), "kind")
    }
    if !choice.speakers.isEmpty { add("said by \(index.names(choice.speakers))", "speaker") }
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
  private func help(_ view: SearchView) -> [Inline] {
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

/// Kinds, fields and facets of results in words.
enum SearchKind {
  static func section(_ kind: String) -> Case.Section? {
    Case.Section.allCases.first { $0.noun == kind }
  }

  static func title(_ kind: String) -> String {
    kind == "text" ? "Documents" : "\(word(kind).capitalisedFirst)s"
  }

  static func counted(_ kind: String, _ count: Int) -> String {
    count.counted(kind == "text" ? "document" : word(kind))
  }

  /// A suggestion is called a candidate in the file alone.
  private static func word(_ kind: String) -> String {
    section(kind)?.word ?? kind
  }

  static func facetWords(_ facet: SearchView.Facet.Name) -> String {
    switch facet {
    case .kind: "Kind"
    case .speaker: "Speaker"
    case .party: "Party"
    case .issue: "Issue"
    case .source: "Source"
    case .year: "Year"
    }
  }

  /// Where the words stand, unless that goes without saying.
  static func fieldWords(_ field: String) -> String? {
    switch field {
    case "gist", "title", "name", "text", "what": nil
    case "hedge": "reservation"
    case "doubted": "reason for doubt"
    case "exact": "quoted words"
    case "need": "need"
    default: field
    }
  }
}
