internal import CaseModel

/// Judges, issue by issue, how near the parties are by what stands in the ledger.
struct ConvergenceJudge {
  let ledger: Ledger
  let filtered: FilteredCase
  let view: PositionsView
  let outlook: StepOutlook
  /// Drafts that settle a step, or whose signature takes it.
  let drafts: [PreconditionsView.StepID: [Case.Draft.ID]]
  let bars: [PreconditionsView.StepID: [ConvergenceView.Bar]]
  private let clauses: [Case.Issue.ID: [JointTexts.Place]]
  /// Of each statement, the parties that denied in their own words what it says.
  let denials: [Case.Statement.ID: Set<Case.Actor.ID>]
  /// Of each whose consent is due, those who belong to it.
  let members: [Case.Actor.ID: [Case.Actor.ID]]

  init(_ ledger: Ledger, _ view: PositionsView, _ outlook: StepOutlook) {
    self.ledger = ledger
    self.view = view
    self.outlook = outlook
    filtered = ledger.filtered
    bars = LegalBars(ledger.filtered).bars
    drafts = Self.drafts(ledger.filtered)
    clauses = JointTexts.clauses(of: filtered.theCase)
    denials = ledger.table.denials
    let due = PositionsView.asked(filtered.theCase)
    members = due.reduce(into: [:]) { $0[$1] = ledger.steps.consents.members(of: $1) }
  }

  static func drafts(
    _ filtered: FilteredCase
  ) -> [PreconditionsView.StepID: [Case.Draft.ID]] {
    var found: [PreconditionsView.StepID: [Case.Draft.ID]] = [:]
    for draft in filtered.theCase.drafts {
      let signing = draft.signed.flatMap(\.evidence.statements)
        .compactMap { filtered.index.statement($0)?.about }
      let steps = (draft.clauses.flatMap(\.subjects) + signing).compactMap(\.step)
        .flatMap { $0.single(waits: false, filtered.index) }
      for id in steps.map(\.id).uniqued { found[id, default: []].append(draft.id) }
    }
    return found
  }

  /// The same, recording in `consulted` what is looked up.
  private init(_ judge: ConvergenceJudge, noting consulted: Consulted?) {
    ledger = judge.ledger.noting(consulted)
    filtered = ledger.filtered
    outlook = judge.outlook.noting(consulted)
    (view, drafts, bars, denials) = (judge.view, judge.drafts, judge.bars, judge.denials)
    members = judge.members
    clauses = judge.clauses
  }

  var joint: JointTexts { JointTexts(ledger, clauses) }

  func lines(_ parts: inout ConvergenceParts) -> [ConvergenceView.Line] {
    parts.begin(bars: bars, drafts: drafts)
    let rows = view.rows.compactMap { row in
      ledger.filtered.index.place(of: row.issue).flatMap { ledger.table.rowOf[$0] }
        .map { (row: row, place: $0) }
    }
    let work = filtered.facts.count + rows.count * view.parties.count
    return parts.lines(of: rows, work: work) { row, place, consulted in
      ConvergenceJudge(self, noting: consulted).line(row, at: place)
    }
  }

  func line(_ row: PositionsView.Row, at place: Int) -> ConvergenceView.Line {
    var line = judged(row, at: place)
    if ![.agreed, .saidAgreed, .ended].contains(line.among ?? line.state) {
      line.inForce = joint.inForce(line.issue)
    }
    return line
  }

  private func judged(_ row: PositionsView.Row, at place: Int) -> ConvergenceView.Line {
    let cells = row.cells.filter(\.concerned)
    var line = ConvergenceView.Line(
      issue: row.issue, title: row.title, parties: cells.map(\.party), state: .apart, answers: [],
      moves: [], silent: [], isContested: cells.contains { $0.isContested || $0.isDivided })
    line.trajectories = cells.compactMap { cell in
      cell.values.map { ConvergenceView.Trajectory(party: cell.party, values: $0) }
    }
    if let ended = row.ended {
      (line.state, line.ended) = (.ended, ended)
      return line
    }
    let noting = cells.filter { isOnlyNoting($0, at: place) }
    let noted = Set(noting.map(\.party))
    let speaking = cells.filter { !noted.contains($0.party) }
    // One that took note is passed over only where others are left who can agree.
    let asked = speaking.count > 1 ? speaking : cells
    let silent = asked.filter { cell in
      !cell.answers.contains {
        !$0.isSuperseded && $0.stances != [.unclear]
          && !isOnlyOfTheWhole($0, of: cell.party, at: place)
      } && anything(cell.party, at: place).isEmpty
    }
    (line.silent, line.refusingWhole) = (silent.map(\.party), refusingWhole(silent, at: place))
    line.requiring = silent.flatMap { requirements(of: $0.party, at: place) }
    guard cells.count > 1 else {
      line.state = .noEvidence
      return line
    }
    if settle(&line, asked, at: place) {
      threaten(&line, at: place)
      if asked.count < cells.count { line.tookNote = noting.map(\.party) }
      remark(&line, asked, at: place)
      qualify(&line, at: place)
      return line
    }
    if !noting.isEmpty, asked.count < cells.count {
      // Short of an agreement of the others it is asked like them.
      line.silent += noting.map(\.party)
    }
    if !line.silent.isEmpty {
      settleSpeakers(&line, cells, at: place)
      line.state = .noEvidence
    }
    return line
  }

  /// False where some party is silent.
  func settle(
    _ line: inout ConvergenceView.Line, _ cells: [PositionsView.Cell], at place: Int
  ) -> Bool {
    let joint = joint.agreed(line.issue, cells)
    if !joint.isEmpty {
      line.state = .agreed
      line.answers = joint
      line.silent = []
    }
    guard line.silent.isEmpty else { return false }
    var judged = shared(cells).map { judge($0, cells, at: place) }
    if !judged.contains(where: { $0.state == .agreed || $0.state == .saidAgreed }) {
      // Where the ranges come to an answer that all accept it is judged already.
      let reader = ValueReader(ledger, place)
      let known = Set(
        judged.flatMap { [$0.meeting.title, reader.words(named: $0.meeting.answer)] }
          .compactMap(\.self))
      judged += ranges(cells, at: place, &line).filter { !known.contains($0.meeting.title) }
    }
    guard let best = judged.map(\.state).min(by: { $0.rank < $1.rank }) else {
      if joint.isEmpty {
        if let refusal = refusedByAll(cells, at: place) {
          (line.state, line.answers) = (.agreed, [refusal])
          return true
        }
        if line.gap == nil { line.moves = moves(cells, at: place) }
        line.coalitions = coalitions(cells, at: place)
      }
      return true
    }
    guard joint.isEmpty || best == .agreed else { return true }
    line.state = best
    line.answers = judged.filter { $0.state == best }.map(\.meeting)
    if best == .agreed { line.gap = nil }
    for text in joint {
      if let place = line.answers.firstIndex(where: { $0.answer == text.answer }) {
        line.answers[place].statements = (line.answers[place].statements + text.statements).uniqued
      } else {
        line.answers.append(text)
      }
    }
    return true
  }

  /// The words by which a party would take any value; empty where there are none.
  private func anything(_ party: Case.Actor.ID, at row: Int) -> [Case.Statement.ID] {
    guard let place = ledger.table.place(of: party),
      let member = ledger.steps.numbers[row]?[place]?.anything
    else { return [] }
    return ledger.steps.ids([member], ledger.table.rows[row].byParty[place] ?? [])
  }

  /// All it said on the issue was that it took note.
  func isOnlyNoting(_ cell: PositionsView.Cell, at row: Int) -> Bool {
    guard let party = ledger.table.place(of: cell.party), let filtered = ledger.cells[row][party],
      !filtered.answers.isEmpty
    else { return false }
    let spoken = ledger.table.rows[row].byParty[party] ?? []
    return filtered.answers.allSatisfy { $0.isOnlyNoted(spoken) }
  }

  /// Answers that every cell accepts.
  func shared(_ cells: [PositionsView.Cell]) -> [PositionsView.OptionPosition] {
    let accepted = AcceptedAnswers(cells)
    return (cells.first?.answers ?? []).filter { answer in
      answer.isAccepted && accepted.count(of: answer.answer) == cells.count
    }
  }

  func judge(
    _ answer: PositionsView.OptionPosition, _ cells: [PositionsView.Cell], at row: Int
  ) -> (state: ConvergenceView.State, meeting: ConvergenceView.Meeting) {
    let held = cells.compactMap { cell in
      cell.answers.first { $0.answer == answer.answer }.map { (cell.party, $0) }
    }
    var meeting = ConvergenceView.Meeting(
      answer: answer.answer, title: answer.title,
      statements: held.flatMap { $0.1.decidedBy }.uniqued,
      newest: held.compactMap(\.1.newest).max { $0.ends < $1.ends }, saidBy: [], obstacles: [])
    let step = ledger.step(row, answer.answer, isValue: answer.isValue)
    // What is asked for the issue as a whole is asked for each of its answers.
    let isAsked = held.contains { party, _ in
      ledger.conditions(of: party, holdingBack: step).contains { place in
        ledger.holdsBack(ledger.conditions[place])
      }
    }
    let isPackaged = held.contains { party, position in
      position.isPackage && isOnlyPackaged(party, step)
    }
    if !isAsked, !isPackaged, held.allSatisfy({ $0.1.stances == [.for] }) {
      // Agreed between them, and refused by another who must act for it.
      let refusing = ledger.steps.rejections(of: step).filter { rejection in
        !cells.contains { $0.party == rejection.party }
      }
      guard refusing.isEmpty else {
        meeting.obstacles = refusing.map { rejection in
          .init(
            holder: rejection.party, requirement: answer.title, kind: .before, inferred: nil,
            rejectedBy: [rejection.party], statements: rejection.statements, state: .blocked)
        }
        return (.blocked, meeting)
      }
      meeting.since = ledger.steps.agreed[step.id]?.date
      meeting.broken = ledger.steps.brokenPromise(step)
      let reported = held.filter { $0.1.voice != .own }
      for (party, position) in reported {
        let others = position.reportedBy.filter { reporter in
          !filtered.index.spokenFor(by: reporter, on: position.newest).contains(party)
        }
        meeting.saidBy = (meeting.saidBy + others).uniqued
        if others.isEmpty, position.isHedged { meeting.hedgedBy.append(party) }
      }
      return (reported.isEmpty ? .agreed : .saidAgreed, meeting)
    }
    return (weigh(held.map { ($0.0, step) }, &meeting), meeting)
  }

  /// What the parties ask for the steps at which they meet.
  func weigh(
    _ steps: [(party: Case.Actor.ID, step: Step)], _ meeting: inout ConvergenceView.Meeting
  ) -> ConvergenceView.State {
    var isBlocked = false
    var seen: Set<Int> = []
    for (party, step) in steps {
      let ids = [step.id] + (step.issue.map { [Step.issue($0, .none).id] } ?? [])
      isBlocked = isBlocked || ids.contains(where: outlook.isHopeless)
      meeting.isDeadlocked =
        meeting.isDeadlocked || ids.contains(where: outlook.isDeadlocked)
      for place in ledger.conditions(of: party, holdingBack: step)
      where seen.insert(place).inserted {
        let condition = ledger.conditions[place]
        guard ledger.holdsBack(condition) else { continue }
        add(obstacle(Demand(condition), ledger.replies.replies(to: condition)), &meeting)
      }
      for demand in wholeDemands(party, step) { add(obstacle(demand, []), &meeting) }
      for whole in wholes(party, step) {
        let open = otherParts(whole, of: party, besides: step).map { obstacle($0, []) }
          .filter { !$0.isAccepted }
        if open.isEmpty { continue }
        if whole.isOwn {
          for found in open { add((found.obstacle, false), &meeting) }
        } else {
          add(whole, of: party, &meeting)
        }
      }
    }
    if isBlocked { return .blocked }
    return meeting.obstacles.isEmpty && meeting.partOf.isEmpty ? .withinReach : .conditional
  }

  // MARK: Numbers and sets

  /// Where the parties name different values that would do for all; else how far they are apart.
  func ranges(
    _ cells: [PositionsView.Cell], at row: Int, _ line: inout ConvergenceView.Line
  ) -> [(state: ConvergenceView.State, meeting: ConvergenceView.Meeting)] {
    let meeting = ValueMeeting(ledger, row, cells.compactMap { ledger.table.place(of: $0.party) })
    guard let found = meeting.find() else { return [] }
    line.gap = found.gap
    guard let words = found.words else { return [] }
    let held = cells.flatMap { cell in
      cell.answers.filter { $0.isAccepted && $0.isValue }
    }
    var meetingAt = ConvergenceView.Meeting(
      answer: words, title: words,
      statements: (held.flatMap(\.decidedBy) + cells.flatMap { anything($0.party, at: row) })
        .uniqued,
      newest: held.compactMap(\.newest).max { $0.ends < $1.ends }, saidBy: [], obstacles: [])
    let steps = cells.flatMap { cell in
      cell.answers.filter { $0.isAccepted && $0.isValue }.map {
        (party: cell.party, step: ledger.step(row, $0.answer, isValue: true))
      }
    }
    return [(weigh(steps, &meetingAt), meetingAt)]
  }
}
