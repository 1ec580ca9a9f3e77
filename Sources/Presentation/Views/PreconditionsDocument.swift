internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// Which steps depend on which, as a note to a mediator: what is stuck, and what would open it, first.
  package func document(_ view: PreconditionsView) -> Document {
    document(WaiverComparison(view))
  }

  /// The same, as it would be if conditions were given up.
  package func document(_ comparison: WaiverComparison) -> Document {
    let view = comparison.tried
    var blocks: [Document.Block] = [.paragraph(Inline(summary(view)))] + opening
    if let result = comparison.result { blocks.append(.answer(result)) }
    if let picture = stepGraphPicture(view.stepGraph(index, number: comparison.number)) {
      blocks.append(.picture(picture))
    }
    blocks.append(.slot("what-if"))
    for deadlock in view.deadlocks {
      let number =
        comparison.base.deadlocks.count > 1
        ? comparison.number(deadlock).map { " \($0)" } ?? "" : ""
      blocks.append(.heading("Deadlock\(number): \(index.names(deadlock.parties))"))
      blocks += deadlockBlocks(deadlock, view)
    }
    blocks += tradeBlocks(view)
    blocks += blockedBlocks(view)
    blocks += rejectedBlocks(view)
    blocks += standoffBlocks(view)
    blocks += triggerBlocks(view)
    if !view.unsupported.isEmpty {
      blocks.append(.heading("Reported as dropped, but not recorded as a condition"))
      blocks.append(
        .items(
          view.unsupported.map { claim in
            Inline("\(claim.sentence) — given up, according to \(names(claim.by)) ")
              + references([claim.statement])
          }))
    }
    blocks.append(.heading("All conditions"))
    blocks.append(.table(conditionsTable(view)))
    if !view.withoutStep.isEmpty {
      blocks.append(
        .remark(
          Inline("Requirements not linked to a step (excluded from deadlock analysis): ")
            + references(view.withoutStep, limit: 20)))
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    var document = Document("\(title): preconditions", blocks)
    document.isWide = true
    return document
  }

  private func summary(_ view: PreconditionsView) -> String {
    guard !view.edges.isEmpty else { return "No condition is on record." }
    let waiting = view.edges.filter { $0.kind != .trigger }
    let threats = view.edges.count - waiting.count
    guard !waiting.isEmpty else {
      return
        "No step depends on another; \(threats.counted("threat or offer", "threats and offers")) on record."
    }
    let parts = PreconditionsView.State.allCases.compactMap { state -> String? in
      let count = waiting.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(state.words)"
    }
    let deadlocks =
      view.deadlocks.isEmpty
      ? "None depend on each other in a circle"
      : "They form \(view.deadlocks.count.counted("deadlock"))"
    let also =
      threats == 0 ? "" : " Also \(threats.counted("threat or offer", "threats and offers"))."
    return
      "\(waiting.count.counted("condition")): \(parts.joined(separator: ", ")). \(deadlocks).\(also)"
  }

  private func deadlockBlocks(
    _ deadlock: PreconditionsView.Deadlock, _ view: PreconditionsView
  ) -> [Document.Block] {
    let lead =
      switch Set(deadlock.cycle.edges.compactMap { view.edge($0)?.holder }).count {
      case 1: "Circular precondition"
      case 2: "Mutual precondition"
      default: "Circular preconditions"
      }
    var blocks: [Document.Block] = [
      .paragraph(
        Inline("\(lead): ", .strong) + Inline(deadlock.cycle.sentence + " ")
          + references(statements(deadlock.cycle.edges, view), limit: 8))
    ]
    let rests = restsOn(deadlock.cycle.inferences, deadlock.cycle.sameAs, view)
    if !rests.isEmpty {
      blocks.append(
        .paragraph(Inline("This deadlock depends on an analyst's interpretation.", .warning)))
      blocks.append(.items(rests))
      if let firm = deadlock.firm {
        blocks.append(
          .paragraph(
            Inline("A deadlock without interpretation: ", .strong) + Inline(firm.sentence + " ")
              + references(statements(firm.edges, view), limit: 8)))
      } else {
        blocks.append(
          .remark(
            "Statements alone show no circle here: without the interpretation there is no deadlock."
          ))
      }
    }
    let drops = dropItems(deadlock.cycle.edges, view)
    if !drops.isEmpty {
      blocks.append(.paragraph(Inline("Others say that part of it was given up.", .warning)))
      blocks.append(.items(drops))
    }
    if deadlock.edges.count > deadlock.cycle.edges.count {
      blocks.append(
        .remark(
          Inline(
            "It comprises \(deadlock.edges.count.counted("condition")) on \(deadlock.steps.count.counted("step")); the circle above is one of the shortest."
          )))
    }
    blocks += openingBlocks(deadlock, view)
    blocks += orderBlocks(deadlock, view)
    return blocks
  }

  /// What a circle rests on beside the parties' words.
  private func restsOn(
    _ inferences: [PreconditionsView.Inference], _ sameAs: [PreconditionsView.SameAs],
    _ view: PreconditionsView
  ) -> [Inline] {
    inferences.compactMap { inference in
      view.edge(inference.edge).map { edge in
        Inline("\(edge.sentence): interpreted this way by \(names(inference.by)) ")
          + references(edge.statements)
      }
    }
      + sameAs.map { same in
        Inline(
          "“\(milestone(same.milestone))” and “\(milestone(same.other))” are treated as the same step in the judgement of \(names(same.by)) "
        ) + references(same.evidence)
      }
  }

  /// What others say of conditions being dropped that stand all the same.
  private func dropItems(
    _ edges: [PreconditionsView.EdgeID], _ view: PreconditionsView
  ) -> [Inline] {
    edges.compactMap { view.edge($0) }.flatMap { edge in
      edge.drops.filter { $0.effect == .marks }.map { drop in
        Inline("\(edge.sentence): given up, according to \(names(drop.by)) ")
          + references([drop.statement])
      }
    }
  }

  private func openingBlocks(
    _ deadlock: PreconditionsView.Deadlock, _ view: PreconditionsView
  ) -> [Document.Block] {
    let openings = deadlock.openings
    let shown = 12
    var blocks: [Document.Block] = [.paragraph(Inline("What would resolve it", .strong))]
    blocks.append(
      .items(openings.sets.prefix(shown).map { self.opening($0, view) }))
    var remarks: [String] = []
    if openings.sets.count > shown {
      remarks.append("\(openings.sets.count - shown) further ways are listed in the JSON output.")
    }
    if !openings.isProven {
      remarks.append("It is not proven that no smaller set would suffice.")
    } else if !openings.hasAllSmallest {
      remarks.append("There are further ways of the same size that are not listed.")
    }
    if !openings.isComplete {
      remarks.append(
        "The search stopped after \(openings.sets.count); larger sets may also suffice.")
    }
    if !remarks.isEmpty { blocks.append(.remark(Inline(remarks.joined(separator: " ")))) }
    return blocks
  }

  func opening(
    _ opening: PreconditionsView.Opening, _ view: PreconditionsView
  ) -> Inline {
    let who = index.names(opening.parties)
    var line = Inline(
      opening.parties.count == 1 ? "\(who) alone: " : "\(who) both: ", .strong)
    if opening.parties.count > 2 { line = Inline("\(who) together: ", .strong) }
    for (position, id) in opening.waivers.enumerated() {
      guard let edge = view.edge(id) else { continue }
      if position > 0 { line += Inline("; ") }
      line += Inline("\(waiver(edge, view)) ") + references(edge.statements)
    }
    return line
  }

  /// "Russia lets “X” go ahead without “Y”"
  private func waiver(_ edge: PreconditionsView.Edge, _ view: PreconditionsView) -> String {
    let (step, awaited) = (stepTitle(edge.step, view), stepTitle(edge.awaited, view))
    return edge.kind == .exchange
      ? "\(index.name(edge.holder)) no longer ties “\(step)” to “\(awaited)”"
      : "\(index.name(edge.holder)) no longer makes “\(step)” wait for “\(awaited)”"
  }

  private func orderBlocks(
    _ deadlock: PreconditionsView.Deadlock, _ view: PreconditionsView
  ) -> [Document.Block] {
    guard deadlock.order.count > 0, let first = deadlock.openings.sets.first else { return [] }
    let stages = deadlock.order.map { stage in
      stage.bundles.map { bundle in
        bundle.map { "“\(stepTitle($0, view))”" }.joined(separator: " together with ")
      }.joined(separator: ", ")
    }
    let who = index.names(first.parties)
    var blocks: [Document.Block] = [
      .paragraph(
        Inline("Order of steps once \(who) has given way: ", .strong)
          + Inline(
            deadlock.order.count == 1
              ? "\(stages[0]), in any order." : stages.joined(separator: " → ") + "."))
    ]
    if !deadlock.externalConditions.isEmpty {
      blocks.append(
        .paragraph(
          Inline("Also required, from outside the circle: ")
            + deadlock.externalConditions.compactMap { view.edge($0) }.enumerated().map {
              position, edge in
              Inline((position > 0 ? "; " : "") + edge.sentence + " ")
                + references(edge.statements)
            }.reduce(Inline(""), +)))
    }
    return blocks
  }

  func stepTitle(_ id: PreconditionsView.StepID, _ view: PreconditionsView) -> String {
    view.step(id)?.title ?? id
  }

  func statements(
    _ edges: [PreconditionsView.EdgeID], _ view: PreconditionsView
  ) -> [Case.Statement.ID] {
    var found: [Case.Statement.ID] = []
    for statement in edges.compactMap({ view.edge($0) }).flatMap(\.statements)
    where !found.contains(statement) { found.append(statement) }
    return found
  }

  func names(_ by: [Who]) -> String {
    by.map { index.name($0) }.listed(orNothing: "no one named")
  }

  private func milestone(_ id: Case.Milestone.ID) -> String {
    index.milestone(id)?.title ?? id.raw
  }

  private func tradeBlocks(_ view: PreconditionsView) -> [Document.Block] {
    guard !view.trades.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Trades: steps to be taken together")]
    for trade in view.trades {
      blocks.append(
        .paragraph(
          Inline(
            trade.steps.map { "“\(stepTitle($0, view))”" }
              .joined(separator: trade.steps.count == 2 ? " with " : ", "), .strong)
            + Inline(" — according to \(index.running(trade.parties))")))
      blocks.append(
        .items(
          trade.edges.compactMap { view.edge($0) }.map { edge in
            Inline("\(edge.sentence) ") + references(edge.statements)
          } + restsOn(trade.inferences, trade.sameAs, view)))
    }
    return blocks
  }
}
