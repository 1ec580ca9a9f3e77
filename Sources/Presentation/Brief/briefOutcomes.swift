internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// Which outcomes would hold, by each conflict an analyst has modelled: in words, with the
/// preferences they rest on and how much hangs on what is uncertain.
extension ViewContext {
  func outcomeBlocks(_ brief: Brief) -> [Document.Block] {
    guard !brief.outcomes.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Which outcomes would hold")]
    for found in brief.outcomes {
      if found.restsOnExcluded == true {
        blocks.append(
          .remark(
            "“\(found.title)” depends on entries that the current filters exclude; `dragoman stability` shows it nevertheless."
          ))
        continue
      }
      guard let view = found.view else {
        blocks.append(
          .remark(
            Inline("“\(found.title)” cannot be analysed: \(found.fault ?? "")", .warning)))
        continue
      }
      blocks.append(.paragraph(hypothesis(view)))
      blocks.append(.items(outcomeItems(view)))
    }
    return blocks
  }

  /// That it is someone's model and no finding, and how much comes of it.
  private func hypothesis(_ view: StabilityView) -> Inline {
    let whose = view.by.map { " (by \(index.name($0)))" } ?? ""
    let held =
      view.statesAreAllEquilibria
      ? view.states.count { !$0.equilibrium.isEmpty } : view.counts.map(\.equilibria).max() ?? 0
    var line =
      Inline("\(view.title). ", .strong)
      + Inline(
        "An analyst's hypothesis\(whose), not a finding and not a forecast: if the preferences ")
    line += Inline(
      "below are right, \(held == 0 ? "none" : "\(held)") of \(view.stateCount.counted("outcome")) would hold once reached."
    )
    if let robustness = view.robustness {
      line += Inline(
        " Percentages: the share of \(robustness.samples.counted("draw")) of the uncertain preferences (seed \(robustness.seed)) in which an outcome holds.",
        .faint)
    }
    return line
  }

  private func outcomeItems(_ view: StabilityView) -> [Inline] {
    var items: [Inline] = []
    for hold in [StabilityView.Hold.nobodyGains, .likedAnswers, .other] {
      for state in view.states where view.hold(of: state) == hold && items.count < 4 {
        items.append(
          named(state, view) + Inline(": \(hold.words.lowercasedFirst). ")
            + preferences(at: state.pattern, view))
      }
    }
    let threatened = view.states.filter { view.hold(of: $0) == .threats }
    if !threatened.isEmpty {
      var line = Inline(
        "Stable only through threats that are not credible: ")
      for (position, state) in threatened.prefix(3).enumerated() {
        line += Inline(position > 0 ? "; " : "") + named(state, view)
      }
      if threatened.count > 3 { line += Inline("; and \(threatened.count - 3) more") }
      items.append(line + Inline("."))
    }
    if let now = view.states.first(where: \.isStatusQuo), !view.leaversOfStatusQuo.isEmpty {
      var line = named(now, view) + Inline(", the status quo, would not hold: ")
      for (position, reason) in view.leaversOfStatusQuo.enumerated() {
        line += Inline(position > 0 ? " " : "")
        let words = reason.leaving ?? reason.sentences.first ?? ""
        line += Inline("\(reason.name.withinSentence) \(words) ")
        line += references(reason.statements, limit: 3)
      }
      items.append(line)
    }
    return items
  }

  private func named(_ state: StabilityView.StateLine, _ view: StabilityView) -> Inline {
    let concept =
      state.equilibrium.contains(view.explained)
      ? view.explained : state.equilibrium.first ?? view.explained
    let by = concept == view.explained ? "" : " by \(concept)"
    let share = view.share(of: state.pattern, concept).map { ", \(Self.percent($0)) %\(by)" }
    return Inline(state.title ?? state.words, .strong)
      + Inline(" (\(state.pattern)\(share ?? ""))", .faint)
  }

  /// "Russia wants “…” [osw-47]; Ukraine “…” [rev-09]": what each who stays would lose by leaving.
  private func preferences(at pattern: String, _ view: StabilityView) -> Inline {
    var line = Inline("")
    for reason in view.reasons where reason.state == pattern && !reason.wishes.isEmpty {
      line +=
        line.isEmpty
        ? Inline("By leaving, \(reason.name.withinSentence) would lose ")
        : Inline("; \(reason.name.withinSentence) ")
      for (position, wish) in reason.wishes.enumerated() {
        line += Inline(
          "\(position > 0 ? " or " : "")“\(wish.text)”\(wish.uncertain ? " (uncertain)" : "") ")
        line += grounds(wish.statements, basis: wish.basis ?? view.by, limit: 2)
      }
    }
    return line.isEmpty ? line : line + Inline(".")
  }
}

extension StabilityView.Reason {
  /// The statements behind the preferences it turns on, each once.
  var statements: [Case.Statement.ID] {
    wishes.flatMap(\.statements).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
