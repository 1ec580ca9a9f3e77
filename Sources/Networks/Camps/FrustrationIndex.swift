public import Foundations

/// How far a network is from two camps that agree within and are in conflict between.
///
/// A tie is frustrated if it does not fit: conflict within a camp, congruence between the two. The
/// index is the least there can be over all divisions, 0 for a balanced network. Aref and Wilson,
/// "Measuring partial balance in signed networks" (Journal of Complex Networks, 2018; as published
/// online 2017), doi:10.1093/comnet/cnx044.
public struct FrustrationIndex: Sendable {
  /// What frustration adds up.
  public enum Counting: String, Sendable, Hashable, CaseIterable, Codable {
    /// Ties, each by the sign of congruence minus conflict: the index as published. Ties on which
    /// the two are equal have no sign and are left out.
    case ties
    /// Weights: the conflict of a tie within a camp, the congruence of one between camps. A tie with
    /// both is frustrated either way, by the lesser at least.
    case weights
  }

  /// What was added up.
  public let counting: Counting
  /// The frustration of the division: the index itself where it is proven.
  public let value: Double
  /// No division has less.
  public let lowerBound: Double
  /// Whether ``value`` is the least.
  public let isProven: Bool
  /// How many ties, or how much weight, there is in all.
  public let total: Double
  /// 1 − 2 · value / total: 1 for a balanced network; 0 is the least there can be. Nil without ties.
  public var balance: Double? { total > 0 ? 1 - 2 * value / total : nil }
  /// The two camps that leave so much, as places among the members; the first holds the first member
  /// with a tie. The second is empty where all agree.
  public let camps: Camps
  /// The ties that do not fit: the network is balanced but for these.
  public let frustrated: [OneModeNetwork.Tie]
}

/// A division of the members of a network in two.
public struct Camps: Sendable, Hashable {
  /// Places among the members, ascending.
  public let first: [Int]
  /// Places among the members, ascending; may be empty.
  public let second: [Int]
  /// Members without a tie, which are in neither.
  public let unaligned: [Int]

  init(_ network: OneModeNetwork, tied: [Int], signs: [Int8]) {
    first = zip(tied, signs).filter { $0.1 == 1 }.map(\.0)
    second = zip(tied, signs).filter { $0.1 != 1 }.map(\.0)
    let isTied = Set(tied)
    unaligned = network.members.indices.filter { !isTied.contains($0) }
  }
}

extension OneModeNetwork {
  /// The most members with ties that camps are sought for.
  public static let campLimit = 1_500

  /// The members with a tie that `isCounted`, ascending.
  func tied(where isCounted: (Tie) -> Bool = { _ in true }) -> [Int] {
    var isTied = [Bool](repeating: false, count: members.count)
    for tie in ties where isCounted(tie) { (isTied[tie.first], isTied[tie.second]) = (true, true) }
    return members.indices.filter { isTied[$0] }
  }

  /// The frustration index with its division.
  ///
  /// Exact, with a proof, to ``provenActors`` members with ties, and beyond that wherever the bound
  /// meets the best division found; otherwise ``FrustrationIndex/lowerBound`` says how far it may be
  /// off.
  /// - Parameter seed: of the search for a first good division; the value of a proven index does not
  ///   depend on it.
  /// - Throws: `NetworkError.tooManyActors` above ``campLimit``, or what `checkpoint` throws.
  /// - Complexity: O(members³), and an exponential search for the proof that ends after 2²⁵ steps
  public func frustration(
    counting: FrustrationIndex.Counting = .ties, seed: UInt64 = 1,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> FrustrationIndex {
    let counted = ties.filter { counting == .weights || $0.congruence != $0.conflict }
    let tied = tied { counting == .weights || $0.congruence != $0.conflict }
    try Self.check(tied.count)
    let place = Networks.places(tied, of: members.count)
    var weight = [Double](repeating: 0, count: tied.count * tied.count)
    var total = 0.0
    for tie in counted {
      let pull = counting == .weights ? tie.difference : tie.difference > 0 ? 1 : -1
      let (one, two) = (place[tie.first], place[tie.second])
      weight[one * tied.count + two] = pull
      weight[two * tied.count + one] = pull
      total += counting == .weights ? tie.congruence + tie.conflict : 1
    }
    let answer = try SignProgram(count: tied.count, weight: weight)
      .solved(seed: seed, checkpoint)
    func isFrustrated(_ tie: Tie) -> Bool {
      let isWithin = answer.signs[place[tie.first]] == answer.signs[place[tie.second]]
      return counting == .weights
        ? (isWithin ? tie.conflict : tie.congruence) > 0
        : isWithin == (tie.difference < 0)
    }
    let frustrated = counted.filter(isFrustrated)
    let value = frustrated.reduce(0.0) { sum, tie in
      guard counting == .weights else { return sum + 1 }
      let isWithin = answer.signs[place[tie.first]] == answer.signs[place[tie.second]]
      return sum + (isWithin ? tie.conflict : tie.congruence)
    }
    return FrustrationIndex(
      counting: counting, value: value,
      lowerBound: answer.isProven ? value : max(0, value - (answer.bound - answer.value) / 2),
      isProven: answer.isProven, total: total,
      camps: Camps(self, tied: tied, signs: answer.signs), frustrated: frustrated)
  }

  /// To so many members with ties, camps are sought with a proof.
  public static var provenActors: Int { SignProgram.provenCount }

  static func check(_ tied: Int) throws {
    guard tied <= campLimit else {
      throw NetworkError.tooManyActors(
        what: "the search for camps", found: tied, limit: campLimit)
    }
  }
}
