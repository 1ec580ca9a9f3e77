internal import CaseModel

/// One party on one issue while the sweep goes on. A class, as the sweep looks at it from many sides
/// and no two may differ.
final class PartySweep {
  let spoken: [SpokenFor]
  private let statements: [Case.Statement]
  /// Those of the issue, by place.
  private let answers: [AnswerKey]
  private var options: [Option] = []
  /// Of each answer that has words, its place in `options`.
  private var places: [Int: Int] = [:]
  private var supersession = Supersession()
  /// Of the words that decide on any answer, the last day of the newest.
  private(set) var newest: EDTFDate?
  private var time = 0

  /// The statements that hold on one answer now.
  private struct Option {
    let answer: Int
    var active: [Int] = []
    var activeOwn: [Int] = []
    var faint: [Int] = []
    var faintOwn: [Int] = []
    var hasSpoken = false
    var state: OptionState?
    var requirements: Set<Requirement> = []
    var isSuperseded = false
    /// The last time it was settled.
    var settled = 0

    var isRedLine: Bool { !isSuperseded && (state?.isRedLine ?? false) }
  }

  init(_ spoken: [SpokenFor], _ answers: [AnswerKey], _ statements: [Case.Statement]) {
    self.spoken = spoken
    self.answers = answers
    self.statements = statements
  }

  private func act(_ member: Int) -> Case.Statement.Act { statements[spoken[member].position].act }

  /// Lets a statement in; false where it speaks only where nothing else does, and something does.
  func enter(_ member: Int, _ answer: Int) -> Bool {
    let place = places[answer] ?? options.count
    if place == options.count {
      places[answer] = place
      options.append(Option(answer: answer))
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
  func settle(_ touched: [Int], alternatives: Bool) -> [AnswerDelta] {
    time += 1
    let spoken = unsettled(touched.compactMap { places[$0] })
    var old = spoken.map { restate($0, alternatives: alternatives) }
    var order = spoken
    var superseder: [Int: Int] = [:]
    if alternatives {
      let (put, lifted) = supersession.settle()
      for (answer, by) in put { superseder[answer] = by }
      let others = unsettled(put.map(\.answer) + lifted)
        .sorted { answers[options[$0].answer].id < answers[options[$1].answer].id }
      old += others.map { options[$0] }
      order += others
      for place in order { options[place].isSuperseded = supersession.isAside(place) }
    }
    var deltas: [AnswerDelta] = []
    for (place, before) in zip(order, old) where options[place].state != nil {
      var delta = delta(from: before, to: options[place])
      if delta.isSuperseded, !before.isSuperseded, let by = superseder[place] {
        delta.newWords = options[by].state?.deciding ?? []
      } else if before.isSuperseded, !delta.isSuperseded, delta.newWords == delta.oldWords {
        // It stands again because of what was said on others.
        let spokenNow = spoken.flatMap { options[$0].state?.deciding ?? [] }
        delta.newWords = unique(spokenNow + delta.newWords)
      }
      deltas.append(delta)
    }
    for member in deltas.lazy.flatMap(\.newWords) {
      guard let said = self.spoken[member].said else { continue }
      if newest.map({ said.latest > $0.latest }) ?? true { newest = said }
    }
    return deltas
  }

  /// Those of `places` that were not settled this time, each once.
  private func unsettled(_ places: [Int]) -> [Int] {
    places.filter { place in
      defer { options[place].settled = time }
      return options[place].settled != time
    }
  }

  /// Works out one answer from the words that hold on it; gives it as it was.
  private func restate(_ place: Int, alternatives: Bool) -> Option {
    let old = options[place]
    let latest = old.hasSpoken ? old.active : old.faint
    guard !latest.isEmpty else { return old }
    let own = old.hasSpoken ? old.activeOwn : old.faintOwn
    let state = OptionState(latest: latest, latestOwn: own, spoken)
    options[place].state = state
    options[place].requirements = []
    for member in state.deciding where !statements[spoken[member].position].requires.isEmpty {
      options[place].requirements.formUnion(
        statements[spoken[member].position].standingRequirements)
    }
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
      answer: new.answer, before: before, after: after,
      hadWords: old.state != nil, isSuperseded: new.isSuperseded,
      requirementsAdded: new.requirements.subtracting(old.requirements),
      requirementsDropped: old.requirements.subtracting(new.requirements),
      redLineAdded: isRed && !wasRed, redLineDropped: wasRed && !isRed,
      oldWords: old.state?.deciding ?? [], newWords: new.state?.deciding ?? [])
  }

  /// The words that make a delta withdraw the option.
  func isWithdrawal(_ delta: AnswerDelta) -> Bool {
    delta.newWords.contains { act($0) == .withdraw }
  }

  /// A party that no longer asks for what it demanded gives something up.
  func isDemandWithdrawn(_ delta: AnswerDelta) -> Bool {
    isWithdrawal(delta) && delta.oldWords.contains { act($0) == .demand }
  }

  /// The words give the answer, or are open to it, rather than ask for it.
  func give(_ words: [Int]) -> Bool {
    words.allSatisfy { member in
      switch act(member) {
      case .offer, .concede, .accept, .commit: true
      default: spoken[member].stance == .open
      }
    }
  }

  /// The value a delta is about.
  func value(_ delta: AnswerDelta) -> AnswerValue? { answers[delta.answer].value }

  /// Said at the same meeting.
  func isSameOccasion(_ a: Int, _ b: Int) -> Bool {
    guard let meeting = statements[spoken[a].position].at else { return false }
    return statements[spoken[b].position].at == meeting
  }

  func unique(_ members: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return members.filter { seen.insert($0).inserted }
  }
}
