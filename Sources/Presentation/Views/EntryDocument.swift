public import CaseModel
public import StateOfPlay

extension ViewContext {
  /// Entries with their provenance, each under a heading where there are several.
  public func document(_ views: [EntryView]) -> Document {
    var blocks = opening
    for view in views {
      if views.count > 1 {
        blocks.append(.heading("\(view.section.noun.capitalisedFirst) \(view.id)"))
      }
      blocks += entryBlocks(view)
    }
    blocks.append(.remark(footer))
    let title =
      views.count == 1
      ? "\(views[0].section.noun.capitalisedFirst) \(views[0].id): \(views[0].title)"
      : views.first?.id ?? ""
    return Document(title, blocks)
  }

  private func entryBlocks(_ view: EntryView) -> [Document.Block] {
    var blocks: [Document.Block] = []
    if let provenance = view.statement,
      let statement = index.statement(Case.Statement.ID(view.id))
    {
      blocks.append(.card(card(statement, provenance)))
      blocks.append(.heading("How it is read"))
      blocks.append(.items(readings(statement, provenance)))
    }
    if !view.notes.isEmpty {
      blocks.append(.heading("Notes"))
      blocks.append(.items(view.notes.map(noteWords)))
    }
    blocks.append(.slot("note"))
    if !view.evidence.isEmpty {
      blocks.append(.heading("Rests on"))
      blocks.append(
        .items(
          view.evidence.map { Inline("\($0.gist) (\($0.source)) ") + references([$0.statement]) }))
    }
    blocks += EntryUses(view.usedBy, self).blocks
    blocks.append(.folded("Entry as recorded", [.table(fieldTable(view))]))
    blocks.append(.slot("history"))
    return blocks
  }

  private func noteWords(_ note: EntryView.NoteLine) -> Inline {
    let signed = [note.by.map { index.name($0) }, note.entered?.words].compactMap(\.self)
    return Inline(note.text)
      + Inline(signed.isEmpty ? "" : " — \(signed.joined(separator: ", "))", .faint)
      + Inline(note.isConfidential ? " (confidential)" : "", .warning)
  }

  /// What positions make of a statement, what it waits for, and where its date and place come from.
  private func readings(
    _ statement: Case.Statement, _ provenance: EntryView.Provenance
  ) -> [Inline] {
    var lines: [Inline] = []
    if let about = provenance.about {
      let stance = provenance.stance.map { " — reads as \($0.glyph) \($0.words)" } ?? ""
      lines.append(Inline("About ") + Inline(about, .strong) + Inline(stance))
    }
    for requirement in statement.requires {
      lines.append(Inline("Requires: \(requirement.step.title(index))"))
    }
    for reading in provenance.readings {
      lines.append(
        Inline("In ")
          + Inline(
            "\(index.name(reading.party))'s position", to: .cell(reading.issue, reading.party))
          + Inline(": ") + Inline(reading.role.words, .strong)
          + Inline(", as \(reading.role.reason) ")
          + Inline("(\(reading.directness.words))", .faint))
    }
    lines.append(
      Inline("Said \(provenance.said?.words ?? "at an unknown date"), by \(provenance.saidFrom)")
        + Inline(provenance.told.map { "; published \($0.words)" } ?? ""))
    let places = provenance.spans.map { "\($0.placeWords), \($0.status)" }
    lines.append(
      Inline("In \(provenance.source), \(provenance.sourceTitle), at ")
        + Inline(places.joined(separator: "; ")))
    return lines
  }

  private func fieldTable(_ view: EntryView) -> Table {
    var table = Table(
      "Fields of the entry",
      [Table.Column("Field", weight: 0), Table.Column("Value", weight: 5)])
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
