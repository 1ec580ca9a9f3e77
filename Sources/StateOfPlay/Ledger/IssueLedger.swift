internal import CaseModel

/// What all parties have said on one issue and not taken back, and each moment at which that became
/// other than before.
///
/// Every statement enters its answer's list once and leaves it once, so that it is near-linear in
/// the statements, however they are spread.
struct IssueLedger {
  /// All that it is made of, but for what no statement changes.
  struct Inputs: Equatable {
    var row: IssueStatements
    /// What was opened and closed in words, by party.
    var conditions: [Int: [ConditionEvent]]
    /// What parties carried out, by party.
    var performances: [Int: [PartyPerformances.Performance]]
  }

  let inputs: Inputs
  var row: IssueStatements { inputs.row }
  /// By the party's place in ``PartyStatementTable/parties``.
  private(set) var parties: [Int: PartyLedger] = [:]
  /// In order of time.
  private(set) var moments: [Moment] = []

  /// What the words of one moment did to one party's position.
  struct Moment {
    /// The party's place in ``PartyStatementTable/parties``.
    let party: Int
    /// The place of the body that speaks, where several speak for the party side by side.
    let wing: Int?
    /// It had said nothing on the issue before.
    let isNew: Bool
    /// It accepts an answer that it had accepted before.
    let keeps: Bool
    /// Those made by words later than all before, said on another occasion.
    var deltas: [AnswerDelta]
    /// Ended by the day until which the words were to hold.
    let lapses: [AnswerDelta]
  }

  /// - Parameters:
  ///   - shown: how many of the table's parties can have moments.
  ///   - wants: of a party whether it wants more or less of the number that settles the issue.
  init<Stop: Error>(
    _ inputs: Inputs, shown: Int, wants: (Int) -> Case.Issue.Want?,
    _ tick: () throws(Stop) -> Void
  ) throws(Stop) {
    self.inputs = inputs
    let (row, conditions, performances) = (inputs.row, inputs.conditions, inputs.performances)
    try tick()
    var events: [Event] = []
    var seats: [Seat] = []
    let speaking = Set(row.byParty.keys).union(conditions.keys).sorted()
    let units = UnitTable(row.issue, row.answers)
    let intervals: [NumberInterval?]? =
      row.issue.isMeasured ? row.answers.map { $0.value.flatMap { units.interval($0) } } : nil
    for party in speaking {
      let spoken = row.byParty[party] ?? []
      let measure = intervals.map { PartyLedger.Measure(want: wants(party), intervals: $0) }
      var ledgers: [PartyLedger] = []
      let wings = Self.wings(spoken)
      if wings != [nil], Self.speaksAsOne(spoken) {
        ledgers.append(
          PartyLedger(spoken, row.answers, measure: measure, isOfWhole: true))
      }
      for wing in wings.reversed() {
        ledgers.insert(
          PartyLedger(
            spoken, row.answers, measure: measure, wing: wing, others: ledgers),
          at: 0)
      }
      parties[party] = ledgers.first
      for ledger in ledgers {
        let seat = seats.count
        seats.append(Seat(party: party, ledger: ledger))
        words(of: ledger, seat, &events)
        for event in conditions[party] ?? [] where ledger.holds(ledger.member(at: event.position)) {
          events.append(
            Event(
              ends: event.said.ends, seat: seat, order: spoken.count + event.order,
              action: .condition(event)))
        }
        for performance in performances[party] ?? [] {
          // What was said on the day stands before what was done.
          events.append(
            Event(
              ends: performance.date.ends, seat: seat, order: .max,
              action: .performance(performance)))
        }
      }
    }
    let order = Turn.order(of: events)
    var common = CommonGround(answers: row.answers.count, owners: seats.map(\.party))
    var next = 0
    var count = 0
    while next < order.count {
      count += 1
      if count % 256 == 0 { try tick() }
      let touched = enter(events, order, &next, seats)
      let days = touched.map { seat, answers -> Day in
        let ledger = seats[seat].ledger
        let newest = ledger.newest
        return Day(
          party: seats[seat].party, seat: seat, newest: newest, ledger: ledger,
          deltas: ledger.settle(answers, row.issue))
      }
      note(days, shown, &common)
    }
  }

  /// The same of a case in which its statements stand elsewhere, as `inputs` has them.
  init(_ ledger: IssueLedger, _ inputs: Inputs) {
    self.inputs = inputs
    moments = ledger.moments
    parties = ledger.parties.reduce(into: [:]) { found, entry in
      found[entry.key] = PartyLedger(entry.value, inputs.row.byParty[entry.key] ?? [])
    }
  }

  /// One who speaks: a party, or each of the bodies that speak for it side by side.
  private struct Seat {
    let party: Int
    let ledger: PartyLedger
  }

  /// The party's own words that its ledger holds.
  private func words(
    of ledger: PartyLedger, _ seat: Int, _ events: inout [Event]
  ) {
    let spoken = ledger.spoken
    for (answer, members) in row.byAnswer(spoken) {
      let withdrawn = Self.withdrawn(members, spoken)
      for member in members where ledger.holds(member) {
        let one = spoken[member]
        guard one.voice == .own, one.time == .counts, !one.isDoubted, !one.isDenied,
          one.base != nil,
          let said = one.said
        else { continue }
        // A package taken with a condition is taken from the day on which that is met.
        let begins = max(said.ends, one.met?.ends ?? said.ends)
        events.append(
          Event(ends: begins, seat: seat, order: member, action: .word(member, answer)))
        if let closer = withdrawn[member], let ends = spoken[closer].said?.ends {
          events.append(
            Event(
              ends: ends, seat: seat, order: closer, action: .takeBack(member, answer, by: closer)))
        } else if one.isLapsed, let end = one.term.end(said: said) {
          events.append(
            Event(ends: end, seat: seat, order: member, action: .lapse(member, answer)))
        }
      }
    }
    for (member, one) in spoken.enumerated() where !one.drops.isEmpty && ledger.holds(member) {
      guard one.voice == .own, one.time == .counts, !one.isDoubted, let said = one.said else {
        continue
      }
      for place in one.dropped {
        guard let dropped = ledger.member(at: place) else { continue }
        for answer in spoken[dropped].answers.all {
          events.append(
            Event(
              ends: said.ends, seat: seat, order: member,
              action: .takeBack(dropped, answer, by: member)))
        }
      }
    }
  }

  /// What the words of one moment made of one party.
  private struct Day {
    let party: Int
    let seat: Int
    let newest: EDTFDate?
    let ledger: PartyLedger
    var deltas: [AnswerDelta]
  }

  /// Lets in all of one moment; says which answers of which seat they touch.
  private func enter(
    _ events: [Event], _ order: [Turn], _ next: inout Int, _ seats: [Seat]
  ) -> [(seat: Int, answers: [Int])] {
    var touched: [(seat: Int, answers: [Int])] = []
    let moment = order[next].ends
    while next < order.count, order[next].ends == moment {
      let turn = order[next]
      next += 1
      let answers = enter(events[turn.event].action, seats[turn.seat].ledger)
      if answers.isEmpty { continue }
      // Events of a moment stand by seat.
      if touched.last?.seat == turn.seat {
        touched[touched.count - 1].answers += answers
      } else {
        touched.append((turn.seat, answers))
      }
    }
    return touched
  }

  private func enter(_ action: Event.Action, _ ledger: PartyLedger) -> [Int] {
    switch action {
    case .word(let member, let answer): return ledger.enter(member, answer)
    case .lapse(let member, let answer): return ledger.lapse(member, for: answer, row.issue)
    case .performance(let performance):
      return ledger.carryOut(performance) ? [performance.answer] : []
    case .takeBack(let member, let answer, let closer):
      ledger.takeBack(member, for: answer, by: closer)
      return [answer]
    case .condition(let event):
      let member = ledger.member(at: event.position)
      switch event.action {
      case .open(let awaited): ledger.open(awaited, for: event.answer, by: member)
      case .close(let awaited, let ground, let reason):
        ledger.close(
          awaited, for: event.answer, saidBy: ledger.member(at: ground), by: member, reason)
      }
      return [event.answer]
    }
  }

  /// Moments are compared whole, so that the order of the parties decides nothing.
  private mutating func note(_ days: [Day], _ shown: Int, _ common: inout CommonGround) {
    common.begin()
    for day in days where day.party < shown {
      for delta in day.deltas { common.note(delta, of: day.seat) }
    }
    for day in days where day.party < shown {
      var real: [AnswerDelta] = []
      let lapses = day.deltas.filter { !$0.lapsed.isEmpty }
      for var delta in day.deltas {
        guard delta.isLater(than: day.newest, day.ledger) else { continue }
        delta.hasMet = common.hasMet(day.seat, on: delta.answer)
        delta.hasParted = common.hasParted(day.seat, on: delta.answer)
        delta.hasPartedFromAll = common.hasPartedFromAll(day.seat, on: delta.answer)
        delta.wasShared = common.wasShared(delta.answer, besides: day.seat)
        delta.reception = common.reception(of: delta.answer, besides: day.seat)
        real.append(delta)
      }
      if real.isEmpty, lapses.isEmpty { continue }
      let fresh = day.deltas.count { !$0.wasAccepted && $0.isAccepted }
      // What one of its bodies says together with the whole, as under one text, the party says.
      let words = (real + lapses).flatMap(\.newWords)
      let isOfWing = !words.isEmpty && words.allSatisfy { day.ledger.spoken[$0].wing != nil }
      if isOfWing {
        real = real.map { $0.leavingRedLinesOfWhole(day.ledger) }
      } else if day.ledger.wing != nil,
        days.contains(where: { $0.ledger.isOfWhole && $0.party == day.party })
      {
        // The party's words are measured against its own.
        continue
      }
      moments.append(
        Moment(
          party: day.party, wing: isOfWing ? day.ledger.wing : nil, isNew: day.newest == nil,
          keeps: common.count(of: day.seat) > fresh,
          deltas: real, lapses: lapses))
    }
  }
}

extension IssueLedger.Inputs {
  /// The same in a case in which statements stand elsewhere; nil where some of them are there no more.
  func moved(by edit: StatementEdit) -> Self? {
    if edit.keepsPlaces { return self }
    guard let row = row.moved(by: edit) else { return nil }
    var moved = self
    moved.row = row
    for (party, events) in conditions {
      let all = events.compactMap { $0.moved(by: edit) }
      guard all.count == events.count else { return nil }
      moved.conditions[party] = all
    }
    return moved
  }
}
