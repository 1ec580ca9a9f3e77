internal import CaseModel

/// What a party's statements on one option come to.
struct OptionReading {
  let key: AnswerKey
  private let state: OptionState
  var isSuperseded = false

  /// Nil where nothing decides. `roles` of `members` are set either way.
  init?(
    _ key: AnswerKey, _ spoken: [SpokenFor], _ members: [Int],
    _ roles: inout [Telling.Role]
  ) {
    self.key = key
    /// A role is not taken back by what the statement is on another option.
    func note(_ member: Int, _ role: Telling.Role) {
      if roles[member] != .decides, roles[member] != .saysOtherwise { roles[member] = role }
    }
    var speaking: [Int] = []
    var faint: [Int] = []
    var undated: [Int] = []
    for member in members {
      if spoken[member].isDoubted {
        note(member, .doubted)
      } else if spoken[member].stance == nil {
        note(member, .listed)
      } else if spoken[member].time == .perhapsLater {
        note(member, .perhapsLater)
      } else if spoken[member].time == .undated {
        undated.append(member)
      } else if spoken[member].isFaint {
        faint.append(member)
      } else {
        speaking.append(member)
      }
    }
    if speaking.isEmpty, faint.isEmpty {
      // An undated one decides only where nothing dated speaks.
      speaking = undated.filter { !spoken[$0].isFaint }
      faint = undated.filter { spoken[$0].isFaint }
    } else {
      for member in undated { note(member, .undated) }
    }
    if speaking.isEmpty {
      speaking = faint
    } else {
      for member in faint { note(member, .listed) }
    }
    guard !speaking.isEmpty else { return nil }

    let latest = OptionState.latest(speaking, spoken)
    let own = speaking.filter { spoken[$0].directness.isOwn }
    state = OptionState(latest: latest, latestOwn: OptionState.latest(own, spoken), spoken)
    let current = Set(latest)
    for member in speaking where !current.contains(member) { note(member, .earlier) }
    for member in latest { note(member, .outranked) }
    for member in state.deciding { roles[member] = .decides }
    for member in state.challenging { roles[member] = .saysOtherwise }
  }

  var stances: [PositionStance] { state.stances }
  var deciding: [Int] { state.deciding }
  var isContested: Bool { state.isContested }
  var isDivided: Bool { state.isDivided }
  var isOwn: Bool { state.isOwn }
  var isRedLine: Bool { state.isRedLine }

  /// The first day of the words that begin last, of those that decide.
  func newestStart(_ spoken: [SpokenFor]) -> CivilDay? {
    deciding.compactMap { spoken[$0].said?.earliest }.max()
  }

  /// The last day of the words that end last, of those that decide; nil where one is undated.
  func newestEnd(_ spoken: [SpokenFor]) -> CivilDay? {
    let ends = deciding.compactMap { spoken[$0].said?.latest }
    return ends.count == deciding.count ? ends.max() : nil
  }

  func newest(_ spoken: [SpokenFor]) -> EDTFDate? { deciding.compactMap { spoken[$0].said }.max() }

  /// What the party accepts comes first, what was superseded last.
  var sortKey: Int { (isSuperseded ? 10 : 0) + (stances.first?.order ?? 9) }

  func position(_ spoken: [SpokenFor], _ reading: Reading) -> PositionsView.OptionPosition {
    let statements = reading.theCase.statements
    var requirements: [PositionsView.RequirementLine] = []
    for place in deciding.map({ spoken[$0].position }) {
      // A withdrawal names what it drops.
      if statements[place].requires.isEmpty || statements[place].act == .withdraw { continue }
      requirements += statements[place].requires.map { requirement in
        PositionsView.RequirementLine(
          kind: requirement.kind, step: requirement.step.title(reading.index),
          inferred: requirement.inferred, statement: statements[place].id)
      }
    }
    return PositionsView.OptionPosition(
      answer: key.id, title: key.title, stances: stances, isRedLine: isRedLine,
      isSuperseded: isSuperseded, toldByOthersOnly: !isOwn, requirements: requirements,
      decidedBy: deciding.map { statements[spoken[$0].position].id }, newest: newest(spoken))
  }
}

extension PositionStance {
  fileprivate var order: Int { PositionStance.allCases.firstIndex(of: self) ?? 0 }
}
