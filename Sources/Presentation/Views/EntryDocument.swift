public import CaseModel
public import StateOfPlay

extension Frame {
  public func document(_ views: [EntryView]) -> Document {
    var blocks = opening
    for (position, view) in views.enumerated() {
      if views.count > 1 || position > 0 {
        blocks.append(.heading("\(view.section.noun.capitalisedFirst) \(view.id)"))
      }
      if let statement = view.statement {
        blocks += statementBlocks(statement)
      }
      blocks.append(.table(fieldTable(view)))
      if !view.evidence.isEmpty {
        blocks.append(.paragraph(Inline("Rests on", .strong)))
        blocks.append(
          .items(
            view.evidence.map { Inline("\($0.gist) (\($0.source)) ") + references([$0.statement]) })
        )
      }
      if !view.usedBy.isEmpty {
        blocks.append(.paragraph(Inline("Named by", .strong)))
        blocks.append(.items(view.usedBy.prefix(40).map { Inline($0) }))
        if view.usedBy.count > 40 {
          blocks.append(.remark(Inline("and \(view.usedBy.count - 40) more")))
        }
      }
      if !view.notes.isEmpty {
        blocks.append(.paragraph(Inline("Notes", .strong)))
        blocks.append(
          .items(
            view.notes.map { note in
              Inline(note.text) + Inline(note.by.map { " — \(index.name($0))" } ?? "", .faint)
                + Inline(note.isConfidential ? " (confidential)" : "", .warning)
            }))
      }
    }
    blocks.append(.remark(footer))
    let title =
      views.count == 1
      ? "\(views[0].section.noun.capitalisedFirst) \(views[0].id): \(views[0].title)"
      : views.first?.id ?? ""
    return Document(title, blocks)
  }

  private func statementBlocks(_ statement: EntryView.Provenance) -> [Document.Block] {
    var blocks: [Document.Block] = []
    if let context = statement.context, context.count == 3 {
      blocks.append(.quotation("\(context[0])»\(context[1])«\(context[2])"))
    } else if let words = statement.words {
      blocks.append(.quotation(words))
    } else {
      blocks.append(
        .remark(
          Inline(
            statement.hasText
              ? "The words are not where the quote says; `dragoman check` says more."
              : "The words are withheld with their text; `dragoman attach` puts it back.", .warning)
        ))
    }
    var facts: [Inline] = [
      statement.depth == 0
        ? Inline(statement.chain.first ?? "", .strong) + Inline(", in its own document")
        : Inline(statement.chain.joined(separator: " → "), .strong)
          + Inline(" (\(statement.depth.counted("step")) from speaker to reader)"),
      Inline("In \(statement.source), \(statement.sourceTitle), at ")
        + Inline(
          statement.spans.map { "\($0.placeWords), \($0.status)" }
            .joined(separator: "; ")),
      Inline("Said \(statement.said?.words ?? "at an unknown date"), by \(statement.saidFrom)")
        + Inline(statement.told.map { "; told \($0.words)" } ?? ""),
    ]
    if let about = statement.about {
      let stance = statement.stance.map { " — reads as \($0.glyph) \($0.words)" } ?? ""
      facts.append(Inline("About \(about)\(stance)"))
    }
    facts.append(
      Inline(
        "Source \(statement.reliability.map { "\($0.rawValue) \($0.words)" } ?? "not graded"), statement "
          + (statement.credibility.map { "\($0.rawValue) \($0.words)" } ?? "not graded")))
    for reading in statement.readings {
      facts.append(
        Inline(
          "In \(index.name(reading.party))'s position: \(reading.role.words) (\(reading.directness.words))"
        ))
    }
    blocks.append(.items(facts))
    return blocks
  }

  private func fieldTable(_ view: EntryView) -> Table {
    var table = Table(
      "As recorded", [Table.Column("Field", weight: 0), Table.Column("Value", weight: 5)])
    for field in view.fields { table.row(Inline(field.name), Inline(field.value)) }
    return table
  }
}

extension Credibility {
  public var words: String {
    switch self {
    case .confirmed: "confirmed"
    case .probable: "probably true"
    case .possible: "possibly true"
    case .doubtful: "doubtful"
    case .improbable: "improbable"
    case .unjudged: "cannot be judged"
    }
  }
}
