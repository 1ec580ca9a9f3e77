internal import CaseModel
internal import StateOfPlay

/// The parts of the brief that say less than the views they are taken from.
extension Frame {
  /// What changed: since the lens's date where it has one, else at all; first words are left out.
  func changeBlocks(_ view: ChangesView) -> [Document.Block] {
    let real = view.changes.filter { $0.kinds != [.reaffirmed] && $0.kinds != [.new] }
    let since = lens.since.map { " since \($0.words)" } ?? ""
    var blocks: [Document.Block] = [.heading("What changed\(since)")]
    var table = changesTable(real, "Where a position became other than before")
    table.emptyWords = "No change of a position is on record\(since)."
    blocks.append(.table(table))
    if !view.unsupportedClaims.isEmpty {
      blocks.append(.paragraph("Changes that authors see and no words of the party show:"))
      blocks.append(.items(view.unsupportedClaims.map { claimWords($0) }))
    }
    return blocks
  }

  /// What waits on what, and what would open it.
  func waitingBlocks(_ view: PreconditionsView) -> [Document.Block] {
    guard !view.edges.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("What waits on what")]
    if let picture = stepGraphPicture(view.stepGraph(index)) { blocks.append(.picture(picture)) }
    for (position, deadlock) in view.deadlocks.enumerated() {
      let number = view.deadlocks.count > 1 ? " \(position + 1)" : ""
      let readings = deadlock.cycle.isFirm ? "" : " (it rests on a reading)"
      blocks.append(
        .paragraph(
          Inline("Deadlock\(number)\(readings): ", .strong)
            + Inline("\(deadlock.cycle.sentence) ")
            + references(statements(deadlock.cycle.edges, view), limit: 6)))
      blocks.append(
        .items(deadlock.openings.sets.prefix(4).map { Inline("Open if ") + opening($0, view) }))
    }
    let trades = view.trades.map { trade in
      Inline("Trade, all to be given together: ", .strong)
        + Inline(trade.steps.map { stepTitle($0, view) }.joined(separator: "; ") + " ")
        + references(statements(trade.edges, view), limit: 4)
    }
    let others = trades + view.blocked.map { blockedWords($0, view) }
    if !others.isEmpty { blocks.append(.items(others)) }
    if view.deadlocks.isEmpty {
      blocks.append(.paragraph("No conditions on record wait on each other in a circle."))
    }
    return blocks
  }

  private func blockedWords(
    _ chain: PreconditionsView.Blocked, _ view: PreconditionsView
  ) -> Inline {
    let first = chain.chains.first?.compactMap { view.edge($0) } ?? []
    var line = Inline("Blocked: ", .strong)
    line += Inline(first.map(\.sentence).joined(separator: "; "))
    for rejection in chain.rejections {
      line += Inline(", which \(index.name(rejection.party)) rejects ")
      line += references(rejection.statements, limit: 3)
    }
    return line
  }
}
