internal import CaseModel

/// Makes a cell of the positions from what the ledger has of one party on one issue.
struct CellBuilder {
  let ledger: Ledger
  let row: Int
  let values: ValueReader
  private let outlook: StepOutlook

  init(_ ledger: Ledger, _ row: Int, _ outlook: StepOutlook) {
    self.outlook = outlook
    self.ledger = ledger
    self.row = row
    values = ValueReader(ledger, row)
  }

  func cell(_ party: Int, concerned: Bool) -> PositionsView.Cell {
    let name = ledger.table.parties[party]
    guard var reading = ledger.cells[row][party], let ledgerOf = ledger.issues[row].parties[party]
    else {
      // Most cells of a large matrix.
      return PositionsView.Cell(
        party: name, concerned: concerned, answers: [], isContested: false, isDivided: false,
        isRedLine: false, statements: [], requirements: general(name))
    }
    let spoken = ledgerOf.spoken
    if let member = ledger.steps.numbers[row]?[party]?.anything { reading.decide(member) }
    var isContested = reading.isContested
    var isDivided = reading.isDivided
    let positions = reading.answers.map { answer in
      let step = ledger.step(row, answer.answer)
      let conditions = ledger.conditions(of: name, on: step.id).map { ledger.conditions[$0] }
      // What others reported before the party said so itself, or said otherwise, differs from nothing.
      if !answer.isSuperseded, conditions.contains(where: { $0.state == .contradicted }) {
        isContested = true
      }
      let asked = conditions.filter { $0.state.stands || $0.state.isMet }
      if !answer.isSuperseded {
        for condition in asked where ledger.holdsBack(condition) {
          for ground in condition.statements {
            guard let place = ledger.filtered.index.position(.statements, ground.raw),
              let member = ledgerOf.member(at: place)
            else { continue }
            reading.decide(member)
          }
        }
      }
      isDivided = isDivided || isAskedByOneAlone(answer, asked, ledgerOf)
      return position(answer, asked, conditions.filter { $0.closing?.reason == .withdrawn }, spoken)
    }
    let order = positions.indices.sorted { a, b in
      (positions[a].sortKey, a) < (positions[b].sortKey, b)
    }
    let deciding = spoken.indices.filter { reading.roles[$0] == .decides }
    return PositionsView.Cell(
      party: name, concerned: concerned, answers: order.map { positions[$0] },
      isContested: isContested,
      isContestedByCodersAlone: isContested && isByCodersAlone(spoken, reading.roles),
      isDivided: isDivided,
      isRedLine: positions.contains {
        $0.isRedLine && $0.voice == .own
      },
      statements: statements(spoken, reading.roles),
      newest: deciding.compactMap { spoken[$0].said }.max { $0.ends < $1.ends },
      directness: deciding.map { spoken[$0].directness }.min(),
      depth: deciding.map { spoken[$0].depth }.min(), values: values.position(party),
      sides: isDivided ? sides(reading, ledgerOf) : [], requirements: general(name),
      apart: apart(reading, spoken, party),
      refusal: positions.isEmpty ? refusal(spoken) : nil)
  }

  /// The newest of its own words on the issue as a whole, where they refuse it.
  private func refusal(_ spoken: [PartyStatement]) -> [Case.Statement.ID]? {
    let whole = spoken.filter { one in
      one.answers.all.isEmpty && one.base != nil && one.base != .unclear && one.voice == .own
        && !one.isDoubted && !one.isLapsed && !one.isDenied && one.time == .counts
    }
    let newest = whole.compactMap(\.said).max { $0.ends < $1.ends }
    let last = newest.map { day in whole.filter { $0.said?.ends == day.ends } } ?? whole
    guard !last.isEmpty, last.allSatisfy({ $0.base == .against }) else { return nil }
    return last.map { ledger.filtered.theCase.statements[$0.position].id }
  }

  /// All that decides the cell, and all that speaks against it, is words that coders read differently.
  private func isByCodersAlone(
    _ spoken: [PartyStatement], _ roles: [PositionStatement.Role]
  ) -> Bool {
    let places = spoken.indices.filter { roles[$0] == .decides || roles[$0] == .saysOtherwise }
      .map { spoken[$0].position }
    return CoderDifferences(ledger.filtered, among: places).connect(places)
  }

  /// What the party asks for before it settles the issue on any answer.
  private func general(_ party: Case.Actor.ID) -> [PositionsView.RequirementLine] {
    let issue = Step.issue(ledger.table.rows[row].issue.id, .none)
    return ledger.conditions(of: party, on: issue.id).map { ledger.conditions[$0] }
      .filter { $0.state.stands && !$0.key.isTrigger }.map { line($0) }
  }

  /// Of those who speak for the party side by side, or on one day, one asks for something first and
  /// another gives the answer without it, or asks for something else.
  private func isAskedByOneAlone(
    _ answer: CellReading.AnswerReading, _ conditions: [Condition], _ ledgerOf: PartyLedger
  ) -> Bool {
    if answer.isSuperseded { return false }
    let spoken = ledgerOf.spoken
    var asking: [Int] = []
    var askedBy: [Int: Set<PreconditionsView.StepID>] = [:]
    for condition in conditions where condition.state.stands && !condition.key.isTrigger {
      let members = condition.statements
        .compactMap { ledger.filtered.index.position(.statements, $0.raw) }
        .compactMap { ledgerOf.member(at: $0) }
      asking += members
      for member in members {
        if let wing = spoken[member].wing {
          askedBy[wing, default: []].insert(condition.awaitedID)
        } else if !ledgerOf.others.isEmpty {
          // What the party asks for as one each of its bodies does.
          return false
        }
      }
    }
    let standing = conditions.filter { $0.state.stands && !$0.key.isTrigger }
    // Who takes a package that holds what is asked for gives nothing without it.
    let plain = answer.state.deciding.filter { member in
      spoken[member].base == .for && !spoken[member].hasRequirements
        && !standing.allSatisfy { ledger.gives(spoken[member].position, $0) }
    }
    if ledgerOf.others.isEmpty {
      return !asking.isEmpty
        && plain.contains { member in
          asking.allSatisfy {
            spoken[$0].isBeside(spoken[member])
              && CellReading.differBySpeaker([$0], [member], spoken)
          }
        }
    }
    return Set(askedBy.values).count > 1
      || !askedBy.isEmpty
        && plain.contains { member in
          spoken[member].wing.map { askedBy[$0] == nil } ?? false
        }
  }

  /// What each of its speakers says, where they differ.
  private func sides(
    _ reading: CellReading, _ ledgerOf: PartyLedger
  ) -> [PositionsView.Side] {
    var sides: [PositionsView.Side] = []
    for answer in reading.answers where answer.isOwn && !answer.isSuperseded {
      let title = ledger.table.rows[row].answers[answer.answer].title
      for member in answer.state.deciding {
        let one = ledgerOf.spoken[member]
        guard let stance = one.stance else { continue }
        let words = PositionsView.Side.Words(
          title: title, stance: stance,
          statement: ledger.filtered.theCase.statements[one.position].id)
        let speakers =
          one.wing.map { [ledger.filtered.theCase.actors[$0].id] } ?? one.speakers
        if let place = sides.firstIndex(where: { $0.speakers == speakers }) {
          sides[place].words.append(words)
        } else {
          sides.append(.init(speakers: speakers, words: [words]))
        }
      }
    }
    return sides
  }

  private func position(
    _ answer: CellReading.AnswerReading, _ conditions: [Condition], _ withdrawn: [Condition],
    _ spoken: [PartyStatement]
  ) -> PositionsView.OptionPosition {
    let statements = ledger.filtered.theCase.statements
    let key = ledger.table.rows[row].answers[answer.answer]
    let isAsking = conditions.contains { ledger.holdsBack($0) }
    let deciding = answer.state.deciding
    let asking = conditions.filter { ledger.holdsBack($0) }.flatMap(\.statements)
    let borne = deciding.map { statements[spoken[$0].position].id }
    // Words of which nothing is left are no ground where others are; where they are the only ones, so is
    // what took back their condition.
    let emptied = Set(withdrawn.flatMap(\.grounds).map(\.statement)).subtracting(asking)
    let left = borne.filter { !emptied.contains($0) }
    let dropping =
      left.isEmpty
      ? withdrawn.filter { $0.grounds.contains { borne.contains($0.statement) } }.compactMap(
        \.closing)
      : []
    let decidedBy =
      ((left.isEmpty ? borne : left) + dropping.flatMap(\.statements) + asking
      + answer.redLines.map { statements[spoken[$0].position].id }).uniqued
    let dates =
      deciding.compactMap { spoken[$0].said }
      // To threaten to end what one is for is no newer word for it.
      + conditions.filter { !$0.key.isTrigger || $0.isPromiseIf }.compactMap(\.newest)
      + dropping.compactMap(\.date)
    return PositionsView.OptionPosition(
      answer: key.id, title: key.title, isValue: key.value != nil,
      stances: isAsking
        ? answer.state.stances(asking: true) : ledger.steps.stances(answer, spoken),
      isRedLine: !answer.redLines.isEmpty, isSuperseded: answer.isSuperseded,
      isBeside: answer.isBeside,
      voice: answer.state.voice, isUnnamed: deciding.contains { spoken[$0].isUnnamed },
      reportedBy: reportedBy(answer, spoken),
      isHedged: deciding.allSatisfy { spoken[$0].isLowered },
      isPackage: deciding.allSatisfy { spoken[$0].isPackage },
      requirements: conditions.map { line($0) } + whole(answer, spoken), decidedBy: decidedBy,
      newest: dates.max { $0.ends < $1.ends })
  }

  /// What is asked for the whole of which the answer is a part.
  private func whole(
    _ answer: CellReading.AnswerReading, _ spoken: [PartyStatement]
  ) -> [PositionsView.RequirementLine] {
    ledger.steps.wholeRequirements(answer, spoken).map { statement, requirement in
      let states = requirement.step.awaited(ledger.filtered.index).map {
        ledger.steps.state(of: $0).blocked(where: outlook.isHopeless($0.id))
      }
      return PositionsView.RequirementLine(
        kind: requirement.kind, step: requirement.step.title(ledger.filtered.index),
        inferred: requirement.inferred, statement: statement, met: nil,
        state: states.first ?? .open,
        due: requirement.due?.value)
    }
  }

  private func line(_ condition: Condition) -> PositionsView.RequirementLine {
    let inferred = condition.known.kind == .inferred ? condition.known.by.first : nil
    return PositionsView.RequirementLine(
      kind: condition.isPromiseIf ? .before : condition.kind,
      step: condition.key.isTrigger && (!condition.isPromiseIf || condition.key.stance != nil)
        ? ConditionWords(ledger).occasion(condition, dated: false)
        : condition.awaited.title(ledger.filtered.index),
      inferred: inferred, statement: condition.statements.first ?? "",
      met: condition.state.stands ? nil : condition.closing,
      state: ledger.steps.state(of: condition.awaited)
        .blocked(where: outlook.isHopeless(condition.awaitedID)), due: condition.due)
  }

  /// Those who relayed others' reports, or their unnamed speakers if no one relayed them.
  private func reportedBy(
    _ answer: CellReading.AnswerReading, _ spoken: [PartyStatement]
  ) -> [Case.Actor.ID] {
    guard answer.state.voice != .own else { return [] }
    var found: [Case.Actor.ID] = []
    for member in answer.state.deciding {
      let statement = ledger.filtered.theCase.statements[spoken[member].position]
      let reporters = statement.via.isEmpty ? spoken[member].speakers : statement.via
      for reporter in reporters where !found.contains(reporter) { found.append(reporter) }
    }
    return found
  }
}

extension PositionsView.OptionPosition {
  /// What the party accepts comes first, then what others report beside it, and last what was
  /// superseded; nearer voices before others.
  fileprivate var sortKey: Int {
    let stance = stances.first.flatMap { PositionStance.allCases.firstIndex(of: $0) } ?? 9
    return (isSuperseded ? 1000 : isBeside ? 500 : 0) + stance * 10 + voice.rank * 2
      + (isUnnamed ? 1 : 0)
  }
}

extension PreconditionsView.State {
  /// It came about as asked, or the step was taken all the same.
  var isMet: Bool { self == .fulfilled || self == .overtaken }
}
