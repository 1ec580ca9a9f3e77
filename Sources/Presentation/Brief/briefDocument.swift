internal import CaseModel
internal import Foundations
internal import StateOfPlay

extension ViewContext {
  /// The paper an envoy reads before a round.
  package func document(_ brief: Brief) -> Document {
    var blocks = opening
    if let description = index.theCase.header.description {
      blocks.append(.paragraph(Inline(description)))
    }
    blocks.append(.items(summary(brief)))
    blocks.append(.table(glanceTable(brief)))

    blocks += offerBlocks(brief.offers)
    blocks += textBlocks(brief.drafts, without: brief.offers.last?.draft)
    blocks += positionBlocks(
      brief.positions, brief.delegations.thirdParties,
      threatened: brief.preconditions.threatenedIssues)
    blocks += nearnessBlocks(brief.convergence)
    blocks += changeBlocks(brief.changes)
    blocks += networkBlocks(brief.alignments)
    blocks += waitingBlocks(brief.preconditions)
    blocks += commitmentBlocks(brief.commitments)
    blocks += contradictionBlocks(brief.contradictions)
    blocks += calendarBlocks(brief.calendar)
    if !brief.positions.vetoPlayers.isEmpty {
      blocks += [.heading("Veto players"), .table(vetoTable(brief.positions.vetoPlayers))]
    }
    blocks += meetingBlocks(brief.delegations)
    if !brief.delegations.thirdParties.isEmpty {
      blocks += [
        .heading("Third parties"),
        .table(thirdPartyTable(brief.delegations.thirdParties, mostOffers: 2)),
      ]
    }
    blocks += limitBlocks(brief.constraints)
    blocks += settlementBlocks(brief)
    blocks += outcomeBlocks(brief)
    let numbers = noteNumbers(
      Document(title, blocks).cited, in: brief.sources.rows.map(\.source))
    blocks += sourceBlocks(brief.sources, numbers)
    blocks.append(
      .remark(
        Inline("Each line ends with the statements it rests on")
          + Inline(
            "; `dragoman show CASE ID` gives a statement's exact place and words", .command)
          + Inline(".")))
    blocks.append(.remark(footer))
    var document = Document(title, blocks)
    document.noteNumbers = numbers
    document.kicker = "Brief for the talks"
    return document
  }

  /// Who negotiates, on how much evidence, and where the talks are.
  private func summary(_ brief: Brief) -> [Inline] {
    var items: [Inline] = []
    let theCase = index.theCase
    // Where a filter chooses statements, a source from which none is left contributes nothing.
    let contributing = brief.sources.rows.filter {
      $0.statements > 0 || (lens.parties.isEmpty && lens.issues.isEmpty)
    }
    items.append(
      Inline("Parties: ") + Inline(index.names(theCase.header.parties), .strong)
        + Inline(
          ". The record contains \(brief.sources.rows.map(\.statements).reduce(0, +).counted("statement")) from \(contributing.count.counted("source"))."
        ))
    for sitting in brief.delegations.meetings where sitting.isInSession {
      items.append(
        Inline("In session: \(sittingTitle(sitting)) ")
          + grounds(sitting.evidence, basis: sitting.basis))
    }
    if let last = brief.delegations.lastHeld {
      items.append(
        Inline("Most recent meeting: \(sittingTitle(last)) ")
          + grounds(last.evidence, basis: last.basis))
    }
    let ahead = brief.delegations.meetings.filter {
      ($0.status == .planned || $0.status == .proposed) && !$0.isPastUnreported
    }
    if !ahead.isEmpty {
      items.append(
        Inline("Planned or proposed: ")
          + Inline(ahead.map { "\($0.title) (\($0.status.words))" }.joined(separator: "; ")))
    }
    let cells = brief.positions.rows.flatMap { row in row.cells.map { (row, $0) } }
    let red = cells.filter { $0.1.isRedLine }
    if !red.isEmpty {
      items.append(
        Inline(
          "Stated red lines: "
            + red.map { "\($0.title), \(index.name($1.party))" }.joined(separator: "; ")))
    }
    return items
  }
}
