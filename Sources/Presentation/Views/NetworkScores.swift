internal import CaseModel
internal import Foundations
internal import Networks
internal import StateOfPlay

/// The measures of a network, each in words.
extension ViewContext {
  func scoreItems(_ view: NetworksView) -> [Inline] {
    var items: [Inline] = []
    if let found = view.polarisation { items.append(polarisationWords(found, view.ties)) }
    if let found = view.balance { items.append(balanceWords(found)) }
    if let found = view.changes { items.append(changeWords(found)) }
    for found in view.coders ?? [] { items.append(coderWords(found, view)) }
    let turns = view.ties.compactMap { tie in tie.turn.map { (tie, $0) } }
      .sorted { a, b in a.1.date.latest > b.1.date.latest }
    for (tie, turn) in turns.prefix(5) {
      items.append(
        Inline(tieTitle(tie), .strong)
          + Inline(
            ": \(turn.isTowards ? "agree more than they differ" : "differ more than they agree") by their latest words since \(turn.date.words) "
          ) + references([turn.statement]))
    }
    return items
  }

  private func coderWords(_ found: NetworksView.Coder, _ view: NetworksView) -> Inline {
    var parts = [
      found.changed == 0
        ? "every tie stays as it is"
        : "\(found.changed) of \(view.ties.count.counted("tie")) gone or of another kind"
    ]
    func compare(_ what: String, _ without: String?, _ with: String?) {
      guard let without, let with, without != with else { return }
      parts.append("\(what) \(without) instead of \(with)")
    }
    compare(
      "polarisation", found.polarisation.map { SettlementWords.number($0) },
      view.polarisation.map { SettlementWords.number($0.score) })
    compare(
      "frustration index", found.frustration.map { "\($0)" },
      view.balance.map { "\($0.frustration)" })
    return Inline("Without what \(index.name(found.coder)) coded", .strong)
      + Inline(" (\(found.statements.counted("statement"))): \(parts.listed()).")
  }

  private func camps(_ camps: [[Case.Actor.ID]]) -> String {
    camps.map { camp in
      let shown = camp.prefix(8).map { index.name($0) }
      let more = camp.count > shown.count ? ["\(camp.count - shown.count) more"] : []
      return (shown + more).listed()
    }.joined(separator: "; and ")
  }

  private func polarisationWords(
    _ found: NetworksView.Polarisation, _ ties: [NetworksView.Tie]
  ) -> Inline {
    let score = SettlementWords.number(found.score)
    var words = Inline("Polarisation \(score)", .strong)
    words += Inline(
      found.camps.count < 2
        ? ": no division in two is better than chance. "
        : " of 1, in these two groups by what they say: \(camps(found.camps)). ")
    if found.camps.count > 1 {
      let (within, across) = LatestWords.of(found.camps, ties)
      words += Inline(
        "Latest words within a group are \(within.words), across the two \(across.words). ")
    }
    if found.draws > 0, found.camps.count > 1 {
      let share = SettlementWords.percent(found.share)
      words += Inline(
        "Random networks of the same activity score \(SettlementWords.number(found.mean)) on average, and \(share) of \(found.draws) score at least as high: "
      )
      words += Inline(
        found.p <= 0.05
          ? "more polarised than chance explains" : "no more polarised than chance explains",
        .strong)
      words += Inline(
        found.z.map { " (z \(SettlementWords.number($0)), p \(SettlementWords.number(found.p))). " }
          ?? " (p \(SettlementWords.number(found.p))). ")
    }
    if !found.isProven {
      words += Inline(
        "No division scores above \(SettlementWords.number(found.bound)); the best was not proven.",
        .faint)
    }
    return words
  }

  private func balanceWords(_ found: NetworksView.Balance) -> Inline {
    var words = Inline("Frustration index \(found.frustration)", .strong)
    words += Inline(" of \(found.signed.counted("signed tie")): ")
    guard found.signed > 0 else {
      return words + Inline("no tie has more of congruence or of conflict.")
    }
    guard found.frustration > 0 else {
      return words
        + Inline(
          found.camps.count < 2
            ? "balanced, with all in one group."
            : "balanced. Groups: \(camps(found.camps)).")
    }
    let pairs = found.frustrated.prefix(4).map { pair in
      pair.map { index.name($0) }.joined(separator: " – ")
    }
    let more = found.frustrated.count > 4 ? ["\(found.frustrated.count - 4) more"] : []
    words += Inline(
      found.camps.count < 2
        ? "all in one group but for \((pairs + more).listed())."
        : "two groups (\(camps(found.camps))) but for \((pairs + more).listed()).")
    if !found.isProven { words += Inline(" At least \(found.least); not proven.", .faint) }
    return words
  }

  private func changeWords(_ found: NetworksView.Changes) -> Inline {
    let span = "\(found.periods.counted("\(found.period.rawValue)"))"
    guard !found.points.isEmpty else {
      return Inline("No change of the whole network", .strong)
        + Inline(" over \(span) is clearer than chance.")
    }
    let dates = found.points.map { "\($0.date.words) (p \(SettlementWords.number($0.p)))" }
    return Inline("The network as a whole changed", .strong)
      + Inline(" at the beginning of \(dates.listed()), of \(span).")
  }
}
