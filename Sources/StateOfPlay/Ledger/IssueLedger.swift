internal import CaseModel

/// What all parties have said on one issue and not taken back, and each moment at which that became
/// other than before.
///
/// Every statement enters its answer's list once and leaves it once, so that it is near-linear in
/// the statements, however they are spread.
struct IssueLedger {
  let row: IssueStatements
  /// By the party's place in ``PartyStatementTable/parties``.
  private(set) var parties: [Int: PartyLedger] = [:]
  /// In order of time.
  private(set) var moments: [Moment] = []

  /// What the words of one moment did to one party's position.
  struct Moment {
    /// The party's place in ``PartyStatementTable/parties``.
    let party: Int
    /// It had said nothing on the issue before.
    let isNew: Bool
    /// It accepts an answer that it had accepted before.
    let keeps: Bool
    /// Those made by words later than all before, said on another occasion.
    let deltas: [AnswerDelta]
    /// Ended by the day until which the words were to hold.
    let lapses: [AnswerDelta]
  }

  /// - Parameters:
  ///   - shown: how many of the table's parties can have moments.
  ///   - conditions: what was opened and closed in words, by party.
  ///   - deeds: what parties carried out, by party.
  ///   - place: of a statement in the case.
  init<Stop: Error>(
    _ row: IssueStatements, shown: Int, _ statements: [Case.Statement],
    conditions: [Int: [ConditionEvent]], deeds: [Int: [PartyDeeds.Deed]],
    place: (Case.Statement.ID) -> Int?,
    _ tick: () throws(Stop) -> Void
  ) throws(Stop) {
    self.row = row
    try tick()
    var events: [Event] = []
    let speaking = Set(row.byParty.keys).union(conditions.keys).sorted()
    for party in speaking {
      let spoken = row.byParty[party] ?? []
      let ledger = PartyLedger(spoken, row.answers, statements)
      parties[party] = ledger
      for (answer, members) in row.byAnswer(spoken) {
        for member in members {
          let one = spoken[member]
          guard one.voice == .own, one.time == .counts, !one.isDoubted, one.base != nil,
            let said = one.said
          else { continue }
          events.append(
            Event(ends: said.ends, party: party, order: member, deed: .word(member, answer)))
          guard one.isLapsed, let until = one.until else { continue }
          events.append(
            Event(
              ends: max(until.ends, said.ends) + 1, party: party, order: member,
              deed: .lapse(member, answer)))
        }
      }
      for (member, one) in spoken.enumerated() where !one.drops.isEmpty {
        guard one.voice == .own, one.time == .counts, !one.isDoubted, let said = one.said else {
          continue
        }
        for id in one.drops {
          guard let dropped = place(id).flatMap(ledger.member) else { continue }
          for answer in spoken[dropped].answers.all {
            events.append(
              Event(
                ends: said.ends, party: party, order: member,
                deed: .takeBack(dropped, answer, by: member)))
          }
        }
      }
      for event in conditions[party] ?? [] {
        events.append(
          Event(
            ends: event.said.ends, party: party, order: spoken.count + event.order,
            deed: .condition(event)))
      }
      for deed in deeds[party] ?? [] {
        // What was said on the day stands before the deed.
        events.append(
          Event(ends: deed.date.ends, party: party, order: .max, deed: .deed(deed)))
      }
    }
    events.sort { a, b in (a.ends, a.party, a.order) < (b.ends, b.party, b.order) }
    var common = CommonGround(answers: row.answers.count)
    var next = 0
    var count = 0
    while next < events.count {
      count += 1
      if count % 256 == 0 { try tick() }
      let touched = enter(events, &next)
      let days = touched.compactMap { party, answers -> Day? in
        guard let ledger = parties[party] else { return nil }
        let newest = ledger.newest
        return Day(
          party: party, newest: newest, ledger: ledger,
          deltas: ledger.settle(answers, row.issue))
      }
      note(days, shown, &common)
    }
  }

  private struct Event {
    enum Action {
      /// A statement and the answer it is on.
      case word(Int, Int)
      /// The last day of what it said has passed.
      case lapse(Int, Int)
      /// Taken back by another of its statements.
      case takeBack(Int, Int, by: Int)
      case condition(ConditionEvent)
      /// It did what it may have refused.
      case deed(PartyDeeds.Deed)
    }

    let ends: Int64
    let party: Int
    let order: Int
    let deed: Action
  }

  /// What the words of one moment made of one party.
  private struct Day {
    let party: Int
    let newest: EDTFDate?
    let ledger: PartyLedger
    var deltas: [AnswerDelta]
  }

  /// Lets in all of one moment; says which answers of which party they touch.
  private func enter(
    _ events: [Event], _ next: inout Int
  ) -> [(party: Int, answers: [Int])] {
    var touched: [(party: Int, answers: [Int])] = []
    let moment = events[next].ends
    while next < events.count, events[next].ends == moment {
      let event = events[next]
      next += 1
      guard let ledger = parties[event.party],
        let answer = enter(event.deed, ledger)
      else { continue }
      // Events of a moment stand by party.
      if touched.last?.party == event.party {
        touched[touched.count - 1].answers.append(answer)
      } else {
        touched.append((event.party, [answer]))
      }
    }
    return touched
  }

  private func enter(_ deed: Event.Action, _ ledger: PartyLedger) -> Int? {
    switch deed {
    case .word(let member, let answer): return ledger.enter(member, answer) ? answer : nil
    case .lapse(let member, let answer):
      ledger.lapse(member, for: answer)
      return answer
    case .deed(let deed):
      return ledger.carryOut(deed) ? deed.answer : nil
    case .takeBack(let member, let answer, let closer):
      ledger.takeBack(member, for: answer, by: closer)
      return answer
    case .condition(let event):
      let member = ledger.member(at: event.position)
      switch event.deed {
      case .open(let awaited): ledger.open(awaited, for: event.answer, by: member)
      case .close(let awaited, let ground, let reason):
        ledger.close(
          awaited, for: event.answer, saidBy: ledger.member(at: ground), by: member, reason)
      }
      return event.answer
    }
  }

  /// Moments are compared whole, so that the order of the parties decides nothing.
  private mutating func note(_ days: [Day], _ shown: Int, _ common: inout CommonGround) {
    common.begin()
    for day in days where day.party < shown {
      for delta in day.deltas { common.note(delta, of: day.party) }
    }
    for day in days where day.party < shown {
      var real: [AnswerDelta] = []
      let lapses = day.deltas.filter { !$0.lapsed.isEmpty }
      for var delta in day.deltas {
        guard delta.isLater(than: day.newest, day.ledger) else { continue }
        delta.hasMet = common.hasMet(day.party, on: delta.answer)
        delta.hasParted = common.hasParted(day.party, on: delta.answer)
        delta.hasPartedFromAll = common.hasPartedFromAll(day.party, on: delta.answer)
        delta.wasShared = common.wasShared(delta.answer, besides: day.party)
        delta.reception = common.reception(of: delta.answer, besides: day.party)
        real.append(delta)
      }
      if real.isEmpty, lapses.isEmpty { continue }
      let fresh = day.deltas.count { !$0.wasAccepted && $0.isAccepted }
      moments.append(
        Moment(
          party: day.party, isNew: day.newest == nil, keeps: common.count(of: day.party) > fresh,
          deltas: real, lapses: lapses))
    }
  }
}

/// A condition opened or closed in words.
struct ConditionEvent {
  enum Action {
    case open(awaited: PreconditionsView.StepID)
    /// `ground` is the place in the case of the statement that had opened it.
    case close(awaited: PreconditionsView.StepID, ground: Int, reason: Closing.Reason)
  }

  let answer: Int
  let said: EDTFDate
  /// The place in the case of the statement that does it.
  let position: Int
  /// Among those of one party and issue.
  let order: Int
  let deed: Action
}
