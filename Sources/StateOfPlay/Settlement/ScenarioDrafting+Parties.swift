internal import CaseModel
internal import Foundations

/// What each party makes of the options, and what ties them to each other.
extension ScenarioDrafting {
  mutating func party(
    _ actor: Case.Actor.ID, _ issues: [DraftedIssue]
  ) -> Case.Scenario.Party {
    var party = Case.Scenario.Party(id: Slug(actor.raw), actors: [actor])
    party.weights = weights(of: actor, issues)
    for issue in issues {
      let cell = view.rows.first { $0.issue == issue.record }?.cells.first { $0.party == actor }
      var values = NameMap<Case.Scenario.Number>()
      var worth: [DraftedWorth] = []
      let numbers = NamedNumbers(ledger, issue.record)
      let isSilent = cell?.answers.allSatisfy(\.isSuperseded) ?? true
      for option in issue.options {
        let said = cell?.answers.filter { option.answers.contains($0.answer) } ?? []
        let answer = said.first { !$0.isSuperseded } ?? said.first
        let isSaid = answer.map { !$0.isSuperseded && !$0.stances.isEmpty } ?? false
        let refusing = isSaid ? [] : refusingPart(option.answers, issue.record, actor)
        let limit = isSaid ? nil : limit(of: cell, before: option.answers, numbers)
        let required =
          isSilent ? worthByRequirement(option.answers, issue.record, of: actor) : nil
        hasRequirements = hasRequirements || required != nil
        let known = required ?? limit.map { .drafted(beyond: $0) }
        worth.append(
          DraftedWorth(
            number: option.answers.lazy.compactMap { numbers[$0] }.first,
            isSaid: isSaid || known != nil,
            worth: known
              ?? (refusing.isEmpty
                ? .drafted(from: answer, in: cell) : .drafted(refusedWith: refusing))))
        let line =
          redLine(answer, issue, option.id, of: actor)
          ?? beyondRedLine(option.answers, issue, option.id, in: cell)
        if let line { party.redLines.append(line) }
      }
      if let want = filtered.index.issue(issue.record)?.wants[actor] { worth.settle(want) }
      for (option, drafted) in zip(issue.options, worth) {
        values[option.id] = drafted.worth
        if issue.isSingle { values["no"] = drafted.worth.contrary }
      }
      party.values[issue.issue.name] = values
    }
    party.reservation = .drafted(
      0.5, 0.25, 0.75, note: "its alternative to an agreement is not on record")
    party.reservation?.basis = .standard
    return party
  }

  /// A limit that the party itself named, and beyond which all the answers lie.
  private func limit(
    of cell: PositionsView.Cell?, before answers: [String], _ numbers: NamedNumbers
  ) -> PositionsView.OptionPosition? {
    guard !answers.isEmpty else { return nil }
    return cell?.answers.first { position in
      position.isAccepted && position.voice == .own
        && answers.allSatisfy { numbers.excludes(position.answer, $0) }
    }
  }

  /// What answers that are one option are worth to a party that said nothing of them, by what it requires
  /// of the issue for steps elsewhere; nil where they neither meet that nor fall short of it.
  private func worthByRequirement(
    _ answers: [String], _ issue: Case.Issue.ID, of party: Case.Actor.ID
  ) -> Case.Scenario.Number? {
    let steps = ledger.namedAnswers(on: issue).filter { step in
      step.answer.map(answers.contains) ?? false
    }
    var met: Condition?
    for condition in ledger.requirements(of: party, on: issue) {
      guard case .issue(_, .value(let asked)) = condition.awaited else { continue }
      let short = steps.filter { step in
        guard case .issue(_, .value(let value)) = step else { return false }
        return ledger.steps.takes(asked, value, party, on: issue) == false
      }
      if !steps.isEmpty, short.count == steps.count {
        return .drafted(requirement: condition, isMet: false, filtered.index)
      }
      if steps.contains(where: { ledger.steps.isMet(condition.awaited, by: $0, for: party) }) {
        met = met ?? condition
      }
    }
    return met.map { .drafted(requirement: $0, isMet: true, filtered.index) }
  }

  private func redLine(
    _ answer: PositionsView.OptionPosition?, _ issue: DraftedIssue, _ option: Slug,
    of actor: Case.Actor.ID
  ) -> Case.Scenario.RedLine? {
    guard let answer, answer.isRedLine, !answer.isSuperseded else { return nil }
    let name = issue.issue.name
    let isAgainst = answer.stances.contains(.against)
    let isFor = answer.stances.contains { $0 == .for || $0 == .forIf }
    guard isAgainst != isFor else { return nil }
    // Who wants more of a number and draws the line at it would take more.
    if isFor, answer.isValue, filtered.index.issue(issue.record)?.wants[actor] != nil { return nil }
    var line = Case.Scenario.RedLine(never: "\(name)\(isAgainst ? "=" : "!=")\(option)")
    line.title = (isAgainst ? "no " : "nothing but ") + "“\(answer.title)”"
    line.evidence = Evidence(answer.decidedBy)
    return line
  }

  /// A number, a date or a set that lies beyond a red line drawn at another.
  private func beyondRedLine(
    _ answers: [String], _ issue: DraftedIssue, _ option: Slug, in cell: PositionsView.Cell?
  ) -> Case.Scenario.RedLine? {
    guard let cell, filtered.index.issue(issue.record)?.value != .option,
      let row = filtered.index.place(of: issue.record).flatMap({ ledger.table.rowOf[$0] })
    else { return nil }
    let drawn = cell.answers.filter(\.isRedLine)
    if drawn.isEmpty { return nil }
    for answer in answers {
      let step = ledger.step(row, answer, isValue: true)
      guard let refusal = ledger.steps.beyondLimits(of: cell.party, step),
        let line = drawn.first(where: { !Set($0.decidedBy).isDisjoint(with: refusal.statements) })
      else { continue }
      var redLine = Case.Scenario.RedLine(never: "\(issue.issue.name)=\(option)")
      // A set that holds what is refused is refused with it.
      let isPart =
        filtered.index.issue(issue.record)?.value == .set && line.stances.contains(.against)
      redLine.title = "\(isPart ? "no" : "beyond") “\(line.title)”"
      redLine.evidence = Evidence(line.decidedBy)
      return redLine
    }
    return nil
  }

  /// As an analyst states them elsewhere in the case; what is left to a whole of 1 is shared alike.
  private func weights(
    of actor: Case.Actor.ID, _ issues: [DraftedIssue]
  ) -> NameMap<Case.Scenario.Number> {
    var stated: [Slug: Case.Scenario.Number] = [:]
    for scenario in filtered.theCase.scenarios {
      for party in scenario.parties where party.actors == [actor] {
        for issue in scenario.issues {
          guard let record = issue.issue, var number = party.weights[issue.name],
            !number.isDefault, let own = issues.first(where: { $0.record == record }),
            stated[own.issue.name] == nil
          else { continue }
          if number.basis == nil, number.evidence.isEmpty {
            number.basis = (party.evidence.basis ?? scenario.evidence.basis).map { .who($0) }
          }
          stated[own.issue.name] = number
        }
      }
    }
    let given = stated.values.reduce(0.0) { $0 + ($1.value?.approximate ?? 0) }
    let open = issues.map(\.issue.name).filter { stated[$0] == nil }
    // In thousandths, so that they sum to the whole exactly.
    let rest = max(0, Int(((1 - given) * 1000).rounded()))
    var weights = NameMap<Case.Scenario.Number>()
    for issue in issues.map(\.issue.name) {
      if let number = stated[issue] {
        weights[issue] = number
        continue
      }
      let place = open.firstIndex(of: issue) ?? 0
      let share = rest / max(1, open.count) + (place < rest % max(1, open.count) ? 1 : 0)
      let value = Double(share) / 1000
      var number = Case.Scenario.Number.drafted(
        value, value / 2, min(1, value * 2), note: nil)
      number.basis = .standard
      weights[issue] = number
    }
    return weights
  }

  /// Conditions between two answers of the scenario become links.
  mutating func addConditions(to scenario: inout Case.Scenario) {
    guard
      let found = try? preconditions(
        ledger, shown: filtered.lens, limits: PreconditionsView.Limits(), checkpoint: Checkpoint())
    else { return }
    let edges = found.edges.filter { $0.kind != .trigger }
    var required: [Case.Scenario.Choice: [Slug: String]] = [:]
    var outside = 0
    for edge in edges.filter(\.state.stands) + edges.filter({ isOnlyReplaced($0, found) }) {
      guard let step = choice(edge.step), let awaited = choice(edge.awaited) else {
        outside += 1
        continue
      }
      guard step.issue != awaited.issue, required[step]?[awaited.issue] != awaited.option else {
        continue
      }
      let evidence = Evidence(edge.grounds.map(\.statement))
      if required[step]?[awaited.issue] == nil {
        required[step, default: [:]][awaited.issue] = awaited.option
        var link = Case.Scenario.Link()
        link.requires = [step, awaited]
        link.title = edge.sentence
        link.evidence = evidence
        scenario.links.append(link)
      } else if let party = scenario.parties.firstIndex(where: { $0.actors == [edge.holder] }) {
        // Two links that no package could keep would say that the model is wrong.
        var line = Case.Scenario.RedLine(never: "\(step.text) and not \(awaited.text)")
        line.title = edge.sentence
        line.evidence = evidence
        scenario.parties[party].redLines.append(line)
      }
    }
    if outside > 0 {
      notes.append(
        "\(outside.counted("condition")) on meetings, milestones or issues outside the scenario could not be represented in it."
      )
    }
  }

  /// Set for an answer in whose place its holder has since given another, and which others stand by: were
  /// it to come back to that answer, nothing says that it would no longer ask for what it asked.
  private func isOnlyReplaced(_ edge: PreconditionsView.Edge, _ view: PreconditionsView) -> Bool {
    guard edge.state == .closed, edge.closing?.reason == .replaced, choice(edge.step) != nil,
      choice(edge.awaited) != nil, view.step(edge.awaited)?.taken == nil
    else { return false }
    // What lies within its next number it would take as it takes that.
    return !ledger.steps.takesByRange(edge.holder, ledger.allConditions[edge.id - 1].step)
  }

  private func choice(_ step: PreconditionsView.StepID) -> Case.Scenario.Choice? { choices[step] }
}
