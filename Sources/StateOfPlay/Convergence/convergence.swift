public import CaseModel

/// How near the parties are to each other, issue by issue.
public struct ConvergenceView: Sendable, Hashable, Codable {
  public var rule: String
  public var rows: [Line]

  public struct Line: Sendable, Hashable, Codable {
    public var issue: Case.Issue.ID
    public var title: String
    public var parties: [Case.Actor.ID]
    public var state: State
    /// The options on which it rests: agreed, or acceptable to all.
    public var answers: [Meeting]
    /// For *apart*: the moves of one option that would bring the sets together.
    public var moves: [Move]
    /// For *noEvidence*: whose words are missing or say nothing.
    public var silent: [Case.Actor.ID]
    /// Some cell of the row is contested or divided.
    public var isContested: Bool
  }

  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every party is for it, in its own words or a joint text.
    case agreed
    /// Every party is said to be for it, some only as others tell.
    case saidAgreed
    /// What all accept meets, and whatever is required for it is acceptable to who must give it.
    case withinReach
    /// They meet only through requirements not accepted.
    case conditional
    case apart
    /// Some party is silent.
    case noEvidence
  }

  /// An answer that all accept.
  public struct Meeting: Sendable, Hashable, Codable {
    public var answer: String
    public var title: String
    public var statements: [Case.Statement.ID]
    /// Who says that others are for it.
    public var saidBy: [Case.Actor.ID]
    public var obstacles: [Obstacle]
  }

  /// A requirement that stands in the way.
  public struct Obstacle: Sendable, Hashable, Codable {
    public var holder: Case.Actor.ID
    public var requirement: String
    public var kind: Requirement.Kind
    public var inferred: Who?
    /// Who has rejected it; empty where nobody who must meet it has accepted it.
    public var rejectedBy: [Case.Actor.ID]
    public var statements: [Case.Statement.ID]
  }

  /// One party's yes to one option, which would make it acceptable to all.
  public struct Move: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    public var answer: String
    public var title: String
    /// The party has spoken against it, rather than not at all.
    public var isAgainst: Bool
  }
}

extension ConvergenceView {
  static let rule = """
    Agreed: every party is for the same option in its own words or a joint text; said agreed: some \
    only as others tell. Within reach: an option is acceptable to all (for, for if, open), and each \
    requirement attached is acceptable to who must meet it. Conditional: only through requirements \
    not accepted. Apart: no option is acceptable to all. No evidence: some party is silent.
    """
}

extension ConvergenceView.State {
  public var words: String {
    switch self {
    case .agreed: "agreed"
    case .saidAgreed: "said to be agreed"
    case .withinReach: "within reach"
    case .conditional: "conditional"
    case .apart: "apart"
    case .noEvidence: "no evidence"
    }
  }
}

/// How near the parties are, issue by issue; see ``ConvergenceView``.
/// - Complexity: that of positions, and O(options × parties) an issue.
public func convergence(_ theCase: Case, _ lens: Lens = Lens()) -> ConvergenceView {
  convergence(Reading(theCase, lens))
}

func convergence(_ reading: Reading) -> ConvergenceView {
  // Rows are chosen after derivation, for a requirement may lead to any issue.
  let whole = Reading(cut: reading, reading.lens.withoutRows)
  let judge = ConvergenceJudge(whole, positions(whole))
  var rows = judge.lines()
  if !reading.lens.issues.isEmpty { rows.removeAll { !reading.lens.issues.contains($0.issue) } }
  if !reading.lens.parties.isEmpty {
    rows.removeAll { row in !row.parties.contains(where: reading.lens.parties.contains) }
  }
  return ConvergenceView(rule: ConvergenceView.rule, rows: rows)
}

private struct ConvergenceJudge {
  let reading: Reading
  let view: PositionsView
  /// Each party's position on each option.
  private let positions: [Case.Issue.ID: [Case.Actor.ID: [String: PositionsView.OptionPosition]]]

  init(_ reading: Reading, _ view: PositionsView) {
    self.reading = reading
    self.view = view
    var positions: [Case.Issue.ID: [Case.Actor.ID: [String: PositionsView.OptionPosition]]] = [:]
    for row in view.rows {
      for cell in row.cells where !cell.isEmpty {
        var answers: [String: PositionsView.OptionPosition] = [:]
        for answer in cell.answers { answers[answer.answer] = answer }
        positions[row.issue, default: [:]][cell.party] = answers
      }
    }
    self.positions = positions
  }

  func lines() -> [ConvergenceView.Line] { view.rows.map(line) }

  private func line(_ row: PositionsView.Row) -> ConvergenceView.Line {
    let cells = row.cells.filter(\.concerned)
    var line = ConvergenceView.Line(
      issue: row.issue, title: row.title, parties: cells.map(\.party), state: .apart, answers: [],
      moves: [], silent: [], isContested: cells.contains { $0.isContested || $0.isDivided })
    line.silent = cells.filter { cell in
      !cell.answers.contains { !$0.isSuperseded && $0.stances != [.unclear] }
    }.map(\.party)
    guard line.silent.isEmpty, cells.count > 1 else {
      line.state = .noEvidence
      return line
    }
    let shared = (cells.first?.answers ?? []).filter { answer in
      answer.isAccepted
        && cells.allSatisfy { cell in
          cell.answers.contains { $0.answer == answer.answer && $0.isAccepted }
        }
    }
    guard !shared.isEmpty else {
      line.moves = moves(cells)
      return line
    }
    let judged = shared.map { judge($0, cells) }
    let best = judged.map(\.state).min { a, b in a.rank < b.rank } ?? .apart
    line.state = best
    line.answers = judged.filter { $0.state == best }.map(\.meeting)
    return line
  }

  private func judge(
    _ answer: PositionsView.OptionPosition, _ cells: [PositionsView.Cell]
  ) -> (state: ConvergenceView.State, meeting: ConvergenceView.Meeting) {
    let held = cells.compactMap { cell in
      cell.answers.first { $0.answer == answer.answer }.map { (cell.party, $0) }
    }
    var meeting = ConvergenceView.Meeting(
      answer: answer.answer, title: answer.title,
      statements: unique(held.flatMap { $0.1.decidedBy }), saidBy: [], obstacles: [])
    if held.allSatisfy({ $0.1.stances == [.for] }) {
      let told = held.filter { $0.1.toldByOthersOnly }
      meeting.saidBy = unique(
        told.flatMap { _, position in
          position.decidedBy.flatMap { reading.index.statement($0)?.via ?? [] }
        })
      return (told.isEmpty ? .agreed : .saidAgreed, meeting)
    }
    for (party, position) in held {
      for statement in position.decidedBy.compactMap({ reading.index.statement($0) }) {
        for requirement in statement.standingRequirements {
          if let obstacle = obstacle(requirement, holder: party, statement) {
            meeting.obstacles.append(obstacle)
          }
        }
      }
    }
    return (meeting.obstacles.isEmpty ? .withinReach : .conditional, meeting)
  }

  /// Nil where whoever must meet the requirement accepts it, or it is met already.
  private func obstacle(
    _ requirement: Requirement, holder: Case.Actor.ID, _ statement: Case.Statement
  ) -> ConvergenceView.Obstacle? {
    var obstacle = ConvergenceView.Obstacle(
      holder: holder, requirement: requirement.step.title(reading.index), kind: requirement.kind,
      inferred: requirement.inferred, rejectedBy: [], statements: [statement.id])
    switch requirement.step {
    case .issue(let id, let answer):
      let wanted = wantedAnswers(id, answer)
      let givers = givers(of: id, answer).filter { $0 != holder }
      var isAccepted = !givers.isEmpty && !wanted.isEmpty
      for giver in givers {
        let held = positions[id]?[giver] ?? [:]
        let accepts = wanted.contains { held[$0]?.isAccepted ?? false }
        isAccepted = isAccepted && accepts
        let rejecting = wanted.compactMap { held[$0] }.filter { $0.stances.contains(.against) }
        if !accepts, !rejecting.isEmpty {
          obstacle.rejectedBy.append(giver)
          obstacle.statements += rejecting.flatMap(\.decidedBy)
        }
      }
      return isAccepted ? nil : obstacle
    case .milestone(let id):
      let reached = reading.index.milestone(id)?.reached
      return reached != nil && reading.timeClass(reached?.date) != .out ? nil : obstacle
    case .meeting(let id):
      guard let meeting = reading.index.meeting(id), meeting.status == .held,
        reading.timeClass(meeting.date) != .out
      else { return obstacle }
      return nil
    case .commitment(let id):
      let reports = reading.index.commitment(id)?.status ?? []
      let isDone = reports.contains { report in
        (report.level == .full || report.level == .met) && reading.timeClass(report.date) != .out
      }
      return isDone ? nil : obstacle
    }
  }

  private func wantedAnswers(_ id: Case.Issue.ID, _ answer: Answer) -> [String] {
    switch answer {
    case .options(let options): options.map(\.raw)
    case .any, .none: reading.index.issue(id)?.options.map(\.id.raw) ?? []
    case .value(let value): [value.key]
    }
  }

  /// Who must act for the step: the option's own list, a person standing for whom he speaks for;
  /// else the issue's parties.
  private func givers(of id: Case.Issue.ID, _ answer: Answer) -> [Case.Actor.ID] {
    guard let issue = reading.index.issue(id) else { return [] }
    let parties = issue.parties.isEmpty ? reading.theCase.header.parties : issue.parties
    guard case .options(let options) = answer else { return parties }
    let named = issue.options.filter { options.contains($0.id) }.flatMap(\.takenBy)
    let voices = named.flatMap { reading.index.spokenFor(by: $0, on: nil) }
    // Where others must act, such as guarantors, no party's yes is enough.
    return named.isEmpty ? parties : parties.filter(voices.contains)
  }

  /// Options that all but one accept.
  private func moves(_ cells: [PositionsView.Cell]) -> [ConvergenceView.Move] {
    var moves: [ConvergenceView.Move] = []
    for cell in cells {
      let others = cells.filter { $0.party != cell.party }
      for answer in others.first?.answers ?? [] where answer.isAccepted {
        let isShared = others.allSatisfy { other in
          other.answers.contains { $0.answer == answer.answer && $0.isAccepted }
        }
        guard isShared else { continue }
        let own = cell.answers.first { $0.answer == answer.answer }
        moves.append(
          .init(
            party: cell.party, answer: answer.answer, title: answer.title,
            isAgainst: own?.stances.contains(.against) ?? false))
      }
    }
    return moves
  }

  private func unique<Element: Hashable>(_ items: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return items.filter { seen.insert($0).inserted }
  }
}

extension ConvergenceView.State {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
