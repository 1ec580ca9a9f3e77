/// How decision makers compare slots of one analysis; for questions about single states.
struct Comparison {
  private let profile: PreferenceProfile
  private let uncertainty: Analysis.Uncertainty
  /// Slot to the number pairs are listed by; empty when no one's preferences are pairs.
  private let number: [Int: Int]

  init(_ analysis: Analysis) {
    profile = analysis.profile
    uncertainty = analysis.uncertainty
    let hasPairs = profile.orders.contains { if case .pairs = $0 { true } else { false } }
    number =
      hasPairs
      ? Dictionary(
        uniqueKeysWithValues: analysis.conflict.feasibleSlots.members.enumerated().map { ($1, $0) })
      : [:]
  }

  /// Whether `maker` leaves one slot for another.
  func leaves(_ maker: Int, _ from: Int, for target: Int) -> Bool {
    isBetter(maker, than: from, target, orUnknown: uncertainty.leavesForUnknown)
  }

  /// Whether ending in `end` deters `maker` from having left `from`.
  func deters(_ maker: Int, _ from: Int, _ end: Int) -> Bool {
    !isBetter(maker, than: from, end, orUnknown: !uncertainty.deterredByUnknown)
  }

  /// Whether a reply may go this way when replies must improve.
  func mayImprove(_ maker: Int, _ from: Int, to target: Int) -> Bool {
    isBetter(maker, than: from, target, orUnknown: true)
  }

  /// How one slot compares with another for `maker`.
  func relation(_ maker: Int, of target: Int, to from: Int) -> Analysis.Relation {
    if isBetter(maker, than: from, target, orUnknown: false) { return .better }
    if isBetter(maker, than: target, from, orUnknown: false) { return .worse }
    return isBetter(maker, than: from, target, orUnknown: true) ? .unknown : .equal
  }

  private func isBetter(_ maker: Int, than from: Int, _ other: Int, orUnknown: Bool) -> Bool {
    switch profile.orders[maker] {
    case .ranks(let ranking): return ranking.ranks[other] > ranking.ranks[from]
    case .pairs(let table):
      guard let from = number[from], let other = number[other] else { return false }
      return table.better[from][other] || orUnknown && table.unknown[from][other]
    }
  }
}

extension Analysis {
  /// How a state compares with another for a decision maker.
  public enum Relation: Sendable, Hashable {
    case better, equal, worse, unknown
  }

  /// How `target` compares with `state` for a decision maker.
  public func relation(
    of target: Conflict.State, to state: Conflict.State, for decisionMaker: Int
  ) throws -> Relation {
    try conflict.check(decisionMaker: decisionMaker)
    return Comparison(self).relation(
      decisionMaker, of: try conflict.slot(of: target), to: try conflict.slot(of: state))
  }

  /// The states a decision maker can move to from `state` and would leave it for, ascending: R⁺_i(s);
  /// with unknown preferences, as ``uncertainty`` says.
  public func improvements(
    of decisionMaker: Int, from state: Conflict.State
  ) throws -> [Conflict.State] {
    let slot = try conflict.slot(of: state)
    let comparison = Comparison(self)
    return try conflict.moves(of: decisionMaker, from: state).filter {
      comparison.leaves(decisionMaker, slot, for: try conflict.slot(of: $0))
    }
  }
}
