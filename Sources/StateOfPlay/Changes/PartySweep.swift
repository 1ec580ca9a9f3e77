internal import CaseModel

/// One party on one issue while the sweep goes on.
struct PartySweep {
  let spoken: [SpokenFor]
  private let statements: [Case.Statement]
  private var options: [String: Option] = [:]
  /// Answers that are plainly *for* and not superseded.
  private var standing: Set<String> = []
  /// Of the words that decide on any answer, the last day of the newest.
  private(set) var newest: EDTFDate?

  /// The statements that hold on one answer now.
  private struct Option {
    var key: AnswerKey
    var active: [Int] = []
    var activeOwn: [Int] = []
    var faint: [Int] = []
    var hasSpoken = false
    var state: OptionState?
    var requirements: Set<Requirement> = []
    var isSuperseded = false
  }

  init(_ spoken: [SpokenFor], _ statements: [Case.Statement]) {
    self.spoken = spoken
    self.statements = statements
  }

  private func statement(_ member: Int) -> Case.Statement { statements[spoken[member].position] }

  /// Lets a statement in; false where it speaks only where nothing else does, and something does.
  mutating func enter(_ member: Int, _ answer: AnswerKey) -> Bool {
    var option = options[answer.id] ?? Option(key: answer)
    defer { options[answer.id] = option }
    if spoken[member].isFaint {
      guard !option.hasSpoken else { return false }
      Self.admit(member, to: &option.faint, spoken)
      return true
    }
    option.hasSpoken = true
    Self.admit(member, to: &option.active, spoken)
    if spoken[member].directness.isOwn { Self.admit(member, to: &option.activeOwn, spoken) }
    return true
  }

  /// Keeps a list to the statements than which none is later.
  private static func admit(_ member: Int, to active: inout [Int], _ spoken: [SpokenFor]) {
    guard let said = spoken[member].said else { return }
    if active.contains(where: { spoken[$0].said.map { $0.isLater(than: said) } ?? false }) {
      return
    }
    active.removeAll { other in spoken[other].said.map { said.isLater(than: $0) } ?? true }
    active.append(member)
  }

  /// Works out the answers touched, and what a new *for* supersedes; says what is other than before.
  mutating func settle(_ touched: [AnswerKey], alternatives: Bool) -> [AnswerDelta] {
    var deltas: [AnswerDelta] = []
    var seen: Set<String> = []
    for key in touched where seen.insert(key.id).inserted {
      guard var option = options[key.id] else { continue }
      let latest = option.hasSpoken ? option.active : option.faint
      guard !latest.isEmpty else { continue }
      let old = option
      let state = OptionState(
        latest: latest,
        latestOwn: option.hasSpoken
          ? option.activeOwn : option.faint.filter { spoken[$0].directness.isOwn },
        spoken)
      option.state = state
      option.isSuperseded = false
      option.requirements = Set(
        state.deciding.flatMap { statement($0).requires }.filter { $0.kind != .trigger })
      options[key.id] = option
      deltas.append(delta(from: old, to: option))
    }
    if alternatives { supersede(deltas.map(\.answer), &deltas) }
    for delta in deltas {
      for member in delta.newWords {
        guard let said = spoken[member].said else { continue }
        if newest.map({ said.latest > $0.latest }) ?? true { newest = said }
      }
    }
    return deltas
  }

  private mutating func supersede(_ keys: [AnswerKey], _ deltas: inout [AnswerDelta]) {
    for key in keys {
      guard let option = options[key.id], let state = option.state, state.stances == [.for] else {
        standing.remove(key.id)
        continue
      }
      for other in standing.sorted() where other != key.id {
        guard var earlier = options[other], let old = earlier.state,
          Set(old.deciding).isDisjoint(with: state.deciding), isLater(state, than: old),
          !(old.isOwn && !state.isOwn)
        else { continue }
        standing.remove(other)
        let before = earlier
        earlier.isSuperseded = true
        options[other] = earlier
        var superseded = delta(from: before, to: earlier)
        superseded.newWords = state.deciding
        superseded.oldWords = old.deciding
        deltas.removeAll { $0.answer.id == other }
        deltas.append(superseded)
      }
      standing.insert(key.id)
    }
  }

  private func delta(from old: Option, to new: Option) -> AnswerDelta {
    let before = old.isSuperseded ? [] : old.state?.stances ?? []
    let after = new.isSuperseded ? [] : new.state?.stances ?? []
    return AnswerDelta(
      answer: new.key, before: before, after: after,
      hadWords: old.state != nil, isSuperseded: new.isSuperseded,
      requirementsAdded: new.requirements.subtracting(old.requirements),
      requirementsDropped: old.requirements.subtracting(new.requirements),
      redLineAdded: (new.state?.isRedLine ?? false) && !(old.state?.isRedLine ?? false),
      redLineDropped: (old.state?.isRedLine ?? false) && !(new.state?.isRedLine ?? false),
      oldWords: old.state?.deciding ?? [], newWords: new.state?.deciding ?? [])
  }

  /// Some of its words are later than all of the other's.
  private func isLater(_ state: OptionState, than other: OptionState) -> Bool {
    state.deciding.contains { later in
      guard let said = spoken[later].said else { return false }
      return other.deciding.allSatisfy { spoken[$0].said.map { said.isLater(than: $0) } ?? false }
    }
  }

  /// The words that make a delta withdraw the option.
  func isWithdrawal(_ delta: AnswerDelta) -> Bool {
    delta.newWords.contains { statement($0).act == .withdraw }
  }

  /// The value a delta is about, as one of its statements gives it.
  func value(_ delta: AnswerDelta) -> AnswerValue? {
    for member in delta.newWords + delta.oldWords {
      if case .issue(_, .value(let value))? = statement(member).about,
        value.key == delta.answer.id
      {
        return value
      }
    }
    return nil
  }

  /// Said at the same meeting.
  func isSameOccasion(_ a: Int, _ b: Int) -> Bool {
    guard let meeting = statement(a).at else { return false }
    return statement(b).at == meeting
  }

  func unique(_ members: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return members.filter { seen.insert($0).inserted }
  }
}

/// What became of one answer between two moments of a sweep.
struct AnswerDelta {
  var answer: AnswerKey
  var before: [PositionStance]
  var after: [PositionStance]
  var hadWords: Bool
  var isSuperseded: Bool
  var requirementsAdded: Set<Requirement>
  var requirementsDropped: Set<Requirement>
  var redLineAdded: Bool
  var redLineDropped: Bool
  /// The statements that decided before and that decide now.
  var oldWords: [Int]
  var newWords: [Int]

  var wasAccepted: Bool { Self.accepts(before) }
  var isAccepted: Bool { Self.accepts(after) }

  private static func accepts(_ stances: [PositionStance]) -> Bool {
    stances.contains { $0.accepts } && !stances.contains(.against)
  }

  /// Some new words are later than all before and were said on another occasion. Where the answer
  /// had none before, the party's words on the issue are what they must be later than.
  func isLater(than newest: EDTFDate?, _ sweep: PartySweep) -> Bool {
    newWords.contains { member in
      guard !oldWords.contains(member), let said = sweep.spoken[member].said else { return false }
      if oldWords.contains(where: { sweep.isSameOccasion(member, $0) }) { return false }
      if hadWords {
        return oldWords.allSatisfy { old in
          sweep.spoken[old].said.map { said.isLater(than: $0) } ?? true
        }
      }
      return newest.map { said.isLater(than: $0) } ?? true
    }
  }
}
