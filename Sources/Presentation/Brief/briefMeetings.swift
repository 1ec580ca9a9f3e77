internal import CaseModel
internal import StateOfPlay

/// Who met, on a line each, and who sat for whom at the last talks.
extension ViewContext {
  func meetingBlocks(_ view: DelegationsView) -> [Document.Block] {
    var table = Table(
      "Meetings in order of date",
      [
        .init("Date", weight: 0), .init("Meeting", weight: 4), .init("State", weight: 0),
        .init("Place and host", weight: 3), .init("Evidence", weight: 2),
      ])
    table.emptyWords = "No meeting is on record."
    // What is merely proposed stands in the summary.
    for sitting in view.meetings where sitting.status != .proposed {
      var title = sitting.title
      if let planned = sitting.planned, planned != sitting.date {
        title += sitting.date == nil ? "" : " (planned for \(planned.words))"
      }
      let place = sitting.place.flatMap { $0 == sitting.title ? nil : $0 }
      let host = sitting.host.isEmpty ? nil : "host: \(index.names(sitting.host))"
      table.row(
        Inline(
          sitting.date?.words ?? sitting.planned.map {
            "for \($0.words)" + (sitting.isPastUnreported ? ", passed without a report" : "")
          } ?? "no date"),
        Inline(title), Inline(sitting.statusWords),
        Inline([place, host].compactMap { $0 }.joined(separator: "; ")),
        grounds(sitting.evidence, basis: sitting.basis, limit: 2))
    }
    var blocks: [Document.Block] = [.heading("Who met"), .table(table)]
    let replies = replyItems(view)
    if !replies.isEmpty { blocks.append(.items(replies)) }
    if let last = lastTalks(view) {
      var delegations = delegationTable(last)
      delegations.caption =
        "Delegations at the last meeting for which they are on record: \(sittingTitle(last))"
      blocks.append(.table(delegations))
      let claims = claimItems(last, limit: 3)
      if !claims.isEmpty { blocks.append(.items(claims)) }
    }
    return blocks
  }

  /// The last meeting in person with delegations on record; a call only where there is no other.
  private func lastTalks(_ view: DelegationsView) -> DelegationsView.Sitting? {
    let held = view.meetings.filter { !$0.delegations.isEmpty }
    return DelegationsView.last(of: held.filter { $0.kind != .call })
      ?? DelegationsView.last(of: held)
  }
}
