package import CaseModel
package import Foundations

/// What would follow if a party accepted an answer to an issue: for how near the parties are, for the
/// conditions that others set, and, where an analyst made a scenario or a conflict with the answer, for
/// the packages that all could accept and the outcomes that would hold.
package struct SuppositionView: Sendable, Hashable, Codable {
  package var party: Case.Actor.ID
  package var issue: Case.Issue.ID
  /// An option's id, or the key of a number, a date or a set that someone named.
  package var option: String
  /// The answer in words.
  package var title: String
  /// How near the parties are, on the issue itself first and then wherever else it would change.
  package var convergence: [IssueChange]
  package var settlements: [Settlement]
  package var preconditions: Preconditions
  package var conflicts: [Conflict]

  /// The id of the statement that is supposed; no entry of a case has it, as ids have no blanks.
  static let supposed: Case.Statement.ID = "supposed acceptance"

  /// How near the parties are on an issue now, and if the answer were accepted.
  package struct IssueChange: Sendable, Hashable, Codable {
    package var issue: Case.Issue.ID
    package var title: String
    package var before: Nearness
    package var after: Nearness

    /// How near, and the answers on which that rests, in words.
    package struct Nearness: Sendable, Hashable, Codable {
      /// Among those who have spoken, where some have not.
      package var state: ConvergenceView.State
      package var answers: [String]
      /// Parties of which no statement on the issue is on record.
      package var silent: [Case.Actor.ID]
    }
  }

  /// One scenario that has the answer.
  package struct Settlement: Sendable, Hashable, Codable {
    package var before: SettlementView
    package var after: SettlementView
    /// The party's red lines that rule the answer out, by id and in words; they are taken as given up.
    package var givenUp: [RedLine]
    /// Of the scenario, what stands for the issue and the answer.
    package var issueName: String
    package var optionName: String
  }

  package struct RedLine: Sendable, Hashable, Codable {
    package var id: String
    package var words: String
  }

  package struct Preconditions: Sendable, Hashable, Codable {
    /// Conditions that the acceptance would meet, by the numbers of the list of conditions.
    package var met: [PreconditionsView.EdgeID]
    /// Conditions of the party's own for the answer, which it would no longer set.
    package var dropped: [PreconditionsView.EdgeID]
    package var sentences: [PreconditionsView.EdgeID: String]
    package var deadlocksBefore: Int
    package var deadlocksAfter: Int
    /// Steps that nothing on record would hold back any longer.
    package var freed: [String]
  }

  /// One conflict in which the party decides and that has an option for the answer.
  package struct Conflict: Sendable, Hashable, Codable {
    package var conflict: Case.Conflict.ID
    package var title: String
    package var maker: String
    package var option: String
    package var result: StabilityView.WhatIf
  }
}

/// See ``SuppositionView``.
///
/// - Parameter answer: an option's id, or the key of a value that someone named.
/// - Throws: what `checkpoint` throws; a scenario or conflict that cannot be meant is left out.
/// - Complexity: that of each scenario twice, of each conflict once, of the conditions, and of the
///   positions twice.
package func supposition(
  _ theCase: Case, _ lens: Lens = Lens(), that party: Case.Actor.ID, accepts answer: String,
  on issue: Case.Issue.ID, conditions: PreconditionsView, checkpoint: Checkpoint = Checkpoint()
) throws -> SuppositionView {
  let cut = theCase.cut(by: lens)
  let option = Slug(answer)
  var view = SuppositionView(
    party: party, issue: issue, option: answer, title: answer, convergence: [], settlements: [],
    preconditions: .init(conditions), conflicts: [])
  let step = view.supposePositions(theCase, lens)
  for scenario in cut.scenarios {
    guard let changed = scenario.supposing(party, accepts: option, on: issue) else { continue }
    var questions = SettlementQuestions()
    (questions.draws, questions.flips) = (0, false)
    var other = theCase
    guard let place = other.scenarios.firstIndex(where: { $0.id == scenario.id }) else { continue }
    other.scenarios[place] = changed.scenario
    func calculated(_ theCase: Case) throws -> SettlementView {
      try SettlementTable(theCase, lens, scenario: scenario.id, namingOmitted: false)
        .view(asking: questions, checkpoint: checkpoint)
    }
    do {
      view.settlements.append(
        .init(
          before: try calculated(theCase), after: try calculated(other),
          givenUp: changed.givenUp, issueName: changed.issue, optionName: changed.option))
    } catch is ModelError {
      continue
    }
  }
  let standing = conditions.edges.filter(\.state.stands)
  try view.preconditions.suppose(
    // Conditions that wait for the answer are met on this party's part, and its own for it fall away.
    met: standing.filter { $0.awaited == step && $0.holder != party },
    dropped: standing.filter { $0.step == step && $0.holder == party },
    conditions, theCase, lens, checkpoint)
  for conflict in cut.conflicts {
    guard let asked = conflict.asking(party, accepts: option, on: issue) else { continue }
    var questions = StabilityQuestions()
    questions.whatIf = [.wants(maker: asked.maker, formula: asked.option)]
    do {
      let result = try stability(
        theCase, lens, conflict: conflict.id, asking: questions, checkpoint: checkpoint)
      guard let whatIf = result.whatIf else { continue }
      view.conflicts.append(
        .init(
          conflict: conflict.id, title: conflict.title, maker: asked.maker, option: asked.option,
          result: whatIf))
    } catch is ModelError {
      continue
    }
  }
  return view
}

extension SuppositionView {
  /// How near the parties are, by the record and with one more statement in it.
  /// - Returns: the step that the answer is.
  fileprivate mutating func supposePositions(
    _ theCase: Case, _ lens: Lens
  ) -> PreconditionsView.StepID {
    let lens = lens.withoutRows
    let filtered = FilteredCase(theCase, lens)
    let table = Ledger(filtered).table
    guard let row = filtered.index.place(of: issue).flatMap({ table.rowOf[$0] }),
      case .issue(_, let answer)? = table.rows[row].step(named: option)
    else { return Step.issue(issue, .options([Slug(option)])).id }
    title = table.rows[row].answers.first { $0.id == option }?.title ?? option
    let other = theCase.withAcceptance(by: party, of: answer, to: issue, filtered)
    let before = StateOfPlay.convergence(theCase, lens).rows
    let after = StateOfPlay.convergence(other, lens).rows
    func nearness(_ line: ConvergenceView.Line) -> IssueChange.Nearness {
      .init(
        state: line.among ?? line.state, answers: line.answers.map(\.title),
        silent: line.among != nil || line.state == .noEvidence ? line.silent : [])
    }
    let changes = before.compactMap { old -> IssueChange? in
      guard let new = after.first(where: { $0.issue == old.issue }) else { return nil }
      let change = IssueChange(
        issue: old.issue, title: old.title, before: nearness(old), after: nearness(new))
      return old.issue == issue || change.before != change.after ? change : nil
    }
    convergence = changes.filter { $0.issue == issue } + changes.filter { $0.issue != issue }
    return Step.issue(issue, answer).id
  }
}

extension Case.Scenario {
  /// The scenario in which a party takes nothing but the answer; nil where the scenario has not both.
  fileprivate func supposing(
    _ party: Case.Actor.ID, accepts option: Slug, on issue: Case.Issue.ID
  ) -> (
    scenario: Case.Scenario, givenUp: [SuppositionView.RedLine], issue: String, option: String
  )? {
    guard let line = issues.first(where: { $0.issue == issue }),
      let name = line.id ?? line.issue.map({ Slug($0.raw) }),
      let answer = line.options.first(where: { ($0.option ?? $0.id) == option }),
      let place = parties.firstIndex(where: { $0.actors.contains(party) })
    else { return nil }
    var changed = self
    var givenUp: [SuppositionView.RedLine] = []
    for (number, redLine) in parties[place].redLines.enumerated() {
      guard let tests = try? Formula(redLine.never).tests,
        tests.contains(where: { $0.issue == name && $0.option == answer.id.raw })
      else { continue }
      // A red line that rules out nothing keeps the numbers of those after it.
      changed.parties[place].redLines[number].never =
        "\(name)=\(answer.id) and \(name)!=\(answer.id)"
      givenUp.append(
        .init(
          id: "\(parties[place].id).redline.\(number + 1)", words: redLine.title ?? redLine.never))
    }
    changed.parties[place].redLines.append(RedLine(never: "\(name)!=\(answer.id)"))
    return (changed, givenUp, name.raw, answer.id.raw)
  }
}

extension Case.Conflict {
  /// The decision maker who is the party, and the option that is the answer; nil where the conflict has
  /// not both.
  fileprivate func asking(
    _ party: Case.Actor.ID, accepts option: Slug, on issue: Case.Issue.ID
  ) -> (maker: String, option: String)? {
    guard let maker = decisionMakers.first(where: { $0.actors.contains(party) }) else { return nil }
    let found = options.filter { line in
      guard case .issue(issue, .options(let answers))? = line.about else { return false }
      return answers.contains(option)
    }
    let own = found.first { $0.owners.contains(maker.id) } ?? found.first
    return own.map { (maker.id.raw, $0.id.raw) }
  }
}
