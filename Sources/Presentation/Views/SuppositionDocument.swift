internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// What would follow if a party accepted an answer, tool by tool, the answer first.
  package func document(_ view: SuppositionView) -> Document {
    let party = index.name(view.party)
    let issue = index.issue(view.issue)
    let answer = issue?.options.first { $0.id.raw == view.option }?.title ?? view.title
    var document = Document("Suppose \(party) accepted: \(answer)")
    document.kicker = Inline(issue?.title ?? view.issue.raw, to: .entry(.issues, view.issue.raw))
    document.blocks =
      opening + [
        .paragraph(
          Inline("Hypothetical. ", .strong)
            + Inline("Nothing in the record says that \(party) does; the case is not changed.")),
        .slot("question"),
        .table(summary(view, party, answer)),
      ]
    document.blocks += blocks(view.convergence, of: view.issue)
    for settlement in view.settlements {
      document.blocks += blocks(settlement, view, party, answer)
    }
    document.blocks += blocks(
      view.preconditions, met: "Met by \(index.running(view.party))",
      none:
        "No condition in force depends on this, and \(index.running(view.party)) sets none for it.")
    for conflict in view.conflicts { document.blocks += blocks(conflict) }
    document.blocks.append(.rule(SuppositionView.rule))
    document.blocks.append(.remark(footer))
    return document
  }

  /// What would follow if a step were taken or a condition given up, the answer first.
  package func document(_ view: StepSuppositionView) -> Document {
    let what =
      view.condition.map { "\(index.name($0.holder)) gave up this condition: \($0.sentence)" }
      ?? "this had been done: \(view.step?.title ?? "")"
    var document = Document("Suppose \(what)")
    let conditions = view.preconditions
    var table = Table(
      "Now, and if so",
      [
        Table.Column("Question", weight: 2), Table.Column("Now", weight: 3),
        Table.Column("If so", weight: 3),
      ])
    table.row(
      Inline("Deadlocks"), Inline("\(conditions.deadlocksBefore)"),
      Inline("\(conditions.deadlocksAfter)"))
    let touched = conditions.met.count + conditions.dropped.count
    table.row(
      Inline("Conditions in force that it concerns"), Inline("\(touched)"),
      Inline(touched == 0 ? "0" : view.step == nil ? "given up" : "met"))
    table.row(
      Inline("Steps that nothing else holds back"), Inline("—"),
      Inline(
        conditions.freed.isEmpty ? "none" : conditions.freed.map { "“\($0)”" }.listed()))
    document.blocks =
      opening + [
        .paragraph(
          Inline("Hypothetical. ", .strong)
            + Inline("Nothing in the record says so; the case is not changed.")),
        .slot("question"), .table(table),
      ]
    document.blocks += blocks(
      conditions, met: "Met", none: "No condition in force depends on this.")
    document.blocks.append(.remark(footer))
    return document
  }

  private func summary(_ view: SuppositionView, _ party: String, _ answer: String) -> Table {
    var table = Table(
      "Now, and if \(party) accepted “\(answer)”",
      [
        Table.Column("Question", weight: 2), Table.Column("Now", weight: 3),
        Table.Column("If accepted", weight: 3),
      ])
    for change in view.convergence {
      table.row(
        Inline(change.issue == view.issue ? "How near the parties are" : change.title),
        nearness(change.before), nearness(change.after))
    }
    for settlement in view.settlements {
      table.row(
        Inline("Possible agreements: \(settlement.before.title)"),
        Inline(acceptance(settlement.before).capitalisedFirst),
        Inline(acceptance(settlement.after).capitalisedFirst))
    }
    if view.settlements.isEmpty {
      table.row(
        Inline("Possible agreements"),
        Inline("No scenario has both \(index.running(view.party)) and this answer", .faint),
        Inline("—"))
    }
    let conditions = view.preconditions
    table.row(
      Inline("Deadlocks"), Inline("\(conditions.deadlocksBefore)"),
      Inline("\(conditions.deadlocksAfter)"))
    for conflict in view.conflicts {
      let (gained, lost) = (conflict.result.gained.count, conflict.result.lost.count)
      table.row(
        Inline("Stable outcomes: \(conflict.title)"), Inline("as modelled"),
        Inline(
          gained + lost == 0
            ? "the same outcomes would hold"
            : "\(gained) more would hold, \(lost) no longer"))
    }
    if view.conflicts.isEmpty {
      table.row(
        Inline("Stable outcomes"),
        Inline("No conflict model has both \(index.running(view.party)) and this answer", .faint),
        Inline("—"))
    }
    return table
  }

  private func nearness(_ line: SuppositionView.IssueChange.Nearness) -> Inline {
    let words = nearnessWords(line).capitalisedFirst
    return line.answers.isEmpty
      ? Inline(words) : Inline("\(words): ") + Inline(line.answers.map { "“\($0)”" }.listed())
  }

  /// `agreed among those who have spoken, with no statement from West`
  private func nearnessWords(_ line: SuppositionView.IssueChange.Nearness) -> String {
    if line.silent.isEmpty { return line.state.words }
    let silence = "with no statement from \(index.running(line.silent))"
    return line.state == .noEvidence
      ? "\(line.state.words), \(silence)"
      : "\(line.state.words) among those who have spoken, \(silence)"
  }

  /// `go from “apart” to “agreed”`; where the words are the same, the answers are not.
  private func changeWords(
    _ before: SuppositionView.IssueChange.Nearness, _ after: SuppositionView.IssueChange.Nearness
  ) -> String {
    let (old, new) = (nearnessWords(before), nearnessWords(after))
    func answers(_ line: SuppositionView.IssueChange.Nearness) -> String {
      line.answers.map { "“\($0)”" }.listed()
    }
    if old != new {
      let isSame = before.answers == after.answers && !after.answers.isEmpty
      return "go from “\(old)” to “\(new)”\(isSame ? ", still on \(answers(after))" : "")"
    }
    if after.answers.isEmpty { return "still be “\(new)”, no longer on \(answers(before))" }
    let instead = before.answers.isEmpty ? "" : " in place of \(answers(before))"
    return "still be “\(new)”, now on \(answers(after))\(instead)"
  }

  /// Where the acceptance would leave the parties, the issue itself first.
  private func blocks(
    _ changes: [SuppositionView.IssueChange], of issue: Case.Issue.ID
  ) -> [Document.Block] {
    guard let own = changes.first(where: { $0.issue == issue }) else { return [] }
    let words =
      own.before == own.after
      ? "On “\(own.title)” nothing would change: \(nearnessWords(own.before))."
      : "“\(own.title)” would \(changeWords(own.before, own.after))."
    return [
      .heading("How near the parties would be"),
      .paragraph(Inline(words, .strong)),
      .paragraph(
        Inline(
          "Open in Convergence",
          to: .asking([.init("issue", issue.raw)], of: ConvergenceView.declaration.name))),
    ]
  }

  private func blocks(
    _ line: SuppositionView.Settlement, _ view: SuppositionView, _ party: String, _ answer: String
  ) -> [Document.Block] {
    var blocks: [Document.Block] = [
      .heading("Possible agreements: \(line.before.title)"),
      .paragraph(
        Inline("If every package held “\(answer)”, ")
          + Inline("\(acceptance(line.after)). ", .strong)
          + Inline("In the scenario as it is, \(acceptance(line.before)).")),
    ]
    if !line.givenUp.isEmpty {
      blocks.append(
        .paragraph(
          Inline(
            "\(party) would give up \(line.givenUp.count == 1 ? "its red line" : "these red lines"): \(line.givenUp.map { "“\($0.words)”" }.joined(separator: ", "))."
          )))
    }
    if let point = line.after.points.first(where: { $0.solution == .nash })
      ?? line.after.points.first,
      let package = line.after.packages.first(where: { point.packages.contains($0.key) })
    {
      let parts = zip(line.after.issues, package.options).map { issue, option in
        "\(issue.title): \(issue.options.first { $0.id == option }?.title ?? option)"
      }
      blocks.append(
        .paragraph(
          Inline("\(point.solution.title.capitalisedFirst) would then be: ", .strong)
            + Inline(parts.joined(separator: "; ") + ".")))
    }
    let settings = line.givenUp.map { Link.Asked("set.\($0.id)", "off") }
    blocks.append(
      .paragraph(
        Inline(
          "Open in Settlement",
          to: .asking(
            [
              .init("scenario", line.before.scenario.raw),
              .init("choose.\(line.issueName)", line.optionName),
            ]
              + settings, of: SettlementView.declaration.name))))
    return blocks
  }

  /// - Parameters:
  ///   - met: how it would be met, as "Met by Ukraine".
  ///   - none: what is said where no condition is touched.
  private func blocks(
    _ line: SuppositionView.Preconditions, met: String, none: String
  ) -> [Document.Block] {
    var blocks: [Document.Block] = [.heading("Preconditions")]
    guard !line.met.isEmpty || !line.dropped.isEmpty else {
      return blocks + [.paragraph(Inline(none))]
    }
    let opened = line.deadlocksBefore - line.deadlocksAfter
    blocks.append(
      .paragraph(
        Inline(
          opened > 0
            ? "\(opened.counted("deadlock")) of \(line.deadlocksBefore) would be resolved."
            : line.deadlocksBefore == 0
              ? "There is no deadlock to resolve." : "No deadlock would be resolved.",
          .strong)))
    func items(_ ids: [Int], _ words: String) -> [Inline] {
      ids.map { Inline("\(words): ", .faint) + Inline(line.sentences[$0] ?? "condition \($0)") }
    }
    blocks.append(
      .items(
        items(line.met, met) + items(line.dropped, "No longer set")
          + line.freed.map { Inline("Nothing on record would hold back: ", .faint) + Inline($0) }))
    let waived = (line.met + line.dropped).map { Link.Asked("without", String($0)) }
    blocks.append(
      .paragraph(
        Inline(
          "Open in Preconditions",
          to: .asking(waived, of: PreconditionsView.declaration.name))))
    return blocks
  }

  private func blocks(_ line: SuppositionView.Conflict) -> [Document.Block] {
    func lines(_ lines: [StabilityView.WhatIf.Line], _ verb: String) -> [Inline] {
      lines.map {
        Inline("\(verb): ", .faint) + Inline($0.words)
          + Inline(" (\($0.concepts.joined(separator: ", ")))", .faint)
      }
    }
    let items =
      lines(line.result.gained, "Would now hold") + lines(line.result.lost, "Would no longer hold")
    return [
      .heading("Stable outcomes: \(line.title)"),
      .paragraph(Inline("Suppose that \(line.result.changes.joined(separator: ", and that ")).")),
      items.isEmpty ? .paragraph("The same outcomes would hold.") : .items(items),
      .paragraph(
        Inline(
          "Open in Stability",
          to: .asking(
            [
              .init("conflict", line.conflict.raw), .init("maker", line.maker),
              .init("wants", line.option),
            ], of: StabilityView.declaration.name))),
    ]
  }
}
