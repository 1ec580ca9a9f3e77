internal import CaseModel

/// What the statements of a case assert, by issue.
struct AssertionTable {
  /// By the issue's place in the case, each in the order of the case.
  private(set) var byIssue: [[Assertion]]
  /// By issue, the places of the statements that leave it open or say that it is not known.
  private(set) var undecided: [[Int]]

  /// - Complexity: O(statements), and for a reply the length of the chain of replies before it.
  init(_ filtered: FilteredCase) {
    var byIssue = [[Assertion]](repeating: [], count: filtered.theCase.issues.count)
    var undecided = [[Int]](repeating: [], count: byIssue.count)
    var numbers = [AnswerNumbers](repeating: AnswerNumbers(), count: byIssue.count)
    var times = TimeNumbers()
    var reporters = ReporterNumbers(sources: filtered.theCase.sources.count)
    filtered.theCase.statements.withUnsafeBufferPointer { statements in
      for (place, facts) in filtered.facts.enumerated() {
        // What an author makes of a change is set against the party's words alone.
        guard facts.time != .out,
          statements[place].change == nil
            || (statements[place].change == .reaffirmed && statements[place].of.isEmpty)
        else { continue }
        let (given, isFor): ([(issue: Int, answer: Answer)], Bool?)
        switch statements[place].about {
        case .issue(_, let answer)?:
          guard let asked = facts.issue else { continue }
          let holds = Self.isFor(statements[place].act, statements[place].stance)
          (given, isFor) = ([(asked, answer)], holds)
        case .draft(let id, let clause?)?:
          let holds = Self.isFor(statements[place].act, statements[place].stance)
          let answers = Self.answers(statements[place], holds, id, clause, filtered)
          if answers.isEmpty { continue }
          (given, isFor) = (answers, holds)
        case .statement(let id)?:
          guard let agrees = Self.agrees(statements[place].act),
            let account = Self.account(id, agrees, filtered)
          else { continue }
          (given, isFor) = ([(account.issue, account.answer)], account.isFor)
        default: continue
        }
        for (issue, answer) in given {
          if isFor == nil,
            statements[place].stance == .unclear || statements[place].stance == .open
          {
            undecided[issue].append(place)
          }
          let answers = numbers[issue].answered(answer)
          if answers.isEmpty { continue }
          let reporter = reporters.number(
            source: statements[place].source, at: facts.source, via: statements[place].via)
          let terms = numbers[issue].terms(statements[place].requires)
          let isDoubted =
            statements[place].doubted != nil || statements[place].credibility == .improbable
          for answered in answers {
            byIssue[issue].append(
              Assertion(
                position: place, answer: answered, number: numbers[issue].number(of: answered),
                scale: numbers[issue].scale(of: answered), isFor: isFor, isDoubted: isDoubted,
                said: facts.said, at: statements[place].at, act: statements[place].act,
                reporter: reporter, time: facts.said.map { times.number($0) } ?? -1,
                terms: terms))
          }
        }
      }
    }
    self.byIssue = byIssue
    self.undecided = undecided
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
        filtered.facts[place].time != .out
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

/// The answers of one issue, numbered as they come.
private struct AnswerNumbers {
  private var options: [Slug: Int] = [:]
  private var values: [Assertion.Answered: Int] = [:]
  private var names: [Slug: Int] = [:]
  private var units: [String: Int] = [:]
  private var asked: [String: Int] = [:]

  /// What is asked for an answer, before it, in exchange or for the case that it comes about.
  mutating func terms(_ requires: [Requirement]) -> Int {
    if requires.isEmpty { return 0 }
    let key = requires.map { requirement in
      let stance = requirement.stance.map { " \($0.rawValue)" } ?? ""
      let party = requirement.party.map { " \($0.raw)" } ?? ""
      return "\(requirement.step.id)\(party)\(stance)"
    }.sorted().joined(separator: "; ")
    if let number = asked[key] { return number }
    asked[key] = asked.count + 1
    return asked.count
  }

  mutating func answered(_ answer: Answer) -> [Assertion.Answered] {
    switch answer {
    case .none, .any: return []
    case .options(let options):
      return options.count == 1 ? [.option(options[0])] : options.map { .option($0) }
    case .value(.quantity(let quantity)): return [.quantity(NumberInterval(quantity), quantity)]
    case .value(.date(let date)): return [.date(date.value)]
    case .value(.set(let set)):
      let contents = SetContents(set) { name in
        if let number = names[name] { return number }
        names[name] = names.count
        return names.count - 1
      }
      return [.set(set.inOrder, contents)]
    }
  }

  mutating func scale(of answer: Assertion.Answered) -> Int {
    switch answer {
    case .option: return 0
    case .set: return 1
    case .date: return 2
    case .quantity(_, let quantity):
      guard let unit = quantity.unit else { return 3 }
      if let number = units[unit] { return number }
      units[unit] = 4 + units.count
      return 3 + units.count
    }
  }

  mutating func number(of answer: Assertion.Answered) -> Int {
    let next = options.count + values.count
    if case .option(let id) = answer {
      if let number = options[id] { return number }
      options[id] = next
      return next
    }
    if let number = values[answer] { return number }
    values[answer] = next
    return next
  }
}

/// The same number for the very same dates.
private struct TimeNumbers {
  private struct Span: Hashable {
    let begins: Int64
    let ends: Int64
  }

  private var numbers: [Span: Int] = [:]

  mutating func number(_ date: EDTFDate) -> Int {
    let span = Span(begins: date.begins, ends: date.ends)
    if let number = numbers[span] { return number }
    numbers[span] = numbers.count
    return numbers.count - 1
  }
}

/// Sources and the reporters in between, numbered; a source alone by its place.
private struct ReporterNumbers {
  private struct Chain: Hashable {
    let source: Case.Source.ID
    let via: [Case.Actor.ID]
  }

  let sources: Int
  private var chains: [Chain: Int] = [:]

  init(sources: Int) { self.sources = sources }

  mutating func number(
    source: Case.Source.ID, at place: Int?, via: [Case.Actor.ID]
  ) -> Int {
    if let place, via.isEmpty { return place }
    let chain = Chain(source: source, via: via)
    if let number = chains[chain] { return number }
    chains[chain] = sources + chains.count
    return sources + chains.count - 1
  }
}

extension MemberSet {
  /// The same for the same set: in order and once.
  fileprivate var inOrder: MemberSet {
    let plain = withoutExceptions
    return MemberSet(plain.members.inOrder, open: open, except: plain.except.inOrder)
  }
}

extension [Slug] {
  fileprivate var inOrder: [Slug] { count < 2 ? self : Set(self).sorted() }
}
