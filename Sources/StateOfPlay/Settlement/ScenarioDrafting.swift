internal import CaseModel
internal import Foundations

/// Builds one scenario from positions and conditions.
struct ScenarioDrafting {
  let filtered: FilteredCase
  let ledger: Ledger
  let view: PositionsView
  /// By issue and option of the record, the choice of the scenario that stands for it.
  var choices: [String: Case.Scenario.Choice] = [:]
  var notes: [String] = []
  var names: Set<Slug> = []
  /// Why an issue of the case is left out.
  var reasons: [Case.Issue.ID: SettlementView.OmittedIssue.Reason] = [:]
  /// Some worth rests on what a party requires of an issue for another step.
  var hasRequirements = false
  /// Issues on which nothing is left to settle.
  let agreed: Set<Case.Issue.ID>

  init(_ filtered: FilteredCase) {
    let ledger = Ledger(filtered)
    let outlook = StepOutlook(ledger)
    let view = positions(ledger, outlook, shown: filtered.lens)
    self.init(
      filtered, ledger, view, convergence(ledger, view, outlook, shown: filtered.lens))
  }

  /// The same of what is derived already.
  /// - Throws: what `checkpoint` throws.
  init(_ state: DerivedState, _ checkpoint: Checkpoint) throws {
    self.init(
      state.filtered, try state.ledger(checkpoint), try state.positions(checkpoint),
      try state.convergence(checkpoint))
  }

  private init(
    _ filtered: FilteredCase, _ ledger: Ledger, _ view: PositionsView, _ nearness: ConvergenceView
  ) {
    (self.filtered, self.ledger, self.view) = (filtered, ledger, view)
    agreed = Set(nearness.rows.filter { $0.state == .agreed }.map(\.issue))
  }

  mutating func scenario(_ id: Case.Scenario.ID?) throws(ModelError) -> Case.Scenario {
    let date = filtered.lens.asOf
    let standard = date.flatMap { Slug.from("positions-\($0.text)") } ?? "positions"
    var scenario = Case.Scenario(
      id: id ?? Case.Scenario.ID(standard.raw),
      title: "Positions\(date.map { " as of \($0.words)" } ?? "") as a scenario")
    scenario.asOf = date
    scenario.description =
      "Drafted by rule from the positions on record: a hypothesis to be edited, not a finding."
    let parties = bargaining()
    let rows = open(parties)
    guard parties.count >= 2, !rows.isEmpty else { throw nothingOpen }
    guard parties.count <= 8 else {
      throw ModelError(
        .parties, "\(parties.count) parties have positions; a scenario takes eight at most",
        hint: "choose among them")
    }
    var drafted: [DraftedIssue] = []
    for row in rows {
      let made = issues(row)
      if made.isEmpty { reasons[row.issue] = .oneOption }
      drafted += made
    }
    guard !drafted.isEmpty else { throw nothingOpen }
    scenario.issues = drafted.map(\.issue)
    noteNumbers(drafted)
    for issue in drafted {
      for option in issue.options {
        for answer in option.answers {
          choices[step(issue.record, answer)] = .init(issue.issue.name, option.id.raw)
        }
      }
    }
    scenario.parties = parties.map { party in self.party(party, drafted) }
    addConditions(to: &scenario)
    notes.insert(
      "Values follow the stance: for 1, for if 0.7, open or unclear 0.5, against 0, each with a range; 0.5 from 0 to 1 where a party said nothing.",
      at: 0)
    if hasRequirements {
      notes.append(
        "Where a party named a number, a date or a set only in a condition on another step, what meets it counts 0.7, and what does not 0.2."
      )
    }
    scenario.notes = notes
    return scenario
  }

  /// That no issue can be drafted, with the reason for each.
  private var nothingOpen: ModelError {
    let lines = omitted.lines
    return ModelError(
      "there is no open issue on which two parties have said anything by then",
      hint: lines.isEmpty
        ? "a scenario is drafted from positions; `dragoman positions` shows them"
        : "left out: \(lines.joined(separator: ". "))")
  }

  /// The parties of the case that have spoken, where two have and no others are asked for.
  private mutating func bargaining() -> [Case.Actor.ID] {
    let spoken = view.parties.filter { party in
      view.rows.contains { row in row.cells.contains { $0.party == party && !$0.isEmpty } }
    }
    // Who mediates or observes has nothing to accept.
    let own = spoken.filter {
      filtered.theCase.header.parties.contains($0) && !filtered.apart.neutral.contains($0)
    }
    guard filtered.lens.parties.isEmpty, own.count >= 2 else { return spoken }
    let others = spoken.filter { !filtered.theCase.header.parties.contains($0) }
    if !others.isEmpty {
      notes.append(
        "\(filtered.index.names(others)) \(others.count == 1 ? "has" : "have") positions too and \(others.count == 1 ? "is" : "are") no party of the case; name the parties to include all who must accept."
      )
    }
    return own
  }

  // MARK: Issues

  /// One issue of the scenario and the answers of the record it is made of.
  struct DraftedIssue {
    let record: Case.Issue.ID
    let issue: Case.Scenario.Issue
    /// Of a number, answers that name the same one are one option.
    let options: [(id: Slug, answers: [String])]
    /// A question of yes or no about one answer.
    let isSingle: Bool
  }

  /// The step that an answer is, as the preconditions name it.
  private func step(_ issue: Case.Issue.ID, _ answer: String) -> PreconditionsView.StepID {
    guard let place = filtered.index.place(of: issue), let row = ledger.table.rowOf[place] else {
      return Step.issue(issue, .options([Slug(answer)])).id
    }
    let isValue = filtered.theCase.issues[place].value != .option
    return ledger.step(row, answer, isValue: isValue).id
  }

  /// Numbers are options as they were named, so that each worth rests on words.
  private mutating func noteNumbers(_ drafted: [DraftedIssue]) {
    let titles = drafted.compactMap { one -> String? in
      guard let issue = filtered.index.issue(one.record), issue.value == .quantity, !one.isSingle
      else { return nil }
      return issue.title
    }
    if titles.isEmpty { return }
    notes.append(
      "The numbers of \(titles.joined(separator: "; ")) are those that were named; put a range in place of the options to let packages take what lies between."
    )
  }

  mutating func issues(_ row: PositionsView.Row) -> [DraftedIssue] {
    let record = filtered.index.issue(row.issue)
    var titles: [String: String] = [:]
    var answers: [String] = record?.options.map(\.id.raw) ?? []
    // What no one stands by any more is no option.
    for answer in row.cells.flatMap(\.answers) where !answer.isSuperseded {
      titles[answer.answer] = answer.title
      if !answers.contains(answer.answer) { answers.append(answer.answer) }
    }
    // An answer no one spoke of is left for the analyst to add.
    answers.removeAll { titles[$0] == nil }
    answers = withoutRefused(row, answers, &titles)
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
          record: row.issue, issue: issue, options: [("yes", [answer])], isSingle: true)
      }
    }
    var issue = Case.Scenario.Issue()
    issue.issue = row.issue
    var taken: Set<Slug> = []
    let numbers = NamedNumbers(ledger, row.issue)
    var options: [(id: Slug, answers: [String])] = []
    for (position, answer) in answers.enumerated() {
      if let number = numbers[answer],
        let same = options.firstIndex(where: { $0.answers.contains { numbers[$0] == number } })
      {
        options[same].answers.append(answer)
        continue
      }
      let wanted = Self.optionID(answer) ?? "answer"
      let id = taken.insert(wanted).inserted ? wanted : Slug("answer-\(position + 1)")
      taken.insert(id)
      options.append((id, [answer]))
    }
    issue.options = options.map { option in
      let isRecord = record?.options.contains { $0.id == option.id } ?? false
      return .init(id: option.id, title: isRecord ? nil : titles[option.answers[0]])
    }
    guard options.count > 1 else { return [] }
    return [
      DraftedIssue(record: row.issue, issue: issue, options: options, isSingle: false)
    ]
  }

  /// The id of the option that is drafted for an answer, where no other option has it.
  static func optionID(_ answer: String) -> Slug? { Slug.from(spelled(answer)) }

  /// With the signs of a quantity as words, so that ids distinguish "100" from "about 100".
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
}
