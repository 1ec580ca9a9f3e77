internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// - Parameters:
  ///   - mostDrawn: beyond so many statements the picture leaves them out.
  ///   - mostListed: beyond so many events the list is cut.
  package func document(
    _ view: TimelineView, mostDrawn: Int = .max, mostListed: Int = .max
  ) -> Document {
    var blocks = opening + [.slot("range")]
    let statements = view.events.count { $0.kind == .statement }
    var drawn = view
    if statements > mostDrawn { drawn.events.removeAll { $0.kind == .statement } }
    if let picture = timelinePicture(drawn) { blocks.append(.picture(picture)) }
    if statements > mostDrawn {
      blocks.append(
        .remark(
          Inline(
            "\(statements.counted("statement")) not shown in the picture; pick a shorter period."))
      )
    }
    var listed = view
    if listed.events.count > mostListed {
      listed.events.removeLast(listed.events.count - mostListed)
      blocks.append(
        .remark(
          Inline("The first \(mostListed) of \(view.events.count) are listed; the CSV has all.")))
    }
    blocks.append(.table(timelineTable(listed, "All dated entries, in order")))
    if view.undated > 0 {
      blocks.append(
        .remark(
          Inline(
            "\(view.undated.counted("entry", "entries")) without a date \(view.undated == 1 ? "is" : "are") not shown."
          ))
      )
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): timeline", blocks)
  }

  func timelineTable(
    _ view: TimelineView, _ caption: String, empty: String = "Nothing dated is on record."
  ) -> Table {
    var table = Table(
      caption,
      [
        Table.Column("When"), Table.Column("Kind"), Table.Column("What", weight: 5),
        Table.Column("Evidence"),
      ])
    table.emptyWords = empty
    table.isNarrow = !view.events.contains { $0.kind == .statement }
    for event in view.events {
      var when = event.date.words
      if event.kind == .statement,
        event.evidence.compactMap({ index.statement($0) }).contains(
          where: index.isDatedByPublication)
      {
        when += " (dated by its publication)"
      }
      if event.possiblyLater { when += ", perhaps later" }
      if event.reportedLater { when += ", reported later" }
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
