internal import CaseModel
public import StateOfPlay

extension Frame {
  public func document(_ view: TimelineView) -> Document {
    var blocks = opening
    if let picture = timelinePicture(view) { blocks.append(.picture(picture)) }
    blocks.append(.table(timelineTable(view, "Everything dated, in order")))
    if view.undated > 0 {
      blocks.append(
        .remark(
          Inline("\(view.undated.counted("entry", "entries")) without a date are not on the axis."))
      )
    }
    blocks.append(.remark(Inline("Rule: \(view.rule)")))
    blocks.append(.remark(footer))
    return Document("\(title): timeline", blocks)
  }

  func timelineTable(
    _ view: TimelineView, _ caption: String, empty: String = "Nothing dated is on record."
  ) -> Table {
    var table = Table(
      caption,
      [
        Table.Column("When"), Table.Column("What"), Table.Column("", weight: 5),
        Table.Column("Evidence"),
      ])
    table.emptyWords = empty
    table.isNarrow = !view.events.contains { $0.kind == .statement }
    for event in view.events {
      var when = event.date.words
      if event.perhapsLater { when += ", perhaps later" }
      if event.toldLater { when += ", reported later" }
      let who = event.actors.isEmpty ? "" : index.names(event.actors) + ": "
      let isStatement = event.kind == .statement
      table.row(
        Inline(when), Inline(event.kind.words),
        Inline((isStatement ? who : "") + event.title, isStatement ? .plain : .strong),
        grounds(event.evidence, basis: event.basis, limit: 2))
    }
    return table
  }
}
