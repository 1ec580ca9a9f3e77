internal import CaseModel

/// What a party's statements on one option come to.
struct OptionReading {
  let key: AnswerKey
  /// In order, without repetition.
  private(set) var stances: [PositionStance] = []
  private(set) var deciding: [Int] = []
  private(set) var isContested = false
  private(set) var isDivided = false
  /// Own words decide.
  private(set) var isOwn = true
  private(set) var isRedLine = false
  var isSuperseded = false

  /// Nil where nothing decides. `roles` of `members` are set either way.
  init?(
    _ key: AnswerKey, _ spoken: [SpokenFor], _ members: [Int], _ reading: Reading,
    _ roles: inout [Telling.Role]
  ) {
    self.key = key
    func statement(_ member: Int) -> Case.Statement {
      reading.theCase.statements[spoken[member].position]
    }
    /// A role is not taken back by what the statement is on another option.
    func note(_ member: Int, _ role: Telling.Role) {
      if roles[member] != .decides, roles[member] != .saysOtherwise { roles[member] = role }
    }
    var speaking: [Int] = []
    var faint: [Int] = []
    var undated: [Int] = []
    for member in members {
      let statement = statement(member)
      if statement.isDoubted {
        note(member, .doubted)
      } else if statement.stanceRead == nil {
        note(member, .listed)
      } else if spoken[member].time == .perhapsLater {
        note(member, .perhapsLater)
      } else if spoken[member].time == .undated {
        undated.append(member)
      } else if statement.isFaint {
        faint.append(member)
      } else {
        speaking.append(member)
      }
    }
    if speaking.isEmpty, faint.isEmpty {
      // An undated one decides only where nothing dated speaks.
      speaking = undated.filter { !statement($0).isFaint }
      faint = undated.filter { statement($0).isFaint }
    } else {
      for member in undated { note(member, .undated) }
    }
    if speaking.isEmpty {
      speaking = faint
    } else {
      for member in faint { note(member, .listed) }
    }
    guard !speaking.isEmpty else { return nil }

    let latest = Self.latest(speaking, spoken)
    var top = Self.top(latest, spoken, statement)
    var challengers: [Int] = []
    if !spoken[top[0]].directness.isOwn {
      let own = speaking.filter { spoken[$0].directness.isOwn }
      if own.isEmpty {
        isOwn = false
      } else {
        challengers = top
        top = Self.top(Self.latest(own, spoken), spoken, statement)
      }
    } else {
      challengers = latest.filter { !spoken[$0].directness.isOwn }
    }
    let current = Set(latest)
    for member in speaking where !current.contains(member) { note(member, .earlier) }
    for member in latest { note(member, .outranked) }
    for member in top { roles[member] = .decides }
    deciding = top
    stances = Set(top.compactMap { statement($0).stanceRead }).sorted()
    isRedLine = top.contains { statement($0).redLine }
    if Self.conflict(stances) {
      let voices = { (wanted: (PositionStance) -> Bool) in
        Set(
          top.filter { member in
            spoken[member].directness.isOwn && (statement(member).stanceRead.map(wanted) ?? false)
          }.flatMap { spoken[$0].speakers })
      }
      let accepting = voices { $0.accepts }
      let refusing = voices { $0 == .against }
      isDivided =
        !accepting.isEmpty && !refusing.isEmpty && accepting.isDisjoint(with: refusing)
      isContested = !isDivided
    }
    for member in challengers {
      guard let told = statement(member).stanceRead, Self.conflict(stances + [told]),
        !Self.conflict(stances)
      else { continue }
      isContested = true
      roles[member] = .saysOtherwise
    }
  }

  /// For meets against.
  private static func conflict(_ stances: [PositionStance]) -> Bool {
    stances.contains(.against) && stances.contains { $0.accepts }
  }

  /// Those than which none is later.
  private static func latest(_ members: [Int], _ spoken: [SpokenFor]) -> [Int] {
    guard let newest = members.compactMap({ spoken[$0].said?.earliest }).max() else {
      return members
    }
    return members.filter { member in spoken[member].said.map { $0.latest >= newest } ?? true }
  }

  /// The nearest to the party's own words; among these the best graded.
  private static func top(
    _ members: [Int], _ spoken: [SpokenFor], _ statement: (Int) -> Case.Statement
  ) -> [Int] {
    guard let nearest = members.map({ spoken[$0].directness }).min() else { return [] }
    let near = members.filter { spoken[$0].directness == nearest }
    let best = near.map { Credibility.order(statement($0).credibility) }.min()
    return near.filter { Credibility.order(statement($0).credibility) == best }
  }

  func newest(_ spoken: [SpokenFor]) -> EDTFDate? { deciding.compactMap { spoken[$0].said }.max() }

  /// What the party accepts comes first, what was superseded last.
  var sortKey: Int { (isSuperseded ? 10 : 0) + (stances.first?.order ?? 9) }

  func position(_ spoken: [SpokenFor], _ reading: Reading) -> PositionsView.OptionPosition {
    let statements = deciding.map { reading.theCase.statements[spoken[$0].position] }
    let requirements = statements.flatMap { statement in
      statement.requires.map { requirement in
        PositionsView.RequirementLine(
          kind: requirement.kind, step: requirement.step.title(reading.index),
          inferred: requirement.inferred, statement: statement.id)
      }
    }
    return PositionsView.OptionPosition(
      answer: key.id, title: key.title, stances: stances, isRedLine: isRedLine,
      isSuperseded: isSuperseded, toldByOthersOnly: !isOwn, requirements: requirements,
      decidedBy: statements.map(\.id), newest: newest(spoken))
  }
}

extension PositionStance {
  fileprivate var order: Int { PositionStance.allCases.firstIndex(of: self) ?? 0 }
}
