internal import CaseModel

/// Assertions as the sides of a contradiction, in words.
struct ContradictionSides {
  let filtered: FilteredCase
  private let verdicts: [Case.Statement.ID: [Int]]

  /// Those who say the same.
  struct Answering {
    let members: [Assertion]
    /// The act, where it distinguishes the sides.
    let act: Case.Statement.Act?
  }

  init(_ filtered: FilteredCase) {
    self.filtered = filtered
    var verdicts: [Case.Statement.ID: [Int]] = [:]
    for (position, verdict) in filtered.theCase.verdicts.enumerated() {
      for id in verdict.statements { verdicts[id, default: []].append(position) }
    }
    self.verdicts = verdicts
  }

  /// By answer and stance, and by act where wanted, in order of first use.
  static func answering(_ assertions: [Assertion], byAct: Bool = false) -> [Answering] {
    struct Key: Hashable {
      let number: Int
      let isFor: Bool?
      let act: Case.Statement.Act?
    }
    var found: [(act: Case.Statement.Act?, members: [Assertion])] = []
    var places: [Key: Int] = [:]
    for one in assertions {
      let act = byAct ? one.act : nil
      let key = Key(number: one.number, isFor: one.isFor, act: act)
      if let place = places[key] {
        found[place].members.append(one)
      } else {
        places[key] = found.count
        found.append((act, [one]))
      }
    }
    return found.map { Answering(members: $0.members, act: $0.act) }
  }

  func sides(
    _ assertions: [Assertion], _ issue: Case.Issue, byAct: Bool = false
  ) -> [ContradictionsView.Side] {
    Self.answering(assertions, byAct: byAct).map { side($0, issue) }
  }

  func side(_ answering: Answering, _ issue: Case.Issue) -> ContradictionsView.Side {
    let title = answering.members.first.map { words($0, issue) } ?? ""
    // What is left open is that, by whatever act.
    let isOpen =
      answering.act != nil
      && answering.members.allSatisfy { filtered.theCase.statements[$0.position].stance == .open }
    var seen: Set<Int> = []
    return ContradictionsView.Side(
      answer: isOpen ? "\(title) (left open)" : title, act: isOpen ? nil : answering.act,
      isDenied: answering.members.first?.isFor == false,
      statements: answering.members.filter { seen.insert($0.position).inserted }.map(reporter))
  }

  private func words(_ assertion: Assertion, _ issue: Case.Issue) -> String {
    switch assertion.answer {
    case .option(let id): issue.options.first { $0.id == id }?.title ?? id.raw
    case .quantity(_, let quantity): quantity.words
    case .date(let date): date.words
    case .set(let set, _): AnswerValue.set(set).title(in: issue, filtered.index)
    }
  }

  private func reporter(_ assertion: Assertion) -> ContradictionsView.Reporter {
    reporter(at: assertion.position, said: assertion.said)
  }

  func reporter(at place: Int, said: EDTFDate?) -> ContradictionsView.Reporter {
    filtered.theCase.statements.withUnsafeBufferPointer { statements in
      .init(
        statement: statements[place].id, gist: statements[place].gist,
        speakers: statements[place].speaker, via: statements[place].via,
        source: statements[place].source, said: said,
        isDoubted: statements[place].isDoubted)
    }
  }

  func group(
    _ kind: ContradictionsView.Kind, _ commitment: Case.Commitment,
    _ sides: [ContradictionsView.Side]
  ) -> ContradictionsView.Group {
    let verdict = verdict(on: sides)
    return .init(
      kind: kind, issue: commitment.about?.issue, commitment: commitment.id,
      title: commitment.what, actor: nil, sides: sides, verdict: verdict?.verdict ?? .open,
      reason: verdict?.reason, verdictBy: verdict?.by, verdictEntered: verdict?.entered,
      taken: verdict.flatMap { $0.taken.isEmpty ? nil : $0.taken })
  }

  /// Authors' assessments of one thing.
  func group(
    _ about: Subject, _ sides: [ContradictionsView.Side], _ index: CaseIndex
  ) -> ContradictionsView.Group {
    let verdict = verdict(on: sides)
    return .init(
      kind: .account, issue: about.issue, commitment: nil, title: about.title(index), actor: nil,
      sides: sides, verdict: verdict?.verdict ?? .open, reason: verdict?.reason,
      verdictBy: verdict?.by, verdictEntered: verdict?.entered,
      taken: verdict.flatMap { $0.taken.isEmpty ? nil : $0.taken })
  }

  /// What was said or promised, and that it was not.
  func group(
    _ denial: DeniedStatements.Denial, _ kind: (ContradictionsView.Kind, Case.Actor.ID?),
    _ index: CaseIndex
  ) -> ContradictionsView.Group {
    let first = filtered.theCase.statements[denial.denied[0]]
    let promise = denial.commitment.flatMap { index.commitment($0) }
    let level = promise == nil ? reportedLevel(first, index) : nil
    let answer: String =
      if promise != nil {
        "promised"
      } else if let level {
        levelWords(level, first, index)
      } else if case .draft(let id, let clause)? = first.about {
        answerWords(first, to: id, clause, index) ?? first.gist
      } else if let issue = first.about?.issue {
        first.about?.answerTitle(on: issue, index) ?? first.gist
      } else {
        first.gist
      }
    // To deny or dispute a refusal is not to be for what was refused.
    let isRefusal =
      promise == nil && first.about?.issue != nil && first.stanceRead == .against
    let denied = isRefusal ? "disputed" : promise == nil ? answer : "having promised"
    let sides = [
      (answer, isRefusal, denial.denied), (denied, !isRefusal, denial.denying),
    ].map { words, isDenied, places in
      ContradictionsView.Side(
        answer: words, isDenied: isDenied, level: level,
        statements: places.map { reporter(at: $0, said: filtered.facts[$0].said) })
    }
    let verdict = verdict(on: sides)
    // Of an answer to words, what these were.
    let answered: String? =
      if case .statement(let id)? = first.about { index.statement(id)?.gist } else { nil }
    let kept: String? =
      if case .commitment(let id)? = first.about { index.commitment(id)?.what } else { nil }
    let title =
      promise?.what ?? kept ?? answered ?? first.about?.issue.flatMap { index.issue($0)?.title }
      ?? first.about?.title(index) ?? first.gist
    return .init(
      kind: kind.0, issue: first.about?.issue ?? promise?.about?.issue,
      commitment: denial.commitment, title: title, actor: kind.1, sides: sides,
      verdict: verdict?.verdict ?? .open, reason: verdict?.reason, verdictBy: verdict?.by,
      verdictEntered: verdict?.entered,
      taken: verdict.flatMap { $0.taken.isEmpty ? nil : $0.taken })
  }

  /// What a statement answers to a text or a clause: `Paragraph 4: accepted`; nil where it answers
  /// nothing.
  private func answerWords(
    _ statement: Case.Statement, to id: Case.Draft.ID, _ clause: Slug?, _ index: CaseIndex
  ) -> String? {
    let isAsking = !statement.standingRequirements.isEmpty
    let words: String? =
      switch (statement.stance, statement.act) {
      case (.for?, _): isAsking ? "accepted on a condition" : "accepted"
      case (.against?, _): "rejected"
      case (.open?, _): "left open"
      case (.unclear?, _): nil
      case (nil, .accept), (nil, .condition): isAsking ? "accepted on a condition" : "accepted"
      case (nil, .reject): "rejected"
      case (nil, .propose), (nil, .offer): "put forward"
      case (nil, .withdraw): "withdrawn"
      case (nil, .takeNote): "taken note of"
      default: nil
      }
    guard let words else { return nil }
    guard let clause else { return "\(words) as a whole" }
    let title = index.draft(id)?.clauses.first { $0.id == clause }?.title
    return "\(title ?? clause.raw): \(words)"
  }

  /// What a statement reports or alleges of a promise; nil where it does neither.
  private func reportedLevel(
    _ statement: Case.Statement, _ index: CaseIndex
  ) -> Case.Commitment.Level? {
    guard case .commitment(let id)? = statement.about else { return nil }
    let report = index.commitment(id)?.status.last { report in
      report.level != nil && report.evidence.statements.contains(statement.id)
    }
    return report?.level ?? (statement.act == .accuse ? .breached : nil)
  }

  /// `breached by the Guild`
  private func levelWords(
    _ level: Case.Commitment.Level, _ statement: Case.Statement, _ index: CaseIndex
  ) -> String {
    let by = level == .breached && !statement.of.isEmpty ? " by \(index.running(statement.of))" : ""
    return level.words + by
  }

  func group(
    _ kind: ContradictionsView.Kind, _ issue: Case.Issue, _ actor: Case.Actor.ID?,
    _ sides: [ContradictionsView.Side]
  ) -> ContradictionsView.Group {
    let verdict = verdict(on: sides)
    return .init(
      kind: kind, issue: issue.id, commitment: nil, title: issue.title, actor: actor, sides: sides,
      verdict: verdict?.verdict ?? .open, reason: verdict?.reason, verdictBy: verdict?.by,
      verdictEntered: verdict?.entered,
      taken: verdict.flatMap { $0.taken.isEmpty ? nil : $0.taken })
  }

  /// A verdict is on a group when it names two of its statements at least; the last counts.
  private func verdict(on sides: [ContradictionsView.Side]) -> Case.Verdict? {
    if verdicts.isEmpty { return nil }
    let ids = Set(sides.flatMap(\.statements).map(\.statement))
    let last = ids.flatMap { verdicts[$0] ?? [] }.filter { position in
      filtered.theCase.verdicts[position].statements.count(where: ids.contains) >= 2
    }.max()
    return last.map { filtered.theCase.verdicts[$0] }
  }
}
