internal import CaseModel

/// What the statements that hold on one option at one time come to.
struct OptionState {
  /// In order, without repetition.
  private(set) var stances: [PositionStance]
  /// The nearest to the party's own words, and among these the best graded.
  private(set) var deciding: [Int]
  /// Others' words that conflict with the party's and are not older than them.
  private(set) var challenging: [Int] = []
  private(set) var isContested = false
  private(set) var isDivided = false
  /// Own words decide.
  private(set) var isOwn = true
  private(set) var isRedLine: Bool

  /// `latest` are the statements than which none is later, `latestOwn` the same among the party's own
  /// words; both index `spoken`. `latest` must not be empty.
  init(latest: [Int], latestOwn: [Int], _ spoken: [SpokenFor]) {
    var top = Self.top(latest, spoken)
    var others = latest.filter { !spoken[$0].directness.isOwn }
    if top.first.map({ !spoken[$0].directness.isOwn }) ?? true {
      if latestOwn.isEmpty {
        isOwn = false
        others = []
      } else {
        // What others tell never displaces the party's own earlier words.
        others = top
        top = Self.top(latestOwn, spoken)
      }
    }
    deciding = top
    stances = Set(top.compactMap { spoken[$0].stance }).sorted()
    isRedLine = top.contains { spoken[$0].isRedLine }
    guard !Self.conflict(stances) else {
      isDivided = Self.differBySpeaker(top, spoken)
      isContested = !isDivided
      return
    }
    for member in others {
      guard let told = spoken[member].stance, Self.conflict(stances + [told]) else {
        continue
      }
      challenging.append(member)
      isContested = true
    }
  }

  /// For meets against.
  static func conflict(_ stances: [PositionStance]) -> Bool {
    stances.contains(.against) && stances.contains { $0.accepts }
  }

  /// The party's own speakers differ, each of one mind.
  private static func differBySpeaker(
    _ top: [Int], _ spoken: [SpokenFor]
  ) -> Bool {
    func voices(_ wanted: (PositionStance) -> Bool) -> Set<Case.Actor.ID> {
      Set(
        top.filter { member in
          let stance = spoken[member].stance
          return spoken[member].directness.isOwn && (stance.map(wanted) ?? false)
        }.flatMap { spoken[$0].speakers })
    }
    let accepting = voices { $0.accepts }
    let refusing = voices { $0 == .against }
    return !accepting.isEmpty && !refusing.isEmpty && accepting.isDisjoint(with: refusing)
  }

  /// Those than which none is later.
  static func latest(_ members: [Int], _ spoken: [SpokenFor]) -> [Int] {
    guard let newest = members.compactMap({ spoken[$0].said?.earliest }).max() else {
      return members
    }
    return members.filter { member in spoken[member].said.map { $0.latest >= newest } ?? true }
  }

  private static func top(
    _ members: [Int], _ spoken: [SpokenFor]
  ) -> [Int] {
    guard let nearest = members.map({ spoken[$0].directness }).min() else { return [] }
    let near = members.filter { spoken[$0].directness == nearest }
    let best = near.map { spoken[$0].grade }.min()
    return near.filter { spoken[$0].grade == best }
  }
}
