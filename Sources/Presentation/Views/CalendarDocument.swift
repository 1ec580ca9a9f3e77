internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// What has gone by with its outcome, then what is ahead.
  package func document(_ view: CalendarView) -> Document {
    var blocks = opening
    let ahead = view.rows.filter(\.isToCome)
    let open = view.rows.filter(\.isOpenAfterItsDay)
    let rest = view.rows.filter { !$0.isToCome && !$0.isOpenAfterItsDay }
    let sitting = ahead.count { $0.state == .inSession }
    if let now = view.now {
      let inSession = sitting == 0 ? "" : "; \(sitting.counted("meeting")) in session"
      blocks.append(
        .paragraph(
          Inline(
            "Counted from \(now.words): \((ahead.count - sitting).counted("date")) still to come\(inSession); \(open.count) past and missed, put off, in dispute or not reported on; \(rest.count) past and settled."
          )))
    }
    blocks.append(.slot("files"))
    blocks += [
      .heading("Ahead"),
      .table(
        calendarTable(ahead, "What falls due", "The record names no date still to come.")),
    ]
    blocks += [
      .heading("Past: not reported, missed, put off or in dispute"),
      .table(
        calendarTable(
          open, "Past dates not reported as done, put off, or in dispute",
          rest.isEmpty
            ? "Nothing has fallen due yet." : "Everything due so far is done or no longer awaited.")
      ),
      .heading("Past: done, ended or no longer awaited"),
      .table(calendarTable(rest, "Past dates that are settled", "No date has passed.")),
    ]
    if !view.withoutDay.isEmpty {
      var line = Inline("Promised, agreed or expected without a date: ")
      for (position, id) in view.withoutDay.enumerated() {
        let due = view.dueOnEvents.indices.contains(position) ? view.dueOnEvents[position] : nil
        let when = due.flatMap { $0 == .init() ? nil : " (\(dueWords($0)))" } ?? ""
        line += Inline(
          (position > 0 ? "; " : "") + (index.commitment(id)?.what ?? id.raw) + when + " ")
        line += grounds(
          index.commitment(id)?.evidence.statements ?? [],
          basis: index.commitment(id)?.evidence.basis, limit: 2)
      }
      blocks.append(.paragraph(line))
    }
    if view.leftOut > 0 {
      blocks.append(
        .remark(
          Inline(
            "\(view.leftOut.counted("earlier due date of a recurring promise is", "earlier due dates of recurring promises are")) not listed."
          )))
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): calendar", blocks)
  }

  func calendarTable(
    _ rows: [CalendarView.Entry], _ caption: String, _ empty: String
  ) -> Table {
    var table = Table(
      caption,
      [
        Table.Column("When", weight: 2), Table.Column("What"), Table.Column("Subject", weight: 5),
        Table.Column("Outcome", weight: 2), Table.Column("Evidence"),
      ])
    table.emptyWords = empty
    for row in rows {
      let who =
        row.actors.isEmpty || row.kind == .role
        ? Inline("") : Inline(" (\(index.running(row.actors)))", .faint)
      table.row(
        Inline(whenWords(row) + movedWords(row)), Inline(kindWords(row)),
        Inline(row.title, .strong) + who,
        outcome(row), grounds(row.evidence, basis: row.basis, limit: 2))
    }
    return table
  }

  /// `31 March 2026`; of a day by which it is due `by 31 March 2026`.
  func whenWords(_ row: CalendarView.Entry) -> String {
    row.isLimit ? row.date.dueWords : row.date.words
  }

  /// `in session until 21 November 2025`, unless that day has passed.
  func sessionWords(_ row: CalendarView.Entry) -> String {
    let last = row.date.latest
    guard !row.date.hasOpenEnd, lens.asOf.map({ $0.latest <= last }) ?? true else {
      return row.state.words
    }
    return "\(row.state.words) until \(EDTFDate(last).words)"
  }

  /// ` (moved from 15 April 2027)`
  func movedWords(_ row: CalendarView.Entry) -> String {
    row.movedFrom.isEmpty ? "" : " (moved from \(row.movedFrom.map(\.words).listed()))"
  }

  func kindWords(_ row: CalendarView.Entry) -> String {
    row.isProposed ? "\(row.kind.words), proposed" : row.kind.words
  }

  /// `done 12 March 2024`, `disputed: carried out, says North; South denies it`
  func outcome(_ row: CalendarView.Entry) -> Inline {
    let style: Inline.Style = row.isOpenAfterItsDay ? .warning : .plain
    var words = row.state.words
    if row.kind == .meeting, row.state == .done { words = "held" }
    if row.kind == .meeting, row.state == .missed { words = "not held" }
    let account = accountWords(
      row.accounts, of: row.section == .commitments ? Case.Commitment.ID(row.id) : nil)
    if !account.isEmpty {
      switch row.state {
      case .disputed: words = "disputed: \(account)"
      case .ahead: words = "ahead; \(account)"
      case .ended: words = "ended; \(account)"
      case .done, .inSession, .partly, .notReported, .missed, .postponed, .dropped:
        words = account
      }
      if row.state == .missed, row.accounts.first?.level == .notInitiated { words = account }
    } else if row.state == .inSession {
      words = sessionWords(row)
    } else if row.state == .postponed {
      words = "put off\(row.settled.map { " on \($0.words)" } ?? ""), and no other date set"
    } else if row.kind == .vote, row.state == .partly {
      words = "held\(row.settled.map { " \($0.words)" } ?? ""), with a condition"
    } else if row.kind == .threat, row.state == .missed {
      words = "not carried out by then; the threat is triggered"
    } else if let settled = row.settled, settled != row.date {
      words += " \(settled.words)"
    }
    if let late = daysLate(row) {
      // Of a report the day may be its own, and not that of the act.
      words +=
        row.accounts.isEmpty
        ? ", \(late.counted("day")) late" : ", \(late.counted("day")) after it was due"
    }
    if let denied = row.denied { words += "; \(deniedWords(denied))" }
    return Inline(words, style)
  }

  /// Done by so many days after the day by which it had to be.
  private func daysLate(_ row: CalendarView.Entry) -> Int? {
    guard row.state == .done, [.deadline, .promise, .condition].contains(row.kind),
      let settled = row.settled, !settled.hasOpenStart, !row.date.hasOpenEnd
    else { return nil }
    let days = Int(settled.earliest.number - row.date.latest.number)
    return days > 0 ? days : nil
  }

  package func data(_ view: CalendarView) -> Table {
    var table = Self.columns(
      "date", "earliest", "latest", "kind", "state", "settled", "entry", "id", "number", "title",
      "actors", "proposed", "statements")
    for row in view.rows {
      table.add([
        row.date.text, row.date.hasOpenStart ? "" : row.date.earliest.iso,
        row.date.hasOpenEnd ? "" : row.date.latest.iso, row.kind.rawValue, row.state.rawValue,
        row.settled?.text ?? "", row.section.noun, row.id, row.number.map { "\($0)" } ?? "",
        row.title, Self.list(row.actors), "\(row.isProposed)", Self.list(row.evidence),
      ])
    }
    return table
  }
}

extension CalendarView.Kind {
  package var words: String {
    switch self {
    case .deadline: "deadline"
    case .vote: "vote"
    case .event: "planned event"
    case .meeting: "meeting"
    case .promise: "promise"
    case .expectation: "expected"
    case .demand: "demand"
    case .condition: "condition"
    case .threat: "threat"
    case .offer: "offer open until"
    case .proposal: "offered"
    case .term: "last day"
    case .role: "mandate ends"
    case .law: "legal act ends"
    }
  }
}

extension CalendarView.State {
  package var words: String {
    switch self {
    case .ahead: "ahead"
    case .inSession: "in session"
    case .done: "done"
    case .partly: "done in part"
    case .disputed: "disputed"
    case .notReported: "not reported"
    case .missed: "missed"
    case .postponed: "put off"
    case .ended: "ended"
    case .dropped: "no longer awaited"
    }
  }
}
