internal import CaseModel

/// What parties say of the parts of an offer whose whole they have neither accepted nor refused.
///
/// Of an offer that is open the ledger says what stands. One that is closed keeps what stood when
/// it was: the words of the time are read again up to that day.
struct PartAnswerReader {
  let ledger: Ledger
  let filtered: FilteredCase
  private let book: PackageBook

  init(_ ledger: Ledger) {
    self.ledger = ledger
    filtered = ledger.filtered
    book = ledger.table.packages
  }

  /// What one party has said on one issue, with the answers it was said of.
  struct Words {
    let party: Case.Actor.ID
    let row: Int
    let issue: Case.Issue
    let answers: [AnswerKey]
    let spoken: [PartyStatement]
    /// What the offer would settle the issue on.
    let offered: [Step]
    /// The offer is not closed: what stands by as-of counts.
    let isOpen: Bool
  }

  /// One answer that the party held, with the places of its statements.
  struct Holding {
    let answer: Int
    var stance: PositionStance
    var deciding: [Int]
    /// Statements whose red line stands.
    var lines: [Int] = []
    /// A later number of its own lies within its red line, and has taken the place of the rest.
    var isLineOnly = false
  }

  /// What the party has said, itself and not of a package, on the subjects of the parts from the
  /// day on which it was put forward, and the red lines that stand.
  func answers(of party: Case.Actor.ID, to offer: Int) -> [OffersView.PartAnswer] {
    let package = book.packages[offer]
    guard package.date != nil, let place = ledger.table.place(of: party) else { return [] }
    let end = end(of: offer)
    let isAnswer = since(package, until: end)
    return package.subjects.compactMap(\.issue).uniqued.flatMap {
      issue -> [OffersView.PartAnswer] in
      guard let row = filtered.index.place(of: issue).flatMap({ ledger.table.rowOf[$0] }),
        let spoken = ledger.table.rows[row].byParty[place]
      else { return [] }
      let words = Words(
        party: party, row: row, issue: ledger.table.rows[row].issue,
        answers: ledger.table.rows[row].answers, spoken: spoken,
        offered: package.subjects.filter { $0.issue == issue }.compactMap(\.step),
        isOpen: end == nil)
      let held =
        end.map { end in replayed(words) { end.isBefore($0) } }
        ?? ledger.cells[row][place].map { standing($0, words) } ?? []
      return parts(held, words, since: isAnswer)
    }
  }

  // MARK: Its time

  /// When it was closed without having been concluded.
  private enum End {
    /// With what happened on that day.
    case on(EDTFDate)
    /// Through its last day.
    case after(EDTFDate)
    case undated

    /// The offer still stood when that was said.
    func isBefore(_ said: EDTFDate) -> Bool {
      switch self {
      case .on(let day): day.isLater(than: said)
      case .after(let day): !said.isLater(than: day)
      case .undated: true
      }
    }
  }

  private func end(of offer: Int) -> End? {
    let package = book.packages[offer]
    let step =
      package.draft.map { Step.draft($0) } ?? package.statements.first.map(Step.package)
    let closing = step.flatMap { book.closing($0) }
    let until = package.until.flatMap { day in
      filtered.hasPassed(day) && !book.isConcluded(offer) ? day : nil
    }
    // What took its place while it was open; else the day on which it lapsed.
    if let closing {
      guard let date = closing.date else { return .undated }
      return until.map { date.isLater(than: $0) ? .after($0) : .on(date) } ?? .on(date)
    }
    if let until { return .after(until) }
    return package.ended.map { $0.date.map(End.on) ?? .undated }
  }

  /// Said of the offer: after it was put forward, of the day itself what the record has after it,
  /// and before it was closed.
  private func since(
    _ package: PackageBook.Package, until end: End?
  ) -> (PartyStatement) -> Bool {
    let first = package.statements.compactMap { filtered.index.position(.statements, $0.raw) }.min()
    return { one in
      guard !one.isPackage, let said = one.said, let made = package.date,
        end.map({ $0.isBefore(said) }) ?? true
      else { return false }
      return said.isLater(than: made)
        || !made.isLater(than: said) && first.map { one.position > $0 } ?? false
    }
  }

  // MARK: What is said of the parts

  private func parts(
    _ held: [Holding], _ words: Words, since isAnswer: (PartyStatement) -> Bool
  ) -> [OffersView.PartAnswer] {
    var given: Set<PreconditionsView.StepID> = []
    var parts: [OffersView.PartAnswer] = []
    func add(_ step: Step, _ stance: PositionStance, _ members: [Int], isRedLine: Bool) {
      if members.isEmpty || !given.insert(step.id).inserted { return }
      parts.append(
        .init(
          title: step.title(filtered.index), stance: stance,
          statements: ledger.steps.ids(members, words.spoken).uniqued, isRedLine: isRedLine))
    }
    for one in held where !one.isLineOnly && one.stance != .unclear {
      let since = one.deciding.filter { isAnswer(words.spoken[$0]) }
      if since.isEmpty { continue }
      add(
        step(one.answer, words), one.stance, (since + one.lines).uniqued,
        isRedLine: !one.lines.isEmpty)
    }
    for step in words.offered {
      let against = held.filter { rulesOut($0, step, held, words) }
      let since = against.filter { !$0.isLineOnly }.flatMap(\.deciding)
        .filter { isAnswer(words.spoken[$0]) }
      let lines = against.filter { !$0.lines.isEmpty }
      let drawn = lines.flatMap { ($0.isLineOnly ? [] : $0.deciding) + $0.lines }.uniqued
      add(step, .against, (since + drawn).uniqued, isRedLine: !lines.isEmpty)
    }
    return parts
  }

  private func step(_ answer: Int, _ words: Words) -> Step {
    ledger.table.rows[words.row].step(answer)
  }

  /// A number or set named in place of the one offered, and a red line at one side of it: to name
  /// another value is not to be for the one offered.
  private func rulesOut(
    _ one: Holding, _ step: Step, _ held: [Holding], _ words: Words
  ) -> Bool {
    guard case .issue(_, let offered) = step else { return false }
    let answer = self.step(one.answer, words)
    if one.stance == .against {
      if one.lines.isEmpty { return false }
      if answer.id == step.id { return true }
      guard case .value(let value) = offered, let refused = words.answers[one.answer].value else {
        return false
      }
      return ledger.steps.isRefused(value, with: refused, words.party, on: words.issue.id)
    }
    guard one.stance.accepts, answer.id != step.id else { return false }
    switch offered {
    case .value(let value):
      guard let own = words.answers[one.answer].value, own != value,
        ledger.steps.takes(own, value, words.party, on: words.issue.id) == false
      else { return false }
      // Another number of its own takes the one offered.
      if words.isOpen, ledger.steps.takesByRange(words.party, step) { return false }
      return !held.contains { other in
        guard other.stance.accepts, !other.isLineOnly, let own = words.answers[other.answer].value
        else { return false }
        return ledger.steps.takes(own, value, words.party, on: words.issue.id) == true
      }
    case .options:
      // Only what it has drawn a red line at will do.
      return !one.lines.isEmpty && words.issue.answers == .one
        && !held.contains { $0.stance.accepts && self.step($0.answer, words).id == step.id }
    case .none, .any: return false
    }
  }

  /// What stands by as-of.
  private func standing(_ cell: CellReading, _ words: Words) -> [Holding] {
    cell.answers.compactMap { answer in
      guard answer.isOwn, !answer.isSuperseded || !answer.redLines.isEmpty else { return nil }
      // Who asks for something first has not said yes.
      let isAsking = ledger.conditions(of: words.party, holdingBack: step(answer.answer, words))
        .contains { ledger.holdsBack(ledger.conditions[$0]) }
      guard let stance = answer.state.stances(asking: isAsking).first else { return nil }
      return Holding(
        answer: answer.answer, stance: stance, deciding: answer.state.deciding,
        lines: answer.redLines, isLineOnly: answer.isSuperseded)
    }
  }
}
