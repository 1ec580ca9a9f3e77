internal import Foundations

/// One negotiator at work: what it offers and accepts, round by round.
struct HagglerState {
  private let negotiator: Negotiator
  private let party: Int
  private let rounds: Int
  private let reserve: Int
  private let best: Int
  private var random: SplitMix64
  /// Time-dependent: what to ask for in each round, worked out ahead for up to this many steps.
  private var targets: [Int] = []
  private var planned: [Int32] = []
  private static let steps = 4096
  /// Tit for tat.
  private var asked: Int
  private var lastOffer: Int?
  /// Hill climbing.
  private var last: Int32?
  private var tried: Set<Int32> = []

  init(_ negotiator: Negotiator, party: Int, table: OfferTable, rounds: Int, seed: UInt64) {
    self.negotiator = negotiator
    self.party = party
    self.rounds = rounds
    reserve = table.reserves[party]
    best = table.ranked[party].first ?? 0
    asked = best
    random = SplitMix64(seed: seed, index: party)
    guard case .timeDependent(let concession) = negotiator, reserve <= best else { return }
    let steps = min(rounds, HagglerState.steps)
    for step in 0..<steps {
      let time = steps == 1 ? 1 : Double(step) / Double(steps - 1)
      let share = min(1, max(0, concession.share(after: time)))
      let target = best - Int(Double(best - reserve) * share)
      targets.append(target)
      planned.append(table.offer(worth: target, party: party))
    }
  }

  /// The step of a round: time stands still within a step when there are more rounds than steps.
  @inline(__always)
  private func step(_ round: Int) -> Int {
    rounds <= HagglerState.steps ? round : round * HagglerState.steps / rounds
  }

  mutating func accepts(_ offer: Int32, round: Int, table: OfferTable) -> Bool {
    let worth = table.shares[party][Int(offer)]
    if worth < reserve {
      lastOffer = worth
      return false
    }
    switch negotiator {
    case .timeDependent: return !targets.isEmpty && worth >= targets[step(round)]
    case .naive: return true
    case .titForTat:
      // What the others moved towards it since their last offer, it gives in return.
      if let lastOffer, worth > lastOffer { asked = max(reserve, asked - (worth - lastOffer)) }
      lastOffer = worth
      return worth >= asked
    case .hillClimbing:
      guard let next = climb(table) else { return true }
      return worth >= table.shares[party][Int(next)]
    }
  }

  /// `nil` when it walks away: no package reaches its reservation value.
  mutating func offer(round: Int, table: OfferTable) -> Int32? {
    if reserve > best { return nil }
    switch negotiator {
    case .timeDependent: return planned[step(round)]
    case .titForTat: return table.offer(worth: asked, party: party)
    case .naive:
      let acceptable = table.countAtLeast(reserve, party: party)
      return table.ranking[party][random.below(acceptable)]
    case .hillClimbing:
      let next = climb(table) ?? last ?? table.ranking[party][0]
      tried.insert(next)
      last = next
      return next
    }
  }

  /// The best change of its last offer that it has not offered yet; `nil` when all are used up.
  private func climb(_ table: OfferTable) -> Int32? {
    guard let last else { return table.ranking[party].first }
    var best: Int32?
    var value = reserve - 1
    var stride = 1
    for issue in table.optionCounts.indices.reversed() {
      let count = table.optionCounts[issue]
      let option = Int(last) / stride % count
      for other in 0..<count where other != option {
        let index = Int(last) + (other - option) * stride
        let worth = table.shares[party][index]
        if worth > value && !tried.contains(Int32(truncatingIfNeeded: index)) {
          value = worth
          best = Int32(truncatingIfNeeded: index)
        }
      }
      stride *= count
    }
    return best
  }
}
