internal import CaseModel

/// What one party's words on one issue come to by as-of, before what they wait for is looked at.
struct CellReading {
  let party: Int
  private(set) var answers: [AnswerReading] = []
  /// What became of each statement, by its place among the party's.
  private(set) var roles: [PositionStatement.Role]
  private(set) var isContested = false
  private(set) var isDivided = false

  /// One answer of it.
  struct AnswerReading {
    /// Its place in ``IssueStatements/answers``.
    let answer: Int
    var state: OptionState
    var isSuperseded: Bool
    /// A lower voice reports it, and the party's own words give another answer.
    var isBeside = false
    /// Members whose red line stands, under a later number that lies within it also.
    let redLines: [Int]

    /// Its own words decide.
    var isOwn: Bool { state.voice == .own }

    /// What it would take.
    var isTaken: Bool { !isSuperseded && !isBeside && AnswerDelta.accepts(state.stances) }
  }

  /// - Complexity: O(statements × log statements).
  init(
    _ party: Int, _ row: IssueStatements, _ ledger: PartyLedger, parties: Int,
    wants want: Case.Issue.Want?
  ) {
    self.party = party
    let spoken = ledger.spoken
    roles = [PositionStatement.Role](repeating: .listed, count: spoken.count)
    for (answer, members) in row.byAnswer(spoken) {
      read(answer, members, ledger)
    }
    if row.issue.answers == .one { settleReports(spoken) }
    isContested = answers.contains(where: \.state.isContested)
    isDivided = answers.contains(where: \.state.isDivided)
    if row.issue.answers == .one {
      supersede(spoken)
      divide(row, spoken, want)
    }
  }

  /// What others reported of one answer before the party itself took another is settled by that.
  private mutating func settleReports(_ spoken: [PartyStatement]) {
    let taken = answers.filter { $0.isOwn && $0.isTaken && $0.state.stances == [.for] }
    let newest = taken.flatMap(\.state.deciding).compactMap { spoken[$0].said?.begins }.max()
    guard let newest else { return }
    for place in answers.indices where answers[place].isOwn {
      let outdated = answers[place].state.challenging.filter { member in
        spoken[member].said.map { $0.ends < newest } ?? false
      }
      answers[place].state.settle(until: newest, spoken)
      for member in outdated { roles[member] = .earlier }
    }
  }

  private mutating func read(_ answer: Int, _ members: [Int], _ ledger: PartyLedger) {
    let spoken = ledger.spoken
    var words = WordsOnAnswer()
    for member in members {
      if spoken[member].isDoubted {
        note(member, .doubted)
      } else if spoken[member].base == nil {
        note(member, spoken[member].act == .withdraw ? .closes : .listed)
      } else if spoken[member].isDenied {
        // The party says that it never said so.
        note(member, .outranked)
      } else if spoken[member].isLapsed {
        note(member, .lapsed)
      } else if spoken[member].time == .possiblyLater {
        note(member, .possiblyLater)
      } else if spoken[member].time == .undated {
        words.undated.append(member)
      } else if spoken[member].isFaint {
        words.faint.append(member)
      } else {
        words.speaking.append(member)
      }
    }
    var entry = ledger.standing(answer)
    if words.speaking.isEmpty, words.faint.isEmpty {
      // An undated one decides only where nothing dated speaks.
      words.speaking = words.undated.filter { !spoken[$0].isFaint }
      words.faint = words.undated.filter { spoken[$0].isFaint }
      entry = nil
    } else {
      for member in words.undated { note(member, .undated) }
    }
    var byVoice = [[Int]](repeating: [], count: Voice.allCases.count)
    for member in words.speaking { byVoice[spoken[member].voice.rank].append(member) }
    // What only takes note speaks where nothing else of the same voice does.
    let speaking = Set(byVoice.indices.filter { !byVoice[$0].isEmpty })
    var facts = words.speaking
    for member in words.faint {
      let rank = spoken[member].voice.rank
      if speaking.contains(rank) {
        note(member, .listed)
      } else {
        byVoice[rank].append(member)
        facts.append(member)
      }
    }
    for rank in byVoice.indices where !byVoice[rank].isEmpty {
      byVoice[rank] = Self.latest(byVoice[rank], spoken)
    }
    if let entry { byVoice[0] = entry.words }
    guard let state = OptionState(byVoice, spoken) else {
      for member in facts { note(member, .earlier) }
      return
    }
    let newest = state.deciding.compactMap { spoken[$0].said?.begins }.max() ?? .min
    for member in facts {
      let isOlder = spoken[member].said.map { $0.ends < newest } ?? false
      note(member, isOlder ? .earlier : .outranked)
    }
    for member in state.vague { note(member, .unordered) }
    for member in state.deciding { roles[member] = .decides }
    for member in state.challenging { roles[member] = .saysOtherwise }
    let isAside = entry?.isSuperseded ?? false
    if isAside { for member in state.deciding { roles[member] = .superseded } }
    var redLines: [Int] = []
    if state.voice == .own, let entry {
      if entry.isRedLine { redLines = entry.redLines.keys.sorted() }
      for member in redLines { roles[member] = .decides }
    } else {
      redLines = state.deciding.filter { spoken[$0].isRedLine }
    }
    answers.append(
      AnswerReading(
        answer: answer, state: state, isSuperseded: isAside, redLines: redLines))
  }

  private struct WordsOnAnswer {
    var speaking: [Int] = []
    var faint: [Int] = []
    var undated: [Int] = []
  }

  /// A role is not taken back by what the statement is on another option.
  private mutating func note(_ member: Int, _ role: PositionStatement.Role) {
    switch roles[member] {
    case .decides, .saysOtherwise, .superseded: break
    default: roles[member] = role
    }
  }

  mutating func decide(_ member: Int) {
    if roles[member] != .superseded { roles[member] = .decides }
  }

  /// Where answers exclude each other and its speakers are for different ones: bodies that speak side
  /// by side, or persons on one day.
  private mutating func divide(
    _ row: IssueStatements, _ spoken: [PartyStatement], _ want: Case.Issue.Want?
  ) {
    let taken = answers.filter { $0.isOwn && $0.isTaken && $0.state.stances == [.for] }
    if isDivided || taken.isEmpty { return }
    let units = UnitTable(row.issue, row.answers)
    func interval(_ answer: AnswerReading) -> NumberInterval? {
      row.answers[answer.answer].value.flatMap { units.interval($0) }
    }
    let spans = taken.map { interval($0).map { ValueSpan($0, want) } }
    // One refuses what another takes, or a part of it.
    let refused = answers.filter { $0.isOwn && !$0.isSuperseded && $0.state.stances == [.against] }
    isDivided = refused.contains { no in
      taken.contains { yes in
        let (one, two) = (yes.state.deciding, no.state.deciding)
        guard
          one.contains(where: { member in two.contains { spoken[member].isBeside(spoken[$0]) } }),
          Self.differBySpeaker(one, two, spoken)
        else { return false }
        if let asked = members(yes, row), let denied = members(no, row) {
          return !denied.isEmpty && denied.isSubset(of: asked)
        }
        guard let asked = interval(yes), let denied = interval(no) else { return false }
        return denied.lower <= asked.lower && asked.upper <= denied.upper
      }
    }
    for place in taken.indices where !isDivided {
      isDivided = taken.indices.dropFirst(place + 1).contains { other in
        let (one, two) = (taken[place].state.deciding, taken[other].state.deciding)
        let isOneTime = one.contains { member in
          two.contains { spoken[member].isBeside(spoken[$0]) }
        }
        return isOneTime && (spans[place] == nil || spans[place] != spans[other])
          && Self.differBySpeaker(one, two, spoken)
      }
    }
  }

  /// The members of an answer that is a set.
  private func members(_ answer: AnswerReading, _ row: IssueStatements) -> Set<Slug>? {
    guard case .set(let set)? = row.answers[answer.answer].value else { return nil }
    return Set(set.members)
  }

  /// Persons or bodies of the party, none of them on both sides.
  static func differBySpeaker(_ a: [Int], _ b: [Int], _ spoken: [PartyStatement]) -> Bool {
    let (one, other) = (
      Set(a.flatMap { spoken[$0].speakers }), Set(b.flatMap { spoken[$0].speakers })
    )
    return !one.isEmpty && !other.isEmpty && one.isDisjoint(with: other)
  }

  /// Those than which none is later; undated ones stay.
  private static func latest(_ members: [Int], _ spoken: [PartyStatement]) -> [Int] {
    guard let newest = members.compactMap({ spoken[$0].said?.begins }).max() else {
      return members
    }
    return members.filter { member in spoken[member].said.map { $0.ends >= newest } ?? true }
  }

  /// What others report of one answer gives way to what nearer or equal voices say later of another;
  /// said of an own answer it contests it.
  /// - Complexity: O(answers).
  private mutating func supersede(_ spoken: [PartyStatement]) {
    var newest = [Int64](repeating: .min, count: Voice.allCases.count)
    func start(_ reading: AnswerReading) -> Int64? {
      guard reading.state.stances == [.for] else { return nil }
      return reading.state.deciding.compactMap { spoken[$0].said?.begins }.max()
    }
    for reading in answers {
      guard let start = start(reading) else { continue }
      let rank = reading.state.voice.rank
      newest[rank] = max(newest[rank], start)
    }
    for rank in newest.indices.dropFirst() { newest[rank] = max(newest[rank], newest[rank - 1]) }
    for place in answers.indices where !answers[place].isOwn {
      let rank = answers[place].state.voice.rank
      guard let start = start(answers[place]), start < newest[rank] else { continue }
      answers[place].isSuperseded = true
      for member in answers[place].state.deciding { roles[member] = .superseded }
    }
    let reported = answers.filter { !$0.isOwn && !$0.isSuperseded }.compactMap { start($0) }.max()
    if let reported {
      let isOlder = answers.contains { reading in
        reading.isOwn && !reading.isSuperseded && (start(reading).map { $0 < reported } ?? false)
      }
      isContested = isContested || isOlder
    }
    if answers.contains(where: { $0.isOwn && $0.isTaken }) {
      for place in answers.indices where !answers[place].isOwn { answers[place].isBeside = true }
    }
    // A statement may decide on one option and be superseded on another: it still decides.
    for reading in answers where !reading.isSuperseded {
      for member in reading.state.deciding { roles[member] = .decides }
    }
  }
}
