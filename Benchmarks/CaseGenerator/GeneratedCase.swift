package import CaseModel
internal import Foundations

/// Cases of any size with the mix of acts, chains, dates and lengths of the worked Istanbul case.
///
/// The same numbers give the same case. Each statement comes from (seed, index) alone, so a file of
/// a million can be written without holding them.
///
///     let theCase = GeneratedCase.make(statements: 1000, parties: 20, issues: 200, seed: 1)
package enum GeneratedCase {
  /// - Complexity: O(statements + parties + issues).
  package static func make(
    statements: Int, parties: Int = 20, issues: Int = 200, seed: UInt64 = 1
  ) -> Case {
    let plan = Plan(statements: statements, parties: parties, issues: issues, seed: seed)
    var theCase = plan.frame()
    theCase.statements = (0..<plan.statements).map { plan.statement($0) }
    return theCase
  }

  /// A case in which `parties` speakers in turn are for and against the options of `issues` issues,
  /// or name quantities, no two alike, where `valued`, all on one day where `sameDay`: the worst
  /// shapes for a view that compares what one party said of one issue.
  package static func crowded(
    statements: Int, parties: Int = 1, issues: Int = 1, valued: Bool = false,
    sameDay: Bool = false, seed: UInt64 = 1
  ) -> Case {
    let plan = Plan(statements: statements, parties: parties, issues: issues, seed: seed)
    var theCase = plan.frame()
    for index in theCase.issues.indices {
      theCase.issues[index].kind = .negotiable
      theCase.issues[index].value = valued ? .quantity : .option
      theCase.issues[index].unit = valued ? "person" : nil
      theCase.issues[index].options = valued ? [] : Plan.options(4, index)
      theCase.issues[index].members = []
    }
    theCase.statements = (0..<plan.statements).map { plan.crowded($0, valued: valued) }
    if sameDay {
      let day = theCase.statements.first?.date
      for index in theCase.statements.indices { theCase.statements[index].date = day }
    }
    // Drop what points at options and statements that are not there.
    theCase.drafts = []
    theCase.commitments = []
    return theCase
  }
}

/// What a generated case consists of; its parts refer to each other by number.
struct Plan: Sendable {
  let statements: Int
  let parties: Int
  let issues: Int
  let seed: UInt64

  init(statements: Int, parties: Int, issues: Int, seed: UInt64) {
    self.statements = max(1, statements)
    self.parties = max(1, parties)
    self.issues = max(1, issues)
    self.seed = seed
  }

  static let speakersPerParty = 4
  /// As in the worked case, where three sources hold 189.
  static let statementsPerSource = 63

  var outsiders: Int { max(3, parties / 4) }
  var outlets: Int { 8 }
  var sources: Int { (statements + Self.statementsPerSource - 1) / Self.statementsPerSource }
  var meetings: Int { 3 + statements / 500 }
  var milestones: Int { 3 + issues / 4 }
  var interests: Int { parties * 3 }
  var commitments: Int { 3 + statements / 500 }
  var constraints: Int { 1 + parties / 10 }
  var drafts: Int { 1 + parties / 10 }
  var notes: Int { statements / 10 }

  func party(_ number: Int) -> Case.Actor.ID { .init("party-\(number + 1)") }
  func speaker(_ party: Int, _ number: Int) -> Case.Actor.ID {
    .init("speaker-\(party + 1)-\(number + 1)")
  }
  func outsider(_ number: Int) -> Case.Actor.ID { .init("outsider-\(number + 1)") }
  func outlet(_ number: Int) -> Case.Actor.ID { .init("outlet-\(number + 1)") }
  func author(_ number: Int) -> Case.Actor.ID { .init("author-\(number + 1)") }
  func issue(_ number: Int) -> Case.Issue.ID { .init("issue-\(number + 1)") }
  func source(_ number: Int) -> Case.Source.ID { .init("source-\(number + 1)") }
  func meeting(_ number: Int) -> Case.Meeting.ID { .init("meeting-\(number + 1)") }
  func milestone(_ number: Int) -> Case.Milestone.ID { .init("milestone-\(number + 1)") }
  func interest(_ number: Int) -> Case.Interest.ID { .init("interest-\(number + 1)") }
  func commitment(_ number: Int) -> Case.Commitment.ID { .init("commitment-\(number + 1)") }
  func constraint(_ number: Int) -> Case.Constraint.ID { .init("act-\(number + 1)") }
  func draft(_ number: Int) -> Case.Draft.ID { .init("draft-\(number + 1)") }
  func statementID(_ number: Int) -> Case.Statement.ID {
    .init("s-\(number + 1)")
  }
  static let analysts: [Case.Analyst.ID] = ["ana", "boris", "chen"]

  func random(_ stream: Int) -> SplitMix64 { SplitMix64(seed: seed, index: stream) }

  /// Everything but the statements, so far as it does not depend on them.
  func frame() -> Case {
    var random = random(-1)
    var theCase = Case(
      Case.Header(
        id: "generated", title: "A generated case of \(statements) statements",
        parties: (0..<parties).map(party)))
    theCase.header.description = "Made by CaseGenerator with seed \(seed); nothing in it was said."
    theCase.actors = actors(&random)
    theCase.issues = (0..<issues).map { issue($0, &random) }
    theCase.sources = (0..<sources).map { source($0, &random) }
    theCase.meetings = (0..<meetings).map { meeting($0, &random) }
    theCase.milestones = (0..<milestones).map { milestone($0, &random) }
    theCase.interests = (0..<interests).map { interest($0, &random) }
    theCase.commitments = (0..<commitments).map { commitment($0, &random) }
    theCase.constraints = (0..<constraints).map { constraint($0, &random) }
    theCase.drafts = (0..<drafts).map { draft($0, &random) }
    theCase.analysts = Self.analysts.map { id in
      Case.Analyst(id: id, name: Words.capitalised(id.raw))
    }
    theCase.notes = (0..<notes).map { note($0, &random) }
    return theCase
  }

  /// Someone's statement to rest a fact on.
  func evidence(_ random: inout SplitMix64) -> Evidence {
    var found = [statementID(random.below(statements))]
    if random.chance(300) {
      let another = statementID(random.below(statements))
      if another != found[0] { found.append(another) }
    }
    return Evidence(found)
  }

  func provenance(_ day: CivilDay, _ random: inout SplitMix64) -> Provenance {
    Provenance(
      entered: EDTFDate(day), by: random.pick(Self.analysts).map { Who($0.raw) },
      confidential: random.chance(10))
  }

  /// The first day anything is published, and the last.
  static let firstDay = 18_993  // 2022-01-01
  static let lastDay = 20_270  // 2025-07-01
  static let enteredDay = CivilDay(number: 20_300)

  func published(_ source: Int) -> CivilDay {
    let span = Self.lastDay - Self.firstDay
    return CivilDay(
      number: Int32(Self.firstDay + 30 + (span - 30) * source / max(1, sources)))
  }

  /// In bytes; every quote of the source stands within it.
  static let sourceLength = statementsPerSource * 150 + 300
}
