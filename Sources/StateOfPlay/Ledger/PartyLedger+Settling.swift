internal import CaseModel

/// What the words come to: which answers stand, and what is other than before.
extension PartyLedger {
  /// Works out the answers touched, and what a *for* supersedes or no longer does; says what is
  /// other than before.
  func settle(_ touched: [Int], _ issue: Case.Issue) -> [AnswerDelta] {
    time += 1
    let spokenOf = unsettled(touched.compactMap { places[$0] })
    let hadAnswer = !answering.isEmpty
    for place in spokenOf { restate(place, issue) }
    // What was said faintly is read once it is known what else it says.
    for place in spokenOf where faintly.contains(place) { restate(place, issue) }
    var order = spokenOf
    if issue.answers == .one {
      if hadAnswer == answering.isEmpty {
        let faint = faintly.sorted()
        order += unsettled(faint)
        for place in faint { restate(place, issue) }
      }
      let (put, lifted) = supersession.settle()
      let others = unsettled(put.map(\.answer) + lifted)
        .sorted { answers[entries[$0].answer].id < answers[entries[$1].answer].id }
      order += others
      for (answer, by) in put { entries[answer].supersededBy = by }
      for place in order {
        entries[place].isSuperseded = supersession.isAside(place)
        if !entries[place].isSuperseded {
          noteReturn(place, from: entries[place].supersededBy)
          entries[place].supersededBy = nil
        }
      }
      order += unsettled(takeBackRefusals())
      order += unsettled(reviewLines())
    }
    var deltas: [AnswerDelta] = []
    for place in order { deltas.append(delta(at: place, among: spokenOf)) }
    for place in order {
      // An own answer that takes its place crosses the red line, which comes back with it only where
      // that was an offer.
      if entries[place].isSuperseded, !entries[place].keepsLine,
        entries[place].supersededBy.map({ !isTentative($0) }) ?? true
      {
        entries[place].redLines.removeAll()
      }
      entries[place].clear()
    }
    for member in deltas.lazy.flatMap(\.newWords) {
      guard let said = spoken[member].said else { continue }
      if newest.map({ said.ends > $0.ends }) ?? true { newest = said }
    }
    return deltas
  }

  /// Notes what an answer comes back from, where that had taken its place and lapses now.
  private func noteReturn(_ place: Int, from other: Int?) {
    guard entries[place].last.isSuperseded, let other, !entries[other].lapsed.isEmpty else {
      return
    }
    entries[place].returnedFrom = other
  }

  /// Those of `places` that were not settled this time, each once.
  private func unsettled(_ places: [Int]) -> [Int] {
    places.filter { place in
      defer { entries[place].settled = time }
      return entries[place].settled != time
    }
  }

  /// A number of its own takes back its earlier refusals of numbers that it goes beyond; says which
  /// answers are other than before.
  private func takeBackRefusals() -> [Int] {
    guard let measure, !refusing.isEmpty else { return [] }
    let newest = supersession.bound
    return refusing.sorted().filter { place in
      let said = entries[place].state?.deciding.compactMap { spoken[$0].said?.begins }.max()
      let by = newest.flatMap { newest -> Int? in
        guard let said, said < newest.start,
          measure.goesBeyond(entries[place].answer, entries[newest.answer].answer)
        else { return nil }
        return newest.answer
      }
      defer {
        if by == nil { noteReturn(place, from: entries[place].supersededBy) }
        (entries[place].isSuperseded, entries[place].supersededBy) = (by != nil, by)
      }
      return entries[place].isSuperseded != (by != nil)
    }
  }

  /// A red line outlasts the number it was drawn at while the party's next ones lie within it; says
  /// where that is other than before.
  private func reviewLines() -> [Int] {
    lined = lined.filter { !entries[$0].redLines.isEmpty }
    let newest = supersession.bound?.answer
    return lined.sorted().filter { place in
      let keeps =
        entries[place].isSuperseded && AnswerDelta.accepts(entries[place].state?.stances ?? [])
        && (newest.map { isWithinLine(entries[place].answer, entries[$0].answer) } ?? false)
      guard keeps != entries[place].keepsLine else { return false }
      entries[place].keepsLine = keeps
      if entries[place].isSuperseded { entries[place].supersededBy = newest }
      return true
    }
  }

  /// Works out one answer from the words that hold on it.
  private func restate(_ place: Int, _ issue: Case.Issue) {
    let isFaint = entries[place].own.isEmpty
    answering.remove(place)
    if isFaint { faintly.insert(place) } else { faintly.remove(place) }
    entries[place].isMuted = isFaint && issue.answers == .one && !answering.isEmpty
    entries[place].state = OptionState([entries[place].words], spoken)
    let stances = entries[place].state?.stances ?? []
    if !isFaint, AnswerDelta.accepts(stances) { answering.insert(place) }
    if measure != nil {
      if stances == [.against] { refusing.insert(place) } else { refusing.remove(place) }
    }
    cross(place)
    guard issue.answers == .one else { return }
    supersession.update(place, span(entries[place], issue))
  }

  /// A red line is crossed by a later word of its own against it.
  private func cross(_ place: Int) {
    guard !entries[place].redLines.isEmpty, let state = entries[place].state else { return }
    for member in entries[place].redLines.keys.sorted() {
      guard let drawn = spoken[member].base, !state.deciding.contains(member) else { continue }
      let isCrossed =
        drawn == .against
        ? AnswerDelta.accepts(state.stances)
        : state.stances == [.against] || state.stances == [.unclear]
      if isCrossed { giveUp(member, place, inWords: false) }
    }
  }

  private func span(_ entry: Entry, _ issue: Case.Issue) -> Supersession.Span? {
    // A number within a package that is taken on a condition gives way to the next, and replaces none.
    let isTied = answers[entry.answer].value != nil && entry.state?.stances == [.forIf]
    guard let state = entry.state, state.stances == [.for] || isTied,
      let start = state.deciding.compactMap({ spoken[$0].said?.begins }).max()
    else { return nil }
    // A number asked for with a condition is the newest number all the same; an option that the
    // newest words take without one is the newest, whatever was asked for it earlier.
    let isPlain =
      entry.conditions.isEmpty || answers[entry.answer].value != nil
      || state.deciding.contains { !spoken[$0].hasRequirements && spoken[$0].said?.begins == start }
    return .init(
      start: start, supersedes: isPlain && !isTied && !isInAddition(entry.answer), yields: true)
  }

  private func delta(at place: Int, among touched: [Int]) -> AnswerDelta {
    let new = entries[place]
    let old = new.last
    let now = new.state?.deciding ?? []
    var words = unique(now.filter { !old.deciding.contains($0) } + new.workers)
    if new.isSuperseded, !old.isSuperseded, let by = new.supersededBy {
      words = entries[by].state?.deciding ?? []
    } else if old.isRedLine, !new.isRedLine, new.isSuperseded, let by = new.supersededBy {
      words = entries[by].state?.deciding ?? []
    } else if words.isEmpty {
      words = now
      if old.isSuperseded, !new.isSuperseded {
        // It stands again because of what was said on others.
        words = unique(touched.flatMap { entries[$0].state?.deciding ?? [] } + now)
      }
    }
    let isGiven = old.isRedLine && new.redLines.isEmpty
    let isCrossed =
      old.isRedLine && !new.isRedLine && new.isSuperseded && !new.redLines.isEmpty
    var delta = AnswerDelta(
      answer: new.answer, before: old.stances, after: new.stances, hadWords: old.hadWords,
      isSuperseded: new.isSuperseded,
      supersededBy: new.isSuperseded && !old.isSuperseded
        ? new.supersededBy.map { entries[$0].answer } : nil,
      opened: new.opened.filter { new.conditions[$0] != nil },
      closed: new.closed.filter { new.conditions[$0.awaited] == nil },
      lapsed: new.lapsed, lapsedOn: new.lapsedOn, openBefore: old.open, openNow: new.open,
      redLineAdded: new.redLineDrawn && new.isRedLine && !old.isRedLine,
      redLineDropped: isGiven || isCrossed,
      redLineCrossed: isCrossed || (isGiven && !new.redLineGiven),
      oldWords: unique(old.deciding + new.lost.filter { !words.contains($0) }), newWords: words)
    delta.isSetAsideAgain =
      new.isSuperseded && new.supersededBy != nil && new.supersededBy == new.returnedFrom
    noteSaidAgain(place, &delta)
    return delta
  }

  /// What is said again once it lapsed is measured against what had held until then: where nothing
  /// held any more, whatever is said; where earlier words had come back, the same.
  private func noteSaidAgain(_ place: Int, _ delta: inout AnswerDelta) {
    let entry = entries[place]
    guard entry.lapsed.isEmpty, !entry.lapsedStances.isEmpty, !delta.after.isEmpty else { return }
    if !delta.before.isEmpty {
      let isSaidNow = delta.newWords.contains { !delta.oldWords.contains($0) }
      if !isSaidNow || delta.isSuperseded { return }
    }
    let isOther = delta.before != entry.lapsedStances && delta.after == entry.lapsedStances
    if delta.before.isEmpty || isOther {
      delta.lapsedBefore = entry.lapsedStances
      if delta.oldWords.isEmpty || !delta.before.isEmpty {
        delta.oldWords = entry.lapsedWords.filter { !delta.newWords.contains($0) }
      }
    }
    (entries[place].lapsedStances, entries[place].lapsedWords) = ([], [])
  }
}

extension PartyLedger.Entry {
  /// What they await, unless they are too many to be looked through at every moment.
  fileprivate var open: [PreconditionsView.StepID]? {
    conditions.count > 16 ? nil : conditions.keys.sorted()
  }

  fileprivate mutating func clear() {
    last = Settled(
      stances: stances, deciding: state?.deciding ?? [], isRedLine: isRedLine,
      isSuperseded: isSuperseded, hadWords: state != nil || !conditions.isEmpty, open: open)
    if !opened.isEmpty { opened = [] }
    if !closed.isEmpty { closed = [] }
    if !workers.isEmpty { workers = [] }
    if !lost.isEmpty { lost = [] }
    if !lapsed.isEmpty { lapsed = [] }
    lapsedOn = nil
    redLineDrawn = false
    redLineGiven = false
  }
}
