public import Foundations

/// Actors and the concepts they speak of.
public struct TwoModeNetwork: Sendable {
  /// The names of the actors that are members, in order.
  public let actors: [String]
  /// The names of the concepts that are members, in order.
  public let concepts: [String]
  /// The ties, in order of actor, then concept.
  public let ties: [Tie]
  /// By actor, how many statements remain in the selection.
  public let activityOfActors: [Int]
  /// By concept, how many statements remain in the selection.
  public let activityOfConcepts: [Int]
  /// What the network is made from.
  public let selection: Selection

  let sample: Sample
  private let actorTotal: [Double]
  private let conceptTotal: [Double]

  /// What one actor says of one concept. Agreement and disagreement do not cancel.
  public struct Tie: Sendable, Hashable {
    /// The place of the actor in ``TwoModeNetwork/actors``.
    public let actor: Int
    /// The place of the concept in ``TwoModeNetwork/concepts``.
    public let concept: Int
    /// The weight of all statements, whatever their stance.
    public let total: Double
    /// The weight of agreement; for levels, each statement counts as often as its level is above 0.
    public let agreement: Double
    /// The weight of disagreement; for levels, each counts as often as its level is below 0.
    public let disagreement: Double
    /// Whether the actor says both: a contradiction, or a change of mind within the window.
    public var isAmbivalent: Bool { agreement > 0 && disagreement > 0 }

    let slots: Range<Int>
  }

  /// What a tie weighs.
  public enum Measure: String, Sendable, Hashable, CaseIterable, Codable {
    /// All statements, whatever their stance.
    case ignore
    /// Agreement minus disagreement. Ties of 0 remain ties.
    case subtract
    /// Which levels occur, as a number whose binary digits are the levels that occur anywhere in
    /// the table, the lowest first. For agreement: 1 agreement only, 2 disagreement only, 3 both.
    case combine
  }

  /// What the measure is divided by.
  public enum Normalisation: String, Sendable, Hashable, CaseIterable, Codable {
    /// 1.
    case none
    /// All that the actor says.
    case activity
    /// All that is said of the concept.
    case prominence
  }

  init(_ sample: Sample, _ selection: Selection, _ membership: Membership) {
    let table = sample.table
    self.sample = sample
    self.selection = selection
    let activity = (sample.activity(.actors), sample.activity(.concepts))
    let memberActors = table.actors.indices.filter { membership == .all || activity.0[$0] > 0 }
    let memberConcepts = table.concepts.indices.filter { membership == .all || activity.1[$0] > 0 }
    actors = memberActors.map { table.actors[$0] }
    concepts = memberConcepts.map { table.concepts[$0] }
    activityOfActors = memberActors.map { activity.0[$0] }
    activityOfConcepts = memberConcepts.map { activity.1[$0] }
    let actorPlace = places(memberActors, of: table.actors.count)
    let conceptPlace = places(memberConcepts, of: table.concepts.count)

    var ties: [Tie] = []
    var actorTotal = [Double](repeating: 0, count: actors.count)
    var conceptTotal = [Double](repeating: 0, count: concepts.count)
    var start = 0
    while start < table.slotActor.count {
      let (actor, concept) = (table.slotActor[start], table.slotConcept[start])
      var end = start
      var (total, agreement, disagreement) = (0.0, 0.0, 0.0)
      while end < table.slotActor.count, table.slotActor[end] == actor,
        table.slotConcept[end] == concept
      {
        let amount = sample.amount[end]
        let level = table.levels[Int(table.slotLevel[end])]
        total += amount
        switch table.stances {
        case .agreement:
          if level == 1 { agreement += amount } else { disagreement += amount }
        case .level:
          if level > 0 { agreement += amount * Double(level) }
          if level < 0 { disagreement -= amount * Double(level) }
        case .category: break
        }
        end += 1
      }
      if total > 0 {
        let tie = Tie(
          actor: actorPlace[Int(actor)], concept: conceptPlace[Int(concept)], total: total,
          agreement: agreement, disagreement: disagreement, slots: start..<end)
        ties.append(tie)
        actorTotal[tie.actor] += total
        conceptTotal[tie.concept] += total
      }
      start = end
    }
    (self.ties, self.actorTotal, self.conceptTotal) = (ties, actorTotal, conceptTotal)
  }

  /// What a tie weighs; 0 where there is nothing to divide by.
  /// - Throws: `NetworkError.needsOrderedStances` for ``Measure/subtract`` of categories.
  public func value(
    of tie: Tie, _ measure: Measure, normalised normalisation: Normalisation = .none
  ) throws -> Double {
    let table = sample.table
    let value: Double
    switch measure {
    case .ignore: value = tie.total
    case .subtract:
      guard table.stances != .category else {
        throw NetworkError.needsOrderedStances(what: "subtracting disagreement from agreement")
      }
      value = tie.agreement - tie.disagreement
    case .combine:
      value = tie.slots.reduce(0) { sum, slot in
        guard sample.amount[slot] > 0 else { return sum }
        return sum + power(ofTwo: table.levels.count - 1 - Int(table.slotLevel[slot]))
      }
    }
    switch normalisation {
    case .none: return value
    case .activity: return value / actorTotal[tie.actor]
    case .prominence: return value / conceptTotal[tie.concept]
    }
  }

  /// How much each level or category weighs on a tie, in order of level, without those that do not
  /// occur.
  public func levels(of tie: Tie) -> [(level: Int, weight: Double)] {
    tie.slots.compactMap { slot in
      let weight = sample.amount[slot]
      return weight > 0 ? (sample.table.levels[Int(sample.table.slotLevel[slot])], weight) : nil
    }
  }

  /// The statements a tie rests on, by their place in the list given, ascending.
  /// - Complexity: O(statements of this actor on this concept)
  public func statements(of tie: Tie) -> [Int] { sample.statements(of: tie.slots) }

  /// The values of all pairs, actors in rows, 0 where there is no tie.
  public func matrix(
    _ measure: Measure, normalised normalisation: Normalisation = .none
  ) throws -> [[Double]] {
    var matrix = [[Double]](
      repeating: [Double](repeating: 0, count: concepts.count), count: actors.count)
    for tie in ties {
      matrix[tie.actor][tie.concept] = try value(of: tie, measure, normalised: normalisation)
    }
    return matrix
  }
}

extension StatementTable {
  /// Who speaks of what, in a selection.
  ///
  /// Every member speaks or is spoken of, so that ``Membership/tied`` and ``Membership/active`` give
  /// the same network.
  /// - Complexity: O(n)
  public func twoMode(
    _ selection: Selection = Selection(), members: Membership = .active,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> TwoModeNetwork {
    try checkpoint.ask()
    let repetition = Repetition(self, selection.duplicates, selection.departures)
    try checkpoint.ask()
    return TwoModeNetwork(Sample(self, selection, repetition), selection, members)
  }
}

/// By number of all, the place among `members`, −1 for others.
func places(_ members: [Int], of count: Int) -> [Int] {
  var place = [Int](repeating: -1, count: count)
  for (index, member) in members.enumerated() { place[member] = index }
  return place
}

/// 2 to the power of `exponent`, at least 0; exact to 1,023.
func power(ofTwo exponent: Int) -> Double {
  Double(sign: .plus, exponent: exponent, significand: 1)
}
