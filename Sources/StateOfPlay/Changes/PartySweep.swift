internal import CaseModel

/// One party on one issue while the sweep goes on.
struct PartySweep {
  let spoken: [SpokenFor]
  private let statements: [Case.Statement]
  private var options: [Option] = []
  private var places: [String: Int] = [:]
  private var supersession = Supersession()
  /// Of the words that decide on any answer, the last day of the newest.
  private(set) var newest: EDTFDate?

  /// The statements that hold on one answer now.
  private struct Option {
    var key: AnswerKey
    var active: [Int] = []
    var activeOwn: [Int] = []
    var faint: [Int] = []
    var faintOwn: [Int] = []
    var hasSpoken = false
    var state: OptionState?
    var requirements: Set<Requirement> = []
    var isSuperseded = false

    var isRedLine: Bool { !isSuperseded && (state?.isRedLine ?? false) }
  }

  init(_ spoken: [SpokenFor], _ statements: [Case.Statement]) {
    self.spoken = spoken
    self.statements = statements
  }

  private func statement(_ member: Int) -> Case.Statement { statements[spoken[member].position] }

  /// Lets a statement in; false where it speaks only where nothing else does, and something does.
  mutating func enter(_ member: Int, _ answer: AnswerKey) -> Bool {
    let place = places[answer.id] ?? options.count
    if place == options.count {
      places[answer.id] = place
      options.append(Option(key: answer))
    }
    if spoken[member].isFaint {
      guard !options[place].hasSpoken else { return false }
      Self.admit(member, to: &options[place].faint, spoken)
      if spoken[member].directness.isOwn {
        Self.admit(member, to: &options[place].faintOwn, spoken)
      }
      return true
    }
    options[place].hasSpoken = true
    Self.admit(member, to: &options[place].active, spoken)
    if spoken[member].directness.isOwn {
      Self.admit(member, to: &options[place].activeOwn, spoken)
    }
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

  /// Works out the answers touched, and what a *for* supersedes or no longer does; says what is
  /// other than before.
  mutating func settle(_ touched: [AnswerKey], alternatives: Bool) -> [AnswerDelta] {
    var seen: Set<Int> = []
    let order = touched.compactMap { places[$0.id] }.filter { seen.insert($0).inserted }
    var old: [Int: Option] = [:]
    for place in order { old[place] = restate(place, alternatives: alternatives) }
    let (put, lifted) = supersession.settle()
    var superseder: [Int: Int] = [:]
    for (answer, by) in put { superseder[answer] = by }
    let others = (put.map(\.answer) + lifted).filter { seen.insert($0).inserted }
      .sorted { options[$0].key.id < options[$1].key.id }
    for place in order + others {
      old[place] = old[place] ?? options[place]
      options[place].isSuperseded = supersession.isAside(place)
    }
    let spokenNow = order.flatMap { options[$0].state?.deciding ?? [] }
    var deltas: [AnswerDelta] = []
    for place in order + others {
      guard let before = old[place], options[place].state != nil else { continue }
      var delta = delta(from: before, to: options[place])
      if delta.isSuperseded, !before.isSuperseded, let by = superseder[place] {
        delta.newWords = options[by].state?.deciding ?? []
      } else if before.isSuperseded, !delta.isSuperseded, delta.newWords == delta.oldWords {
        // It stands again because of what was said on others.
        delta.newWords = unique(spokenNow + delta.newWords)
      }
      deltas.append(delta)
    }
    for member in deltas.flatMap(\.newWords) {
      guard let said = spoken[member].said else { continue }
      if newest.map({ said.latest > $0.latest }) ?? true { newest = said }
    }
    return deltas
  }

  /// Works out one answer from the words that hold on it; gives it as it was.
  private mutating func restate(_ place: Int, alternatives: Bool) -> Option {
    let old = options[place]
    let latest = old.hasSpoken ? old.active : old.faint
    guard !latest.isEmpty else { return old }
    let own = old.hasSpoken ? old.activeOwn : old.faintOwn
    let state = OptionState(latest: latest, latestOwn: own, spoken)
    options[place].state = state
    options[place].requirements = Set(
      state.deciding.flatMap { statement($0).standingRequirements })
    if alternatives { supersession.update(place, span(state)) }
    return old
  }

  private func span(_ state: OptionState) -> Supersession.Span? {
    let said = state.deciding.compactMap { spoken[$0].said }
    guard state.stances == [.for], let start = said.map(\.earliest).max(),
      let end = said.map(\.latest).max()
    else { return nil }
    return Supersession.Span(start: start, end: end, isOwn: state.isOwn)
  }

  private func delta(from old: Option, to new: Option) -> AnswerDelta {
    let before = old.isSuperseded ? [] : old.state?.stances ?? []
    let after = new.isSuperseded ? [] : new.state?.stances ?? []
    let (wasRed, isRed) = (old.isRedLine, new.isRedLine)
    return AnswerDelta(
      answer: new.key, before: before, after: after,
      hadWords: old.state != nil, isSuperseded: new.isSuperseded,
      requirementsAdded: new.requirements.subtracting(old.requirements),
      requirementsDropped: old.requirements.subtracting(new.requirements),
      redLineAdded: isRed && !wasRed, redLineDropped: wasRed && !isRed,
      oldWords: old.state?.deciding ?? [], newWords: new.state?.deciding ?? [])
  }

  /// The words that make a delta withdraw the option.
  func isWithdrawal(_ delta: AnswerDelta) -> Bool {
    delta.newWords.contains { statement($0).act == .withdraw }
  }

  /// What was demanded is withdrawn: a party that no longer asks for it gives something up.
  func isWaiver(_ delta: AnswerDelta) -> Bool {
    isWithdrawal(delta) && delta.oldWords.contains { statement($0).act == .demand }
  }

  /// The words give the value rather than ask for it.
  func isOffer(_ delta: AnswerDelta) -> Bool {
    delta.newWords.allSatisfy { member in
      switch statement(member).act {
      case .offer, .concede, .accept, .commit: true
      default: false
      }
    }
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
