import CaseModel
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// One thing that the brief of the hospital case must or must not say, by the texts alone.
struct CorvaneLine: Sendable, CustomTestStringConvertible {
  /// The claim, as a reader of the texts would put it.
  var words: String
  /// What the program gets wrong, where it does not yet hold.
  var wrong: String?
  var holds: @Sendable (CorvaneDay) throws -> Bool

  init(
    _ words: String, wrong: String? = nil, _ holds: @escaping @Sendable (CorvaneDay) throws -> Bool
  ) {
    (self.words, self.wrong, self.holds) = (words, wrong, holds)
  }

  var testDescription: String { words }

  func expect(on day: CorvaneDay, sourceLocation: SourceLocation = #_sourceLocation) throws {
    guard let wrong else {
      let held = try holds(day)
      #expect(held, "\(words)", sourceLocation: sourceLocation)
      return
    }
    // A fault that has been mended shows with STRICT set: its mark is then to be removed.
    let isStrict = ProcessInfo.processInfo.environment["STRICT"] != nil
    withKnownIssue("\(wrong)", isIntermittent: !isStrict) {
      let held = try holds(day)
      #expect(held, "\(words)", sourceLocation: sourceLocation)
    }
  }
}

/// The hospital case as of one day, read through the views and through the printed brief.
struct CorvaneDay: Sendable {
  static let theCase: Result<Case, any Error> = Result {
    try CaseFile.open(Program.root.appendingPathComponent("Examples/corvane").path).theCase
  }

  static let march = Result { try CorvaneDay("2025-03-31") }
  static let april = Result { try CorvaneDay("2025-04-10") }
  static let may = Result { try CorvaneDay("2025-05-20") }
  static let july = Result { try CorvaneDay("2025-07-02") }

  let theCase: Case
  let date: String
  let changes: [ChangesView.Change]
  let convergence: ConvergenceView
  let preconditions: PreconditionsView
  let commitments: CommitmentsView
  let contradictions: ContradictionsView
  let constraints: ConstraintsView
  let drafts: DraftsView
  let offers: OffersView
  /// The printed brief, one element a paragraph, bullet or row of a table.
  let brief: [String]

  init(_ date: String) throws {
    let theCase = try Self.theCase.get()
    var lens = Lens()
    lens.asOf = try EDTFDate(date)
    self.theCase = theCase
    self.date = date
    changes = StateOfPlay.changes(theCase, lens).changes
    convergence = StateOfPlay.convergence(theCase, lens)
    preconditions = try StateOfPlay.preconditions(theCase, lens)
    commitments = StateOfPlay.commitments(theCase, lens)
    contradictions = StateOfPlay.contradictions(theCase, lens)
    constraints = StateOfPlay.constraints(theCase, lens)
    drafts = StateOfPlay.drafts(theCase, lens)
    offers = StateOfPlay.offers(theCase, lens)
    brief = try Self.lines(of: "brief", asOf: date)
  }

  /// A view as Markdown, one element a paragraph, bullet or row, without escapes.
  static func lines(of view: String, asOf date: String) throws -> [String] {
    let result = try Program.run(
      [view, "Examples/corvane", "--as-of", date, "--format", "markdown"])
    try #require(result.code == 0, "\(view): \(result.error)")
    return result.output.replacing("\\", with: "").split(separator: "\n").map(String.init)
  }

  /// One line of the brief holds all these words.
  func says(_ words: String...) -> Bool {
    brief.contains { line in words.allSatisfy(line.contains) }
  }

  /// One line of another view holds all these words.
  func view(_ name: String, says words: String...) throws -> Bool {
    try Self.lines(of: name, asOf: date).contains { line in words.allSatisfy(line.contains) }
  }

  func cell(_ issue: Case.Issue.ID, _ party: Case.Actor.ID) throws -> PositionsView.Cell {
    try theCase.cell(issue, party, asOf: date)
  }

  /// What a party would take on an issue, without what others or its unnamed officials say of it.
  func accepts(_ issue: Case.Issue.ID, _ party: Case.Actor.ID) throws -> [String] {
    try cell(issue, party).answers.filter { $0.isAccepted && !$0.reportedByOthersOnly }.map(\.title)
  }

  /// The party would take that one number, and no other is shown as its position.
  func asks(
    _ issue: Case.Issue.ID, _ party: Case.Actor.ID, _ number: String
  ) throws -> Bool {
    let titles = try accepts(issue, party)
    return !titles.isEmpty && titles.allSatisfy { Self.numbers(in: $0).contains(number) }
  }

  private static func numbers(in title: String) -> [String] {
    title.split { !$0.isNumber && $0 != "." }.map(String.init)
  }

  /// The steps for which a party's condition on a step stands; triggers are not among them.
  func awaited(
    by holder: Case.Actor.ID, for step: String, _ kind: Requirement.Kind = .before
  ) -> [String] {
    preconditions.edges.filter {
      $0.holder == holder && $0.step == step && $0.kind == kind && $0.state.stands
    }.map(\.awaited)
  }

  func trigger(of holder: Case.Actor.ID, for step: String) -> Bool {
    preconditions.edges.contains {
      $0.holder == holder && $0.step == step && $0.kind == .trigger && $0.state.stands
    }
  }

  func isDeadlocked(_ steps: String...) -> Bool {
    preconditions.deadlocks.contains { deadlock in steps.allSatisfy(deadlock.steps.contains) }
  }

  func isBlocked(_ step: String) -> Bool {
    preconditions.blocked.contains { $0.step == step }
  }

  func convergence(_ issue: Case.Issue.ID) -> ConvergenceView.State? {
    convergence.rows.first { $0.issue == issue }?.state
  }

  /// What a party's changes on an issue are called, from one day on.
  func kinds(
    _ party: Case.Actor.ID, _ issue: Case.Issue.ID, from day: String = "2025-01-01"
  ) throws -> Set<ChangesView.Kind> {
    let first = try EDTFDate(day)
    let own = changes.filter {
      $0.party == party && $0.issue == issue && $0.date.earliest >= first.earliest
    }
    return Set(own.flatMap(\.kinds))
  }

  func promise(_ id: Case.Commitment.ID) throws -> CommitmentsView.Line {
    try #require(commitments.rows.first { $0.commitment == id })
  }

  func offer(_ statement: Case.Statement.ID) throws -> OffersView.Offer {
    try #require(offers.offers.first { $0.statements.contains(statement) })
  }

  /// A party's answer to an offer, with what it rests on.
  func answers(
    _ offer: OffersView.Offer, _ party: Case.Actor.ID, _ stance: PositionStance,
    _ statement: Case.Statement.ID
  ) -> Bool {
    offer.answers.contains {
      $0.party == party && $0.stance == stance && $0.statements == [statement]
    }
  }

  /// The promise is shown with both accounts of it, never as broken or kept alone.
  func isDisputed(_ id: Case.Commitment.ID) throws -> Bool {
    let what = try promise(id).what
    return try Self.lines(of: "commitments", asOf: date).contains { line in
      line.contains(what)
        && (line.contains("disputed")
          || line.contains("breached") && (line.contains("denied") || line.contains("full")))
    }
  }

  /// The brief gives the distance on an issue, such as `2.5 p` for points or per cent.
  func gap(_ title: String, _ width: String) -> Bool {
    brief.contains { line in
      let small = line.lowercased()
      return line.contains(title) && line.contains(" " + width)
        && (small.contains("gap") || small.contains("apart"))
    }
  }

  /// A party moved towards the others on an issue, and never away.
  func softened(
    _ party: Case.Actor.ID, _ issue: Case.Issue.ID, from day: String = "2025-01-01"
  ) throws -> Bool {
    let kinds = try kinds(party, issue, from: day)
    return kinds.contains(.softened) && kinds.isDisjoint(with: [.hardened, .mixed, .reversed])
  }

  func contradicts(_ issue: Case.Issue.ID) -> Bool {
    contradictions.groups.contains { $0.issue == issue }
      || contradictions.accounts.contains { $0.issue == issue && $0.isContradicted }
  }
}
