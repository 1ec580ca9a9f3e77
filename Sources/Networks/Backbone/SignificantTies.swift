public import Foundations

/// The ties that are more than two actors' activity explains.
///
/// A position is a concept with a level. If two members took theirs at random, the number they have
/// in common would follow the hypergeometric distribution; a tie remains if so many or more are
/// unlikely, corrected for the number of pairs compared by Bonferroni's rule. Tumminello, Miccichè,
/// Lillo, Piilo and Mantegna, "Statistically validated networks in bipartite complex systems"
/// (2011), doi:10.1371/journal.pone.0017994.
public struct SignificantTies: Sendable {
  /// What is significant at the level asked for, in order of first and second member.
  public let ties: [Tested]
  /// How many pairs were compared.
  public let comparisons: Int
  /// A p-value at or below this is significant: the level asked for, divided by the comparisons.
  public let threshold: Double

  /// A tie and how probable it is by chance.
  public struct Tested: Sendable, Hashable {
    /// The tie.
    public let tie: OneModeNetwork.Tie
    /// How probable it is to have as many positions in common or more.
    public let congruence: Double
    /// How probable it is to take as many opposite positions or more; nil unless stances are
    /// agreement.
    public let conflict: Double?
  }
}

extension OneModeNetwork {
  /// The ties of which congruence or conflict is significant.
  ///
  /// Every position counts once, however often it is taken; the normalisation of the network does
  /// not matter. For a network of concepts, a position is an actor with a level.
  /// - Parameter level: of significance, above 0 and at most 1.
  /// - Throws: `NetworkError.outOfRange`, or what `checkpoint` throws.
  /// - Complexity: O(Σ over ties of the positions of the two)
  public func significantTies(
    level: Double = 0.05, checkpoint: Checkpoint = Checkpoint()
  ) throws -> SignificantTies {
    guard level > 0, level <= 1 else {
      throw NetworkError.outOfRange(
        what: "the level of significance", allowed: "above 0, at most 1")
    }
    let table = sample.table
    let place = Networks.places(
      places, of: mode == .actors ? table.actors.count : table.concepts.count)
    let levels = table.levels.count
    var taken = [[Int]](repeating: [], count: members.count)
    for slot in table.slotActor.indices where sample.amount[slot] > 0 {
      let (own, other) =
        mode == .actors
        ? (table.slotActor[slot], table.slotConcept[slot])
        : (table.slotConcept[slot], table.slotActor[slot])
      taken[place[Int(own)]].append(Int(other) * levels + Int(table.slotLevel[slot]))
    }
    for member in taken.indices { taken[member].sort() }
    let positions = Set(taken.joined())
    // An opposite position that nobody takes is one that could be taken.
    let both =
      table.stances == .agreement ? Set(positions.flatMap { [$0 & ~1, $0 | 1] }) : positions
    let chances = Hypergeometric(population: both.count)
    let comparisons = members.count * (members.count - 1) / 2
    let threshold = comparisons > 0 ? level / Double(comparisons) : level
    var steps = CheckedSteps(checkpoint)
    var tested: [SignificantTies.Tested] = []
    for tie in ties {
      try steps.next()
      let (one, two) = (taken[tie.first], taken[tie.second])
      let congruence = chances.atLeast(common(one, two), one.count, two.count)
      let conflict =
        table.stances == .agreement
        ? chances.atLeast(common(one, two.map { $0 ^ 1 }.sorted()), one.count, two.count) : nil
      guard min(congruence, conflict ?? 1) <= threshold else { continue }
      tested.append(.init(tie: tie, congruence: congruence, conflict: conflict))
    }
    return SignificantTies(ties: tested, comparisons: comparisons, threshold: threshold)
  }
}

/// How many elements two ascending lists have in common.
private func common(_ one: [Int], _ two: [Int]) -> Int {
  var (i, j, count) = (0, 0, 0)
  while i < one.count, j < two.count {
    if one[i] == two[j] { count += 1 }
    if one[i] <= two[j] { i += 1 } else { j += 1 }
  }
  return count
}

/// Draws without replacement.
private struct Hypergeometric {
  let population: Int
  private let logFactorial: [Double]

  init(population: Int) {
    self.population = population
    var sums = [0.0]
    for number in 1..<max(2, population + 1) {
      sums.append((sums.last ?? 0) + logarithm(Double(number)))
    }
    logFactorial = sums
  }

  /// The probability that two random sets of these sizes have at least `shared` members in common.
  func atLeast(_ shared: Int, _ one: Int, _ two: Int) -> Double {
    let least = max(0, one + two - population)
    if shared <= least { return 1 }
    var sum = 0.0
    for count in stride(from: min(one, two), through: shared, by: -1) {
      sum += exponential(
        choose(one, count) + choose(population - one, two - count) - choose(population, two))
    }
    return min(1, sum)
  }

  private func choose(_ of: Int, _ count: Int) -> Double {
    logFactorial[of] - logFactorial[count] - logFactorial[of - count]
  }
}
