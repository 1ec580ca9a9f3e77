internal import CaseModel
public import StateOfPlay

extension Frame {
  /// Which outcomes would hold: in words first, then by concept, then what was asked.
  public func document(_ view: StabilityView) -> Document {
    var blocks = opening
    if let description = view.description { blocks.append(.paragraph(Inline(description))) }
    if !view.leftOut.isEmpty {
      blocks.append(
        .remark(
          Inline("The model rests on what this look at the record leaves out: ", .warning)
            + references(view.leftOut, limit: 12)))
    }
    blocks.append(.paragraph(outcome(view)))
    blocks += equilibriumItems(view, most: 12)
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
    blocks += pathBlocks(view)
    blocks += modelBlocks(view)
    blocks.append(.remark(Inline("Rule: \(view.rule)")))
    blocks.append(.remark(footer))
    return Document("\(view.title): which outcomes would hold", blocks)
  }

  /// Whose hypothesis it is, and how many outcomes hold under it.
  func outcome(_ view: StabilityView) -> Inline {
    let whose = view.by.map { " (a hypothesis of \(index.name($0)))" } ?? ""
    let line = Inline("If the model is right\(whose), ")
    let most = view.counts.map(\.equilibria).max() ?? 0
    guard most > 0 else {
      return line + Inline("none of \(view.stateCount.counted("outcome")) would hold.", .strong)
    }
    let held = Inline(
      "\(most) of \(view.stateCount.counted("outcome")) would hold once reached", .strong)
    guard view.statesAreAllEquilibria else { return line + held + Inline(".") }
    let firm = view.states.count { $0.equilibrium.count == view.concepts.count }
    let rest =
      firm == 0
      ? ", none of them under every concept."
      : ", \(firm == most ? "each" : "\(firm)") under every concept."
    return line + held + Inline(rest)
  }

  func equilibriumItems(_ view: StabilityView, most: Int) -> [Document.Block] {
    let found = view.states.filter { !$0.equilibrium.isEmpty }
      .enumerated().sorted {
        ($1.element.equilibrium.count, $0.offset) < ($0.element.equilibrium.count, $1.offset)
      }.map(\.element)
    guard !found.isEmpty else { return [] }
    var items = found.prefix(most).map { state -> Inline in
      let under =
        state.equilibrium.count == view.concepts.count
        ? "under every concept" : "under \(state.equilibrium.joined(separator: ", "))"
      let now = state.isStatusQuo ? "; the status quo" : ""
      return Inline(state.words, .strong) + Inline(" (\(state.pattern)) — \(under)\(now)")
    }
    if found.count > most { items.append(Inline("and \(found.count - most) more", .faint)) }
    return [.items(items)]
  }

  private func reasonBlocks(_ view: StabilityView) -> [Document.Block] {
    guard !view.reasons.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Why")]
    var shown: String?
    var items: [Inline] = []
    func close() {
      if !items.isEmpty { blocks.append(.items(items)) }
      items = []
    }
    for reason in view.reasons {
      if reason.state != shown {
        close()
        shown = reason.state
        let words = view.states.first { $0.pattern == reason.state }?.words ?? ""
        blocks.append(.paragraph(Inline(words, .strong) + Inline(" (\(reason.state))")))
      }
      var line = Inline("\(reason.name) \(reason.isStable ? "stays" : "leaves"). ", .strong)
      line += Inline(reason.sentences.joined(separator: " "))
      if reason.more > 0 { line += Inline(" \(reason.more.counted("more move")) likewise.") }
      items.append(line)
    }
    close()
    blocks.append(
      .remark("By \(view.reasons[0].concept): the others reply with moves they like themselves."))
    return blocks
  }

  private func wantedBlocks(_ view: StabilityView) -> [Document.Block] {
    guard let wanted = view.wanted else { return [] }
    let met = wanted.lines.allSatisfy(\.isMet)
    return [
      .heading("What would have to be true for \(wanted.state) to hold"),
      .paragraph(
        Inline(wanted.words, .strong)
          + Inline(met ? ". It holds as the model stands." : ". By \(wanted.concept):")),
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
        Inline("\(verb) under \($0.concepts.joined(separator: ", ")): ", .strong)
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
      "Share of \(trial.samples) drawn preferences in which an outcome holds (95 % interval)",
      [.init("State", weight: 0), .init("Outcome", weight: 2)]
        + concepts.map { .init($0, weight: 0) })
    table.emptyWords = "No outcome holds by SEQ in any of them."
    for line in trial.lines {
      table.rows.append(
        [[Inline(line.state)], [Inline(line.words)]]
          + line.shares.map { share in
            [
              Inline(
                "\(Self.percent(Double(share.count) / Double(max(1, trial.samples)))) (\(Self.percent(share.low))–\(Self.percent(share.high)))"
              )
            ]
          })
    }
    return [
      .heading("How much hangs on what is uncertain"),
      .items(trial.varied.map { Inline($0) }), .table(table),
      .remark(
        "A share says how much the result hangs on what the analyst left open, not how likely an outcome is. Seed \(trial.seed)."
      ),
    ]
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func coalitionBlocks(_ view: StabilityView) -> [Document.Block] {
    guard let found = view.coalitions else { return [] }
    var items = found.upsets.prefix(20).map { upset in
      Inline("\(upset.names.joined(separator: " and ")) together ", .strong)
        + Inline(
          "would leave \(upset.state) for \(upset.targets.prefix(4).joined(separator: " or ")).")
    }
    if found.upsets.count > 20 {
      items.append(Inline("and \(found.upsets.count - 20) more", .faint))
    }
    let proof =
      found.proof.isEmpty
      ? "No equilibrium by \(found.concept) is proof against every coalition."
      : "Proof against every coalition, by \(found.concept): \(found.proof.joined(separator: ", "))."
    return [.heading("Coalitions"), .paragraph(Inline(proof))]
      + (items.isEmpty ? [] : [.items(items)])
  }

  private func stateTable(_ view: StabilityView) -> Table {
    var table = Table(
      "E: holds for all; otherwise those who would stay",
      [.init("State", weight: 0), .init("Outcome", weight: 3)] + view.concepts.map { .init($0) })
    table.hasRowHeads = true
    for state in view.states {
      let cells = view.concepts.map { concept -> [Inline] in
        if state.equilibrium.contains(concept) { return [Inline("E", .strong)] }
        let stay = state.stable.filter { $0.concepts.contains(concept) }.map(\.decisionMaker)
        return [Inline(stay.isEmpty ? "–" : stay.joined(separator: ", "), .faint)]
      }
      table.rows.append(
        [[Inline(state.pattern + (state.isStatusQuo ? " (now)" : ""))], [Inline(state.words)]]
          + cells)
    }
    return table
  }

  private func pathBlocks(_ view: StabilityView) -> [Document.Block] {
    guard let now = view.statusQuo else { return [] }
    let items = view.states.filter { !$0.equilibrium.isEmpty && !$0.isStatusQuo }.prefix(12).map {
      state -> Inline in
      let line = Inline("To \(state.pattern): ", .strong)
      if let way = state.improvingPath {
        return line + Inline("\(steps(way)); each mover likes its step.")
      }
      guard let way = state.path else { return line + Inline("no moves lead there.") }
      let against = way.filter { !$0.isImprovement }
      return line
        + Inline(
          "\(steps(way)); \(against.isEmpty ? "but not all of it by steps each likes" : "against the mover's liking: \(steps(against))")."
        )
    }
    guard !items.isEmpty else { return [] }
    return [.heading("From the status quo, \(now)"), .items(items)]
  }

  private func steps(_ way: [StabilityView.Move]) -> String {
    way.map(\.words).joined(separator: ", then ")
  }

  private func modelBlocks(_ view: StabilityView) -> [Document.Block] {
    var blocks: [Document.Block] = [.heading("The model")]
    blocks.append(
      .items(
        view.options.enumerated().map { position, option in
          let owners = option.owners.compactMap { id in
            view.decisionMakers.first { $0.id == id }?.name
          }.joined(separator: " or ")
          let way =
            switch option.direction {
            case .both: ""
            case .forward: "; once taken it stays"
            case .back: "; once left it stays so"
            }
          return Inline("\(position + 1). \(owners): \(option.title) [\(option.id)]\(way) ")
            + part(option.statements, option.basis, view)
        }))
    for maker in view.decisionMakers {
      blocks.append(.paragraph(Inline("\(maker.name) wants, the most important first:", .strong)))
      guard !maker.wishes.isEmpty else {
        blocks.append(.paragraph("Nothing is known of what it wants."))
        continue
      }
      blocks.append(
        .items(
          maker.wishes.map { wish in
            Inline(wish.text + " ")
              + (wish.uncertain ? Inline("(uncertain) ", .warning) : Inline(""))
              + part(wish.statements, wish.basis, view)
          }))
    }
    return blocks
  }

  /// What a part of the model rests on: its own grounds, else those of the whole.
  private func part(_ statements: [Case.Statement.ID], _ basis: Who?, _ view: StabilityView)
    -> Inline
  {
    if statements.isEmpty, basis == nil, index.theCase.statements.isEmpty { return Inline("") }
    return grounds(statements, basis: basis ?? view.by)
  }
}

extension StabilityView {
  /// Whether no equilibrium is missing from `states`.
  fileprivate var statesAreAllEquilibria: Bool {
    counts.allSatisfy { count in
      states.count { $0.equilibrium.contains(count.concept) } == count.equilibria
    }
  }
}
