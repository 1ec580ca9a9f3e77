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

  /// What is taken to follow, for display with the view; the same for every case.
  package static let rule = """
    Every option of an issue can be supposed to be accepted, and every number, date and set that someone \
    named, whether of the issue itself, in a condition on another step, or in a text, a milestone or a \
    promise. A condition is met, on the part of the party that accepts, by the answer that it awaits; one \
    that awaits a number, a date or a set is met by whatever lies within it, or is better by what its \
    holder wants. The party's own conditions on an answer that is met in this way fall away. A scenario \
    has the answer where it has the option, an option with the title of the number, date or set or with \
    the id that drafting gives it, or a range in which the number lies.
    """

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
  let ledger = Ledger(FilteredCase(theCase, lens.withoutRows))
  let step =
    ledger.namedAnswers(on: issue).first { $0.answer == answer }
    ?? .issue(issue, .options([Slug(answer)]))
  let names = AnswerNames(step, ledger)
  var view = SuppositionView(
    party: party, issue: issue, option: answer,
    title: step.answerTitle(ledger.filtered.index) ?? answer, convergence: [], settlements: [],
    preconditions: .init(conditions), conflicts: [])
  view.supposePositions(theCase, ledger.filtered, step)
  for scenario in cut.scenarios {
    guard let changed = scenario.supposing(party, accepts: names, on: issue) else { continue }
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
  let standing = conditions.edges.filter {
    $0.state.stands && $0.stance != .against && ledger.allConditions.indices.contains($0.id - 1)
  }
  try view.preconditions.suppose(
    // Conditions that wait for the answer are met on this party's part, and its own for it fall away.
    met: standing.filter { edge in
      edge.holder != party
        && ledger.steps.isMet(
          ledger.allConditions[edge.id - 1].awaited, by: step, for: edge.holder)
    },
    dropped: standing.filter { edge in
      edge.holder == party
        && ledger.steps.isMet(ledger.allConditions[edge.id - 1].step, by: step, for: party)
    },
    conditions, theCase, lens, checkpoint)
  for conflict in cut.conflicts {
    guard let asked = conflict.asking(party, accepts: step) else { continue }
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
  fileprivate mutating func supposePositions(
    _ theCase: Case, _ filtered: FilteredCase, _ step: Step
  ) {
    guard case .issue(_, let answer) = step, filtered.index.issue(issue)?.kind == .negotiable
    else { return }
    let lens = filtered.lens
    let other = theCase.withAcceptance(by: party, of: answer, to: issue, filtered)
    let before = StateOfPlay.convergence(theCase, lens).rows
    let after = StateOfPlay.convergence(other, lens).rows
    func nearness(_ line: ConvergenceView.Line) -> IssueChange.Nearness {
      .init(
        state: line.among ?? line.state, answers: line.answers.map(\.title),
        silent: line.among != nil || line.state == .noEvidence ? line.silent : [])
    }
    let changes = after.compactMap { new -> IssueChange? in
      // On an issue that no one has spoken of there is no line yet.
      let old =
        before.first { $0.issue == new.issue }.map(nearness)
        ?? .init(state: .noEvidence, answers: [], silent: new.parties)
      let change = IssueChange(
        issue: new.issue, title: new.title, before: old, after: nearness(new))
      return new.issue == issue || change.before != change.after ? change : nil
    }
    convergence = changes.filter { $0.issue == issue } + changes.filter { $0.issue != issue }
  }
}

extension Case.Scenario {
  /// The scenario in which a party takes nothing but the answer; nil where the scenario has not both.
  fileprivate func supposing(
    _ party: Case.Actor.ID, accepts names: AnswerNames, on issue: Case.Issue.ID
  ) -> (
    scenario: Case.Scenario, givenUp: [SuppositionView.RedLine], issue: String, option: String
  )? {
    guard let place = parties.firstIndex(where: { $0.actors.contains(party) }),
      let (line, answer) = issues.lazy.compactMap({ line in
        line.issue == issue ? names.choice(in: line).map { (line, $0) } : nil
      }).first
    else { return nil }
    let name = line.name
    var changed = self
    var givenUp: [SuppositionView.RedLine] = []
    for (number, redLine) in parties[place].redLines.enumerated() {
      guard let tests = try? Formula(redLine.never).tests,
        tests.contains(where: { $0.issue == name && $0.option == answer })
      else { continue }
      // A red line that rules out nothing keeps the numbers of those after it.
      changed.parties[place].redLines[number].never =
        "\(name)=\(answer) and \(name)!=\(answer)"
      givenUp.append(
        .init(
          id: "\(parties[place].id).redline.\(number + 1)", words: redLine.title ?? redLine.never))
    }
    changed.parties[place].redLines.append(RedLine(never: "\(name)!=\(answer)"))
    return (changed, givenUp, name.raw, answer)
  }
}

extension Case.Conflict {
  /// The decision maker who is the party, and the option that is the answer; nil where the conflict has
  /// not both.
  fileprivate func asking(
    _ party: Case.Actor.ID, accepts step: Step
  ) -> (maker: String, option: String)? {
    guard let maker = decisionMakers.first(where: { $0.actors.contains(party) }) else { return nil }
    let found = options.filter { line in
      guard case .issue(let issue, let answer)? = line.about, issue == step.issue else {
        return false
      }
      return switch answer {
      case .options(let answers): answers.contains { $0.raw == step.answer }
      case .value(let value): value.key == step.answer
      case .any, .none: false
      }
    }
    let own = found.first { $0.owners.contains(maker.id) } ?? found.first
    return own.map { (maker.id.raw, $0.id.raw) }
  }
}
