internal import CaseModel
internal import StateOfPlay

/// What is ahead, and what has gone by without being done by all accounts. What was done stands in the
/// calendar.
extension ViewContext {
  func calendarBlocks(_ view: CalendarView) -> [Document.Block] {
    let ahead = view.rows.filter { $0.state == .ahead }
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
    items += open.suffix(6).map { calendarLine($0) + Inline(": ") + outcome($0) }
    var blocks: [Document.Block] = [.heading("Calendar")]
    if items.isEmpty {
      blocks.append(
        .paragraph(
          "The record names no date still to come, and no past date whose outcome is open."))
    } else {
      blocks.append(.items(items))
    }
    return blocks
  }

  /// `3 July 2025 · vote: Vote of the Chamber on the credit (Chamber of Deputies) [w-08]`
  func calendarLine(_ row: CalendarView.Entry) -> Inline {
    let who = row.actors.isEmpty ? "" : " (\(index.names(row.actors)))"
    return Inline(row.date.words, .strong) + Inline(" · \(kindWords(row)): \(row.title)\(who) ")
      + grounds(row.evidence, basis: row.basis, limit: 2)
  }
}
