internal import CaseModel
public import StateOfPlay

extension Frame {
  public func document(_ view: SearchView) -> Document {
    var blocks = opening
    var table = Table(
      "\(view.hits.count.counted("place")) with “\(view.query)”",
      [
        Table.Column("Where", weight: 0), Table.Column("Words", weight: 5),
        Table.Column("Coded as"),
      ])
    if !view.names.isEmpty {
      blocks.append(
        .remark(Inline("Also looked for: \(view.names.joined(separator: ", ")).", .faint)))
    }
    table.emptyWords = "Nothing on record holds “\(view.query)”."
    for hit in view.hits {
      let place = hit.offset.map { " at \($0)" } ?? (hit.field == "gist" ? "" : ", \(hit.field)")
      table.rows.append([
        [Inline("\(hit.kind) \(hit.id)", .reference) + Inline(place, .faint)],
        [Inline(hit.excerpt[0]) + Inline(hit.excerpt[1], .strong) + Inline(hit.excerpt[2])],
        [references(hit.statements)],
      ])
    }
    blocks.append(.table(table))
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
}
