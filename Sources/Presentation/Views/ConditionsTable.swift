internal import CaseModel
internal import Foundations
package import StateOfPlay

/// The parts of the note on preconditions that stand apart from circles, and the table of all.
extension ViewContext {
  func blockedBlocks(_ view: PreconditionsView) -> [Document.Block] {
    guard !view.blocked.isEmpty else { return [] }
    var blocks: [Document.Block] = [
      .heading("Blocked: waiting for a step that is rejected or has failed")
    ]
    for blocked in view.blocked {
      var line = Inline("“\(stepTitle(blocked.step, view))”", .strong)
      for (position, rejection) in blocked.rejections.enumerated() {
        line += Inline(
          "\(position == 0 ? ", which" : " and") \(index.name(rejection.party)) rejects"
            + (rejection.reportedByOthersOnly ? ", as others report, " : " "))
        line += references(rejection.statements)
      }
      line += failureWords(blocked, view)
      blocks.append(.paragraph(line))
      blocks.append(
        .items(
          blocked.chains.map { chain in
            chain.compactMap { view.edge($0) }.enumerated().map { position, edge in
              Inline((position > 0 ? "; " : "") + edge.sentence + " ")
                + references(edge.statements)
            }.reduce(Inline(""), +)
          }))
    }
    return blocks
  }

  /// `, which failed on 8 January 2025 [v]`; empty where it is only rejected.
  func failureWords(_ blocked: PreconditionsView.Blocked, _ view: PreconditionsView) -> Inline {
    guard let failure = blocked.failure, blocked.rejections.isEmpty else { return Inline("") }
    // A vote failed by itself; an option, because another was carried out.
    let words =
      view.step(blocked.step)?.kind != .settled
      ? ", which failed" + (failure.date.map { " (\($0.words)) " } ?? " ")
      : ", overtaken: \(failure.words)" + (failure.date.map { ", \($0.words) " } ?? " ")
    return Inline(words) + grounds(failure.evidence, basis: failure.basis, limit: 3)
  }

  /// Conditions in force that someone rejects as such, with who does.
  func rejectedLines(
    _ view: PreconditionsView, without named: Set<PreconditionsView.EdgeID> = []
  ) -> [Inline] {
    view.edges.filter {
      $0.state.stands && $0.kind != .trigger && !$0.rejections.isEmpty && !named.contains($0.id)
    }.map { edge in
      Inline("\(edge.sentence), a condition that ")
        + Inline(index.names(edge.rejections.map(\.party)))
        + Inline(edge.rejections.count == 1 ? " rejects " : " reject ")
        + references(edge.rejections.flatMap(\.statements), limit: 3)
    }
  }

  func rejectedBlocks(_ view: PreconditionsView) -> [Document.Block] {
    let lines = rejectedLines(view)
    return lines.isEmpty ? [] : [.heading("Conditions that are rejected"), .items(lines)]
  }

  func standoffBlocks(_ view: PreconditionsView) -> [Document.Block] {
    guard !view.standoffs.isEmpty else { return [] }
    return [
      .heading("Stand-offs: each waits for the other's move"),
      .items(
        view.standoffs.map { standoff in
          Inline("“\(stepTitle(standoff.step, view))”", .strong)
            + Inline(": \(standoff.sentence) ") + references(statements(standoff.edges, view))
        }),
    ]
  }

  func triggerBlocks(_ view: PreconditionsView) -> [Document.Block] {
    let triggers = view.edges.filter { $0.kind == .trigger }
    guard !triggers.isEmpty else { return [] }
    // Those who say the same together.
    var groups: [(start: String, edges: [PreconditionsView.Edge])] = []
    for edge in triggers {
      let start = edge.announcement ?? ""
      if let place = groups.firstIndex(where: {
        $0.start == start && $0.edges[0].state == edge.state
          && $0.edges[0].statements == edge.statements
      }) {
        groups[place].edges.append(edge)
      } else {
        groups.append((start, [edge]))
      }
    }
    return [
      .heading("Threats and offers"),
      .items(
        groups.map { group in
          let edge = group.edges[0]
          var line = Inline("\(group.start)\(group.edges.map { holderWords($0) }.listed()) ")
          line += references(edge.statements)
          if let closing = edge.closing {
            line += Inline(" — \(closingWords(closing)) ", .warning)
            line += references(closing.statements, limit: 2)
          } else if !edge.state.stands {
            line += Inline(" — \(edge.state.words)", .warning)
          }
          if let setOff = edge.setOff {
            line += Inline(" — triggered: \(takenWords(setOff)) ", .warning)
            line += references(setOff.evidence)
          } else if let day = edge.dayPassed {
            line += Inline(" — \(dayPassedWords(day))", .warning)
          }
          return line
        }),
    ]
  }

  /// Of a threat for the case that something does not come about by a day.
  func dayPassedWords(_ day: EDTFDate) -> String {
    "the day (\(day.words)) has passed, and no report says whether it came about: it may be triggered"
  }

  func conditionsTable(_ view: PreconditionsView) -> Table {
    var table = Table(
      "Conditions, in the order in which they were recorded",
      [
        Table.Column("Condition", weight: 4), Table.Column("State", weight: 3),
        Table.Column("Known from", weight: 2), Table.Column("Evidence"),
      ])
    table.emptyWords = "No condition is on record."
    for edge in view.edges {
      var grounds = [references(edge.statements, limit: 3)]
      if let said = edge.grounds.first?.said { grounds.append(Inline(said.words, .faint)) }
      if edge.grounds.contains(where: \.reportedLater) {
        grounds.append(Inline("reported later", .faint))
      }
      var what = [Inline(edge.sentence)]
      if edge.isImplied { what.append(Inline("implied by other conditions", .faint)) }
      table.rows.append([
        what, stateLines(edge, view), [Inline(knownWords(edge.known))], grounds,
      ])
    }
    return table
  }

  private func stateLines(
    _ edge: PreconditionsView.Edge, _ view: PreconditionsView
  ) -> [Inline] {
    var lines: [Inline] = []
    if let closing = edge.closing {
      lines.append(
        Inline("\(closingWords(closing)) ", .warning)
          + (closing.statements.isEmpty && closing.basis == nil
            ? Inline("") : grounds(closing.statements, basis: closing.basis)))
    } else {
      lines.append(Inline(edge.state.words, edge.state.stands ? .plain : .warning))
    }
    if let denied = edge.denied {
      lines.append(
        Inline("\(deniedWords(denied)) ", .warning) + references(denied.map(\.statement), limit: 2))
    }
    for drop in edge.drops where drop.effect == .marks {
      lines.append(Inline("dropped, says \(names(drop.by)) ") + references([drop.statement]))
    }
    for rejection in edge.rejections {
      lines.append(
        Inline("rejected by \(index.running(rejection.party)) ", .warning)
          + references(rejection.statements, limit: 2))
    }
    if let met = edge.metBefore {
      lines.append(
        Inline("met\(met.date.map { " \($0.words)" } ?? ""), and undone since ", .warning)
          + references(met.evidence, limit: 2))
    }
    guard edge.state.stands, edge.kind != .trigger, let step = view.step(edge.awaited) else {
      return lines
    }
    if let promise = step.promise {
      lines.append(
        Inline("required step: \(promiseWords(promise)) ") + references(promise.evidence))
    }
    if step.state == .blocked || step.state == .ended {
      lines.append(Inline("required step is \(step.state.words)", .warning))
    }
    return lines
  }

  private func takenWords(_ taken: PreconditionsView.Taken) -> String {
    let through = taken.through.isEmpty ? "" : " in another wording"
    return taken.words + through + (taken.date.map { ", \($0.words)" } ?? "")
  }

  private func knownWords(_ known: PreconditionsView.Known) -> String {
    switch known.kind {
    case .ownWord: "own word"
    case .told: "reported by \(names(known.by))"
    case .inferred: "inferred by \(names(known.by))"
    }
  }

  /// One condition a row.
  package func data(_ view: PreconditionsView) -> Table {
    let names = [
      "edge", "holder", "kind", "step", "awaited", "trigger_party", "trigger_stance", "state",
      "known", "known_by", "said", "implied", "deadlock", "sentence", "statements", "closed_by",
      "dropped_by", "set_off_by",
    ]
    var table = Table("", names.map { Table.Column($0) })
    for edge in view.edges {
      let deadlock = view.deadlocks.firstIndex { $0.edges.contains(edge.id) }
      let cells: [String] = [
        "\(edge.id)", edge.holder.raw, edge.kind.rawValue, edge.step, edge.awaited,
        edge.party?.raw ?? "", edge.stance?.rawValue ?? "",
        edge.state == .closed ? edge.closing?.reason.rawValue ?? "closed" : edge.state.rawValue,
        edge.known.kind.rawValue, edge.known.by.map(\.raw).joined(separator: " "),
        edge.grounds.first?.said?.text ?? "", "\(edge.isImplied)",
        deadlock.map { "\($0 + 1)" } ?? "", edge.sentence, list(edge.statements),
        list(edge.closing?.statements ?? []),
        list(edge.drops.filter { $0.effect != .none }.map(\.statement)),
        list(edge.setOff?.evidence ?? []),
      ]
      table.rows.append(cells.map { [Inline($0)] })
    }
    return table
  }

  private func list(_ ids: [Case.Statement.ID]) -> String {
    ids.map(\.raw).joined(separator: " ")
  }
}

extension PreconditionsView.State {
  package var words: String {
    switch self {
    case .standing: "standing"
    case .droppedAsOthersSay: "standing, reported by others as dropped"
    case .fulfilled: "fulfilled"
    case .overtaken: "done without it"
    case .closed: "withdrawn, replaced or lapsed"
    case .contradicted: "reported by others, not in the party's own words"
    case .waived: "given up hypothetically"
    case .doubted: "doubted, not counted"
    case .possiblyLater: "perhaps later than the as-of date"
    }
  }
}
