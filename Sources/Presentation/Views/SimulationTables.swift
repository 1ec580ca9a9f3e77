internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// What each party gets of one game, or each strategy of a tournament; then every offer that was
  /// asked for, one row for each party's value of it.
  func data(_ view: SimulationView) -> [Table] {
    var tables: [Table] = []
    if let game = view.game {
      var table = Self.columns(
        "scenario", "agreed", "round", "offers", "party", "strategy", "reservation", "utility",
        "remaining", "share", "package")
      for (place, party) in view.parties.enumerated() {
        table.add([
          view.scenario.raw, "\(game.agreement != nil)", "\(game.round)", "\(game.offers)",
          party.id, party.strategy, party.reservation.exact, game.utilities[place].exact,
          "\(game.remaining[place])", "\(game.shares[place])",
          game.agreement.map { package($0, view) } ?? "",
        ])
      }
      tables.append(table)
      if !game.trace.isEmpty { tables.append(offers(game.trace, view)) }
    }
    if let tournament = view.tournament {
      var table = Self.columns(
        "scenario", "games", "strategy", "seats", "agreements", "mean_share")
      for line in tournament.standings {
        table.add([
          view.scenario.raw, "\(tournament.games)", line.strategy, "\(line.seats)",
          "\(line.agreements)", "\(line.meanShare)",
        ])
      }
      tables.append(table)
    }
    return tables
  }

  private func offers(_ trace: [SimulationView.Offer], _ view: SimulationView) -> Table {
    var table = Self.columns("scenario", "round", "by", "package", "party", "utility")
    for offer in trace {
      for (party, utility) in zip(view.parties, offer.utilities) {
        table.add([
          view.scenario.raw, "\(offer.round)", offer.party, package(offer.options, view), party.id,
          utility.exact,
        ])
      }
    }
    return table
  }

  /// `issue=option,issue=option`, the form in which a package is asked for.
  private func package(_ options: [String], _ view: SimulationView) -> String {
    zip(view.issues, options).map { "\($0.id)=\($1)" }.joined(separator: ",")
  }
}
