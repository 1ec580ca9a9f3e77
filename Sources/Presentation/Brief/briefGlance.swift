internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// What a reader with half a minute takes away: what blocks, what is overdue or in dispute, what moved,
/// what comes next.
extension ViewContext {
  func glanceTable(_ brief: Brief) -> Table {
    var table = Table(
      "At a glance", [Table.Column("Question", weight: 1), Table.Column("Answer", weight: 6)])
    table.hasRowHeads = true
    table.isBoxed = true
    func add(_ question: String, _ lines: [Inline], most: Int, none: String, rest: String) {
      var shown = Array(lines.prefix(most))
      if lines.count > most {
        shown.append(Inline("and \(lines.count - most) more, \(rest)", .faint))
      }
      table.rows.append([
        [Inline(question, .strong)], shown.isEmpty ? [Inline(none, .faint)] : shown,
      ])
    }
    add(
      "What blocks progress", blockingLines(brief.preconditions), most: 4,
      none: "Nothing on record is in a deadlock or depends on a refused step.",
      rest: "under Preconditions")
    add(
      // All of them: not each has a line of its own further down.
      "Overdue or in dispute", openLines(brief), most: .max,
      none: "Nothing on record is overdue, failed or in dispute.", rest: "")
    // First statements are no changes.
    let isFirst =
      !brief.changes.changes.contains(where: \.isMove)
      && brief.changes.changes.contains { $0.kinds == [.new] }
    let since =
      lens.since.map { "\(isFirst ? "First statements" : "Changes") since \($0.words)" }
      ?? (isFirst ? "Latest statements" : "Latest changes")
    add(
      since, movedLines(brief.changes), most: 3, none: "No change of position is on record.",
      rest: "under What changed")
    let next = nextRows(brief.calendar, most: 3)
    var coming = next.map { calendarLine($0) }
    let more = comingRows(brief.calendar).count - next.count
    if more > 0 { coming.append(Inline("and \(more) more, in the calendar", .faint)) }
    add(
      "What comes next", coming, most: coming.count,
      none: "The record names no date still to come.", rest: "in the calendar")
    return table
  }

  private func blockingLines(_ view: PreconditionsView) -> [Inline] {
    let deadlocks = view.deadlocks.map { deadlock in
      let steps = deadlock.cycle.edges.compactMap { view.edge($0) }.map(\.step)
        .reduce(into: [PreconditionsView.StepID]()) { if !$0.contains($1) { $0.append($1) } }
      var line = Inline("Deadlock: ", .warning)
      line += Inline(
        "\(index.names(deadlock.parties)) \(deadlock.parties.count == 1 ? "waits for itself" : "wait for each other") over \(steps.map { "“\(stepTitle($0, view))”" }.joined(separator: " and "))"
      )
      if !deadlock.cycle.isFirm { line += Inline(" (by interpretation)", .faint) }
      return line + Inline(" ") + references(statements(deadlock.cycle.edges, view), limit: 3)
    }
    let blocked = view.blocked.map { chain in
      let waiting = chain.chains.compactMap { $0.first.flatMap { view.edge($0) } }
      let held = waiting.map(\.step).filter { $0 != chain.step }.uniqued
      let isRefused = !chain.rejections.isEmpty
      var line = Inline(isRefused ? "Refused: " : "Failed: ", .warning)
      line += Inline(
        "“\(stepTitle(chain.step, view))”"
          + (isRefused ? ", by \(index.running(chain.rejections.map(\.party)))" : ""))
      if !isRefused, let date = chain.failure?.date { line += Inline(", \(date.words)") }
      if !held.isEmpty {
        line += Inline(
          "; \(held.map { "“\(stepTitle($0, view))”" }.joined(separator: " and ")) \(held.count == 1 ? "waits" : "wait") for it"
        )
      }
      let asking = directlyWaiting(chain, view)
      let against = asking.flatMap(\.rejections)
      if !against.isEmpty {
        let names = against.map(\.party).uniqued
        line += Inline(
          "; \(index.running(names)) \(names.count == 1 ? "rejects" : "reject") the condition as such"
        )
      }
      return line + Inline(" ")
        + references(
          chain.rejections.flatMap(\.statements) + (isRefused ? [] : chain.failure?.evidence ?? [])
            + asking.flatMap { $0.statements.prefix(1) } + against.flatMap(\.statements),
          limit: 5)
    }
    let standoffs = view.standoffs.map { standoff in
      Inline("Stand-off: ", .warning) + Inline("“\(stepTitle(standoff.step, view))” ")
        + references(statements(standoff.edges, view), limit: 3)
    }
    let named = Set(view.blocked.flatMap { directlyWaiting($0, view) }.map(\.id))
    let rejected = rejectedLines(view, without: named).map { Inline("Rejected: ", .warning) + $0 }
    // What was threatened for an event that has come about.
    let triggered = view.edges.filter {
      $0.kind == .trigger && $0.state.stands && $0.setOff != nil && $0.act == .threaten
    }
    var threats = triggered.prefix(1).map { edge in
      Inline("Threat triggered: ", .warning) + Inline("\(edge.sentence) ")
        + references(edge.statements + (edge.setOff?.evidence ?? []), limit: 3)
    }
    if triggered.count > 1 {
      threats = [
        Inline("Threats triggered: ", .warning)
          + Inline("\(triggered.count), under Preconditions ")
          + references(triggered.prefix(3).flatMap { $0.statements.prefix(1) }, limit: 3)
      ]
    }
    let unreported = view.edges.filter {
      $0.kind == .trigger && $0.act == .threaten && $0.dayPassed != nil
    }.prefix(1).map { edge in
      Inline("Threat perhaps triggered: ", .warning)
        + Inline(
          "\(edge.sentence); \(edge.dayPassed.map { dayPassedWords($0) } ?? "") ")
        + references(edge.statements, limit: 2)
    }
    threats += unreported + Array(carriedOutItems(view).prefix(1))
    let found = deadlocks + blocked + rejected + standoffs + threats
    return found + ultimatumLines(view) + (found.isEmpty ? waitingLines(view) : [])
  }

  /// The conditions that wait for a blocked step itself.
  private func directlyWaiting(
    _ chain: PreconditionsView.Blocked, _ view: PreconditionsView
  ) -> [PreconditionsView.Edge] {
    chain.chains.compactMap { $0.last.flatMap { view.edge($0) } }.uniqued
  }

  private func openLines(_ brief: Brief) -> [Inline] {
    var lines: [Inline] = brief.commitments.rows.compactMap { row in
      let failed = row.status == .breached || row.status == .missed
      guard
        row.isDisputed || failed || row.isOverdue == true || row.isUnconfirmed
          || row.isBrokenBefore
      else { return nil }
      if row.isUnconfirmed || row.isBrokenBefore {
        let words =
          row.isUnconfirmed ? "carried out by its own account alone" : "broken, and kept since"
        return Inline("\(row.what) (\(index.running(row.debtors))): ")
          + Inline("\(words): ", .warning)
          + Inline("\(accountWords(row.shownAccounts, of: row.commitment)) ")
          + grounds(row.shownAccounts.flatMap(\.evidence), basis: row.basis, limit: 3)
      }
      var words = row.isDisputed ? "disputed" : failed ? row.status?.words ?? "" : "overdue"
      if row.isOverdue == true, row.isDisputed || failed { words += " and overdue" }
      let accounts = accountWords(row.shownAccounts, of: row.commitment)
      if row.isDisputed {
        words += ": \(accounts)"
      } else if failed {
        words = accounts + (row.isOverdue == true ? ", overdue" : "")
      } else if !accounts.isEmpty {
        words += ", \(accounts)"
      }
      if let done = doneWords(row, row.shownAccounts) { words += "; \(done)" }
      return Inline("\(row.what) (\(index.running(row.debtors))): ") + Inline(words, .warning)
        + Inline(" ")
        + grounds(
          row.reporters.flatMap(\.statements).prefix(2) + row.shownAccounts.flatMap(\.evidence),
          basis: row.basis, limit: 4)
    }
    lines += brief.calendar.rows.filter {
      // A promise stands above, and so does a threat that was triggered; a meeting that was not held is
      // no longer awaited; what was put off is not overdue.
      $0.isOpenAfterItsDay && $0.section != .commitments && $0.state != .postponed
        && !($0.kind == .threat && $0.state == .missed)
        && !($0.kind == .meeting && $0.state == .missed)
    }.map { row in
      Inline("\(row.title), \(whenWords(row)): ") + outcome(row) + Inline(" ")
        + grounds(row.evidence, basis: row.basis, limit: 2)
    }
    var disputed: [Inline] = []
    for row in brief.positions.rows {
      for cell in row.cells where cell.isContested || cell.isDivided {
        if cell.disputedTexts != nil {
          // Of a text that settles many issues, once.
          let words = disputedTextLines(cell).map { Inline("\(index.name(cell.party)): ") + $0 }
          disputed += words.filter { !disputed.contains($0) }
          continue
        }
        let deciding = cell.statements.filter { $0.role == .decides }.map(\.statement)
        lines.append(
          Inline("\(row.title), \(index.running(cell.party)): ")
            + Inline(
              cell.isDivided
                ? "its own speakers differ"
                : cell.isContestedByCodersAlone
                  ? "two coders read its words differently" : "accounts of its position differ",
              .warning) + Inline(" ") + references(deciding, limit: 2))
      }
    }
    return lines + disputed + contradictionLines(brief)
  }

  /// The newest first, and of one act of a party one line; where nothing moved, what was said for
  /// the first time.
  private func movedLines(_ view: ChangesView) -> [Inline] {
    let moves = newestActs(view)
    let first = view.changes.filter { $0.kinds == [.new] }.suffix(3).reversed().map { [$0] }
    return (moves.isEmpty ? Array(first) : moves).map { movedLine($0) }
  }

  /// `16 May 2025: North on “Price” (3 → 5 euros), softened; and “Fish”, hardened: North pays more`
  private func movedLine(_ changes: [ChangesView.Change]) -> Inline {
    guard let first = changes.first else { return Inline("") }
    let most = 3
    var parts = changes.prefix(most).map { change in
      let kinds = change.kinds.map(\.words).joined(separator: ", ")
      return "“\(change.title)”\(movement(change).map { " (\($0))" } ?? ""), \(kinds)"
    }
    if changes.count > most {
      parts.append("\((changes.count - most).counted("other issue"))")
    }
    var line = Inline("\(first.date.words): ", .faint)
    line += Inline(who(first), .strong) + Inline(" on \(joinedWithSemicolons(parts))")
    if let words = first.after.first { line += Inline(": \(words.gist)") }
    return line + Inline(" ") + references(first.after.map(\.statement), limit: 2)
  }

  private func joinedWithSemicolons(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: "; ")); and \(last)"
  }
}
