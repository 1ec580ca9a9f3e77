internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// The outcomes that would hold, in sentences; for the view's own page and for the brief.
extension ViewContext {
  /// Whose hypothesis it is, and how many outcomes hold under it.
  func verdict(_ view: StabilityView) -> Inline {
    let whose = view.by.map { " (a hypothesis of \(index.name($0)))" } ?? ""
    let line = Inline("If the model is right\(whose), ")
    let most = view.counts.map(\.equilibria).max() ?? 0
    guard most > 0 else {
      return line + Inline("none of \(view.stateCount.counted("outcome")) would hold.", .strong)
    }
    let all = view.stateCount.counted("outcome")
    guard view.statesAreAllEquilibria else {
      let counts = view.counts.map { "\($0.equilibria) by \($0.concept)" }
      return line + Inline("of \(all), this many would hold: ")
        + Inline(counts.joined(separator: ", "), .strong) + Inline(".")
    }
    let held = view.states.count { !$0.equilibrium.isEmpty }
    return line + Inline("\(held) of \(all) would hold once reached.", .strong)
  }

  /// Equilibria by what holds them, the firmest first.
  func equilibriumBlocks(_ view: StabilityView, most: Int) -> [Document.Block] {
    var left = most
    var blocks: [Document.Block] = []
    for hold in StabilityView.Hold.allCases {
      let found = view.states.filter { view.hold(of: $0) == hold }
      guard !found.isEmpty, left > 0 else { continue }
      blocks.append(.paragraph(Inline("\(hold.words):")))
      var items = found.prefix(left).map { equilibrium($0, view) }
      if found.count > left { items.append(Inline("and \(found.count - left) more", .faint)) }
      left -= found.count
      blocks.append(.items(items))
    }
    return blocks
  }

  /// One equilibrium: what it is, under what, and how much it hangs on what is uncertain.
  private func equilibrium(_ state: StabilityView.StateLine, _ view: StabilityView) -> Inline {
    var line = named(state.pattern, view)
    if let title = state.title, title != state.words { line += Inline(". \(state.words)") }
    if state.isStatusQuo { line += Inline("; the status quo") }
    let by =
      state.equilibrium.count == view.concepts.count
      ? view.concepts.count > 1 ? "by every concept" : "by \(view.explained)"
      : "by \(state.equilibrium.joined(separator: ", "))"
    let firm =
      state.strongly.isEmpty ? "" : "; strongly by \(state.strongly.joined(separator: ", "))"
    return line + Inline(" — \(by)\(firm)\(sure(state, view))", .faint)
  }

  /// "; in 100 % of 1,000 draws of the uncertain preferences"
  func sure(_ state: StabilityView.StateLine, _ view: StabilityView) -> String {
    guard let robustness = view.robustness else { return "" }
    let concept =
      state.equilibrium.contains(view.explained)
      ? view.explained : state.equilibrium.first ?? view.explained
    guard let share = view.share(of: state.pattern, concept) else { return "" }
    let by = concept == view.explained ? "" : " by \(concept)"
    return "; in \(Self.percent(share)) % of \(robustness.samples.counted("draw")) of the "
      + "uncertain preferences\(by)"
  }

  /// A state by its title where it has one, else by what each does; its sign behind.
  func named(_ pattern: String, _ view: StabilityView, isQuoted: Bool = false) -> Inline {
    let state = view.states.first { $0.pattern == pattern }
    var words = state?.title ?? state?.words ?? pattern
    if isQuoted, state?.title != nil { words = "“\(words)”" }
    return Inline(words, .strong) + Inline(words == pattern ? "" : " (\(pattern))")
  }
}

extension StabilityView.Hold {
  var words: String {
    switch self {
    case .nobodyGains: "No party gains by leaving"
    case .likedAnswers:
      "A party that left would be answered by moves that the others themselves prefer"
    case .threats: "Stable only through threats that are not credible"
    case .other: "Stable for everyone"
    }
  }
}
