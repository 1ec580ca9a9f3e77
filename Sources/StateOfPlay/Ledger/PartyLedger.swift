internal import CaseModel

/// What one party has said on one issue and not taken back, while words come in by date: for each
/// answer its stance, what is asked for it, and a red line. A class, as the sweep looks at it from
/// many sides and no two may differ.
///
/// Only its own words open and close; what others say of it is read at the end. Nothing changes in it
/// once the sweep that made it is over, so that it may be read from anywhere.
final class PartyLedger: @unchecked Sendable {
  let spoken: [PartyStatement]
  /// The body whose words it holds, beside the party's own; nil where no others speak beside it, or
  /// it holds the party's own alone.
  let wing: Int?
  /// It holds what is said for the party as a whole, where bodies speak beside it.
  let isOfWhole: Bool
  /// Those of further bodies.
  let others: [PartyLedger]
  let statements: [Case.Statement]
  /// Those of the issue, by place.
  let answers: [AnswerKey]
  private var entries: [Entry] = []
  /// Of each answer that has words, its place in `entries`.
  private var places: [Int: Int] = [:]
  private var supersession = Supersession()
  /// Where the issue is settled by a number or a date.
  private let measure: Measure?
  /// Entries with an answer of its own that it would take.
  private var answering: Set<Int> = []
  /// Entries of which it spoke only faintly.
  private var faintly: Set<Int> = []
  /// Entries of numbers that it refuses.
  private var refusing: Set<Int> = []
  /// Of its own words that decide on any answer, the last day of the newest.
  private(set) var newest: EDTFDate?
  private var time = 0
  /// Answers that are sets and that it signed.
  private(set) var signedSets: [Int] = []

  /// What stands on one answer now.
  struct Entry {
    let answer: Int
    var own = ActiveWords()
    var faint = ActiveWords()
    /// Where answers exclude each other, what it said faintly gives way to any answer of its own.
    var isMuted = false
    var state: OptionState?
    /// How many grounds bear each condition that stands in words, by what it awaits.
    var conditions: [PreconditionsView.StepID: Int] = [:]
    /// Its own statements whose red line stands, each with its conditions that do.
    var redLines: [Int: Int] = [:]
    var isSuperseded = false
    var supersededBy: Int?
    /// What it was for when the last of its words lapsed.
    fileprivate var lapsedStances: [PositionStance] = []
    fileprivate var lapsedWords: [Int] = []
    /// The last time it was settled, and what it was then.
    fileprivate var settled = 0
    fileprivate var last = Settled()
    // Since it was settled last.
    fileprivate var opened: [PreconditionsView.StepID] = []
    fileprivate var closed: [(awaited: PreconditionsView.StepID, reason: Closing.Reason)] = []
    fileprivate var workers: [Int] = []
    fileprivate var lost: [Int] = []
    fileprivate var lapsed: [Int] = []
    fileprivate var lapsedOn: EDTFDate?
    fileprivate var redLineDrawn = false
    fileprivate var redLineGiven = false

    fileprivate struct Settled {
      var stances: [PositionStance] = []
      var deciding: [Int] = []
      var isRedLine = false
      var isSuperseded = false
      var hadWords = false
      var open: [PreconditionsView.StepID]? = []
    }

    /// Those that hold.
    var words: [Int] { isMuted ? [] : own.isEmpty ? faint.all : own.all }

    var isRedLine: Bool { !isSuperseded && !redLines.isEmpty }

    /// In words: a yes with something asked for it is a yes with an if.
    var stances: [PositionStance] {
      guard !isSuperseded, let state else { return [] }
      return state.stances(asking: !conditions.isEmpty)
    }
  }

  init(
    _ spoken: [PartyStatement], _ answers: [AnswerKey], _ statements: [Case.Statement],
    measure: Measure?, wing: Int? = nil, isOfWhole: Bool = false, others: [PartyLedger] = []
  ) {
    self.isOfWhole = isOfWhole
    self.measure = measure
    self.spoken = spoken
    self.wing = wing
    self.others = others
    self.answers = answers
    self.statements = statements
  }

  func entry(_ answer: Int) -> Entry? { places[answer].map { entries[$0] } }

  /// What stands on an answer, of all who speak for the party side by side.
  func standing(_ answer: Int) -> Entry? {
    if others.isEmpty { return entry(answer) }
    let all = ([self] + others).compactMap { $0.entry(answer) }
    // What the party said as one no longer stands where one of its bodies went beyond it, unless
    // another body has said it too, the party signed it, or it drew a red line there.
    let current = all.filter { entry in
      if entry.isSuperseded { return false }
      let words = entry.words
      guard words.allSatisfy({ spoken[$0].wing == nil && !spoken[$0].binds }) else { return true }
      return all.allSatisfy { other in
        !other.isSuperseded && words.allSatisfy { other.words.contains($0) }
      }
    }
    let read = current.isEmpty ? all.filter(\.isSuperseded) : current
    guard var merged = read.first else { return nil }
    for entry in read.dropFirst() {
      // What one body says faintly stands beside what another says plainly.
      if merged.own.isEmpty, !merged.isMuted, !entry.own.isEmpty { merged.own = merged.faint }
      merged.own.unite(
        entry.own.isEmpty && !entry.isMuted && !merged.own.isEmpty ? entry.faint : entry.own)
      merged.faint.unite(entry.faint)
      merged.isMuted = merged.isMuted && entry.isMuted
      merged.redLines.merge(entry.redLines) { a, _ in a }
    }
    return merged
  }

  /// Its body says it, or no body does.
  func holds(_ member: Int?) -> Bool {
    if isOfWhole { return member.map { spoken[$0].wing == nil } ?? true }
    guard let wing, let member, let other = spoken[member].wing else { return true }
    return other == wing
  }

  /// The member whose statement has this place in the case; of several the first.
  /// - Complexity: O(log members).
  func member(at position: Int) -> Int? {
    var (low, high) = (0, spoken.count)
    while low < high {
      let middle = (low + high) / 2
      if spoken[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low < spoken.count && spoken[low].position == position ? low : nil
  }

  private func place(of answer: Int) -> Int {
    if let place = places[answer] { return place }
    places[answer] = entries.count
    entries.append(Entry(answer: answer))
    return entries.count - 1
  }

  // MARK: Words that come in

  /// A statement of its own; says which answers that touches: none where it speaks only where nothing
  /// else does, and something does.
  func enter(_ member: Int, _ answer: Int) -> [Int] {
    let place = place(of: answer)
    if spoken[member].isFaint {
      entries[place].faint.admit(member, spoken)
      return entries[place].own.isEmpty ? [answer] : []
    }
    let given = spoken[member].base == .against ? giveUpReplaced(by: place) : []
    if spoken[member].isSigned, case .set? = answers[answer].value, !signedSets.contains(answer) {
      signedSets.append(answer)
    }
    entries[place].own.admit(member, spoken)
    if spoken[member].isRedLine, entries[place].redLines[member] == nil {
      // Of a line said again, the first saying may not be on record.
      entries[place].redLineDrawn =
        entries[place].redLineDrawn
        || (entries[place].redLines.isEmpty && !spoken[member].saysAgain)
      entries[place].redLines[member] = 0
    }
    return [answer] + given
  }

  /// Refusing what was accepted for good is not asking again for what that had replaced;
  /// says which answers are left without words.
  private func giveUpReplaced(by place: Int) -> [Int] {
    guard !entries[place].isSuperseded, let state = entries[place].state,
      AnswerDelta.accepts(state.stances), !isTentative(place)
    else { return [] }
    let replaced = entries.indices.filter { entries[$0].isSuperseded }
    for other in replaced {
      entries[other].own.removeAll()
      entries[other].faint.removeAll()
    }
    return replaced.map { entries[$0].answer }
  }

  /// All that decides on the answer is an offer.
  private func isTentative(_ place: Int) -> Bool {
    entries[place].state?.deciding.allSatisfy { spoken[$0].isTentative } ?? false
  }

  func open(_ awaited: PreconditionsView.StepID, for answer: Int, by member: Int?) {
    let place = place(of: answer)
    let count = entries[place].conditions[awaited] ?? 0
    entries[place].conditions[awaited] = count + 1
    if count == 0 { entries[place].opened.append(awaited) }
    guard let member else { return }
    entries[place].workers.append(member)
    if let bound = entries[place].redLines[member] {
      entries[place].redLines[member] = bound + 1
    }
  }

  func close(
    _ awaited: PreconditionsView.StepID, for answer: Int, saidBy ground: Int?, by member: Int?,
    _ reason: Closing.Reason
  ) {
    let place = place(of: answer)
    guard let count = entries[place].conditions[awaited] else { return }
    if count > 1 {
      entries[place].conditions[awaited] = count - 1
    } else {
      entries[place].conditions[awaited] = nil
      entries[place].closed.append((awaited, reason))
    }
    if let member { entries[place].workers.append(member) }
    guard let ground else { return }
    entries[place].lost.append(ground)
    if let bound = entries[place].redLines[ground], bound > 0 {
      entries[place].redLines[ground] = bound - 1
      // Nothing is left of what the line was drawn at.
      if bound == 1, reason != .refused { giveUp(ground, place, inWords: true) }
    }
  }

  /// Words of its own that it takes back: the red line they drew, else the answer they gave.
  func takeBack(_ member: Int, for answer: Int, by closer: Int?) {
    guard let place = places[answer] else { return }
    if let closer { entries[place].workers.append(closer) }
    entries[place].lost.append(member)
    if entries[place].redLines[member] != nil {
      giveUp(member, place, inWords: true)
    } else if spoken[member].isPackage {
      _ = entries[place].own.retract(member, spoken)
      _ = entries[place].faint.retract(member, spoken)
    } else if !spoken[member].hasRequirements {
      entries[place].own.remove(member)
      entries[place].faint.remove(member)
    }
  }

  /// The last day it was said to hold has passed; says which answers that touches. What was offered
  /// leaves what was said before as it was; what was agreed for a time had taken its place.
  func lapse(_ member: Int, for answer: Int, _ issue: Case.Issue) -> [Int] {
    guard let place = places[answer] else { return [] }
    if spoken[member].isTentative {
      let wasFaint = entries[place].faint.retract(member, spoken) && entries[place].own.isEmpty
      guard entries[place].own.retract(member, spoken) || wasFaint else { return [] }
      dropReplaced(place)
      noteLapse(member, place)
      let others = entries.indices.filter { entries[$0].isSuperseded && dropReplaced($0) }
      return [answer] + others.map { entries[$0].answer }
    }
    guard entries[place].own.all.contains(member) else {
      entries[place].own.remove(member)
      entries[place].faint.remove(member)
      return []
    }
    entries[place].own.remove(member)
    noteLapse(member, place)
    var touched = [answer]
    if issue.answers == .one, entries[place].own.isEmpty, !entries[place].isSuperseded {
      for other in entries.indices where entries[other].isSuperseded {
        entries[other].own.removeAll()
        entries[other].faint.removeAll()
        touched.append(entries[other].answer)
      }
    }
    return touched
  }

  /// What was put forward in a package that a later one replaced does not come back with its lapse.
  @discardableResult private func dropReplaced(_ place: Int) -> Bool {
    var isOther = false
    while let member = entries[place].own.all.first(where: { spoken[$0].isReplaced }) {
      _ = entries[place].own.retract(member, spoken)
      isOther = true
    }
    return isOther
  }

  private func noteLapse(_ member: Int, _ place: Int) {
    entries[place].lapsed.append(member)
    if entries[place].own.isEmpty {
      entries[place].lapsedStances = entries[place].last.stances
      entries[place].lapsedWords = [member]
    }
  }

  /// It did what it had refused, which ends the refusal; false where it had refused nothing.
  func carryOut(_ performance: PartyPerformances.Performance) -> Bool {
    guard let place = places[performance.answer] else { return false }
    let ended = entries[place].own.removeAll { member in
      spoken[member].base == .against
        && (spoken[member].said.map { performance.date.isLater(than: $0) } ?? true)
    }
    for member in ended {
      entries[place].lapsed.append(member)
      entries[place].redLines[member] = nil
    }
    if !ended.isEmpty { entries[place].lapsedOn = performance.date }
    return !ended.isEmpty
  }

  /// Taken back in words, or with what it was drawn at, rather than crossed by another word.
  private func giveUp(_ member: Int, _ place: Int, inWords: Bool) {
    entries[place].redLines[member] = nil
    if entries[place].redLines.isEmpty { entries[place].redLineGiven = inWords }
  }

  // MARK: What they come to

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
        if !entries[place].isSuperseded { entries[place].supersededBy = nil }
      }
      order += unsettled(takeBackRefusals())
    }
    var deltas: [AnswerDelta] = []
    for place in order { deltas.append(delta(at: place, among: spokenOf)) }
    for place in order {
      // An own answer that takes its place crosses the red line, which comes back with it only where
      // that was an offer.
      if entries[place].isSuperseded, entries[place].supersededBy.map({ !isTentative($0) }) ?? true
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
      defer { (entries[place].isSuperseded, entries[place].supersededBy) = (by != nil, by) }
      return entries[place].isSuperseded != (by != nil)
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
    guard let state = entry.state, state.stances == [.for],
      let start = state.deciding.compactMap({ spoken[$0].said?.begins }).max()
    else { return nil }
    // A number asked for with a condition is the newest number all the same; an option that the
    // newest words take without one is the newest, whatever was asked for it earlier.
    let isPlain =
      entry.conditions.isEmpty || answers[entry.answer].value != nil
      || state.deciding.contains { !spoken[$0].hasRequirements && spoken[$0].said?.begins == start }
    return .init(
      start: start, supersedes: isPlain && !isInAddition(entry.answer), yields: true)
  }

  private func delta(at place: Int, among touched: [Int]) -> AnswerDelta {
    let new = entries[place]
    let old = new.last
    let now = new.state?.deciding ?? []
    var words = unique(now.filter { !old.deciding.contains($0) } + new.workers)
    if new.isSuperseded, !old.isSuperseded, let by = new.supersededBy {
      words = entries[by].state?.deciding ?? []
    } else if words.isEmpty {
      words = now
      if old.isSuperseded, !new.isSuperseded {
        // It stands again because of what was said on others.
        words = unique(touched.flatMap { entries[$0].state?.deciding ?? [] } + now)
      }
    }
    let isGiven = old.isRedLine && new.redLines.isEmpty
    let isCrossed = old.isRedLine && new.isSuperseded && !new.redLines.isEmpty
    let wasLapsed = old.stances.isEmpty && new.lapsed.isEmpty && !new.stances.isEmpty
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
    if wasLapsed, !new.lapsedStances.isEmpty {
      delta.lapsedBefore = new.lapsedStances
      if delta.oldWords.isEmpty { delta.oldWords = new.lapsedWords.filter { !words.contains($0) } }
      (entries[place].lapsedStances, entries[place].lapsedWords) = ([], [])
    }
    return delta
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

extension OptionState {
  /// With what is asked for it: a yes becomes a yes with an if.
  func stances(asking: Bool) -> [PositionStance] {
    guard asking, stances.contains(.for) else { return stances }
    return Set(stances.map { $0 == .for ? .forIf : $0 }).sorted()
  }
}
