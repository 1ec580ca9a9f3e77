internal import CaseModel
public import StateOfPlay

extension ViewContext {
  /// - Parameter most: places listed at most; all where it is not given.
  public func document(_ view: SearchView, most: Int = .max) -> Document {
    var blocks = opening
    if let kinds = kinds(view) { blocks.append(.paragraph(Inline(kinds))) }
    var table = Table(
      "\(view.hits.count.counted("place")) with “\(view.query)”",
      [
        Table.Column("Where", weight: 0), Table.Column("Words", weight: 5),
        Table.Column("Coded as"),
      ])
    if !view.names.isEmpty {
      blocks.append(
        .remark(Inline("Also searched for: \(view.names.joined(separator: ", ")).", .faint)))
    }
    table.emptyWords = "No results for “\(view.query)”."
    for hit in view.hits.prefix(most) {
      let place = hit.offset.map { " at \($0)" } ?? (hit.field == "gist" ? "" : ", \(hit.field)")
      table.rows.append([
        [Inline("\(hit.kind) \(hit.id)", .reference, to: link(hit)) + Inline(place, .faint)],
        [
          Inline(hit.excerpt[0])
            + Inline(hit.excerpt[1], .match)
            + Inline(hit.excerpt[2])
        ],
        [references(hit.statements)],
      ])
    }
    blocks.append(.table(table))
    if view.hits.count > most {
      blocks.append(.remark(Inline("The first \(most) are shown; the JSON and the CSV have all.")))
    }
    if !view.withheld.isEmpty {
      blocks.append(
        .remark(
          Inline(
            "Not searched, as their texts are withheld: \(view.withheld.map(\.raw).joined(separator: ", ")).",
            .warning)))
    }
    blocks.append(.remark(footer))
    return Document("Search for “\(view.query)”", blocks)
  }

  /// How many places are of which kind, the most first; nil where all are of one.
  private func kinds(_ view: SearchView) -> String? {
    let counts = Dictionary(grouping: view.hits, by: \.kind).mapValues(\.count)
    guard counts.count > 1 else { return nil }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.map { "\($0.value) in \($0.key)s" }.joined(separator: ", ") + "."
  }

  /// Where a hit is to be seen: a note with its entry, a verdict with the others.
  private func link(_ hit: SearchView.Hit) -> Link? {
    let section = Case.Section.allCases.first { $0.noun == hit.kind }
    let notes = index.theCase.notes
    switch section {
    case nil where hit.kind == "text":
      return .document(Case.Source.ID(hit.id), at: hit.statements.first)
    case .notes?:
      guard let number = Int(hit.id.drop { $0 == "#" }), notes.indices.contains(number - 1) else {
        return nil
      }
      let to = notes[number - 1].to
      return .entry(to.section, to.id)
    case .verdicts?: return .view("contradictions")
    case let section? where EntryReference.sections.contains(section):
      return .entry(section, hit.id)
    default: return nil
    }
  }
}
