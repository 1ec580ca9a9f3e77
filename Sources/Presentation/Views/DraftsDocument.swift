package import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// Each draft with its clauses, agreed ones first to see, brackets with who sets them.
  package func document(_ view: DraftsView) -> Document {
    var blocks = opening
    if view.drafts.isEmpty { blocks.append(.paragraph("No text under negotiation is on record.")) }
    for draft in view.drafts {
      blocks.append(.heading(draft.title))
      blocks.append(.paragraph(origin(draft)))
      blocks.append(.table(clauseTable(draft)))
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): draft text", blocks)
  }

  private func origin(_ draft: DraftsView.Text) -> Inline {
    var parts = [draft.date?.words ?? "undated"]
    if draft.perhapsLater { parts.append("perhaps later than the as-of date") }
    if !draft.by.isEmpty { parts.append("written by \(index.names(draft.by))") }
    if !draft.to.isEmpty { parts.append("given to \(index.names(draft.to))") }
    let counts = Case.Draft.BracketStatus.allCases.compactMap { status -> String? in
      let count = draft.clauses.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.words)"
    }
    let clauses =
      counts.isEmpty
      ? "None of its clauses is on record"
      : "\(draft.clauses.count.counted("clause")): \(counts.joined(separator: ", "))"
    let words = "\(parts.joined(separator: "; ").capitalisedFirst). \(clauses). "
    return Inline(words) + grounds(draft.evidence, basis: draft.basis)
  }

  private func clauseTable(_ draft: DraftsView.Text) -> Table {
    var table = Table(
      "Clause by clause",
      [
        Table.Column("Clause", weight: 3), Table.Column("How far agreed", weight: 2),
        Table.Column("By"), Table.Column("Evidence"),
      ])
    table.emptyWords = "No clause is on record."
    for clause in draft.clauses {
      var lines = [bracketed(clause)]
      if let about = clause.about, about != clause.title { lines.append(Inline(about, .faint)) }
      table.rows.append([
        lines, [Inline(clause.status.words, clause.status == .agreed ? .strong : .plain)],
        [clause.by.isEmpty ? Inline("no one named", .faint) : Inline(index.names(clause.by))],
        [grounds(clause.evidence, basis: clause.basis)],
      ])
    }
    return table
  }

  /// A clause in brackets stands in them, as in the text itself.
  private func bracketed(_ clause: DraftsView.Clause) -> Inline {
    switch clause.status {
    case .agreed, .provisional: Inline(clause.title, .strong)
    case .bracketed, .alternatives, .refusedToDiscuss:
      Inline("[", .warning) + Inline(clause.title, .strong) + Inline("]", .warning)
    }
  }

  package func data(_ view: DraftsView) -> Table {
    var table = Table(
      "",
      ["draft", "date", "clause", "title", "about", "status", "by", "statements"].map {
        Table.Column($0)
      })
    for draft in view.drafts {
      for clause in draft.clauses {
        table.row(
          Inline(draft.draft.raw), Inline(draft.date?.text ?? ""), Inline(clause.clause.raw),
          Inline(clause.title), Inline(clause.about ?? ""), Inline(clause.status.rawValue),
          Inline(clause.by.map(\.raw).joined(separator: " ")),
          Inline(clause.evidence.map(\.raw).joined(separator: " ")))
      }
    }
    return table
  }
}

extension Case.Draft.BracketStatus {
  package var words: String {
    switch self {
    case .agreed: "agreed"
    case .provisional: "provisionally agreed"
    case .bracketed: "in brackets"
    case .alternatives: "alternatives"
    case .refusedToDiscuss: "refused to discuss"
    }
  }
}
