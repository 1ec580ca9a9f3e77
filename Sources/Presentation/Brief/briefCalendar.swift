internal import CaseModel
internal import StateOfPlay

/// What is ahead, and what has gone by without being done by all accounts. What was done stands in the
/// calendar.
extension ViewContext {
  func calendarBlocks(_ view: CalendarView) -> [Document.Block] {
    let ahead = comingRows(view)
    // What became of promises stands in the section on promises.
    let open = view.rows.filter { $0.isOpenAfterItsDay && $0.section != .commitments }
    let hasOpenPromises = view.rows.contains {
      $0.isOpenAfterItsDay && $0.section == .commitments
    }
    var items: [Inline] = []
    let most = 14
    items += ahead.prefix(most).map { calendarLine($0) }
    if ahead.count > most {
      items.append(
        Inline("and \(ahead.count - most) more ahead; `dragoman calendar` lists them all"))
    }
    let past = open.suffix(6).map { calendarLine($0) + Inline(": ") + outcome($0) }
    var blocks: [Document.Block] = [.heading("Calendar")]
    if items.isEmpty, past.isEmpty {
      blocks.append(
        .paragraph(
          hasOpenPromises
            ? "The record names no date still to come."
            : "The record names no date still to come, and no past date whose outcome is open."))
    }
    // One or two are marked each, more stand under a heading of their own.
    if past.count < 3 { items += past.map { Inline("past: ", .faint) + $0 } }
    if !items.isEmpty { blocks.append(.items(items)) }
    if past.count > 2 {
      blocks += [
        .paragraph(Inline("Past, and missed, not reported or in dispute:", .strong)),
        .items(Array(past)),
      ]
    }
    if hasOpenPromises {
      blocks.append(
        .remark(
          "Promises whose date has passed stand under “Promised, agreed in principle, expected”."))
    }
    return blocks
  }

  /// What is ahead; of a due that comes round only the next.
  func comingRows(_ view: CalendarView) -> [CalendarView.Entry] {
    var seen: Set<String> = []
    return view.rows.filter { row in
      row.isToCome && (recurrence(row) == nil || seen.insert(row.id).inserted)
    }
  }

  /// The next of what is ahead. What comes round, as a daily delivery, gives way to what comes once.
  func nextRows(_ view: CalendarView, most: Int) -> [CalendarView.Entry] {
    let rows = comingRows(view)
    let order = rows.indices.sorted { a, b in
      let (x, y) = (recurrence(rows[a]) == nil, recurrence(rows[b]) == nil)
      return x == y ? a < b : x
    }
    return order.prefix(most).sorted().map { rows[$0] }
  }

  /// `every day until 31 December 2026`
  private func recurrence(_ row: CalendarView.Entry) -> String? {
    guard row.section == .commitments,
      case .recurring(let turn)? = index.commitment(Case.Commitment.ID(row.id))?.schedule
    else { return nil }
    return turn.words
  }

  /// `3 July 2025 · vote: Vote of the Chamber on the credit (Chamber of Deputies) [w-08]`
  func calendarLine(_ row: CalendarView.Entry) -> Inline {
    // The title of a role names who has it.
    let who =
      row.actors.isEmpty || row.kind == .role ? "" : " (\(index.running(row.actors)))"
    let turn =
      row.state == .ahead
      ? recurrence(row).map { ", \($0)" } ?? ""
      : row.state == .inSession ? ", \(sessionWords(row))" : ""
    return Inline(whenWords(row), .strong)
      + Inline(" · \(kindWords(row)): \(row.title)\(turn)\(who)\(movedWords(row)) ")
      + grounds(row.evidence, basis: row.basis, limit: 2)
  }
}
