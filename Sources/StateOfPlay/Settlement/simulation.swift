internal import Bargaining
public import CaseModel
public import Foundations

/// Simulates a negotiation by the stacked alternating offers protocol (Aydoğan et al. 2017); see
/// ``SimulationView``.
/// - Throws: ``ModelError`` if the scenario or a strategy is invalid; what `checkpoint` throws.
/// - Complexity: every package is examined once, then one step for each offer.
public func simulation(
  _ theCase: Case, _ lens: Lens = Lens(), scenario id: Case.Scenario.ID? = nil,
  asking questions: SimulationQuestions = SimulationQuestions(),
  checkpoint: Checkpoint = Checkpoint()
) throws -> SimulationView {
  let cut = theCase.cut(by: lens)
  let index = CaseIndex(cut)
  var source = try cut.scenario(id)
  let settings = try questions.settings.map { try ScenarioSetting($0, of: source) }
  let changes = settings.map { $0.apply(to: &source, index) }
  do {
    let simulator = Simulator(
      model: try ScenarioModel(source, index), questions: questions,
      checkpoint: checkpoint)
    var view = try simulator.view()
    view.changes = changes
    return view
  } catch let error as AnalysisError {
    throw ScenarioModel.fault(error, in: source)
  }
}

private struct Simulator {
  let model: ScenarioModel
  let questions: SimulationQuestions
  let checkpoint: Checkpoint

  private static let rule = """
    In turn each party accepts the offer on the table or makes another; an offer that all others \
    accept is the agreement. Boulware concedes late, conceder early, linear evenly, each from its \
    best package down to its reservation value at the deadline. Tit for tat concedes as much as \
    the others conceded to it; naive offers at random what it could accept; hill climbing always \
    makes the one change that costs it least. People do not bargain like this. It shows what such \
    bargaining would do with these numbers, and is not a forecast.
    """
  private static let known = [
    "boulware", "linear", "conceder", "tit-for-tat", "naive", "hill-climbing",
  ]

  func view() throws -> SimulationView {
    let rules = try self.rules()
    let table = try AlternatingOffers(model.compiled, checkpoint: checkpoint)
    var view = SimulationView(
      scenario: model.source.id, title: model.source.title,
      by: model.source.evidence.basis ?? model.source.provenance.by, issues: model.issueLines,
      parties: model.names.enumerated().map { position, name in
        .init(
          id: model.partyIDs[position], name: name,
          reservation: .init(ExactValue(model.engine.parties[position].reservation.nominal)),
          discount: rules.sessionDiscounts.isEmpty ? "1" : "\(rules.sessionDiscounts[position])",
          strategy: "")
      }, rounds: questions.rounds, discount: "\(rules.discountPerRound)", seed: questions.seed,
      rule: Self.rule)
    if questions.tournament {
      view.tournament = try tournament(table, rules)
    } else {
      let negotiators = try self.negotiators()
      for (position, item) in negotiators.enumerated() {
        view.parties[position].strategy = item.name
      }
      view.game = try game(table, rules, negotiators.map(\.negotiator))
    }
    return view
  }

  /// What delay costs: as asked, the same for all by the round; else each party's own, by the session.
  private func rules() throws -> AlternatingOffers.Rules {
    func discount(_ text: String, _ fault: (String) -> ModelError) throws -> ExactDecimal {
      guard let found = try? ExactDecimal(parsing: text), found > .zero, found <= .one else {
        throw fault("give a number above 0 and at most 1")
      }
      return found
    }
    var rules = AlternatingOffers.Rules(rounds: questions.rounds, keepsTrace: questions.trace)
    if let text = questions.discount {
      rules.discountPerRound = try discount(text) {
        ModelError(.discount, "`\(text)` is not a discount", hint: $0)
      }
      return rules
    }
    rules.sessionDiscounts = try model.source.parties.enumerated().map { position, party in
      let text = party.discount?.text ?? "1"
      return try discount(text) {
        ModelError(
          model.path.key("parties").index(position).key("discount"),
          "`\(text)` is not a discount for `\(party.id)`", hint: $0)
      }
    }
    return rules
  }

  private func game(
    _ table: AlternatingOffers, _ rules: AlternatingOffers.Rules, _ negotiators: [Negotiator]
  ) throws -> SimulationView.Game {
    let outcome = try table.run(
      negotiators, rules: rules, seed: questions.seed, checkpoint: checkpoint)
    return SimulationView.Game(
      agreement: outcome.agreement.map(model.ids),
      round: min(outcome.round + 1, questions.rounds), offers: outcome.offers,
      utilities: outcome.utilities.map { .init($0) }, remaining: outcome.discounts,
      shares: outcome.shares,
      trace: try outcome.trace.map { offer in
        SimulationView.Offer(
          round: offer.round + 1, party: model.partyIDs[offer.party],
          options: model.ids(offer.package),
          utilities: try model.compiled.utilities(of: offer.package).map { .init($0) })
      })
  }

  private func tournament(
    _ table: AlternatingOffers, _ rules: AlternatingOffers.Rules
  ) throws -> SimulationView.Tournament {
    let names = questions.strategies.isEmpty ? Self.known : questions.strategies
    let entrants = try names.map { try Self.strategy($0) }
    let played = try table.tournament(
      entrants, rules: rules, seed: questions.seed, checkpoint: checkpoint)
    return SimulationView.Tournament(
      games: played.games.count,
      standings: played.standings.map {
        .init(
          strategy: names[$0.entrant], seats: $0.seats, agreements: $0.agreements,
          meanShare: $0.meanShare)
      })
  }

  /// One a party: its own, else what was given for all, else Boulware.
  private func negotiators() throws -> [(name: String, negotiator: Negotiator)] {
    var standard = "boulware"
    var own: [String: String] = [:]
    for text in questions.strategies {
      guard let sign = text.firstIndex(of: "=") else {
        standard = text
        continue
      }
      let party = String(text[..<sign])
      guard model.partyIDs.contains(party) else {
        throw ModelError(
          .strategy, "the scenario has no party `\(party)`",
          hint: suggestion(for: party, among: model.partyIDs)
            ?? "it has \(model.partyIDs.alternatives)")
      }
      own[party] = String(text[text.index(after: sign)...])
    }
    return try model.partyIDs.map { id in
      let name = own[id] ?? standard
      return (name, try Self.strategy(name))
    }
  }

  private static func strategy(_ text: String) throws -> Negotiator {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let number = parts.count == 2 ? Int(parts[1]) : nil
    guard parts.count == 1 || (parts.count == 2 && number != nil) else {
      throw unknown(text)
    }
    func within(_ range: ClosedRange<Int>, _ standard: Int) throws -> Int {
      let value = number ?? standard
      guard range.contains(value) else {
        throw ModelError(
          .strategy, "`\(text)`",
          hint: "the number after \(parts[0]) is \(range.lowerBound) to \(range.upperBound)")
      }
      return value
    }
    switch parts[0] {
    case "boulware": return .timeDependent(.boulware(power: try within(2...64, 4)))
    case "conceder": return .timeDependent(.conceder(roots: try within(1...6, 2)))
    case "linear" where number == nil: return .timeDependent(.linear)
    case "tit-for-tat" where number == nil: return .titForTat
    case "naive" where number == nil: return .naive
    case "hill-climbing" where number == nil: return .hillClimbing
    default: throw unknown(text)
    }
  }

  private static func unknown(_ text: String) -> ModelError {
    ModelError(
      .strategy, "unknown strategy `\(text)`",
      hint: suggestion(for: text, among: known)
        ?? "it is \(known.alternatives); boulware:4 and conceder:2 say how strongly")
  }
}
