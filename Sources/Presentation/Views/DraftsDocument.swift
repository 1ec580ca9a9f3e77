internal import CaseModel
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
      if !draft.remarks.isEmpty {
        blocks.append(.paragraph(Inline("What is said of the text", .strong)))
        blocks.append(.items(draft.remarks.map { remarkWords($0) }))
      }
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): draft text", blocks)
  }

  private func origin(_ draft: DraftsView.Text) -> Inline {
    var parts = [textWords(draft)]
    if !draft.by.isEmpty { parts.append("written by \(index.running(draft.by))") }
    if !draft.to.isEmpty { parts.append("given to \(index.running(draft.to))") }
    let counts = groups(draft.clauses).map { words, clauses in
      "\(clauses.count) \(clauses[0].status == .alternatives ? "with " : "")\(words)"
    }
    let clauses =
      counts.isEmpty
      ? "None of its clauses is on record"
      : "\(draft.clauses.count.counted("clause")): \(counts.joined(separator: ", "))"
    let words = "\(parts.joined(separator: "; ").capitalisedFirst). \(clauses). "
    return Inline(words) + grounds(draft.evidence, basis: draft.basis)
  }

  /// `5 May 2031, the minister: … (speaks for North, which signed)`
  private func remarkWords(_ remark: DraftsView.Remark) -> Inline {
    let day = remark.said.map { "\($0.words), " } ?? ""
    var line = Inline("\(day)\(index.names(remark.speakers)): \(remark.gist) ")
    if let party = remark.disowns {
      line += Inline(
        "(refused by one who speaks for \(index.running(party)), which signed) ", .warning)
    }
    return line + references([remark.statement])
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
      if let objections = clause.objections { lines.append(objectionWords(objections)) }
      lines += clause.alternativeWords(index).map { other in
        Inline(clause.status == .alternatives ? "or: \(other)" : "instead: \(other)")
      }
      let others = clause.alternatives.flatMap(\.by)
      let by: Inline =
        if !clause.by.isEmpty {
          Inline(index.names(clause.by))
        } else if others.isEmpty, clause.status == .agreed {
          Inline("all whose text it is", .faint)
        } else if others.isEmpty, clause.adopted != nil {
          Inline("with the whole text", .faint)
        } else if others.isEmpty {
          Inline("no one named", .faint)
        } else {
          Inline("each its own", .faint)
        }
      table.rows.append([
        lines,
        [
          Inline(
            clause.statusWords,
            clause.status == .agreed || clause.adopted != nil ? .strong : .plain)
        ], [by], [grounds(clause.evidence, basis: clause.basis)],
      ])
    }
    return table
  }

  /// `Kasria objects [s4]; Velmar takes the rest without it [s5]`
  private func objectionWords(_ objections: [DraftsView.Objection]) -> Inline {
    var line = Inline("")
    for (place, one) in objections.enumerated() {
      line += Inline(place == 0 ? "" : "; ")
      let words = one.takesTheRest ? "takes the rest without it" : "objects"
      line += Inline("\(index.name(one.actor)) \(words) ", .warning)
      line += references([one.statement])
    }
    return line
  }

  /// A clause in brackets stands in them, as in the text itself.
  private func bracketed(_ clause: DraftsView.Clause) -> Inline {
    switch clause.status {
    case .agreed, .provisional, .proposed: Inline(clause.title, .strong)
    case .bracketed, .alternatives, .refusedToDiscuss:
      Inline("[", .warning) + Inline(clause.title, .strong) + Inline("]", .warning)
    }
  }

  /// A line for each clause, and one for each alternative to it.
  package func data(_ view: DraftsView) -> Table {
    var table = Table(
      "",
      [
        "draft", "date", "state", "clause", "title", "about", "status", "by", "alternative",
        "statements",
      ].map { Table.Column($0) })
    for draft in view.drafts {
      let state = draft.signed == nil ? draft.level?.rawValue ?? "" : "signed"
      for clause in draft.clauses {
        func add(
          _ about: String, _ by: [Case.Actor.ID], alternative: String,
          _ statements: [Case.Statement.ID]
        ) {
          table.row(
            Inline(draft.draft.raw), Inline(draft.date?.text ?? ""), Inline(state),
            Inline(clause.clause.raw), Inline(clause.title), Inline(about),
            Inline(clause.status.rawValue), Inline(by.map(\.raw).joined(separator: " ")),
            Inline(alternative), Inline(statements.map(\.raw).joined(separator: " ")))
        }
        add(clause.about ?? "", clause.by, alternative: "", clause.evidence)
        for (place, other) in clause.alternatives.enumerated() {
          add(
            other.text ?? other.answer ?? "", other.by, alternative: "\(place + 1)", other.evidence)
        }
      }
    }
    return table
  }
}
