internal import CaseModel

/// What the record says of steps by as-of: which were taken, and who rejects which.
struct StepStates {
  typealias Taken = PreconditionsView.Taken

  private let reading: Reading
  private let same: SameMilestones
  private var cells: [CellKey: PositionsView.Cell] = [:]
  private var promises: [Case.Issue.ID: [Case.Commitment]] = [:]

  private struct CellKey: Hashable {
    let issue: Case.Issue.ID
    let party: Case.Actor.ID
  }

  /// `reading` hides no rows, and `view` is its positions.
  init(_ reading: Reading, _ same: SameMilestones, _ view: PositionsView) {
    self.reading = reading
    self.same = same
    for commitment in reading.theCase.commitments where commitment.strength == .promised {
      guard let issue = commitment.about?.issue else { continue }
      promises[issue, default: []].append(commitment)
    }
    // Others who must take a step are read as parties are.
    var others: [Case.Actor.ID] = []
    for actor in reading.theCase.issues.flatMap(\.options).flatMap(\.takenBy) {
      let party = principal(of: actor, among: Set(view.parties))
      if !view.parties.contains(party), !others.contains(party) { others.append(party) }
    }
    add(view, only: nil)
    guard !others.isEmpty else { return }
    var lens = reading.lens
    lens.parties = others
    add(positions(Reading(reading, parties: others, rowsOf: lens)), only: Set(others))
  }

  private mutating func add(_ view: PositionsView, only parties: Set<Case.Actor.ID>?) {
    for row in view.rows {
      for cell in row.cells where parties?.contains(cell.party) ?? true {
        if cell.isEmpty { continue }
        cells[CellKey(issue: row.issue, party: cell.party)] = cell
      }
    }
  }

  /// The party an actor acts for, else whoever it speaks for in the end, else itself.
  private func principal(of actor: Case.Actor.ID, among parties: Set<Case.Actor.ID>)
    -> Case.Actor.ID
  {
    let voices = reading.index.spokenFor(by: actor, on: reading.lens.asOf)
    return voices.first(where: parties.contains) ?? voices.last ?? actor
  }

  /// The party's stance on an option or value.
  func position(_ party: Case.Actor.ID, on step: Step) -> (
    answer: PositionsView.OptionPosition, isContested: Bool
  )? {
    step.answerKey.flatMap { position(party, on: $0) }
  }

  private func position(_ party: Case.Actor.ID, on key: Step.AnswerKey) -> (
    answer: PositionsView.OptionPosition, isContested: Bool
  )? {
    guard let cell = cells[CellKey(issue: key.issue, party: party)] else { return nil }
    return cell.answers.first { $0.answer == key.answer }.map {
      ($0, cell.isContested || cell.isDivided)
    }
  }

  /// Who must take a step: those its option names, each as the party it acts for; else every party
  /// of the issue.
  func takers(of step: Step) -> [Case.Actor.ID] {
    guard let id = step.issue, let issue = reading.index.issue(id) else { return [] }
    let parties = concerned(issue)
    guard case .issue(_, .options(let chosen)) = step,
      let option = issue.options.first(where: { $0.id == chosen.first }), !option.takenBy.isEmpty
    else { return parties }
    let all = Set(parties + reading.theCase.header.parties)
    var takers: [Case.Actor.ID] = []
    for actor in option.takenBy {
      let party = principal(of: actor, among: all)
      if !takers.contains(party) { takers.append(party) }
    }
    return takers
  }

  func concerned(_ issue: Case.Issue) -> [Case.Actor.ID] {
    issue.parties.isEmpty ? reading.theCase.header.parties : issue.parties
  }

  /// Those who must take the step and reject it: against, and nothing else.
  func rejections(of step: Step) -> [PreconditionsView.Rejection] {
    guard let key = step.answerKey else { return [] }
    return takers(of: step).compactMap { party in
      guard let (answer, isContested) = position(party, on: key), !isContested,
        !answer.isSuperseded, answer.stances == [.against]
      else { return nil }
      return .init(
        party: party, statements: answer.decidedBy, asOthersTell: answer.toldByOthersOnly)
    }
  }

  /// How the step came about by as-of; nil where nothing says so.
  func taken(_ step: Step) -> Taken? {
    switch step {
    case .issue(let id, let answer):
      if answer == .none { return anyAnswer(of: id) }
      return settled(step, id)
    case .milestone(let id):
      for wording in same.wordings(of: id) {
        guard let reached = reading.index.milestone(wording)?.reached,
          reading.holds(reached.date, reached.evidence)
        else { continue }
        return Taken(
          date: reached.date, words: "reached", evidence: reading.shown(reached.evidence),
          basis: reached.evidence.basis, through: same.path(from: id, to: wording))
      }
      return nil
    case .meeting(let id):
      guard let meeting = reading.index.meeting(id), meeting.status == .held,
        reading.holds(meeting.date?.value, meeting.evidence)
      else { return nil }
      return Taken(
        date: meeting.date?.value, words: "held", evidence: reading.shown(meeting.evidence),
        basis: meeting.evidence.basis, through: [])
    case .commitment(let id): return reading.index.commitment(id).flatMap(fulfilled)
    case .draft(let id):
      return reading.index.draft(id).flatMap(reading.signed).map {
        Taken(
          date: $0.date, words: "signed", evidence: reading.shown($0.evidence),
          basis: $0.evidence.basis, through: [])
      }
    }
  }

  /// The last report by as-of says that it is carried out.
  private func fulfilled(_ commitment: Case.Commitment) -> Taken? {
    var last: Case.Commitment.Report?
    for report in commitment.status where report.level != nil {
      guard reading.holds(report.date, report.evidence) else { continue }
      if let before = last?.date, let date = report.date, before.isLater(than: date) { continue }
      last = report
    }
    guard let last, last.level == .full || last.level == .met else { return nil }
    return Taken(
      date: last.date, words: "carried out", evidence: reading.shown(last.evidence),
      basis: last.evidence.basis, through: [])
  }

  private func anyAnswer(of id: Case.Issue.ID) -> Taken? {
    guard let issue = reading.index.issue(id) else { return nil }
    let answers = issue.options.map { Step.issue(id, .options([$0.id])) }
    return answers.lazy.compactMap { settled($0, id) }.first
  }

  /// All whom the issue concerns, and all who must act, are for it in their own words and ask
  /// nothing for it; or they promised it to each other.
  private func settled(_ step: Step, _ id: Case.Issue.ID) -> Taken? {
    guard let issue = reading.index.issue(id) else { return nil }
    var needed = concerned(issue)
    for taker in takers(of: step) where !needed.contains(taker) { needed.append(taker) }
    guard !needed.isEmpty else { return nil }
    return agreed(step, by: needed) ?? promised(step, id, by: needed)
  }

  private func agreed(_ step: Step, by needed: [Case.Actor.ID]) -> Taken? {
    guard let key = step.answerKey else { return nil }
    var evidence: [Case.Statement.ID] = []
    var date: EDTFDate?
    for party in needed {
      guard let (answer, isContested) = position(party, on: key), !isContested,
        answer.stances == [.for], !answer.isSuperseded, !answer.toldByOthersOnly,
        answer.requirements.allSatisfy({ $0.kind == .trigger })
      else { return nil }
      for statement in answer.decidedBy where !evidence.contains(statement) {
        evidence.append(statement)
      }
      date = [date, answer.newest].compactMap { $0 }.max()
    }
    return Taken(
      date: date, words: "all concerned are for it", evidence: evidence, basis: nil, through: [])
  }

  private func promised(_ step: Step, _ id: Case.Issue.ID, by needed: [Case.Actor.ID]) -> Taken? {
    for commitment in promises[id] ?? [] {
      guard let about = commitment.about?.step,
        about.single(waits: false, reading.index).contains(where: { $0.id == step.id }),
        Set(needed).isSubset(of: commitment.debtors + commitment.creditors),
        reading.holds(commitment.agreed, commitment.evidence)
      else { continue }
      return Taken(
        date: commitment.agreed, words: "promised: \(commitment.what)",
        evidence: reading.shown(commitment.evidence), basis: commitment.evidence.basis, through: [])
    }
    return nil
  }
}
