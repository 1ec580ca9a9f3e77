internal import CaseModel

/// What the statements that hold on one answer at one time come to, without what is asked for it.
struct OptionState {
  /// In order, without repetition.
  private(set) var stances: [PositionStance] = []
  /// The nearest to the party's own words, and among these the best graded.
  private(set) var deciding: [Int] = []
  /// Words of a vague date that conflict with those that decide, and may be earlier or later.
  private(set) var vague: [Int] = []
  /// Lower voices that conflict with the party's and are not older than them.
  private(set) var challenging: [Int] = []
  private(set) var isContested = false
  private(set) var isDivided = false
  /// Whose words decide.
  private(set) var voice = Voice.own
  private(set) var isRedLine = false

  /// `byVoice` are, of each voice from its own on, the statements than which none of that voice is
  /// later; they index `spoken`. Nil where there are none.
  init?(_ byVoice: [[Int]], _ spoken: [PartyStatement]) {
    guard let rank = byVoice.firstIndex(where: { !$0.isEmpty }) else { return nil }
    voice = Voice.allCases[rank]
    deciding = Self.top(byVoice[rank], spoken)
    stances = Self.stances(deciding, spoken)
    if stances.count > 1 {
      // Said at one time, words on the answer itself go before words of the same speaker on a package
      // it is part of.
      let wings = Set(deciding.filter { !spoken[$0].isPackage }.map { spoken[$0].wing })
      let plain = deciding.filter { !spoken[$0].isPackage || !wings.contains(spoken[$0].wing) }
      if !wings.isEmpty, plain.count < deciding.count {
        deciding = plain
        stances = Self.stances(deciding, spoken)
      }
    }
    if Self.conflict(stances) {
      // A vague date makes nothing the newest: of two that overlap the shorter decides.
      let precise = Self.precise(deciding, spoken)
      if precise.count < deciding.count {
        let left = Set(precise)
        vague = deciding.filter { !left.contains($0) }
        deciding = precise
        stances = Self.stances(deciding, spoken)
      }
    }
    let current = Self.current(deciding, spoken)
    if current.count < deciding.count {
      deciding = current
      stances = Self.stances(deciding, spoken)
    }
    isRedLine = deciding.contains { spoken[$0].isRedLine }
    guard !Self.conflict(stances) else {
      isDivided = Self.differBySpeaker(deciding, spoken)
      isContested = !isDivided
      return
    }
    for member in byVoice[(rank + 1)...].joined() {
      guard let reported = spoken[member].base,
        Self.conflict(stances + [reported]) || (stances == [.open] && reported == .for),
        !isOlder(member, spoken)
      else { continue }
      challenging.append(member)
      isContested = true
    }
  }

  /// Words of others from before the day on which the party itself took another answer, which excludes
  /// this one, contest nothing.
  mutating func settle(until start: Int64, _ spoken: [PartyStatement]) {
    guard !challenging.isEmpty else { return }
    challenging.removeAll { spoken[$0].said.map { $0.ends < start } ?? false }
    if challenging.isEmpty { isContested = false }
  }

  /// Some words that decide are later than it.
  private func isOlder(_ member: Int, _ spoken: [PartyStatement]) -> Bool {
    guard let said = spoken[member].said else { return false }
    return deciding.contains { spoken[$0].said.map { $0.isLater(than: said) } ?? false }
  }

  /// What they say, in order and each once; most say one thing.
  private static func stances(_ members: [Int], _ spoken: [PartyStatement]) -> [PositionStance] {
    var found: [PositionStance] = []
    for member in members {
      if let stance = spoken[member].base, !found.contains(stance) { found.append(stance) }
    }
    if found.count > 1 { found.sort() }
    return found
  }

  /// For meets against.
  static func conflict(_ stances: [PositionStance]) -> Bool {
    stances.contains(.against) && stances.contains { $0.accepts }
  }

  /// The party's own speakers differ, each of one mind.
  private static func differBySpeaker(
    _ top: [Int], _ spoken: [PartyStatement]
  ) -> Bool {
    func voices(_ wanted: (PositionStance) -> Bool) -> Set<Case.Actor.ID> {
      Set(
        top.filter { member in
          let stance = spoken[member].base
          return spoken[member].voice == .own && (stance.map(wanted) ?? false)
        }.flatMap { spoken[$0].speakers })
    }
    let accepting = voices { $0.accepts }
    let refusing = voices { $0 == .against }
    return !accepting.isEmpty && !refusing.isEmpty && accepting.isDisjoint(with: refusing)
  }

  /// Without words of one who no longer speaks for the party, where one who does spoke at the same time.
  private static func current(_ members: [Int], _ spoken: [PartyStatement]) -> [Int] {
    guard members.contains(where: { spoken[$0].isFormer }) else { return members }
    return members.filter { member in
      !spoken[member].isFormer
        || !members.contains { other in
          !spoken[other].isFormer && spoken[other].wing == spoken[member].wing
            && spoken[other].isOfOneTime(as: spoken[member])
        }
    }
  }

  /// Those within whose dates no shorter one lies.
  /// - Complexity: O(members × log members).
  private static func precise(_ members: [Int], _ spoken: [PartyStatement]) -> [Int] {
    let dated = members.compactMap { member in spoken[member].said.map { (member, $0) } }
    let order = dated.sorted { a, b in
      a.1.begins != b.1.begins ? a.1.begins > b.1.begins : a.1.ends < b.1.ends
    }
    var vague: Set<Int> = []
    var soonest = Int64.max
    var next = 0
    while next < order.count {
      let (begins, ends) = (order[next].1.begins, order[next].1.ends)
      let isVague = soonest <= ends
      // Those of the very same dates are neither shorter nor longer.
      while next < order.count, order[next].1.begins == begins, order[next].1.ends == ends {
        if isVague { vague.insert(order[next].0) }
        next += 1
      }
      soonest = min(soonest, ends)
    }
    return members.filter { !vague.contains($0) }
  }

  /// Of each body that speaks for the party the best.
  private static func top(
    _ members: [Int], _ spoken: [PartyStatement]
  ) -> [Int] {
    if members.count == 1 { return members }
    func key(_ member: Int) -> (Directness, Int, Int) {
      (spoken[member].directness, spoken[member].isUnnamed ? 1 : 0, spoken[member].grade)
    }
    if members.allSatisfy({ spoken[$0].wing == nil }) {
      guard let best = members.map(key).min(by: <) else { return [] }
      return members.filter { key($0) == best }
    }
    let best = Dictionary(grouping: members) { spoken[$0].wing }
      .compactMapValues { $0.map(key).min(by: <) }
    return members.filter { member in best[spoken[member].wing].map { key(member) == $0 } ?? true }
  }
}
