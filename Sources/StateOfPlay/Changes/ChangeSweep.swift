internal import CaseModel

/// Goes through one issue's statements in order of date and notes where a party's position becomes
/// other than it was.
///
/// Every statement enters its option's active list once and leaves it once, so that the sweep is
/// near-linear in the statements, however they are spread.
struct ChangeSweep {
  private let reading: Reading
  private let issue: Case.Issue
  private var positions: [Int: PartySweep] = [:]
  /// Parties that accept an answer.
  private var accepting: [String: Set<Int>] = [:]
  /// How many answers two parties both accept; smaller party first.
  private var shared: [PartyPair: Int] = [:]
  private(set) var changes: [ChangesView.Change] = []

  private struct PartyPair: Hashable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
  }

  private struct Event {
    let party: Int
    let answer: AnswerKey
    let member: Int
    let day: CivilDay
  }

  init(_ reading: Reading, _ issue: Case.Issue) {
    self.reading = reading
    self.issue = issue
  }

  /// `spoken` is what each party, by position in `parties`, said on the issue.
  mutating func run(_ spoken: [Int: [SpokenFor]], parties: [Case.Actor.ID]) {
    var events: [Event] = []
    for (party, members) in spoken.sorted(by: { $0.key < $1.key }) {
      positions[party] = PartySweep(members, reading.theCase.statements)
      for (answer, indices) in CellResolver(reading, issue).byAnswer(members) {
        for member in indices {
          let one = members[member]
          guard one.time == .counts, !one.isDoubted, one.stance != nil, let said = one.said else {
            continue
          }
          events.append(Event(party: party, answer: answer, member: member, day: said.latest))
        }
      }
    }
    events.sort { a, b in (a.day, a.party, a.member) < (b.day, b.party, b.member) }
    var next = 0
    while next < events.count {
      var touched: [Int: [AnswerKey]] = [:]
      let day = events[next].day
      while next < events.count, events[next].day == day {
        let event = events[next]
        if positions[event.party]?.enter(event.member, event.answer) ?? false {
          touched[event.party, default: []].append(event.answer)
        }
        next += 1
      }
      for party in touched.keys.sorted() {
        settle(party, parties[party], touched[party] ?? [])
      }
    }
  }

  private mutating func settle(_ party: Int, _ id: Case.Actor.ID, _ touched: [AnswerKey]) {
    guard var sweep = positions[party] else { return }
    let hadWords = sweep.newest != nil
    let before = sweep.newest
    let deltas = sweep.settle(touched, alternatives: issue.answers == .one)
    positions[party] = sweep
    var met: Set<Int> = []
    var parted: Set<Int> = []
    for delta in deltas {
      move(party, delta, met: &met, parted: &parted)
    }
    // Only words later than those before, said on another occasion, make a change.
    let real = deltas.filter { $0.isLater(than: before, sweep) }
    guard !real.isEmpty else { return }
    let kinds = kinds(
      of: real, isNew: !hadWords, met: met.subtracting(parted), parted: parted.subtracting(met),
      party: id, sweep)
    guard !kinds.isEmpty else { return }
    record(id, kinds, real, sweep)
  }

  /// Keeps count of what is accepted by two parties at once.
  private mutating func move(
    _ party: Int, _ delta: AnswerDelta, met: inout Set<Int>, parted: inout Set<Int>
  ) {
    guard delta.wasAccepted != delta.isAccepted else { return }
    for other in accepting[delta.answer.id] ?? [] where other != party {
      let pair = PartyPair(party, other)
      let count = shared[pair] ?? 0
      if delta.isAccepted {
        shared[pair] = count + 1
        if count == 0 { met.insert(other) }
      } else {
        shared[pair] = count - 1
        if count == 1 { parted.insert(other) }
      }
    }
    if delta.isAccepted {
      accepting[delta.answer.id, default: []].insert(party)
    } else {
      accepting[delta.answer.id]?.remove(party)
    }
  }

  private func kinds(
    of deltas: [AnswerDelta], isNew: Bool, met: Set<Int>, parted: Set<Int>, party: Case.Actor.ID,
    _ sweep: PartySweep
  ) -> [ChangesView.Kind] {
    if isNew { return [.new] }
    var kinds: Set<ChangesView.Kind> = []
    var softer = !met.isEmpty
    var harder = !parted.isEmpty
    let added = deltas.filter { !$0.wasAccepted && $0.isAccepted }
    let removed = deltas.filter { $0.wasAccepted && !$0.isAccepted }
    for delta in deltas {
      if delta.wasAccepted, delta.after == [.against] { kinds.insert(.reversed) }
      if delta.before == [.against], delta.isAccepted { kinds.insert(.reversed) }
      if delta.wasAccepted, !delta.isSuperseded, sweep.isWithdrawal(delta) {
        kinds.insert(.withdrawn)
      }
      if delta.isAccepted, delta.wasAccepted {
        softer = softer || !delta.requirementsDropped.isEmpty
        harder = harder || !delta.requirementsAdded.isEmpty
      }
      softer = softer || delta.redLineDropped
      harder = harder || delta.redLineAdded
    }
    switch demand(from: removed, to: added, party, sweep) {
    case .softer: softer = true
    case .harder: harder = true
    case .other: kinds.insert(.changed)
    case nil:
      if !added.isEmpty, removed.isEmpty { softer = true }
      if added.isEmpty, !removed.isEmpty { harder = true }
      if !added.isEmpty, !removed.isEmpty, !softer, !harder { kinds.insert(.changed) }
    }
    if softer || harder { kinds.insert(softer && harder ? .mixed : softer ? .softened : .hardened) }
    if kinds.isEmpty {
      kinds.insert(deltas.contains { $0.before != $0.after } ? .changed : .reaffirmed)
    }
    return ChangesView.Kind.allCases.filter(kinds.contains)
  }

  private enum Direction {
    case softer, harder, other
  }

  /// Demanded sets and quantities have a direction of their own; nil for options.
  private func demand(
    from removed: [AnswerDelta], to added: [AnswerDelta], _ party: Case.Actor.ID,
    _ sweep: PartySweep
  ) -> Direction? {
    guard issue.value != .option, let old = removed.first, let new = added.first,
      let a = sweep.value(old), let b = sweep.value(new)
    else { return nil }
    switch (a, b) {
    case (.set(let a), .set(let b)):
      let (old, new) = (Set(a.members), Set(b.members))
      let grows: Direction = issue.wants[party] == .less ? .softer : .harder
      let shrinks: Direction = issue.wants[party] == .less ? .harder : .softer
      if old.isStrictSubset(of: new) { return grows }
      return new.isStrictSubset(of: old) ? shrinks : .other
    case (.quantity(let a), .quantity(let b)):
      guard let want = issue.wants[party], a.quantity != b.quantity else { return .other }
      return (b.quantity > a.quantity) == (want == .more) ? .harder : .softer
    default: return .other
    }
  }

  private mutating func record(
    _ party: Case.Actor.ID, _ kinds: [ChangesView.Kind], _ deltas: [AnswerDelta],
    _ sweep: PartySweep
  ) {
    let after = sweep.unique(deltas.flatMap(\.newWords))
    let before = sweep.unique(deltas.flatMap(\.oldWords)).filter { !after.contains($0) }
    guard let date = after.compactMap({ sweep.spoken[$0].said }).max() else { return }
    func words(_ members: [Int]) -> [ChangesView.Words] {
      members.map { member in
        let one = sweep.spoken[member]
        let statement = reading.theCase.statements[one.position]
        return ChangesView.Words(
          statement: statement.id, gist: statement.gist, said: one.said,
          toldLater: reading.isToldLater(statement, said: one.said))
      }
    }
    func steps(_ requirements: Set<Requirement>) -> [String] {
      requirements.map { "\($0.kind.rawValue): \($0.step.title(reading.index))" }.sorted()
    }
    changes.append(
      ChangesView.Change(
        party: party, issue: issue.id, title: issue.title, date: date, kinds: kinds,
        answers: deltas.map { delta in
          ChangesView.AnswerChange(
            answer: delta.answer.id, title: delta.answer.title, before: delta.before,
            after: delta.after, isSuperseded: delta.isSuperseded,
            requirementsAdded: steps(delta.requirementsAdded),
            requirementsDropped: steps(delta.requirementsDropped),
            redLineAdded: delta.redLineAdded, redLineDropped: delta.redLineDropped)
        },
        before: words(before), after: words(after),
        toldByOthersOnly: after.allSatisfy { !sweep.spoken[$0].directness.isOwn }, claims: []))
  }
}
