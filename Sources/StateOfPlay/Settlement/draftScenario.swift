public import CaseModel

/// A scenario made from the positions on record, for an analyst to edit: an option's value from the
/// party's stance, red lines as exclusions, preconditions as links, weights as an analyst states them
/// in another scenario of the case, else all alike. Every number has a range and says what it rests
/// on; what nobody said is marked a default.
///
/// - Parameter id: its id; made of the date where nil.
/// - Throws: ``ModelFault`` where fewer than two parties, or no issue, has a position to draft from.
public func draftScenario(
  _ theCase: Case, _ lens: Lens = Lens(), id: Case.Scenario.ID? = nil
) throws(ModelFault) -> Case.Scenario {
  var drafting = ScenarioDrafting(FilteredCase(theCase, lens))
  return try drafting.scenario(id)
}

/// Builds one scenario from positions and conditions.
private struct ScenarioDrafting {
  private let filtered: FilteredCase
  private let ledger: Ledger
  private let view: PositionsView
  /// By issue and option of the record, the choice of the scenario that stands for it.
  private var choices: [String: Case.Scenario.Choice] = [:]
  private var notes: [String] = []
  private var names: Set<Slug> = []

  init(_ filtered: FilteredCase) {
    let ledger = Ledger(filtered)
    self.filtered = filtered
    self.ledger = ledger
    view = positions(ledger, shown: filtered.lens)
  }

  mutating func scenario(_ id: Case.Scenario.ID?) throws(ModelFault) -> Case.Scenario {
    let date = filtered.lens.asOf
    let standard = date.flatMap { Slug.from("positions-\($0.text)") } ?? "positions"
    var scenario = Case.Scenario(
      id: id ?? Case.Scenario.ID(standard.raw),
      title: "Positions\(date.map { " as of \($0.words)" } ?? "") as a bargain")
    scenario.asOf = date
    scenario.description =
      "Drafted by rule from the positions on record: a hypothesis to be edited, not a finding."
    let parties = bargaining()
    let rows = view.rows.filter { row in
      row.cells.count { !$0.isEmpty && parties.contains($0.party) } >= 2
    }
    guard parties.count >= 2, !rows.isEmpty else {
      throw ModelFault(
        EntryPath(), "there is no issue on which two parties have said anything by then",
        hint: "a scenario is drafted from positions; `dragoman positions` shows them")
    }
    guard parties.count <= 8 else {
      throw ModelFault(
        EntryPath(), "\(parties.count) parties have positions; a scenario takes eight at most",
        hint: "choose with --party")
    }
    var drafted: [DraftedIssue] = []
    for row in rows { drafted += issues(row) }
    scenario.issues = drafted.map(\.issue)
    for issue in drafted {
      for option in issue.options {
        choices[Self.step(issue.record, option.answer)] = .init(issue.issue.name, option.id.raw)
      }
    }
    scenario.parties = parties.map { party in self.party(party, drafted) }
    addConditions(to: &scenario)
    notes.insert(
      "Values follow the stance: for 1, for if 0.7, open or unclear 0.5, against 0, each with a range; 0.5 from 0 to 1 where a party said nothing.",
      at: 0)
    scenario.notes = notes
    return scenario
  }

  /// The parties of the case that have spoken, where two have and no others are asked for.
  private mutating func bargaining() -> [Case.Actor.ID] {
    let spoken = view.parties.filter { party in
      view.rows.contains { row in row.cells.contains { $0.party == party && !$0.isEmpty } }
    }
    let own = spoken.filter(filtered.theCase.header.parties.contains)
    guard filtered.lens.parties.isEmpty, own.count >= 2 else { return spoken }
    let others = spoken.filter { !own.contains($0) }
    if !others.isEmpty {
      notes.append(
        "\(filtered.index.names(others)) \(others.count == 1 ? "has" : "have") positions too and \(others.count == 1 ? "is" : "are") no party of the case; `--party` takes in whoever must accept."
      )
    }
    return own
  }

  // MARK: Issues

  /// One issue of the scenario and the answers of the record it is made of.
  private struct DraftedIssue {
    let record: Case.Issue.ID
    let issue: Case.Scenario.Issue
    let options: [(id: Slug, answer: String)]
    /// A question of yes or no about one answer.
    let isSingle: Bool
  }

  private static func step(_ issue: Case.Issue.ID, _ answer: String) -> String {
    "\(issue)/\(answer)"
  }

  private mutating func issues(_ row: PositionsView.Row) -> [DraftedIssue] {
    let record = filtered.index.issue(row.issue)
    var titles: [String: String] = [:]
    var answers: [String] = record?.options.map(\.id.raw) ?? []
    for answer in row.cells.flatMap(\.answers) {
      titles[answer.answer] = answer.title
      if !answers.contains(answer.answer) { answers.append(answer.answer) }
    }
    // An answer nobody spoke of is left for the analyst to add.
    answers.removeAll { titles[$0] == nil }
    if answers.count < 2 || record?.answers == .many {
      return answers.map { answer in
        let slug = Slug.from(answer) ?? "answer"
        var issue = Case.Scenario.Issue()
        issue.issue = row.issue
        issue.id = answers.count < 2 ? nil : fresh("\(row.issue)-\(slug)")
        issue.title = answers.count < 2 ? nil : "\(row.title): \(titles[answer] ?? answer)"
        var yes = Case.Scenario.Issue.Option(id: "yes", title: titles[answer])
        yes.option = record?.options.contains { $0.id.raw == answer } ?? false ? slug : nil
        issue.options = [yes, .init(id: "no", title: "not “\(titles[answer] ?? answer)”")]
        return DraftedIssue(
          record: row.issue, issue: issue, options: [("yes", answer)], isSingle: true)
      }
    }
    var issue = Case.Scenario.Issue()
    issue.issue = row.issue
    var taken: Set<Slug> = []
    let options = answers.enumerated().map { position, answer -> (id: Slug, answer: String) in
      let wanted = Slug.from(Self.spelled(answer)) ?? "answer"
      let id = taken.insert(wanted).inserted ? wanted : Slug("answer-\(position + 1)")
      taken.insert(id)
      return (id, answer)
    }
    issue.options = options.map { option in
      let isRecord = record?.options.contains { $0.id == option.id } ?? false
      return .init(id: option.id, title: isRecord ? nil : titles[option.answer])
    }
    return [
      DraftedIssue(record: row.issue, issue: issue, options: options, isSingle: false)
    ]
  }

  /// With the signs of a quantity as words, so that ids tell "100" from "about 100".
  private static func spelled(_ answer: String) -> String {
    let words = ["≥": "at least ", "≤": "at most ", "≈": "about ", ">": "above ", "<": "below "]
    return answer.map { words[String($0)] ?? String($0) }.joined()
  }

  /// A name no other issue has.
  private mutating func fresh(_ text: String) -> Slug {
    var name = Slug.from(text) ?? "issue"
    var number = 2
    while !names.insert(name).inserted {
      name = Slug.from("\(number)-\(text)") ?? "issue"
      number += 1
    }
    return name
  }

  // MARK: Parties

  private mutating func party(
    _ actor: Case.Actor.ID, _ issues: [DraftedIssue]
  ) -> Case.Scenario.Party {
    var party = Case.Scenario.Party(id: Slug(actor.raw), actors: [actor])
    party.weights = weights(of: actor, issues)
    for issue in issues {
      let cell = view.rows.first { $0.issue == issue.record }?.cells.first { $0.party == actor }
      var values = NameMap<Case.Scenario.Number>()
      for option in issue.options {
        let answer = cell?.answers.first { $0.answer == option.answer }
        let number = Case.Scenario.Number.drafted(from: answer, in: cell)
        values[option.id] = number
        if issue.isSingle { values["no"] = number.contrary }
        if let line = redLine(answer, issue, option.id) { party.redLines.append(line) }
      }
      party.values[issue.issue.name] = values
    }
    party.reservation = .drafted(
      0.5, 0.25, 0.75, note: "nobody says what it would do without one")
    party.reservation?.basis = .standard
    return party
  }

  private func redLine(
    _ answer: PositionsView.OptionPosition?, _ issue: DraftedIssue, _ option: Slug
  ) -> Case.Scenario.RedLine? {
    guard let answer, answer.isRedLine, !answer.isSuperseded else { return nil }
    let name = issue.issue.name
    let isAgainst = answer.stances.contains(.against)
    let isFor = answer.stances.contains { $0 == .for || $0 == .forIf }
    guard isAgainst != isFor else { return nil }
    var line = Case.Scenario.RedLine(never: "\(name)\(isAgainst ? "=" : "!=")\(option)")
    line.title = (isAgainst ? "no " : "nothing but ") + "“\(answer.title)”"
    line.evidence = Evidence(answer.decidedBy)
    return line
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

  // MARK: Conditions

  /// Conditions between two answers of the scenario become links.
  private mutating func addConditions(to scenario: inout Case.Scenario) {
    guard
      let found = try? preconditions(
        ledger, shown: filtered.lens, limits: PreconditionsView.Limits(), checkpoint: Checkpoint())
    else { return }
    var required: [Case.Scenario.Choice: [Slug: String]] = [:]
    var outside = 0
    for edge in found.edges where edge.kind != .trigger && edge.state.stands {
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
        "\(outside.counted("condition")) on meetings, milestones or issues outside the scenario left no trace in it."
      )
    }
  }

  private func choice(_ step: PreconditionsView.StepID) -> Case.Scenario.Choice? {
    guard step.hasPrefix("issue/") else { return nil }
    return choices[String(step.dropFirst(6))]
  }
}
