internal import CaseModel

/// Goes through one issue's statements in order of date and notes where a party's position becomes
/// other than it was.
///
/// Every statement enters its option's active list once and leaves it once, so that the sweep is
/// near-linear in the statements, however they are spread. A class, as its many small closures would
/// each take a copy.
final class ChangeSweep {
  private let reading: Reading
  private let row: IssueTellings
  private let issue: Case.Issue
  /// The parties that spoke, by their place in the table, and what each holds.
  private var sweeps: [(party: Int, sweep: PartySweep)] = []
  private var common: CommonGround

  private struct Event {
    let day: CivilDay
    /// Its place in `sweeps`.
    let speaker: Int
    let member: Int
    let answer: Int
  }

  init(_ reading: Reading, _ row: IssueTellings) {
    self.reading = reading
    self.row = row
    issue = row.issue
    common = CommonGround(answers: row.answers.count)
  }

  /// Appends the issue's changes to `changes`, day by day; calls `tick` now and then.
  func run<Stop: Error>(
    parties: [Case.Actor.ID], into changes: inout [ChangesView.Change],
    _ tick: () throws(Stop) -> Void
  ) throws(Stop) {
    try tick()
    var events: [Event] = []
    for (party, spoken) in row.byParty.sorted(by: { $0.key < $1.key }) {
      let speaker = sweeps.count
      sweeps.append((party, PartySweep(spoken, row.answers, reading.theCase.statements)))
      for (answer, members) in row.byAnswer(spoken) {
        for member in members {
          let one = spoken[member]
          guard one.time == .counts, !one.isDoubted, one.stance != nil, let said = one.said else {
            continue
          }
          events.append(Event(day: said.latest, speaker: speaker, member: member, answer: answer))
        }
      }
    }
    events.sort { a, b in (a.day, a.speaker, a.member) < (b.day, b.speaker, b.member) }
    var next = 0
    var days = 0
    while next < events.count {
      days += 1
      if days % 256 == 0 { try tick() }
      var touched: [(speaker: Int, answers: [Int])] = []
      let day = events[next].day
      while next < events.count, events[next].day == day {
        let event = events[next]
        next += 1
        guard sweeps[event.speaker].sweep.enter(event.member, event.answer) else { continue }
        // Events of a day stand by speaker.
        if touched.last?.speaker == event.speaker {
          touched[touched.count - 1].answers.append(event.answer)
        } else {
          touched.append((event.speaker, [event.answer]))
        }
      }
      let moments = touched.map { speaker, answers in
        let newest = sweeps[speaker].sweep.newest
        let deltas = sweeps[speaker].sweep.settle(answers, alternatives: issue.answers == .one)
        // Only words later than those before, said on another occasion, make a change.
        let sweep = sweeps[speaker].sweep
        return Moment(
          speaker: speaker, isNew: newest == nil, deltas: deltas,
          real: deltas.filter { $0.isLater(than: newest, sweep) })
      }
      settle(moments, parties, &changes)
    }
  }

  /// What a day's words did to one party's position.
  private struct Moment {
    let speaker: Int
    let isNew: Bool
    let deltas: [AnswerDelta]
    let real: [AnswerDelta]
  }

  /// Days are compared whole, so that the order of the parties decides nothing.
  private func settle(
    _ moments: [Moment], _ parties: [Case.Actor.ID], _ changes: inout [ChangesView.Change]
  ) {
    common.begin()
    for moment in moments {
      for delta in moment.deltas { common.note(delta, of: moment.speaker) }
    }
    for moment in moments where !moment.real.isEmpty {
      let party = parties[sweeps[moment.speaker].party]
      let kinds = kinds(of: moment, party)
      if !kinds.isEmpty {
        record(party, kinds, moment.real, sweeps[moment.speaker].sweep, &changes)
      }
    }
  }

  private func kinds(of moment: Moment, _ party: Case.Actor.ID) -> [ChangesView.Kind] {
    if moment.isNew { return [.new] }
    let deltas = moment.real
    let sweep = sweeps[moment.speaker].sweep
    var kinds: [ChangesView.Kind] = []
    let added = deltas.filter { !$0.wasAccepted && $0.isAccepted }
    let left = deltas.filter { $0.wasAccepted && !$0.isAccepted }
    var softer = added.contains { common.hasMet(moment.speaker, on: $0.answer) }
    var harder = left.contains { common.hasParted(moment.speaker, on: $0.answer) }
    let removed =
      issue.answers == .many ? left : left.filter { !sweep.isDemandWithdrawn($0) }
    if removed.count < left.count { softer = true }
    for delta in deltas {
      if delta.wasAccepted, delta.after == [.against] { kinds.append(.reversed) }
      if delta.before == [.against], delta.isAccepted { kinds.append(.reversed) }
      if delta.before.contains(where: { $0 != .unclear }), delta.before != delta.after,
        !delta.isSuperseded, sweep.isWithdrawal(delta)
      {
        kinds.append(.withdrawn)
      }
      if delta.isAccepted, delta.wasAccepted {
        softer = softer || !delta.requirementsDropped.isEmpty
        harder = harder || !delta.requirementsAdded.isEmpty
      }
      softer = softer || delta.redLineDropped
      harder = harder || delta.redLineAdded
    }
    let demand = Demand(issue, party)
    switch demand.direction(from: removed, to: added, sweep) {
    case .softer: softer = true
    case .harder: harder = true
    case .other: kinds.append(.changed)
    case nil where issue.answers == .many:
      let found = demand.directions(from: removed, to: added, sweep) { answer in
        common.reception(of: answer, besides: moment.speaker)
      }
      softer = softer || found.softer
      harder = harder || found.harder
    case nil:
      if !added.isEmpty, removed.isEmpty { softer = true }
      if added.isEmpty, !removed.isEmpty { harder = true }
      if !added.isEmpty, !removed.isEmpty, !softer, !harder { kinds.append(.changed) }
    }
    if softer || harder { kinds.append(softer && harder ? .mixed : softer ? .softened : .hardened) }
    if kinds.isEmpty {
      kinds.append(deltas.contains { $0.before != $0.after } ? .changed : .reaffirmed)
    }
    return ChangesView.Kind.allCases.filter(kinds.contains)
  }

  private func record(
    _ party: Case.Actor.ID, _ kinds: [ChangesView.Kind], _ deltas: [AnswerDelta],
    _ sweep: PartySweep, _ changes: inout [ChangesView.Change]
  ) {
    let after = sweep.unique(deltas.flatMap(\.newWords))
    let before = sweep.unique(deltas.flatMap(\.oldWords)).filter { !after.contains($0) }
    guard let date = after.compactMap({ sweep.spoken[$0].said }).max() else { return }
    let statements = reading.theCase.statements
    func words(_ members: [Int]) -> [ChangesView.Words] {
      members.map { member in
        let one = sweep.spoken[member]
        return ChangesView.Words(
          statement: statements[one.position].id, gist: statements[one.position].gist,
          said: one.said,
          toldLater: reading.isToldLater(statements[one.position], said: one.said))
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
            answer: row.answers[delta.answer].id, title: row.answers[delta.answer].title,
            before: delta.before, after: delta.after, isSuperseded: delta.isSuperseded,
            requirementsAdded: steps(delta.requirementsAdded),
            requirementsDropped: steps(delta.requirementsDropped),
            redLineAdded: delta.redLineAdded, redLineDropped: delta.redLineDropped)
        },
        before: words(before), after: words(after),
        toldByOthersOnly: after.allSatisfy { !sweep.spoken[$0].directness.isOwn }, claims: []))
  }
}
