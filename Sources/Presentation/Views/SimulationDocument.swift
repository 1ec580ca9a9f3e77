internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// How an imagined haggling ends.
  package func document(_ view: SimulationView) -> Document {
    var blocks = opening
    blocks.append(
      .remark(
        Inline(
          "For teaching: what bargaining by fixed rules would lead to. It is not a forecast.",
          .warning)))
    blocks += supposition(view.changes)
    if let game = view.game { blocks += gameBlocks(view, game) }
    if let played = view.tournament { blocks += tournamentBlocks(view, played) }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(view.title): simulated bargaining", blocks)
  }

  private func gameBlocks(
    _ view: SimulationView, _ game: SimulationView.Game
  ) -> [Document.Block] {
    let who = view.parties.map { "\($0.name) \($0.strategy)" }.joined(separator: ", ")
    var blocks: [Document.Block] = []
    if let agreement = game.agreement {
      blocks.append(
        .paragraph(
          Inline(
            "They agree in round \(game.round) of \(view.rounds), after \(game.offers.counted("offer"))",
            .strong)
            + Inline(" (\(who)): \(words(agreement, view)).")))
    } else {
      blocks.append(
        .paragraph(
          Inline("They do not agree within \(view.rounds.counted("round"))", .strong)
            + Inline(" (\(who)); each is left with its reservation value.")))
    }
    var items: [Inline] = []
    for (position, party) in view.parties.enumerated() {
      let got = game.utilities[position].value
      var line =
        Inline("\(party.name) gets \(SettlementWords.number(got))", .strong)
        + Inline(
          " (reservation value \(SettlementWords.number(party.reservation.value))), \(SettlementWords.percent(game.shares[position])) of the way from its worst to its best"
        )
      if game.remaining[position] < 1 {
        line += Inline(
          "; delay leaves \(SettlementWords.number(got * game.remaining[position])) of it")
      }
      items.append(line)
    }
    blocks.append(.items(items))
    guard !game.trace.isEmpty else { return blocks }
    var table = Table(
      "Every offer, and what it is worth to each",
      [
        .init("Round", isNumber: true, weight: 0), .init("By", weight: 0),
        .init("Offer", weight: 3),
      ] + view.parties.map { .init($0.name, isNumber: true, weight: 0) })
    for offer in game.trace {
      let name = view.parties.first { $0.id == offer.party }?.name ?? offer.party
      table.rows.append(
        [[Inline("\(offer.round)")], [Inline(name)], [Inline(words(offer.options, view))]]
          + offer.utilities.map { [Inline(SettlementWords.number($0.value))] })
    }
    return blocks + [.heading("The offers"), .table(table)]
  }

  private func tournamentBlocks(
    _ view: SimulationView, _ played: SimulationView.Tournament
  ) -> [Document.Block] {
    var table = Table(
      "Every assignment of strategies to parties, \(played.games.counted("game")) of \(view.rounds.counted("round")) at most",
      [
        .init("Strategy", weight: 1), .init("Seats", isNumber: true, weight: 0),
        .init("Agreed", isNumber: true, weight: 0),
        .init("Mean share of the way from worst to best", isNumber: true, weight: 0),
      ])
    table.hasRowHeads = true
    let ranked = played.standings.enumerated().sorted {
      ($1.element.meanShare, $0.offset) < ($0.element.meanShare, $1.offset)
    }
    for (_, line) in ranked {
      table.rows.append([
        [Inline(line.strategy)], [Inline("\(line.seats)")], [Inline("\(line.agreements)")],
        [Inline(SettlementWords.percent(line.meanShare))],
      ])
    }
    return [
      .table(table), .remark("Without an agreement a share counts as zero. Seed \(view.seed)."),
    ]
  }

  private func words(_ options: [String], _ view: SimulationView) -> String {
    zip(view.issues, options).map { issue, option in
      "\(issue.title): \(issue.options.first { $0.id == option }?.title ?? option)"
    }.joined(separator: "; ")
  }
}
