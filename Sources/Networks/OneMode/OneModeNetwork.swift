public import Foundations

/// Actors joined by the concepts both speak of, or concepts by the actors who speak of both.
///
/// Every tie is a pair: congruence and conflict, which do not cancel.
public struct OneModeNetwork: Sendable {
  /// What it joins.
  public let mode: Mode
  /// The names of the members, in order.
  public let members: [String]
  /// By member, how many statements remain in the selection.
  public let activity: [Int]
  /// The ties, in order of first and second member.
  public let ties: [Tie]
  /// What every weight has been divided by.
  public let normalisation: Normalisation
  /// What the network is made from.
  public let selection: Selection

  let sample: Sample
  /// By member, its place among the names of the table.
  let places: [Int]

  /// Two members and how they stand to each other.
  public struct Tie: Sendable, Hashable {
    /// The places of the two among the members; `first < second`.
    public let first: Int
    public let second: Int
    /// How far they say the same, at least 0.
    public let congruence: Double
    /// How far they say different things, at least 0.
    public let conflict: Double
    /// Congruence minus conflict.
    public var difference: Double { congruence - conflict }
    /// Whether they do both; such a tie is no less a tie where the two are equal.
    public var isAmbivalent: Bool { congruence > 0 && conflict > 0 }

    /// One weight of the tie.
    public func value(_ measure: Measure) -> Double {
      switch measure {
      case .ignore: congruence + conflict
      case .congruence: congruence
      case .conflict: conflict
      case .subtract: difference
      }
    }
  }

  /// The most ties of a network.
  public static let tieLimit = 20_000_000

  init(
    _ sample: Sample, _ view: View, _ selection: Selection, _ normalisation: Normalisation,
    _ membership: Membership, scale: LevelScale, isParallel: Bool = true, _ checkpoint: Checkpoint
  ) throws {
    let table = sample.table
    (self.sample, self.selection, self.normalisation) = (sample, selection, normalisation)
    mode = view.mode
    let names = mode == .actors ? table.actors : table.concepts
    let activity = sample.activity(mode)
    let scan = TieScan(
      view.incidence, amount: view.amounts(sample), scale: scale, normalisation: normalisation)
    let raw = try scan.ties(limit: Self.tieLimit, isParallel: isParallel, checkpoint)

    var isMember = [Bool](repeating: membership == .all, count: names.count)
    if membership == .active { for name in names.indices { isMember[name] = activity[name] > 0 } }
    if membership == .tied {
      for tie in raw { (isMember[Int(tie.first)], isMember[Int(tie.second)]) = (true, true) }
    }
    places = names.indices.filter { isMember[$0] }
    members = places.map { names[$0] }
    self.activity = places.map { activity[$0] }
    let place = Networks.places(places, of: names.count)
    ties = raw.map { tie in
      // The scale divides last, so that whole weights give the nearest number there is.
      let divisor = tie.normaliser
      let (congruence, conflict) =
        scale.isCategorical
        ? (tie.congruence, tie.conflict) : (tie.congruence / scale.span, tie.conflict / scale.span)
      return Tie(
        first: place[Int(tie.first)], second: place[Int(tie.second)],
        congruence: divisor > 0 ? congruence / divisor : 0,
        conflict: divisor > 0 ? conflict / divisor : 0)
    }
  }

  /// The weights of all pairs of members: symmetric, 0 in the diagonal and where there is no tie.
  public func matrix(_ measure: Measure) -> [[Double]] {
    var matrix = [[Double]](
      repeating: [Double](repeating: 0, count: members.count), count: members.count)
    for tie in ties {
      matrix[tie.first][tie.second] = tie.value(measure)
      matrix[tie.second][tie.first] = tie.value(measure)
    }
    return matrix
  }

  /// The tie of two members, nil where they have none.
  /// - Complexity: O(log ties)
  public func tie(_ member: Int, _ other: Int) -> Tie? {
    let (first, second) = (min(member, other), max(member, other))
    let place = ties.partitioningPoint { ($0.first, $0.second) >= (first, second) }
    guard place < ties.count, ties[place].first == first, ties[place].second == second else {
      return nil
    }
    return ties[place]
  }

  /// The statements a tie rests on, by their place in the list given, ascending: all that the two
  /// say of what both speak of, or are said by those who speak of both. For categories, whose
  /// conflict counts what only one says, all that either says.
  /// - Complexity: O(statements of the two)
  public func statements(of tie: Tie) -> [Int] {
    let table = sample.table
    let (first, second) = (places[tie.first], places[tie.second])
    let others = mode == .actors ? table.concepts.indices : table.actors.indices
    var slots: [Int] = []
    for other in others {
      let (one, two) =
        mode == .actors
        ? (table.slots(actor: first, concept: other), table.slots(actor: second, concept: other))
        : (table.slots(actor: other, concept: first), table.slots(actor: other, concept: second))
      let isShared =
        one.contains { sample.amount[$0] > 0 } && two.contains { sample.amount[$0] > 0 }
      if isShared || table.stances == .category { slots += Array(one) + Array(two) }
    }
    return sample.statements(of: slots)
  }
}

extension StatementTable {
  /// A one-mode network of a selection.
  /// - Throws: `NetworkError.tooManyTies`, or what `checkpoint` throws.
  /// - Complexity: O(n + Σ over concepts of the square of its actors), on all cores
  public func oneMode(
    _ mode: Mode = .actors, _ selection: Selection = Selection(),
    normalisation: Normalisation = .none, members: Membership = .active,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> OneModeNetwork {
    try checkpoint.ask()
    let repetition = Repetition(self, selection.duplicates, selection.departures)
    try checkpoint.ask()
    return try OneModeNetwork(
      Sample(self, selection, repetition), View(self, mode), selection, normalisation, members,
      scale: LevelScale(self), checkpoint)
  }
}
