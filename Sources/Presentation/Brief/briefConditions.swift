internal import CaseModel
internal import StateOfPlay

/// Which steps depend on which, and what would open it.
extension ViewContext {
  func waitingBlocks(_ view: PreconditionsView) -> [Document.Block] {
    guard !view.edges.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Preconditions")]
    let graph = view.stepGraph(index, knotsOnly: true)
    if let picture = stepGraphPicture(graph, width: Self.pictureWidth) {
      blocks.append(.picture(picture))
    }
    let deadlocks = view.deadlocks.enumerated().map { position, deadlock in
      let number = view.deadlocks.count > 1 ? " \(position + 1)" : ""
      let readings = deadlock.cycle.isFirm ? "" : " (rests on an interpretation)"
      return Inline("Deadlock\(number)\(readings): ", .strong)
        + Inline("\(deadlock.cycle.sentence) ")
        + references(statements(deadlock.cycle.edges, view), limit: 6) + openings(deadlock, view)
    }
    let trades = view.trades.map { trade in
      let edges = trade.edges.compactMap { view.edge($0) }
      let most = 2
      var line = Inline("Trade, to be given together: ", .strong)
      line += Inline(edges.prefix(most).map(\.sentence).joined(separator: "; "))
      line += Inline(edges.count > most ? "; and \(edges.count - most) more like it" : "")
      let newest = edges.flatMap(\.grounds).compactMap(\.said).max()
      line += Inline(newest.map { ", last said \($0.words) " } ?? " ")
      return line + references(statements(trade.edges, view), limit: 4)
    }
    let standoffs = view.standoffs.map { standoff in
      Inline("Stand-off on “\(stepTitle(standoff.step, view))”: ", .strong)
        + Inline("\(standoff.sentence) ") + references(statements(standoff.edges, view), limit: 4)
    }
    let rejected = rejectedLines(view).map { Inline("Rejected: ", .strong) + $0 }
    let items =
      deadlocks + trades + view.blocked.map { blockedWords($0, view) } + rejected + standoffs
    if !items.isEmpty { blocks.append(.items(items)) }
    blocks += standingBlocks(view)
    if view.deadlocks.isEmpty {
      blocks.append(.paragraph("No conditions on record depend on each other in a circle."))
    }
    return blocks
  }

  /// Wide enough that two small circles stand side by side.
  private static let pictureWidth = 1080

  /// Who can open a deadlock alone; else the smallest sets of those who can together.
  private func openings(
    _ deadlock: PreconditionsView.Deadlock, _ view: PreconditionsView
  ) -> Inline {
    let sets = deadlock.openings.sets
    let alone = sets.filter { $0.waivers.count == 1 }
    guard !alone.isEmpty else {
      return sets.prefix(3).enumerated().reduce(Inline("")) { line, set in
        line + Inline(set.offset == 0 ? " Ways to resolve it: " : "; or ")
          + opening(set.element, view)
      }
    }
    var line = Inline(" It would be resolved if one party gave way: ")
    for (position, set) in alone.prefix(4).enumerated() {
      if position > 0 { line += Inline(", or ") }
      line += Inline(index.names(set.parties), .strong) + Inline(" ")
      line += references(statements(set.waivers, view), limit: 2)
    }
    return line + Inline(".")
  }

  private func blockedWords(
    _ chain: PreconditionsView.Blocked, _ view: PreconditionsView
  ) -> Inline {
    // What waits for the step itself, of any party; then how it goes on from the first.
    let direct = chain.chains.compactMap { $0.last.flatMap { view.edge($0) } }
      .reduce(into: [PreconditionsView.Edge]()) { found, edge in
        if !found.contains(where: { $0.id == edge.id }) { found.append(edge) }
      }
    let longest = chain.chains.first?.compactMap { view.edge($0) } ?? []
    let first = longest + direct.filter { edge in !longest.contains { $0.id == edge.id } }
    var line = Inline("Blocked: ", .strong) + Inline("“\(stepTitle(chain.step, view))”")
    for (position, rejection) in chain.rejections.enumerated() {
      let joint = position == 0 ? ", which" : " and"
      line += Inline("\(joint) \(index.name(rejection.party)) rejects ")
      line += references(rejection.statements, limit: 3)
    }
    line += failureWords(chain, view)
    line += Inline(": ") + Inline(first.map(\.sentence).joined(separator: "; ") + " ")
    return line + references(statements(first.map(\.id), view), limit: 3)
  }
}
