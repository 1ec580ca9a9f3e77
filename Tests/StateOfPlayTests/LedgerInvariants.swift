import CaseModel
import StateOfPlay
import TestSupport

/// What holds of everything derived from a case, each as a function from the case and what was derived
/// from it to what is wrong, so that a state that was broken on purpose can be handed to it.
enum LedgerInvariants {
  /// Of each party and answer that its own words decide: what stands.
  struct Standing: Hashable {
    var party: Case.Actor.ID
    var answer: String
    var stances: [PositionStance]
    var conditions: Set<String>
    var isRedLine: Bool
    var isSuperseded: Bool
  }

  static func standing(_ view: PositionsView) -> Set<Standing> {
    Set(
      view.rows.flatMap { row in
        row.cells.flatMap { cell in
          cell.answers.filter { $0.voice == .own }.map { answer in
            Standing(
              party: cell.party, answer: "\(row.issue)/\(answer.answer)", stances: answer.stances,
              conditions: Set(answer.standing.map(\.step)), isRedLine: answer.isRedLine,
              isSuperseded: answer.isSuperseded)
          }
        }
      })
  }

  /// Answers agreed or within reach that something standing holds back.
  static func nearerThanAllowed(
    _ views: LedgerTests.Views
  ) -> [String] {
    let (convergence, preconditions) = (views.convergence, views.preconditions)
    let hopeless = Set(
      preconditions.deadlocks.flatMap(\.steps) + preconditions.blocked.map(\.step)
        + preconditions.steps.filter { $0.state == .blocked }.map(\.id))
    return convergence.rows.filter { [.agreed, .withinReach].contains($0.state) }.flatMap { line in
      line.answers.map { "issue/\(line.issue)/\($0.answer)" }.filter { id in
        hopeless.contains(id)
          || line.state == .agreed
            && preconditions.edges.contains {
              $0.step == id && $0.state.stands && $0.kind != .trigger
                && line.parties.contains($0.holder)
            }
      }
    }
  }

  /// Conditions that stand in one of the two views alone, and how many stand.
  static func differing(
    _ views: LedgerTests.Views
  ) -> (differing: Set<String>, count: Int) {
    let (positions, preconditions) = (views.positions, views.preconditions)
    var inPositions: Set<String> = []
    var spoken: Set<String> = []
    for row in positions.rows {
      for cell in row.cells {
        for answer in cell.answers {
          let name =
            "\(cell.party) issue/\(row.issue)/\(answer.isValue ? "= " : "")\(answer.answer)"
          spoken.insert(name)
          for line in answer.standing { inPositions.insert("\(name): \(line.step)") }
        }
      }
    }
    let inConditions = Set(
      preconditions.edges.filter {
        $0.state.stands && $0.kind != .trigger && $0.step.hasPrefix("issue/")
      }.map {
        "\($0.holder) \($0.step): \(preconditions.step($0.awaited)?.title ?? "")"
      })
    // What a party asks is shown with what it says, where it says anything of the step.
    let shown = inConditions.filter { spoken.contains(String($0.prefix { $0 != ":" })) }
    return (
      inPositions.subtracting(inConditions).union(shown.subtracting(inPositions)),
      inConditions.count
    )
  }

  /// What had been said by a day is what a record that ends on that day holds: views in which `views`,
  /// derived as of the day, is another.
  static func unlikeTheRecordCut(
    _ theCase: Case, on day: String, _ views: LedgerTests.Views
  ) throws -> [String] {
    var cut = theCase
    cut.statements.removeAll { ($0.date?.value.text ?? "") > day }
    for place in cut.milestones.indices
    where (cut.milestones[place].reached?.date?.text ?? "") > day {
      cut.milestones[place].reached = nil
    }
    var part = try LedgerTests.Views(cut, .asOf(day))
    // An issue raised later is not on the table yet.
    let later = issues(theCase).subtracting(issues(cut))
    part.positions.rows.removeAll { later.contains($0.issue) && $0.cells.allSatisfy(\.isEmpty) }
    let shown = Set(part.positions.rows.map(\.issue))
    part.convergence.rows.removeAll { !shown.contains($0.issue) }
    return [
      views.positions == part.positions ? nil : "positions",
      views.changes == part.changes ? nil : "changes",
      views.convergence == part.convergence ? nil : "convergence",
      views.preconditions == part.preconditions ? nil : "preconditions",
    ].compactMap(\.self)
  }

  private static func issues(_ theCase: Case) -> Set<Case.Issue.ID> {
    Set(
      theCase.statements.flatMap { statement in
        (statement.about?.parts ?? []).compactMap(\.issue)
          + statement.requires.compactMap { $0.step.subject.issue }
      })
  }

  /// A lower voice never changes a party's standing own items: items in which `views` differs from what
  /// is derived from `other`, its case with such a voice more.
  static func otherOwnItems(
    _ views: LedgerTests.Views, with other: Case
  ) throws -> [String] {
    let (before, after) = (
      standing(views.positions), try standing(LedgerTests.Views(other).positions)
    )
    return before.symmetricDifference(after).map { "\($0)" }.sorted()
  }

  /// Saying a thing twice changes nothing but dates and counts.
  static func changedByRepetition(
    _ theCase: Case, of place: Int, _ views: LedgerTests.Views
  ) throws -> [String] {
    var other = theCase
    var again = theCase.statements[place]
    again.id = "again"
    other.statements.append(again)
    return try otherwise(views, LedgerTests.Views(other))
  }

  /// Renaming ids changes nothing.
  static func changedByNames(_ theCase: Case, _ views: LedgerTests.Views) throws -> [String] {
    var other = theCase
    for place in other.statements.indices {
      other.statements[place].id = Case.Statement.ID("z-\(999 - place)")
    }
    return try otherwise(views, LedgerTests.Views(other))
  }

  /// Views that say otherwise, dates, counts and names aside.
  private static func otherwise(_ a: LedgerTests.Views, _ b: LedgerTests.Views) -> [String] {
    [
      standing(a.positions) == standing(b.positions) ? nil : "positions",
      a.convergence.rows.map(\.state) == b.convergence.rows.map(\.state) ? nil : "convergence",
      a.preconditions.edges.map(\.state) == b.preconditions.edges.map(\.state)
        ? nil : "preconditions",
      a.changes.changes.map(\.kinds) == b.changes.changes.map(\.kinds) ? nil : "changes",
    ].compactMap(\.self)
  }

  /// No line without evidence or a named analyst: lines that rest on nothing, or on what is not in the
  /// case.
  static func unsupported(_ theCase: Case, _ views: LedgerTests.Views) -> [String] {
    let known = Set(theCase.statements.map(\.id))
    var found: [String] = []
    func check(_ line: String, _ evidence: [Case.Statement.ID], basis: Who? = nil) {
      if evidence.isEmpty && basis == nil || !known.isSuperset(of: evidence) { found.append(line) }
    }
    for row in views.positions.rows {
      for cell in row.cells {
        for answer in cell.answers {
          check("\(row.issue) \(cell.party) \(answer.answer)", answer.decidedBy)
        }
      }
    }
    for change in views.changes.changes {
      check(
        "change \(change.issue) \(change.party)",
        (change.before + change.after).map(\.statement))
    }
    for sign in views.changes.possibleMoves where sign.words.isEmpty || sign.against.isEmpty {
      found.append("possible move \(sign.issue) \(sign.party)")
    }
    for line in views.convergence.rows {
      for answer in line.answers {
        check("convergence \(line.issue) \(answer.answer)", answer.statements)
      }
    }
    for edge in views.preconditions.edges {
      check("condition \(edge.id)", edge.statements)
      if let closing = edge.closing {
        check("end of condition \(edge.id)", closing.statements, basis: closing.basis)
      }
    }
    return found
  }
}
