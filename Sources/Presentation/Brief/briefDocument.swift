internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// The paper an envoy reads before a round.
  public func document(_ brief: Brief) -> Document {
    var blocks = opening
    if let description = index.theCase.header.description {
      blocks.append(.paragraph(Inline(description)))
    }
    blocks.append(.items(summary(brief)))

    blocks += offerBlocks(brief.offers)
    blocks += meetingBlocks(brief.delegations)
    blocks += positionBlocks(brief.positions)
    blocks += changeBlocks(brief.changes)
    blocks += nearnessBlocks(brief.convergence)
    blocks += waitingBlocks(brief.preconditions)
    blocks += outcomeBlocks(brief)
    blocks += settlementBlocks(brief)
    blocks += contradictionBlocks(brief.contradictions)
    blocks += commitmentBlocks(brief.commitments)
    blocks += limitBlocks(brief.constraints)

    blocks.append(.heading("Dates"))
    // Commitments and their dates stand in their own section.
    var dates = brief.timeline
    dates.events.removeAll { $0.kind == .commitment || $0.kind == .commitmentReport }
    if var picture = timelinePicture(dates) {
      picture.alternative = otherDateWords(brief.timeline)
      blocks.append(.picture(picture))
    } else {
      blocks.append(.table(otherDates(brief.timeline)))
    }

    blocks += sourceBlocks(brief.sources)
    blocks.append(
      .remark(
        "Each line ends with the statements it rests on; `dragoman show CASE ID` gives a statement's exact place and words."
      ))
    blocks.append(.remark(footer))
    var document = Document(title, blocks)
    document.kicker = "Brief for the talks"
    return document
  }

  /// Dates that no other table of the brief gives.
  private func otherDates(_ view: TimelineView) -> Table {
    timelineTable(
      withoutMeetings(view), "Events, texts, acts and due dates",
      empty: "No dated event, text, act or due date is on record beside meetings and statements.")
  }

  /// The same in a paragraph, for faces without pictures.
  private func otherDateWords(_ view: TimelineView) -> Inline {
    let events = withoutMeetings(view).events
    guard !events.isEmpty else { return "Nothing is dated but what stands above." }
    var line = Inline("")
    for (position, event) in events.enumerated() {
      line += Inline("\(position == 0 ? "" : "; ")\(event.date.words): \(event.title) ")
      line += grounds(event.evidence, basis: event.basis, limit: 1)
    }
    return line
  }

  private func withoutMeetings(_ view: TimelineView) -> TimelineView {
    var rest = view
    rest.events.removeAll { event in
      switch event.kind {
      case .meeting, .plannedMeeting, .commitment, .commitmentReport: true
      case .milestone, .constraint, .draft, .commitmentDue, .statement: false
      }
    }
    return rest
  }

  /// What a reader with half a minute takes away.
  private func summary(_ brief: Brief) -> [Inline] {
    var items: [Inline] = []
    let theCase = index.theCase
    items.append(
      Inline("Parties: ") + Inline(index.names(theCase.header.parties), .strong)
        + Inline(
          ". The record holds \(brief.sources.rows.map(\.statements).reduce(0, +).counted("statement")) from \(brief.sources.rows.count.counted("source"))."
        ))
    if let last = brief.delegations.meetings.last(where: { $0.status == .held }) {
      items.append(
        Inline("Last held: \(sittingTitle(last)) ") + grounds(last.evidence, basis: last.basis))
    }
    let ahead = brief.delegations.meetings.filter {
      $0.status == .planned || $0.status == .proposed
    }
    if !ahead.isEmpty {
      items.append(
        Inline("Planned or proposed: ")
          + Inline(ahead.map { "\($0.title) (\($0.status.words))" }.joined(separator: "; ")))
    }
    let cells = brief.positions.rows.flatMap { row in row.cells.map { (row, $0) } }
    let contested = cells.filter { $0.1.isContested || $0.1.isDivided }
    if !contested.isEmpty {
      items.append(
        Inline(
          "Contested or divided: "
            + contested.map { "\($0.title), \(index.name($1.party))" }.joined(separator: "; ")))
    }
    let red = cells.filter { $0.1.isRedLine }
    if !red.isEmpty {
      items.append(
        Inline(
          "Stated red lines: "
            + red.map { "\($0.title), \(index.name($1.party))" }.joined(separator: "; ")))
    }
    let unknown = brief.commitments.rows.count { $0.status == nil }
    if !brief.commitments.rows.isEmpty {
      items.append(
        Inline(
          "\(brief.commitments.rows.count.counted("commitment")) on record; "
            + (unknown == brief.commitments.rows.count
              ? "nobody reports the state of any." : "nobody reports the state of \(unknown).")))
    }
    return items
  }
}
