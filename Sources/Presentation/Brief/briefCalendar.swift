internal import CaseModel
internal import StateOfPlay

/// What is ahead, and what has gone by without being done by all accounts. What was done stands in the
/// calendar.
extension ViewContext {
  func calendarBlocks(_ view: CalendarView) -> [Document.Block] {
    let ahead = comingRows(view)
    // What became of promises stands in the section on promises.
    let open = view.rows.filter {
      $0.isOpenAfterItsDay && $0.kind != .promise && $0.kind != .expectation
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
          "The record names no date still to come, and no past date whose outcome is open."))
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
    return blocks
  }

  /// What is ahead; of a due that comes round only the next.
  func comingRows(_ view: CalendarView) -> [CalendarView.Entry] {
    var seen: Set<String> = []
    return view.rows.filter { row in
      row.state == .ahead && (recurrence(row) == nil || seen.insert(row.id).inserted)
    }
  }

  /// Of what is ahead, the dates of the talks themselves before what is merely due: votes, limits,
  /// meetings, the ends of offers, truces and mandates.
  func nextRows(_ view: CalendarView, most: Int) -> [CalendarView.Entry] {
    let rows = comingRows(view)
    let order = rows.indices.sorted { a, b in
      let (x, y) = (rows[a].kind.isOfTheTalks, rows[b].kind.isOfTheTalks)
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
      row.actors.isEmpty || row.kind == .role ? "" : " (\(index.names(row.actors)))"
    let turn = row.state == .ahead ? recurrence(row).map { ", \($0)" } ?? "" : ""
    return Inline(row.date.words, .strong)
      + Inline(" · \(kindWords(row)): \(row.title)\(turn)\(who) ")
      + grounds(row.evidence, basis: row.basis, limit: 2)
  }
}

extension CalendarView.Kind {
  fileprivate var isOfTheTalks: Bool {
    switch self {
    case .deadline, .vote, .event, .meeting, .offer, .term, .role, .law: true
    case .promise, .expectation, .demand, .condition, .threat: false
    }
  }
}
