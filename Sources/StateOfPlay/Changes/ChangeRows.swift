internal import CaseModel

/// Makes the rows of changes out of the ledger's moments.
///
/// A class, as what is asked of each moment keeps it.
final class ChangeRows {
  let ledger: Ledger
  let row: Int
  let issue: Case.Issue
  private let values: ValueReader
  let statements: [Case.Statement]
  /// By the party's place.
  let said: [Int: PartyWords]
  /// By party, the end of the earliest of its own words on the issue as a whole.
  let wholeSince: [Case.Actor.ID: Int64]

  init(_ ledger: Ledger, _ row: Int) {
    self.ledger = ledger
    self.row = row
    issue = ledger.table.rows[row].issue
    values = ValueReader(ledger, row)
    statements = ledger.filtered.theCase.statements
    said = ledger.issues[row].parties.mapValues(PartyWords.init)
    wholeSince = Self.wholeSince(ledger, row)
  }

  func changes(into found: inout [ChangesView.Change]) {
    var changes = Rows()
    for words in ledger.issues[row].moments {
      guard let party = ledger.issues[row].parties[words.party] else { continue }
      let moment = byItself(words, party)
      let name = ledger.table.parties[moment.party]
      let time = MomentTime(moment, party)
      lazy var newWords = Dictionary(
        moment.deltas.map { ($0.answer, $0.newWords) }, uniquingKeysWith: { $0 + $1 })
      let kinds = ChangeKinds(
        name, party, values,
        isMet: {
          self.isMet($0, $1, name, at: time)
            || self.isGiven($0, $1, name, by: newWords[$0] ?? [], party)
        },
        wasPromised: { !self.promises(before: $0, party, name).isEmpty },
        stood: { self.stood($0, $1, name, before: time) },
        price: { self.price($0, name) },
        isLess: { self.ledger.steps.isLess($0, than: $1, for: name, on: $2) },
        isUnanswered: { self.isUnanswered($0, of: name, party) }
      ).kinds(of: moment)
      if !kinds.isEmpty, let change = change(moment, time, kinds, party, name) {
        add(change, party, &changes)
      }
      for delta in moment.lapses {
        guard let lapse = lapse(delta, party, name) else { continue }
        // What several bodies said as one lapses once.
        if party.others.isEmpty || !changes.contains(lapse) { changes.append(lapse) }
      }
    }
    conditionsOnWhole(into: &changes)
    found += changes.all
    progress(into: &found)
  }

  /// The rows of an issue, found by party and date.
  struct Rows {
    private(set) var all: [ChangesView.Change] = []
    private var places: [Spot: [Int]] = [:]
    /// The last with a statement among its words.
    private var saying: [Words: Int] = [:]

    private struct Words: Hashable {
      let party: Case.Actor.ID
      let statement: Case.Statement.ID
    }

    private struct Spot: Hashable {
      let party: Case.Actor.ID
      let date: EDTFDate

      init(_ change: ChangesView.Change) { (party, date) = (change.party, change.date) }
    }

    subscript(place: Int) -> ChangesView.Change {
      get { all[place] }
      set {
        all[place] = newValue
        note(place)
      }
    }

    mutating func append(_ change: ChangesView.Change) {
      places[Spot(change), default: []].append(all.count)
      all.append(change)
      note(all.count - 1)
    }

    private mutating func note(_ place: Int) {
      for words in all[place].after {
        let key = Words(party: all[place].party, statement: words.statement)
        saying[key] = max(saying[key] ?? place, place)
      }
    }

    func contains(_ change: ChangesView.Change) -> Bool {
      places[Spot(change)]?.contains { all[$0] == change } ?? false
    }

    /// The last of the same party whose words hold some of these.
    func place(of party: Case.Actor.ID, saying words: [Case.Statement.ID]) -> Int? {
      words.compactMap { saying[Words(party: party, statement: $0)] }.max()
    }

    /// The last of the same party and date that is no body's alone and shares words with it.
    func place(sharing change: ChangesView.Change) -> Int? {
      let words = Set(change.after.map(\.statement))
      return places[Spot(change)]?.last { place in
        all[place].body == nil && !words.isDisjoint(with: all[place].after.lazy.map(\.statement))
      }
    }
  }

  /// What a party of several bodies says as one is one change: a move of some body, else words said
  /// again.
  private func add(
    _ change: ChangesView.Change, _ party: PartyLedger, _ changes: inout Rows
  ) {
    guard !party.others.isEmpty, change.body == nil, let place = changes.place(sharing: change)
    else {
      changes.append(change)
      return
    }
    // Of several moves the one from what it had said last.
    func weight(_ change: ChangesView.Change) -> (Int, Int64) {
      (
        change.isMove ? 2 : change.kinds == [.reaffirmed] ? 1 : 0,
        change.before.compactMap(\.said?.ends).max() ?? .min
      )
    }
    if weight(change) > weight(changes[place]) { changes[place] = change }
  }

  /// What the condition awaits came about no later than the moment's words.
  private func isMet(
    _ answer: Int, _ awaited: PreconditionsView.StepID, _ party: Case.Actor.ID,
    at time: MomentTime
  ) -> Bool {
    guard let now = time.ends, let condition = condition(answer, awaited, party) else {
      return false
    }
    // A signature promises an action that is required, and is not the action.
    let step = condition.awaited
    let isMetByAgreement =
      step.issue == nil
      || condition.met.map { $0 == .agreed } ?? ledger.steps.isMetByAgreement(step)
    let taken = isMetByAgreement ? ledger.steps.taken(step) : ledger.steps.done(step)
    return taken?.date.map { $0.ends <= now } ?? false
  }

  func condition(
    _ answer: Int, _ awaited: PreconditionsView.StepID, _ party: Case.Actor.ID
  ) -> Condition? {
    ledger.condition(of: party, on: ledger.step(row, answer).id, awaiting: awaited)
  }

  private func change(
    _ moment: IssueLedger.Moment, _ time: MomentTime, _ kinds: [ChangesView.Kind],
    _ party: PartyLedger, _ name: Case.Actor.ID
  ) -> ChangesView.Change? {
    let deltas = moment.deltas.filter { !$0.isSetAsideAgain }
    let after = party.unique(deltas.flatMap(\.newWords))
    let accepted = Set(deltas.filter(\.isAccepted).map(\.answer))
    let before = party.unique(deltas.flatMap(\.oldWords)).filter { !after.contains($0) }
    let dates = after.compactMap { party.spoken[$0].met ?? party.spoken[$0].said }
    guard let date = dates.max(by: { $0.ends < $1.ends }) else { return nil }
    return ChangesView.Change(
      party: name, issue: issue.id, title: issue.title, date: date, kinds: kinds,
      answers: deltas.filter { !$0.isSuperseded || !accepted.contains($0.answer) }
        .map { answer($0, party, name, at: time) },
      before: words(before, party, lapsedBy: time)
        + (kinds.contains(.reversed)
          ? words(deltas.flatMap { promises(before: $0, party, name) }.uniqued) : []),
      after: words(after, party), announced: announced(moment, party, name, date), claims: [],
      body: moment.wing.map { ledger.filtered.theCase.actors[$0].id },
      isFirst: moment.isNew && !spokeOfWhole(name, before: time))
  }

  /// What says that the party had promised to take an answer of which it said nothing else, where it
  /// must take it.
  private func promises(
    before delta: AnswerDelta, _ party: PartyLedger, _ name: Case.Actor.ID
  ) -> [Case.Statement.ID] {
    let said = delta.newWords.compactMap { party.spoken[$0].said }.min { $0.begins < $1.begins }
    guard !delta.hadWords, delta.after == [.against], let said else { return [] }
    return ledger.steps.promises(of: name, ledger.step(row, delta.answer), before: said)
  }

  private func answer(
    _ delta: AnswerDelta, _ own: PartyLedger, _ party: Case.Actor.ID, at time: MomentTime
  ) -> ChangesView.AnswerChange {
    func steps(_ awaited: [PreconditionsView.StepID]) -> [String] {
      awaited.compactMap { condition(delta.answer, $0, party) }.map(words).sorted()
    }
    let met = delta.openNow?.filter { isMet(delta.answer, $0, party, at: time) } ?? []
    let metBefore = delta.openBefore?.filter { isMet(delta.answer, $0, party, at: time) } ?? []
    let metNow = Set(met)
    let key = ledger.table.rows[row].answers[delta.answer]
    let dropped = delta.closed.filter(\.reason.isDropped).map(\.awaited).filter {
      !isMet(delta.answer, $0, party, at: time)
    }
    let whole = Whole(delta, own, self, time)
    return ChangesView.AnswerChange(
      answer: key.id, title: key.title,
      before: whole.before(shown(delta.sinceLapse.before, delta.openBefore, metBefore)),
      after: whole.after(shown(delta.after, delta.openNow, met)), isSuperseded: delta.isSuperseded,
      requirementsAdded: (steps(
        own.saysAgain(delta)
          ? []
          : delta.opened.filter {
            !metNow.contains($0) && !stood($0, .anyValue, party, before: time)
          })
        + whole.added).uniqued.sorted(),
      requirementsDropped: dropped.compactMap { awaited in
        condition(delta.answer, awaited, party).map {
          words($0) + self.containing($0, delta.newWords, own)
        }
      }.sorted(),
      requirementsMet: [], redLineAdded: delta.redLineAdded,
      redLineDropped: delta.redLineDropped, redLineCrossed: delta.redLineCrossed,
      lapsedOn: delta.lapsedBefore.isEmpty
        ? nil : delta.oldWords.compactMap { own.spoken[$0].lapsed(by: time) }.max())
  }

  /// A yes whose conditions are all met is a plain yes.
  private func shown(
    _ stances: [PositionStance], _ open: [PreconditionsView.StepID]?,
    _ met: [PreconditionsView.StepID]
  ) -> [PositionStance] {
    guard let open, !open.isEmpty, met.count == open.count else { return stances }
    return Set(stances.map { $0 == .forIf ? .for : $0 }).sorted()
  }

  func words(_ condition: Condition) -> String {
    "\(condition.kind.rawValue): \(condition.awaited.title(ledger.filtered.index))"
  }

  /// - Parameter time: when what had lapsed is marked as that; nil where none is.
  func words(
    _ members: [Int], _ party: PartyLedger, lapsedBy time: MomentTime? = nil
  ) -> [ChangesView.Words] {
    members.map { member in
      let one = party.spoken[member]
      return ChangesView.Words(
        statement: statements[one.position].id, gist: statements[one.position].gist,
        said: one.said, reportedLater: one.reportedLater, voice: one.voice,
        lapsedOn: time.flatMap { one.lapsed(by: $0) })
    }
  }

  /// Lower voices that had said the same before the party did, and after what it said last.
  private func announced(
    _ moment: IssueLedger.Moment, _ party: PartyLedger, _ name: Case.Actor.ID, _ date: EDTFDate
  ) -> [ChangesView.Words] {
    let answers = Set(
      moment.deltas.filter { !$0.wasAccepted && $0.isAccepted }.map(\.answer))
    let before = moment.deltas.flatMap(\.oldWords).compactMap { party.spoken[$0].said?.ends }.max()
    guard !answers.isEmpty, let before else { return [] }
    let members = (said[moment.party]?.announcing(after: before, before: date.begins) ?? [])
      .filter { member in
        switch party.spoken[member].answers {
        case .none: false
        case .one(let answer): answers.contains(answer)
        case .several(let some): !answers.isDisjoint(with: some)
        }
      }
    return zip(members, words(members, party)).map { member, words in
      var words = words
      if party.spoken[member].isDenied {
        words.denials = denials(of: words.statement, by: name, before: date)
      }
      return words
    }
  }
}

extension PartyLedger {
  /// The text of all that is said now calls it a repetition.
  func saysAgain(_ delta: AnswerDelta) -> Bool {
    !delta.newWords.isEmpty && delta.newWords.allSatisfy { spoken[$0].saysAgain }
  }
}
