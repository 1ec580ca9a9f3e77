internal import CaseModel
internal import Foundations
package import StateOfPlay

/// Views as data for spreadsheets: one thing a row, ids and ISO dates, nothing shortened.
extension ViewContext {
  package func data(_ view: PositionsView) -> Table {
    var table = Self.columns(
      "issue", "party", "answer", "title", "stance", "red_line", "contested", "divided",
      "superseded", "told_by_others_only", "newest", "requires", "statements")
    for row in view.rows {
      for cell in row.cells where cell.concerned || !cell.isEmpty {
        if cell.isEmpty {
          table.add(
            [row.issue.raw, cell.party.raw, "", "", "no evidence"] + Array(repeating: "", count: 8))
        }
        if let refusal = cell.refusal {
          table.add(
            [row.issue.raw, cell.party.raw, "", "the issue as a whole", "against"]
              + Array(repeating: "", count: 7) + [Self.list(refusal)])
        }
        for answer in cell.answers {
          table.add([
            row.issue.raw, cell.party.raw, answer.answer, answer.title,
            answer.stances.map(\.rawValue).joined(separator: " "), "\(answer.isRedLine)",
            "\(cell.isContested)", "\(cell.isDivided)", "\(answer.isSuperseded)",
            "\(answer.reportedByOthersOnly)", answer.newest?.text ?? "",
            answer.requirements.filter(\.stands).map { "\($0.kind.rawValue): \($0.step)" }.joined(
              separator: "; "),
            Self.list(answer.decidedBy),
          ])
        }
      }
    }
    return table
  }

  package func data(_ view: DelegationsView) -> Table {
    var table = Self.columns(
      "meeting", "status", "planned", "date", "place", "party", "actor", "name", "rank", "level",
      "head", "absent", "statements")
    for sitting in view.meetings {
      let start = [
        sitting.meeting.raw, sitting.status.rawValue, sitting.planned?.text ?? "",
        sitting.date?.text ?? "", sitting.place ?? "",
      ]
      if sitting.delegations.isEmpty {
        table.add(start + Array(repeating: "", count: 7) + [Self.list(sitting.evidence)])
      }
      for line in sitting.delegations {
        for member in line.members {
          table.add(
            start + [
              line.party.raw, member.actor.raw, member.name, member.rank ?? "",
              member.level?.rawValue ?? "", "\(member.head)", "false", Self.list(member.evidence),
            ])
        }
        for actor in line.absent {
          table.add(
            start + [
              line.party.raw, actor.raw, index.name(actor), "", "", "", "true",
              Self.list(line.evidence),
            ])
        }
      }
    }
    return table
  }

  package func data(_ view: CommitmentsView) -> Table {
    var table = Self.columns(
      "commitment", "what", "strength", "debtors", "creditors", "owed", "each", "done", "agreed",
      "due", "due_words", "until", "status", "status_date", "overdue", "sources", "statements",
      "reports")
    for row in view.rows {
      // Of accounts that differ each amount, and none of them alone.
      let done =
        row.isDisputed
        ? row.accounts.compactMap(\.done).uniqued.joined(separator: "; ") : row.done ?? ""
      table.add([
        row.commitment.raw, row.what, row.strength.rawValue, Self.list(row.debtors),
        Self.list(row.creditors), row.owed ?? "", "\(row.each)", done,
        row.agreed?.text ?? "", row.due.date?.text ?? "", row.due.window ?? row.due.step ?? "",
        row.due.until?.text ?? "",
        row.isDisputed ? "disputed" : row.status?.rawValue ?? "unknown", row.statusDate?.text ?? "",
        row.isOverdue.map { "\($0)" } ?? "", Self.list(row.reporters.map(\.source)),
        Self.list(row.reporters.flatMap(\.statements)),
        Self.list(row.reports.flatMap(\.evidence).uniqued),
      ])
    }
    return table
  }

  package func data(_ view: TimelineView) -> Table {
    var table = Self.columns(
      "date", "earliest", "latest", "kind", "id", "title", "actors", "perhaps_later", "told_later",
      "statements")
    for event in view.events {
      table.add([
        event.date.text, event.date.hasOpenStart ? "" : event.date.earliest.iso,
        event.date.hasOpenEnd ? "" : event.date.latest.iso, event.kind.rawValue, event.id,
        event.title, Self.list(event.actors), "\(event.possiblyLater)", "\(event.reportedLater)",
        Self.list(event.evidence),
      ])
    }
    return table
  }

  package func data(_ view: SourcesView) -> Table {
    var table = Self.columns(
      "source", "publisher", "authors", "title", "published", "kind", "reliability", "text",
      "sha256", "bytes", "statements", "quotes", "proved")
    for row in view.rows {
      table.add([
        row.source.raw, row.publisher?.raw ?? "", Self.list(row.authors), row.title,
        row.published?.text ?? "", row.kind.rawValue, row.reliability?.rawValue ?? "",
        row.text.rawValue, row.sha256 ?? "", row.length.map(String.init) ?? "",
        "\(row.statements)", "\(row.quotes)", row.provedQuotes.map(String.init) ?? "",
      ])
    }
    return table
  }

  /// One line for each breach; an act read so and breached by nothing has a line of its own.
  package func data(_ view: ConstraintsView) -> Table {
    var table = Self.columns(
      "constraint", "title", "holder", "issued", "until", "reading", "reading_title", "forbids",
      "with", "requires", "allows", "since", "held_by", "breach", "date", "words", "statements")
    for act in view.rows {
      for reading in act.readings {
        func words(_ kind: ConstraintsView.Rule.Kind) -> String {
          reading.rules.filter { $0.kind == kind }
            .map { $0.action?.rawValue ?? $0.step ?? "" }.joined(separator: "; ")
        }
        let start = [
          act.constraint.raw, act.title, Self.list(act.holders), act.issued?.text ?? "",
          act.until?.text ?? "", reading.reading.raw, reading.title, words(.forbids),
          Self.list(reading.rules.filter { $0.kind == .forbids }.flatMap(\.with)),
          words(.requires), words(.allows), reading.since?.text ?? "", Self.list(reading.heldBy),
        ]
        if reading.breaches.isEmpty {
          table.add(start + ["", "", "", Self.list(reading.evidence)])
        }
        for breach in reading.breaches {
          table.add(
            start + [
              breach.kind.rawValue, breach.date?.text ?? "", breach.words,
              Self.list(breach.statements),
            ])
        }
      }
    }
    return table
  }

  package func data(_ view: ContradictionsView) -> Table {
    var table = Self.columns(
      "group", "kind", "issue", "actor", "answer", "act", "denied", "statement", "speakers",
      "source",
      "said", "doubted", "verdict", "verdict_by", "verdict_entered", "reason", "taken")
    let groups = view.groups.map { ($0.kind.rawValue, $0) } + view.variants.map { ("variant", $0) }
    for (number, (kind, group)) in groups.enumerated() {
      for side in group.sides {
        for reporter in side.statements {
          table.add([
            "\(number + 1)", kind, group.issue?.raw ?? group.commitment?.raw ?? "",
            group.actor?.raw ?? "", side.answer, side.act?.rawValue ?? "", "\(side.isDenied)",
            reporter.statement.raw, Self.list(reporter.speakers), reporter.source.raw,
            reporter.said?.text ?? "", "\(reporter.isDoubted)", group.verdict.rawValue,
            group.verdictBy?.raw ?? "", group.verdictEntered?.text ?? "", group.reason ?? "",
            group.taken.map { "\($0.contains(reporter.statement))" } ?? "",
          ])
        }
      }
    }
    return table
  }

  package func data(_ view: StabilityView) -> Table {
    var table = Self.columns(
      "conflict", "state", "title", "outcome", "status_quo", "decision_maker", "concept", "stable",
      "equilibrium", "share_of_draws", "moves_from_status_quo")
    for state in view.states {
      for line in state.stable {
        for concept in view.concepts {
          table.add([
            view.conflict.raw, state.pattern, state.title ?? "", state.words,
            "\(state.isStatusQuo)",
            line.decisionMaker, concept, "\(line.concepts.contains(concept))",
            "\(state.equilibrium.contains(concept))",
            view.share(of: state.pattern, concept).map { "\($0)" } ?? "",
            state.path.map { "\($0.count)" } ?? "",
          ])
        }
      }
    }
    return table
  }

  static func columns(_ names: String...) -> Table {
    Table("", names.map { Table.Column($0) })
  }

  static func list<Owner>(_ ids: [EntryID<Owner>]) -> String {
    ids.map(\.raw).joined(separator: " ")
  }
}

extension Table {
  mutating func add(_ cells: [String]) { rows.append(cells.map { [Inline($0)] }) }
}
