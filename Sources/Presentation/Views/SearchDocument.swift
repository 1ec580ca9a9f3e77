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
        Inline(hit.kind.rawValue), Inline(hit.id), Inline(hit.field), Inline(hit.excerpt.joined()),
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
  ) -> [(kind: SearchView.Kind, hits: [SearchView.Hit])] {
    var groups: [(kind: SearchView.Kind, hits: [SearchView.Hit])] = []
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

  private func table(_ kind: SearchView.Kind, _ hits: some Sequence<SearchView.Hit>) -> Table {
    var table: Table
    let caption = "The most relevant first"
    switch kind {
    case .entry(.statements):
      table = Table(
        caption,
        [
          Table.Column("Date", weight: 0), Table.Column("Speaker"),
          Table.Column("Words", weight: 5),
          Table.Column("Statement", weight: 0),
        ])
      for hit in hits {
        table.row(
          Inline(
            index.statement(Case.Statement.ID(hit.id)).map { index.saidWords($0) } ?? "undated"),
          Inline(index.names(hit.speakers)), words(hit),
          Inline("[\(hit.id)]", links: [hit.id]))
      }
    case .text:
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
    case .entry:
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
    switch hit.kind {
    case .entry(.notes):
      return note(hit).map {
        "On \($0.to.section.noun) “\(index.title($0.to.section, $0.to.id).shortened(to: 80))”"
      } ?? "Note"
    case .entry(.verdicts): return "Verdict"
    case .entry(let section): return index.title(section, hit.id)
    case .text: return hit.id
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
    switch hit.kind {
    case .text: return .document(Case.Source.ID(hit.id), at: hit.statements.first)
    case .entry(.notes): return note(hit).map { .entry($0.to.section, $0.to.id) }
    case .entry(.verdicts): return .view("contradictions")
    case .entry(let section):
      return EntryReference.sections.contains(section) ? .entry(section, hit.id) : nil
    }
  }
}
