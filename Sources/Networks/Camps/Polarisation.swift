public import Foundations

/// How far a network falls into two camps, and how far random networks of the same degrees do.
///
/// The score is twice the signed modularity of the best division in two: 1 where two camps agree
/// within only and are in conflict between only, 0 where no division is better than chance, as in
/// consensus. Gómez, Jensen and Arenas, "Analysis of community structure in networks of correlated
/// data" (2009), doi:10.1103/PhysRevE.80.016114. A high score means little by itself, as random
/// networks reach high scores too: Salloum, Chen and Kivelä, "Separating polarization from noise"
/// (2022, first published 2021), doi:10.1145/3512962; hence the draws.
public struct Polarisation: Sendable {
  /// The score of ``camps``, 0 to 1.
  public let score: Double
  /// No division has a higher score.
  public let bound: Double
  /// Whether ``score`` is the highest there is.
  public let isProven: Bool
  /// The two camps; the first holds the first member with a tie, and the second is empty where no
  /// division scores above 0.
  public let camps: Camps
  /// The network that was scored.
  public let network: OneModeNetwork
  /// What random networks score; nil where none were drawn.
  public let chance: Chance?

  /// What networks score in which every actor makes as many statements, and every position is taken
  /// as often, as observed, but who takes which is random.
  public struct Chance: Sendable, Hashable {
    /// How many were drawn.
    public let draws: Int
    /// The mean of their scores.
    public let mean: Double
    /// The standard deviation of their scores.
    public let deviation: Double
    /// How many deviations the observed score is above the mean; nil where all draws score alike.
    public let z: Double?
    /// The share of draws that score at least as high as observed.
    public let share: Double
    /// The share with the observed network counted among the draws: never 0, and the p-value of a
    /// permutation test.
    public let p: Double
  }
}

extension StatementTable {
  /// How polarised the network of a selection is, beside random ones.
  ///
  /// Camps are sought with a proof to ``OneModeNetwork/provenActors`` members with ties, above that
  /// with a bound. The draws are scored by the search alone, without a proof, and compared with what
  /// the same search finds in the observed network, so that both are treated alike.
  /// - Parameter draws: how many random networks; 0 for none.
  /// - Parameter seed: the same seed gives the same draws.
  /// - Throws: `NetworkError.outOfRange` for draws outside 0 to 100,000, `.tooManyActors`, or what
  ///   `checkpoint` throws.
  /// - Complexity: for each draw 20 exchanges a statement and O(members² · 20), on all cores
  public func polarisation(
    _ mode: Mode = .actors, _ selection: Selection = Selection(), draws: Int = 200,
    seed: UInt64 = 1, checkpoint: Checkpoint = Checkpoint()
  ) throws -> Polarisation {
    guard (0...100_000).contains(draws) else {
      throw NetworkError.outOfRange(what: "the number of draws", allowed: "0 to 100,000")
    }
    let network = try oneMode(mode, selection, checkpoint: checkpoint)
    let tied = network.tied()
    try OneModeNetwork.check(tied.count)
    let place = places(tied, of: network.members.count)
    let camps = CampProgram(
      count: tied.count,
      ties: network.ties.map { (place[$0.first], place[$0.second], $0.congruence, $0.conflict) })
    let answer = try camps.program.solved(seed: seed, checkpoint)
    var chance: Polarisation.Chance?
    if draws > 0 {
      let found = try camps.program.searched(starts: Self.starts, seed: seed, checkpoint)
      let model = NullModel(network.sample, mode)
      let scores = try self.scores(model, draws: draws, seed: seed, checkpoint)
      chance = Polarisation.Chance(observed: camps.score(found.value), scores)
    }
    let score = camps.score(answer.value)
    // A division no better than none is no division.
    let isDivided = score > 1e-12
    return Polarisation(
      score: isDivided ? score : 0, bound: max(isDivided ? score : 0, camps.score(answer.bound)),
      isProven: answer.isProven,
      camps: Camps(
        network, tied: tied,
        signs: isDivided ? answer.signs : [Int8](repeating: 1, count: tied.count)),
      network: network, chance: chance)
  }

  /// How often the search for camps starts again, for draws and for what they are compared with.
  private static var starts: Int { 10 }

  private func scores(
    _ model: NullModel, draws: Int, seed: UInt64, _ checkpoint: Checkpoint
  ) throws -> [Double] {
    let scale = LevelScale(self)
    let quiet = checkpoint.quiet
    return try Parallel.map(count: draws, work: .max) { draw in
      try quiet.ask()
      var source = SplitMix64(seed: seed, index: draw)
      let (incidence, amount) = try model.draw(&source, quiet)
      let raw = try TieScan(incidence, amount: amount, scale: scale)
        .ties(limit: OneModeNetwork.tieLimit, isParallel: false, quiet)
      let members = Set(raw.lazy.flatMap { [Int($0.first), Int($0.second)] }).sorted()
      let place = places(members, of: incidence.rows)
      let camps = CampProgram(
        count: members.count,
        ties: raw.map {
          (place[Int($0.first)], place[Int($0.second)], $0.congruence, $0.conflict)
        })
      let found = try camps.program.searched(
        starts: Self.starts, seed: source.next(), quiet)
      return camps.score(found.value)
    }
  }
}

extension Polarisation.Chance {
  init(observed: Double, _ scores: [Double]) {
    let count = Double(scores.count)
    let mean = scores.reduce(0, +) / count
    let variance =
      scores.count > 1
      ? scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) : 0
    let atLeast = scores.count { $0 >= observed - 1e-12 }
    draws = scores.count
    self.mean = mean
    deviation = variance.squareRoot()
    z = deviation > 1e-12 ? (observed - mean) / deviation : nil
    share = Double(atLeast) / count
    p = Double(atLeast + 1) / (count + 1)
  }
}
