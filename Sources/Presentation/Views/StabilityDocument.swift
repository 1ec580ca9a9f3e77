internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// Which outcomes would hold: in words first, then by concept, then how one gets there.
  package func document(_ view: StabilityView) -> Document {
    var blocks = opening
    if let description = view.description { blocks.append(.paragraph(Inline(description))) }
    if !view.leftOut.isEmpty {
      blocks.append(
        .remark(
          Inline("The model depends on entries that the current filters exclude: ", .warning)
            + references(view.leftOut, limit: 12)))
    }
    blocks.append(.paragraph(verdict(view)))
    blocks += equilibriumBlocks(view, most: 12)
    blocks += statusQuoBlocks(view)
    if let picture = transitionPicture(view) { blocks.append(.picture(picture)) }
    blocks += reasonBlocks(view)
    blocks += wantedBlocks(view)
    blocks += whatIfBlocks(view)
    blocks += robustnessBlocks(view)
    blocks += coalitionBlocks(view)
    blocks.append(.heading("States by concept"))
    blocks.append(.table(stateTable(view)))
    if !view.isComplete {
      blocks.append(
        .remark(
          "The model has \(view.stateCount.counted("state")); of each concept's equilibria the first 50 are listed."
        ))
    }
    if !view.passedOver.isEmpty {
      let words = view.passedOver.map { "\($0.concept): \($0.reason)" }.joined(separator: "; ")
      blocks.append(.remark(Inline("Not defined for this model: \(words).")))
    }
    blocks += view.notes.map { .remark(Inline($0)) }
    blocks += pathBlocks(view)
    blocks += modelBlocks(view)
    blocks.append(.heading("Rules"))
    blocks.append(.items(view.rules.map { Inline($0) }))
    blocks.append(.remark(footer))
    return Document("\(view.title): stable outcomes", blocks)
  }

  // MARK: Why

  private func reasonBlocks(_ view: StabilityView) -> [Document.Block] {
    guard !view.reasons.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Why")]
    let concepts = view.reasons.map(\.concept).uniqued
    for state in view.reasons.map(\.state).uniqued {
      blocks.append(.paragraph(named(state, view) + Inline(":")))
      var items: [Inline] = []
      for maker in view.decisionMakers {
        let own = view.reasons.filter { $0.state == state && $0.decisionMaker == maker.id }
        // What several concepts say alike is said once.
        for sentences in own.map(\.sentences).uniqued {
          let alike = own.filter { $0.sentences == sentences }
          guard let reason = alike.first else { continue }
          let by =
            alike.count == concepts.count
            ? "" : " by \(alike.map(\.concept).joined(separator: ", "))"
          items.append(because(reason, by: by))
        }
      }
      blocks.append(.items(items))
    }
    blocks.append(
      .remark(
        Inline(
          "By \(concepts.joined(separator: ", ")); the rules at the end say what each requires.")))
    return blocks
  }

  /// "Russia stays. …", with the statements behind the preferences it turns on.
  private func because(_ reason: StabilityView.Reason, by concepts: String = "") -> Inline {
    var line = Inline(
      "\(reason.name) \(reason.isStable ? "stays" : "leaves")\(concepts). ", .strong)
    line += Inline(reason.sentences.joined(separator: " "))
    if reason.more > 0 { line += Inline(" \(reason.more.counted("more move")) likewise.") }
    if !reason.statements.isEmpty {
      line += Inline(" ") + references(reason.statements, limit: 4)
    }
    return line
  }

  /// Why today's state would be left, or that it holds.
  private func statusQuoBlocks(_ view: StabilityView) -> [Document.Block] {
    guard let now = view.statusQuo, !view.reasons.contains(where: { $0.state == now }) else {
      return []
    }
    let leavers = view.leaversOfStatusQuo
    guard !leavers.isEmpty else { return [] }
    return [
      .paragraph(
        Inline("The status quo, ") + named(now, view) + Inline(", would not hold:")),
      .items(leavers.map { because($0) }),
    ]
  }

  // MARK: Questions

  private func wantedBlocks(_ view: StabilityView) -> [Document.Block] {
    guard let wanted = view.wanted else { return [] }
    let met = wanted.lines.allSatisfy(\.isMet)
    return [
      .heading("What would have to be true for \(wanted.state) to hold"),
      .paragraph(
        Inline(wanted.words, .strong)
          + Inline(met ? ". It already holds in this model." : ". By \(wanted.concept):")),
      .items(
        wanted.lines.map { line in
          guard !line.isMet else { return Inline("\(line.name) stays as it is.") }
          let ways =
            line.ways.isEmpty ? "no small change was found" : line.ways.joined(separator: "; or ")
          return Inline("\(line.name) would leave, unless ", .strong) + Inline(ways + ".")
        }),
    ]
  }

  private func whatIfBlocks(_ view: StabilityView) -> [Document.Block] {
    guard let trial = view.whatIf else { return [] }
    var blocks: [Document.Block] = [
      .heading("What if"),
      .paragraph(
        Inline("Suppose that \(trial.changes.joined(separator: ", and that ")).", .strong)),
    ]
    func lines(_ lines: [StabilityView.WhatIf.Line], _ verb: String) -> [Inline] {
      lines.map {
        Inline("\(verb) by \($0.concepts.joined(separator: ", ")): ", .strong)
          + Inline("\($0.words) (\($0.state))")
      }
    }
    let items = lines(trial.gained, "Now holds") + lines(trial.lost, "No longer holds")
    blocks.append(
      items.isEmpty ? .paragraph("The same outcomes would hold.") : .items(items))
    return blocks
  }

  private func robustnessBlocks(_ view: StabilityView) -> [Document.Block] {
    guard let trial = view.robustness else { return [] }
    let concepts = trial.lines.first?.shares.map(\.concept) ?? []
    var table = Table(
      "Of \(trial.samples.counted("draw")) the share in which an outcome holds, in % (with its 95 % interval)",
      [.init("State", weight: 0), .init("Outcome", weight: 3)]
        + concepts.map { .init($0, weight: 0) })
    table.emptyWords = "No outcome holds by \(view.explained) in any of them."
    table.hasRowHeads = true
    for line in trial.lines.prefix(12) {
      table.rows.append(
        [[Inline(line.state)], [Inline(line.words)]]
          + line.shares.map { share in
            let percent = Self.percent(Double(share.count) / Double(max(1, trial.samples)))
            let (low, high) = (Self.percent(share.low), Self.percent(share.high))
            return [Inline(low == high ? percent : "\(percent) (\(low)–\(high))")]
          })
    }
    return [
      .heading("Sensitivity to uncertain inputs"),
      .paragraph("Preferences drawn at random, each variant equally likely:"),
      .items(trial.varied.map { Inline($0) }), .table(table),
      .remark(
        "A share shows how far the result depends on what the analyst left uncertain, not how likely an outcome is. Seed \(trial.seed)."
      ),
    ]
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }

  private func coalitionBlocks(_ view: StabilityView) -> [Document.Block] {
    guard !view.coalitions.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Coalitions")]
    for found in view.coalitions {
      let proof =
        found.proof.isEmpty
        ? "no equilibrium is stable against every group."
        : "stable against every group: \(found.proof.joined(separator: ", "))."
      blocks.append(.paragraph(Inline("\(found.concept): ", .strong) + Inline(proof)))
      var items = found.upsets.prefix(10).map { Inline($0.sentence) }
      if found.upsets.count > 10 {
        items.append(Inline("and \(found.upsets.count - 10) more", .faint))
      }
      if !items.isEmpty { blocks.append(.items(items)) }
    }
    blocks.append(
      .remark(
        "A group leaves for a state that each of its members prefers, unless the others can respond in a way that leaves at least one of them no better off."
      ))
    return blocks
  }

  // MARK: Tables

  private func stateTable(_ view: StabilityView) -> Table {
    var table = Table(
      "E: holds for all (E!: strongly); otherwise those who would stay",
      [.init("State", weight: 0), .init("Outcome", weight: 3)] + view.concepts.map { .init($0) })
    if !view.states.contains(where: { !$0.strongly.isEmpty }) {
      table.caption = "E: holds for all; otherwise those who would stay"
    }
    table.hasRowHeads = true
    for state in view.states {
      let cells = view.concepts.map { concept -> [Inline] in
        if state.equilibrium.contains(concept) {
          return [Inline(state.strongly.contains(concept) ? "E!" : "E", .strong)]
        }
        let stay = state.stable.filter { $0.concepts.contains(concept) }.map { stable in
          view.decisionMakers.first { $0.id == stable.decisionMaker }?.name ?? stable.decisionMaker
        }
        return [Inline(stay.isEmpty ? "–" : stay.joined(separator: ", "), .faint)]
      }
      table.rows.append(
        [
          [Inline(state.pattern + (state.isStatusQuo ? " (now)" : ""))],
          [Inline(state.title ?? state.words)],
        ] + cells)
    }
    return table
  }

  private func pathBlocks(_ view: StabilityView) -> [Document.Block] {
    guard let now = view.statusQuo else { return [] }
    let items = view.states.filter { !$0.equilibrium.isEmpty && !$0.isStatusQuo }.prefix(12).map {
      state -> Inline in
      let line = Inline("To ") + named(state.pattern, view, isQuoted: true) + Inline(": ")
      guard let way = state.improvingPath ?? state.path else {
        return line + Inline("no moves lead there.")
      }
      return line + Inline("\(steps(way)).")
    }
    guard !items.isEmpty else { return [] }
    return [.heading("From the status quo, \(now)"), .items(items)]
  }

  /// The moves of a way and how their movers like them, said once where it is the same of all.
  private func steps(_ way: [StabilityView.Move]) -> String {
    let words = way.map(\.words)
    guard let first = way.first else { return "" }
    if way.allSatisfy({ $0.liking == first.liking }) {
      return words.joined(separator: ", then ") + ", "
        + (way.count == 1 ? first.liking.words : first.liking.wordsOfEach)
    }
    return way.map { $0.words + ($0.liking == .better ? "" : " (\($0.liking.words))") }
      .joined(separator: ", then ")
  }
}

extension StabilityView.Liking {
  /// To go on from what the mover does.
  fileprivate var words: String {
    switch self {
    case .better: "which it prefers"
    case .equal: "gaining nothing by it"
    case .worse: "against its preference"
    case .unknown: "which it may prefer"
    }
  }

  /// The same of several moves.
  fileprivate var wordsOfEach: String {
    switch self {
    case .better: "each step preferred by its mover"
    case .equal: "each step gaining its mover nothing"
    case .worse: "each step against its mover's preference"
    case .unknown: "each step one that its mover may prefer"
    }
  }
}
