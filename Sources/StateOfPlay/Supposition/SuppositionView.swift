package import CaseModel

/// What would follow if a party accepted an answer to an issue: for the packages that all could accept,
/// for the conditions that others set, and for the outcomes that would hold.
package struct SuppositionView: Sendable, Hashable, Codable {
  package var party: Case.Actor.ID
  package var issue: Case.Issue.ID
  package var option: String
  package var settlements: [Settlement]
  package var preconditions: Preconditions
  package var conflicts: [Conflict]

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
/// - Throws: what `checkpoint` throws; a scenario or conflict that cannot be meant is left out.
/// - Complexity: that of each scenario twice, of each conflict once, and of the conditions.
package func supposition(
  _ theCase: Case, _ lens: Lens = Lens(), that party: Case.Actor.ID, accepts option: Slug,
  on issue: Case.Issue.ID, conditions: PreconditionsView, checkpoint: Checkpoint = Checkpoint()
) throws -> SuppositionView {
  let cut = theCase.cut(by: lens)
  var view = SuppositionView(
    party: party, issue: issue, option: option.raw, settlements: [],
    preconditions: .init(
      met: [], dropped: [], sentences: [:], deadlocksBefore: conditions.deadlocks.count,
      deadlocksAfter: conditions.deadlocks.count, freed: []), conflicts: [])
  for scenario in cut.scenarios {
    guard let changed = scenario.supposing(party, accepts: option, on: issue) else { continue }
    var questions = SettlementQuestions()
    (questions.draws, questions.flips) = (0, false)
    var other = theCase
    guard let place = other.scenarios.firstIndex(where: { $0.id == scenario.id }) else { continue }
    other.scenarios[place] = changed.scenario
    do {
      view.settlements.append(
        .init(
          before: try settlement(
            theCase, lens, scenario: scenario.id, asking: questions, checkpoint: checkpoint),
          after: try settlement(
            other, lens, scenario: scenario.id, asking: questions, checkpoint: checkpoint),
          givenUp: changed.givenUp, issueName: changed.issue, optionName: changed.option))
    } catch is ModelFault {
      continue
    }
  }
  try view.suppose(conditions, cut, theCase, lens, checkpoint)
  for conflict in cut.conflicts {
    guard let asked = conflict.asking(party, accepts: option, on: issue) else { continue }
    var questions = StabilityQuestions()
    questions.whatIf = ["\(asked.maker): \(asked.option)"]
    do {
      let result = try stability(
        theCase, lens, conflict: conflict.id, asking: questions, checkpoint: checkpoint)
      guard let whatIf = result.whatIf else { continue }
      view.conflicts.append(
        .init(
          conflict: conflict.id, title: conflict.title, maker: asked.maker, option: asked.option,
          result: whatIf))
    } catch is ConflictFault {
      continue
    }
  }
  return view
}

extension SuppositionView {
  /// Conditions that wait for the answer are met on this party's part, and its own for it fall away.
  fileprivate mutating func suppose(
    _ conditions: PreconditionsView, _ cut: Case, _ theCase: Case, _ lens: Lens,
    _ checkpoint: Checkpoint
  ) throws {
    let step = "issue/\(issue)/\(option)"
    for edge in conditions.edges where edge.state.stands {
      if edge.awaited == step, edge.holder != party {
        preconditions.met.append(edge.id)
      } else if edge.step == step, edge.holder == party {
        preconditions.dropped.append(edge.id)
      } else {
        continue
      }
      preconditions.sentences[edge.id] = edge.sentence
    }
    let waived = Set(preconditions.met + preconditions.dropped)
    guard !waived.isEmpty else { return }
    let after = try StateOfPlay.preconditions(
      theCase, lens, waiving: waived, checkpoint: checkpoint)
    preconditions.deadlocksAfter = after.deadlocks.count
    func isHeld(_ step: PreconditionsView.StepID, _ view: PreconditionsView) -> Bool {
      view.edges.contains { $0.step == step && $0.kind == .before && $0.state.stands }
    }
    preconditions.freed = after.steps.filter {
      $0.taken == nil && isHeld($0.id, conditions) && !isHeld($0.id, after)
    }.map(\.title)
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
