package import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  package func document(_ view: CommitmentsView) -> Document {
    var blocks = opening
    blocks.append(.table(commitmentsTable(view)))
    blocks += unenteredBlocks(view)
    blocks += findingBlocks(view)
    let reported = view.rows.filter { !$0.reports.isEmpty }
    for row in reported {
      blocks.append(.heading("Reports on: \(row.what) (\(index.running(row.debtors)))"))
      blocks.append(
        .items(
          row.reports.map { report in
            let speakers = report.evidence.flatMap { index.statement($0)?.speaker ?? [] }
              .reduce(into: [Case.Actor.ID]()) { if !$0.contains($1) { $0.append($1) } }
            // What no one had said by the as-of date is marked, even where the day of saying is not known.
            let given =
              report.reportedLater
              ? report.given.map { "reported only on \($0.words)" } ?? "reported later"
              : report.given.flatMap { given in report.date.map { saidWords(given, of: $0) } }
            let parts = [
              report.date?.words ?? "undated",
              given.flatMap { $0.isEmpty ? nil : $0 },
              speakers.isEmpty ? nil : "according to \(index.running(speakers))",
              report.level?.wordsOnScale,
              report.done.map { "\($0) done" },
              report.note,
            ]
            return Inline(parts.compactMap { $0 }.joined(separator: " · ") + " ")
              + grounds(report.evidence, basis: report.basis)
          }))
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): commitments", blocks)
  }

  func commitmentsTable(_ view: CommitmentsView) -> Table {
    var table = Table(
      "Who owes what to whom, and how far it is carried out",
      [
        Table.Column("What", weight: 3), Table.Column("Strength"),
        Table.Column("Who to whom", weight: 2),
        Table.Column("Due", weight: 2), Table.Column("State", weight: 2),
        Table.Column("Reported by", weight: 2),
      ])
    table.emptyWords = "No commitment is on record."
    for row in view.rows {
      var what = Inline(row.what, to: .entry(.commitments, row.commitment.raw))
      if let owed = row.owed { what += Inline(", \(owed)\(row.each ? " each" : "")", .strong) }
      if let agreed = row.agreed { what += Inline(" (\(agreed.words))", .faint) }
      var state = statusLines(row)
      if let done = row.done, row.accounts.allSatisfy({ $0.done == nil }) {
        state.append(Inline("\(done) done"))
      }
      if row.isOverdue == true { state.append(Inline("overdue", .warning)) }
      if let words = lateWords(row) { state.append(Inline(words, .warning)) }
      table.rows.append([
        [what], [Inline(row.strength.words)],
        [
          Inline(
            "\(index.names(row.debtors))\(row.creditors.isEmpty ? "" : " to \(index.running(row.creditors))")"
          )
        ],
        [Inline(dueWords(row.due))] + row.waitsFor.map { waitingWords($0) }, state,
        [row.reporters.isEmpty ? grounds([], basis: row.basis) : reporters(row.reporters)],
      ])
    }
    return table
  }

  /// By whose account it stands how.
  private func statusLines(_ row: CommitmentsView.Line) -> [Inline] {
    guard !row.accounts.isEmpty else { return [Inline("unknown", .faint)] }
    var lines: [Inline] = row.isDisputed ? [Inline("disputed", .warning)] : []
    if row.isBrokenBefore { lines.append(Inline("broken, and kept since", .warning)) }
    for account in row.shownAccounts {
      let words = Inline("\(accountWords([account])) ") + references(account.evidence, limit: 2)
      // A joint report is one line.
      let joint = row.shownAccounts.filter {
        $0.evidence == account.evidence && $0.level == account.level
      }
      if joint.count > 1 {
        if joint.first == account {
          lines.append(Inline("\(accountWords(joint)) ") + references(account.evidence, limit: 2))
        }
      } else {
        lines.append(words)
      }
    }
    return lines
  }

  package static let unenteredTitle = "Promised in statements, and not entered as commitments"

  /// Promises of which no one has entered what is owed to whom, and by when.
  private func unenteredBlocks(_ view: CommitmentsView) -> [Document.Block] {
    guard !view.unentered.isEmpty else { return [] }
    return [
      .heading(Self.unenteredTitle),
      .items(
        view.unentered.compactMap { index.statement($0) }.map { statement in
          let due = statement.due.map { ", due \($0.value.words)" } ?? ""
          return Inline("\(statement.gist)\(due) ")
            + references([statement.id])
        }),
    ]
  }

  /// What is wrong with promises taken together.
  func findingBlocks(_ view: CommitmentsView) -> [Document.Block] {
    guard !view.findings.isEmpty else { return [] }
    return [
      .heading("Promises that cannot be kept as made"),
      .items(
        view.findings.map { finding in
          Inline("\(finding.kind.words): ".capitalisedFirst, .strong) + Inline("\(finding.words) ")
            + references(finding.evidence, limit: 6)
        }),
    ]
  }

  private func reporters(_ reporters: [CommitmentsView.Reporter]) -> Inline {
    var line = Inline("")
    for (position, reporter) in reporters.enumerated() {
      line += Inline("\(position > 0 ? " " : "")\(sourceName(reporter.source)) ")
      line += references(reporter.statements, limit: 2)
    }
    return line
  }

  /// `only if “The members approve the pact”, which failed on 8 January 2025`
  /// - Parameter ending: what stands between the words and the evidence.
  func waitingWords(_ waiting: CommitmentsView.Waiting, ending: String = " ") -> Inline {
    var words = "only if “\(waiting.step)”"
    if waiting.hasFailed {
      words += ", which failed" + (waiting.failed.map { " (\($0.words))" } ?? "")
    }
    let end = waiting.evidence.isEmpty ? ending : " "
    return Inline(words + end, waiting.hasFailed ? .warning : .plain)
      + references(waiting.evidence, limit: 2)
  }

  /// `12 days after it was due`, `reported 12 days after it was due`
  func lateWords(_ row: CommitmentsView.Line) -> String? {
    row.late.map { days in
      "\(row.isReportedLate ? "reported " : "")\(days.counted("day")) after it was due"
    }
  }

  /// `by 1 May 2025`; of several dues `next by 1 May 2025, all by 1 June 2025`
  private func turnWords(_ due: CommitmentsView.Due, _ date: EDTFDate) -> String {
    due.last.map { "next \(date.dueWords), all \($0.dueWords)" } ?? date.dueWords
  }

  func dueWords(_ due: CommitmentsView.Due) -> String {
    if let window = due.window {
      return due.date.map { "\(turnWords(due, $0)) (\(window))" } ?? window
    }
    if let date = due.date {
      let first = due.extendedFrom.map { " (extended from \($0.words))" } ?? ""
      return date.dueWords + first
    }
    if let until = due.until { return "to be kept until \(until.words)" }
    guard let step = due.step else { return "no date given" }
    let taken = due.taken.map { " (\($0.words))" } ?? ""
    return switch due.order {
    case .before: "before “\(step)”\(taken)"
    case .until: "to be kept until “\(step)”\(taken)"
    case .after: due.taken == nil ? "depending on “\(step)”" : "after “\(step)”\(taken)"
    }
  }
}

extension Case.Commitment.Strength {
  package var words: String {
    switch self {
    case .promised: "promised"
    case .inPrinciple: "agreed in principle"
    case .expected: "expected"
    }
  }
}
