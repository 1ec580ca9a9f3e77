package import CaseModel
package import StateOfPlay
internal import Foundations

extension ViewContext {
  /// Entries with their provenance, each under a heading where there are several.
  ///
  /// - Parameter speakers: of what was said, whose words alone are listed; all where empty.
  package func document(_ views: [EntryView], speakers: [Case.Actor.ID] = []) -> Document {
    var blocks = opening
    for view in views {
      if views.count > 1 {
        blocks.append(.heading("\(view.section.noun.capitalisedFirst) \(view.id)"))
      }
      blocks += entryBlocks(view, speakers)
    }
    blocks.append(.remark(footer))
    let title =
      views.count == 1
      ? title(of: views[0])
      : views.first?.id ?? ""
    return Document(title, blocks)
  }

  /// What a person knows the entry by, for the top and the foot of a printed page.
  private func title(of view: EntryView) -> String {
    guard view.section == .statements, let citation = citation(view.id) else {
      return "\(view.section.noun.capitalisedFirst): \(view.title)"
    }
    return "\(citation.said): \(view.title)"
  }

  private func entryBlocks(
    _ view: EntryView, _ speakers: [Case.Actor.ID]
  ) -> [Document.Block] {
    var blocks = summary(view)
    if let provenance = view.statement,
      let statement = index.statement(Case.Statement.ID(view.id))
    {
      var card = card(statement, provenance)
      card.place = []
      blocks.append(.card(card))
      blocks.append(.heading("Interpretation"))
      blocks.append(.items(readings(statement, provenance)))
      blocks.append(
        .folded(
          "Place in the text",
          [
            .items(
              provenance.spans.map { span in
                Inline("\(provenance.source), \(provenance.sourceTitle): \(span.words)")
              })
          ]))
    }
    blocks.append(.slot("standing"))
    if view.section == .actors || view.section == .issues {
      blocks += EntryUses(view, speakers: speakers, self).blocks
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
    if view.section != .actors, view.section != .issues {
      blocks += EntryUses(view, speakers: speakers, self).blocks
    }
    blocks.append(.folded("Entry as recorded", [.table(fieldTable(view))]))
    blocks.append(.slot("history"))
    return blocks
  }

  /// What a person wants to know of an actor or an issue first.
  private func summary(_ view: EntryView) -> [Document.Block] {
    switch view.section {
    case .actors:
      guard let actor = index.actor(Case.Actor.ID(view.id)) else { return [] }
      var lines: [Inline] = []
      for link in actor.speaksFor where !isLater(link.from) {
        let end = isLater(link.to) ? nil : link.to
        let days = [link.from.map { "from \($0.words)" }, end.map { "to \($0.words)" }]
          .compactMap(\.self).joined(separator: " ")
        lines.append(
          Inline("Speaks for ")
            + Inline(index.name(link.actor), to: .entry(.actors, link.actor.raw))
            + Inline(days.isEmpty ? "" : ", \(days)"))
      }
      let others = actor.aliases.filter { $0 != actor.name }
      if !others.isEmpty { lines.append(Inline("Also called \(others.joined(separator: ", "))")) }
      return lines.isEmpty ? [] : [.items(lines)]
    case .issues:
      guard let issue = index.issue(Case.Issue.ID(view.id)), !issue.options.isEmpty else {
        return []
      }
      return [
        .paragraph(
          Inline("Options considered: ", .strong)
            + Inline(issue.options.map(\.title).joined(separator: "; ") + "."))
      ]
    default: return []
    }
  }

  private func isLater(_ date: EDTFDate?) -> Bool {
    guard let asOf = lens.asOf, let date else { return false }
    return date.isLater(than: asOf)
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
      var line = Inline("About ") + Inline(about, .strong)
      if let stance = provenance.stance {
        let words = isOfFact(statement) ? stance.wordsOfFact : stance.words
        line += Inline(" — read as \(stance.glyph) \(words)")
      }
      lines.append(line)
    }
    for requirement in statement.requires {
      if requirement.kind == .trigger {
        let isThreat = statement.act == .threaten
        let words = requirement.occasionWords(index)
        lines.append(Inline("\(isThreat ? "Threatened" : "Follows") if: \(words)"))
        continue
      }
      let day = requirement.due.map { ", \($0.value.dueWords)" } ?? ""
      lines.append(Inline("Requires: \(requirement.step.title(index))\(day)"))
    }
    for reading in provenance.readings {
      lines.append(
        Inline("In ")
          + Inline(
            "\(index.name(reading.party).possessive) position",
            to: .cell(reading.issue, reading.party))
          + Inline(": ") + Inline(reading.role.words, .strong)
          + Inline(", as \(reading.role.reason) ")
          + Inline("(\(reading.directness.words))", .faint))
    }
    if let silent = speakersForNone(statement) {
      lines.append(
        Inline("Counts for no party: ", .warning)
          + Inline(
            "\(index.names(silent)) \(silent.count == 1 ? "speaks" : "speak") for none on record; say for whom under “Speaks for” of the actor"
          ))
    }
    lines.append(
      Inline(
        "Said \(provenance.said?.words ?? "at an unknown date"), according to \(provenance.saidFrom)"
      )
        + Inline(provenance.told.map { "; published \($0.words)" } ?? ""))
    return lines
  }

  /// The speakers of words on something negotiable where none is a party or speaks for one; nil
  /// where one does, and where no position is taken.
  private func speakersForNone(_ statement: Case.Statement) -> [Case.Actor.ID]? {
    guard
      statement.about?.issues.contains(where: { index.issue($0)?.kind == .negotiable }) ?? false,
      statement.act != .assess, statement.act != .state, !statement.speaker.isEmpty
    else { return nil }
    let voices = statement.speaker.flatMap {
      index.spokenFor(by: $0, on: index.said(statement)) + (index.actor($0)?.partOf ?? [])
    }
    return Set(voices).isDisjoint(with: index.theCase.header.parties) ? statement.speaker : nil
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
  package var words: String {
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
