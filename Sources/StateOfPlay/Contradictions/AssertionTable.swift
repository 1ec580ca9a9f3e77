internal import CaseModel

/// What the statements of a case assert, by issue.
struct AssertionTable {
  /// By the issue's place in the case, each in the order of the case.
  private(set) var byIssue: [[Assertion]]
  /// By issue, the places of the statements that leave it open or say that it is not known.
  private(set) var undecided: [[Int]]
  /// By issue, whether it is as in the case before, of which this is the next.
  private(set) var isKept: [Bool]
  private var times = TimeNumbers()
  private var reporters: ReporterNumbers
  /// The statements looked up by their ids.
  private var restsOn: Set<String> = []

  /// - Complexity: O(statements), and for a reply the length of the chain of replies before it.
  init(_ filtered: FilteredCase) {
    let count = filtered.theCase.issues.count
    byIssue = [[Assertion]](repeating: [], count: count)
    undecided = [[Int]](repeating: [], count: count)
    isKept = [Bool](repeating: false, count: count)
    reporters = ReporterNumbers(sources: filtered.theCase.sources.count)
    let looked = Consulted()
    var numbers = [AnswerNumbers](repeating: AnswerNumbers(), count: count)
    lay(filtered.facts.indices, &numbers, FilteredCase(filtered, noting: looked))
    restsOn = looked.statements
  }

  /// The table of the next case; nil where the edit reaches more than the issues of the statements in
  /// which the cases differ.
  ///
  /// - Complexity: O(statements on these issues); where others stand elsewhere, O(statements on issues).
  init?(
    _ filtered: FilteredCase, after before: AssertionTable, of old: FilteredCase,
    _ edit: StatementEdit
  ) {
    guard edit.isApart(from: PartyStatementTable.ofOthers, old, filtered),
      !edit.ids.contains(where: { before.restsOn.contains($0.raw) })
    else { return nil }
    self = before
    isKept = [Bool](repeating: true, count: byIssue.count)
    let touched = Set(
      edit.before.compactMap { old.facts[$0].issue }
        + edit.after.compactMap { filtered.facts[$0].issue }
    ).sorted()
    for issue in touched { isKept[issue] = false }
    if !edit.keepsPlaces {
      for issue in byIssue.indices where isKept[issue] {
        for place in byIssue[issue].indices {
          guard let moved = edit.place(of: byIssue[issue][place].position) else { return nil }
          byIssue[issue][place].position = moved
        }
        undecided[issue] = undecided[issue].compactMap { edit.place(of: $0) }
      }
    }
    var numbers = [AnswerNumbers](repeating: AnswerNumbers(), count: byIssue.count)
    for issue in touched {
      let known = byIssue[issue].map(\.position) + undecided[issue]
      let places = Set(known.compactMap { edit.place(of: $0) }).union(edit.after).sorted()
      (byIssue[issue], undecided[issue]) = ([], [])
      lay(places, only: issue, &numbers, filtered)
    }
  }

  /// Lays out what the statements at `places` assert, in this order.
  ///
  /// - Parameter only: an issue to which alone something is added.
  private mutating func lay(
    _ places: some Sequence<Int>, only: Int? = nil, _ numbers: inout [AnswerNumbers],
    _ filtered: FilteredCase
  ) {
    for place in places {
      let (statement, facts) = (filtered.theCase.statements[place], filtered.facts[place])
      // What an author makes of a change is set against the party's words alone.
      guard filtered.isShown(facts),
        statement.change == nil || (statement.change == .reaffirmed && statement.of.isEmpty)
      else { continue }
      let (given, isFor): ([(issue: Int, answer: Answer)], Bool?)
      switch statement.about {
      case .issue(_, let answer)?:
        guard let asked = facts.issue else { continue }
        (given, isFor) = ([(asked, answer)], Self.isFor(statement.act, statement.stance))
      case .draft(let id, let clause?)?:
        let holds = Self.isFor(statement.act, statement.stance)
        let answers = Self.answers(statement, holds, id, clause, filtered)
        if answers.isEmpty { continue }
        (given, isFor) = (answers, holds)
      case .statement(let id)?:
        guard let agrees = Self.agrees(statement.act),
          let account = Self.account(id, agrees, filtered)
        else { continue }
        (given, isFor) = ([(account.issue, account.answer)], account.isFor)
      default: continue
      }
      for (issue, answer) in given where only == nil || issue == only {
        if isFor == nil, statement.stance == .unclear || statement.stance == .open {
          undecided[issue].append(place)
        }
        let answers = numbers[issue].answered(answer)
        if answers.isEmpty { continue }
        let reporter = reporters.number(
          source: statement.source, at: facts.source, via: statement.via)
        let terms = numbers[issue].terms(statement.requires)
        let isDoubted = statement.doubted != nil || statement.credibility == .improbable
        for answered in answers {
          byIssue[issue].append(
            Assertion(
              position: place, answer: answered, number: numbers[issue].number(of: answered),
              scale: numbers[issue].scale(of: answered), isFor: isFor, isDoubted: isDoubted,
              said: facts.said, at: statement.at, act: statement.act,
              reporter: reporter, time: facts.said.map { times.number($0) } ?? -1,
              terms: terms))
        }
      }
    }
  }

  /// An answer to one clause of a text, as one to what the clause would settle. What the text
  /// says, and how it is read, is no one's answer; and to refuse a clause on several things
  /// refuses none of them.
  private static func answers(
    _ statement: Case.Statement, _ holds: Bool?, _ draft: Case.Draft.ID, _ clause: Slug,
    _ filtered: FilteredCase
  ) -> [(issue: Int, answer: Answer)] {
    let isAnswer =
      switch statement.act {
      case .accept, .reject, .propose, .offer, .commit, .concede, .condition, .takeNote: true
      default: statement.stance != nil
      }
    guard isAnswer,
      let subjects = filtered.index.draft(draft)?.clauses.first(where: { $0.id == clause })?
        .subjects.filter({ $0.issue != nil }),
      holds != false || subjects.count == 1
    else { return [] }
    return subjects.compactMap { subject in
      guard case .issue(let id, let answer) = subject, let issue = filtered.index.place(of: id),
        filtered.theCase.issues[issue].kind == .negotiable
      else { return nil }
      return (issue, answer)
    }
  }

  /// What a reply asserts that agrees with the statement `id`, or does not: on a question of fact, that
  /// what was said is so or not so.
  private static func account(
    _ id: Case.Statement.ID, _ agrees: Bool, _ filtered: FilteredCase
  ) -> (issue: Int, answer: Answer, isFor: Bool)? {
    var (next, agrees) = (id, agrees)
    // A circle of replies ends here, too.
    for _ in 0..<16 {
      guard let place = filtered.index.position(.statements, next.raw),
        filtered.isShown(filtered.facts[place])
      else { return nil }
      let other = filtered.theCase.statements[place]
      switch other.about {
      case .issue(_, let answer)?:
        guard let issue = filtered.facts[place].issue, other.change == nil,
          filtered.theCase.issues[issue].kind == .factual,
          let holds = isFor(other.act, other.stance)
        else { return nil }
        return (issue, answer, holds == agrees)
      case .statement(let id)?:
        guard let before = Self.agrees(other.act) else { return nil }
        (next, agrees) = (id, agrees == before)
      default: return nil
      }
    }
    return nil
  }

  /// A reply confirms what it is about, or denies it; nil where it does neither.
  private static func agrees(_ reply: Case.Statement.Act) -> Bool? {
    switch reply {
    case .confirm: true
    case .deny, .reject: false
    default: nil
    }
  }

  /// Whether a statement holds its answer to be so; nil where it says neither.
  private static func isFor(
    _ act: Case.Statement.Act, _ stance: Case.Statement.Stance?
  ) -> Bool? {
    switch stance {
    case .for: return true
    case .against: return false
    case .open, .unclear: return nil
    case nil: break
    }
    switch act {
    case .state, .confirm, .accuse, .assess, .accept, .propose, .demand, .offer, .commit, .concede:
      return true
    case .deny, .reject: return false
    case .condition, .withdraw, .threaten, .takeNote, .silent, .ask: return nil
    }
  }
}
