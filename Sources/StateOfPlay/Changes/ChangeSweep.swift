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
      var moments: [Moment] = []
      for party in touched.keys.sorted() {
        guard var sweep = positions[party] else { continue }
        let newest = sweep.newest
        let deltas = sweep.settle(touched[party] ?? [], alternatives: issue.answers == .one)
        positions[party] = sweep
        // Only words later than those before, said on another occasion, make a change.
        moments.append(
          Moment(
            party: party, isNew: newest == nil, deltas: deltas,
            real: deltas.filter { $0.isLater(than: newest, sweep) }))
      }
      settle(moments, parties)
    }
  }

  /// What a day's words did to one party's position.
  private struct Moment {
    let party: Int
    let isNew: Bool
    let deltas: [AnswerDelta]
    let real: [AnswerDelta]
  }

  /// Days are compared whole, so that the order of the parties decides nothing.
  private mutating func settle(_ moments: [Moment], _ parties: [Case.Actor.ID]) {
    var sharedBefore: [PartyPair: Int] = [:]
    var acceptingBefore: [String: Set<Int>] = [:]
    for moment in moments {
      for delta in moment.deltas where delta.wasAccepted != delta.isAccepted {
        let answer = delta.answer.id
        if acceptingBefore[answer] == nil { acceptingBefore[answer] = accepting[answer] ?? [] }
        for other in accepting[answer] ?? [] where other != moment.party {
          let pair = PartyPair(moment.party, other)
          let count = shared[pair] ?? 0
          if sharedBefore[pair] == nil { sharedBefore[pair] = count }
          shared[pair] = count + (delta.isAccepted ? 1 : -1)
        }
        if delta.isAccepted {
          accepting[answer, default: []].insert(moment.party)
        } else {
          accepting[answer]?.remove(moment.party)
        }
      }
    }
    for moment in moments where !moment.real.isEmpty {
      guard let sweep = positions[moment.party] else { continue }
      func pairs(_ others: Set<Int>?, _ holds: (_ before: Int, _ now: Int) -> Bool) -> Bool {
        (others ?? []).contains { other in
          guard other != moment.party else { return false }
          let pair = PartyPair(moment.party, other)
          let now = shared[pair] ?? 0
          return holds(sharedBefore[pair] ?? now, now)
        }
      }
      let moved = moment.real.filter { $0.wasAccepted != $0.isAccepted }
      let meets = moved.contains { delta in
        delta.isAccepted && pairs(accepting[delta.answer.id]) { $0 == 0 && $1 > 0 }
      }
      let parts = moved.contains { delta in
        delta.wasAccepted && pairs(acceptingBefore[delta.answer.id]) { $0 > 0 && $1 == 0 }
      }
      let id = parties[moment.party]
      let kinds = kinds(
        of: moment.real, isNew: moment.isNew, meets: meets, parts: parts, party: id, sweep)
      if !kinds.isEmpty { record(id, kinds, moment.real, sweep) }
    }
  }

  private func kinds(
    of deltas: [AnswerDelta], isNew: Bool, meets: Bool, parts: Bool, party: Case.Actor.ID,
    _ sweep: PartySweep
  ) -> [ChangesView.Kind] {
    if isNew { return [.new] }
    var kinds: Set<ChangesView.Kind> = []
    var softer = meets
    var harder = parts
    let firsts = deltas.filter {
      issue.answers == .many && !$0.hadWords && !$0.wasAccepted && $0.isAccepted
    }
    if !firsts.isEmpty { kinds.insert(.new) }
    let added = deltas.filter {
      !$0.wasAccepted && $0.isAccepted && (issue.answers == .one || $0.hadWords)
    }
    let waived = deltas.filter { $0.wasAccepted && !$0.isAccepted && sweep.isWaiver($0) }
    if !waived.isEmpty { softer = true }
    let removed = deltas.filter { $0.wasAccepted && !$0.isAccepted && !sweep.isWaiver($0) }
    for delta in deltas {
      if delta.wasAccepted, delta.after == [.against] { kinds.insert(.reversed) }
      if delta.before == [.against], delta.isAccepted { kinds.insert(.reversed) }
      if delta.before.contains(where: { $0 != .unclear }), delta.before != delta.after,
        !delta.isSuperseded, sweep.isWithdrawal(delta)
      {
        kinds.insert(.withdrawn)
      }
      if delta.isAccepted, delta.wasAccepted {
        softer = softer || !delta.requirementsDropped.isEmpty
        harder = harder || !delta.requirementsAdded.isEmpty
      }
      softer = softer || delta.redLineDropped
      harder = harder || delta.redLineAdded
    }
    switch Demand(issue, party).direction(from: removed, to: added, sweep) {
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
