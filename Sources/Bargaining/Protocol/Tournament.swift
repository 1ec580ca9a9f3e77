public import Foundations

/// Every assignment of negotiators to parties, played once each.
public struct Tournament: Sendable, Hashable {
  /// One game for each assignment of entrants to seats, in lexicographic order.
  public let games: [Game]
  /// Per entrant, over all the games and seats it had: how often it agreed, and its mean share of
  /// the way from worst to best (zero without agreement).
  public let standings: [Standing]

  /// One session with an entrant in each seat.
  public struct Game: Sendable, Hashable {
    /// Entrants by party.
    public let entrants: [Int]
    /// How it ended.
    public let outcome: AlternatingOffers.Outcome
  }

  /// How one entrant did over all games.
  public struct Standing: Sendable, Hashable {
    /// The entrant, by position.
    public let entrant: Int
    /// How many seats it held over all games.
    public let seats: Int
    /// How many of them ended in agreement.
    public let agreements: Int
    /// Over its seats, the mean share of the way from the worst to the best package for its party,
    /// from 0 to 1; 0 without agreement.
    public let meanShare: Double
  }
}

extension AlternatingOffers {
  /// - Throws: `AnalysisError.outOfRange` past 10,000 games, or what `run` throws.
  public func tournament(
    _ entrants: [Negotiator], rules: Rules, seed: UInt64 = 0, checkpoint: Checkpoint = Checkpoint()
  ) throws -> Tournament {
    var total = 1
    for _ in 0..<table.partyCount {
      let (product, overflow) = total.multipliedReportingOverflow(by: entrants.count)
      total = overflow ? .max : product
    }
    guard (1...10_000).contains(total) else {
      throw AnalysisError.outOfRange(what: "the number of games", allowed: "1 to 10,000")
    }
    var games: [Tournament.Game] = []
    var seating = Array(repeating: 0, count: table.partyCount)
    let seats = Array(repeating: entrants.count, count: table.partyCount)
    for game in 0..<total {
      try checkpoint.report(game, of: total)
      let outcome = try run(
        seating.map { entrants[$0] }, rules: rules, seed: seed &+ UInt64(game),
        checkpoint: checkpoint)
      games.append(.init(entrants: seating, outcome: outcome))
      advance(&seating, within: seats)
    }
    return Tournament(
      games: games,
      standings: entrants.indices.map { entrant in
        var played = 0
        var agreements = 0
        var sum = 0.0
        for game in games {
          for (party, seated) in game.entrants.enumerated() where seated == entrant {
            played += 1
            if game.outcome.agreement != nil { agreements += 1 }
            sum += game.outcome.shares[party]
          }
        }
        return .init(
          entrant: entrant, seats: played, agreements: agreements,
          meanShare: played == 0 ? 0 : sum / Double(played))
      })
  }
}
