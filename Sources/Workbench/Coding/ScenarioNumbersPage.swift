internal import CaseModel
internal import CaseStore
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// The numbers of one scenario in a table by issue and option, to be set by an analyst.
  static let scenarioNumbers = Page(
    name: "numbers", path: "/scenarios/numbers", own: ["scenario"], lens: [],
    content: { request in
      if let refusal = request.mode.writing.refusal { throw refusal }
      return Content(
        title: "Numbers of a scenario", main: try ScenarioNumbersPage(request: request).html(),
        place: "settlement")
    })
}

/// Where in a scenario's party a number stands.
enum NumberSlot: Hashable {
  case reservation
  case weight(String)
  case value(issue: String, option: String)

  /// As a field of the form: `ukraine/weight/ceasefire`.
  func name(_ party: Slug) -> String {
    switch self {
    case .reservation: "\(party)/reservation"
    case .weight(let issue): "\(party)/weight/\(issue)"
    case .value(let issue, let option): "\(party)/value/\(issue)/\(option)"
    }
  }

  /// Of a scenario in the order of its table, with what each is called.
  static func all(_ scenario: Case.Scenario, _ index: CaseIndex) -> [(
    slot: NumberSlot, title: String
  )] {
    var all: [(slot: NumberSlot, title: String)] = [(.reservation, "Least it accepts")]
    for issue in scenario.issues {
      let known = issue.issue.flatMap { index.issue($0) }
      let name = issue.id?.raw ?? issue.issue?.raw ?? ""
      let title = issue.title ?? known?.title ?? name
      all.append((.weight(name), "\(title): weight"))
      for option in issue.options {
        let words =
          option.title ?? known?.options.first { $0.id == option.option ?? option.id }?.title
          ?? option.id.raw
        all.append((.value(issue: name, option: option.id.raw), "\(title): \(words)"))
      }
    }
    return all
  }

  func number(of party: Case.Scenario.Party) -> Case.Scenario.Number? {
    switch self {
    case .reservation: party.reservation
    case .weight(let issue): party.weights[issue]
    case .value(let issue, let option): party.values[issue]?[option]
    }
  }

  func set(_ number: Case.Scenario.Number?, of party: inout Case.Scenario.Party) {
    switch self {
    case .reservation: party.reservation = number
    case .weight(let issue): party.weights[issue] = number
    case .value(let issue, let option):
      var values = party.values[issue] ?? NameMap()
      values[option] = number
      party.values[issue] = values.isEmpty ? nil : values
    }
  }
}

private struct ScenarioNumbersPage {
  let request: PageRequest

  func html() throws -> HTML {
    let scenarios = request.lensed.theCase.scenarios
    let wanted = request.address.own["scenario"]
    // The newest, as after it was drafted.
    guard let scenario = scenarios.last(where: { wanted == nil || $0.id.raw == wanted }) else {
      guard wanted == nil else { throw Problem.notFound("the case holds no such scenario") }
      return """
        <article class="dragoman"><header><h1>Numbers of a scenario</h1></header>
        <p>The case has no scenario yet.</p>\(draft)</article>

        """
    }
    let parties = scenario.parties
    let slots = NumberSlot.all(scenario, request.index)
    return """
      <article class="dragoman wide numbers-of"><header><h1 dir="auto">\(scenario.title)</h1>
      <p>\(scenarios.html { "<a href=\"/scenarios/numbers?scenario=\($0.id)\">\($0.title)</a> " })</p></header>
      <p>Write a number, a range, or both: <kbd>0.5</kbd>, <kbd>0.4–0.6</kbd>, <kbd>0.5 (0.4–0.6)</kbd>. \
      What you change rests on your judgement afterwards, with your name; what you leave keeps its basis.</p>
      <form class="write-form numbers" method="post" action="/scenarios/numbers">
      <input type="hidden" name="scenario" value="\(scenario.id)">
      <input type="hidden" name="expected" value="\(request.lensed.snapshot.stored?.revision(of: .scenarios, id: scenario.id.raw) ?? 0)">
      <div class="table stacked"><table><caption>Numbers by issue and option</caption><thead><tr>\
      <th scope="col">What</th>\(parties.html { "<th scope=\"col\">\(name($0))</th>" })</tr></thead><tbody>
      <tr class="sums"><th scope="row">All its weights</th>\(parties.html { party in
        let sum = WeightSum(party, of: scenario)
        return "<td data-column=\"\(name(party))\"><output class=\"sum\(" off" as HTML, when: sum.isDoubtful)\" data-sum=\"\(party.id)/weight/\">\(sum.words)</output></td>"
      })</tr>
      \(slots.indices.html { place in
        let line = slots[place]
        return "<tr><th scope=\"row\" dir=\"auto\">\(line.title)</th>\(parties.indices.html { cell(line.slot, line.title, parties[$0], isFirst: place == 0 && $0 == 0) })</tr>\n"
      })</tbody></table></div>
      \(parties.html { redLines($0, slots) })
      \(omitted(from: scenario))
      <p><label>Why (kept with each number you change) <input name="note" size="40"></label></p>
      <p class="row">\(request.writeFields(back: "/scenarios/numbers?scenario=\(scenario.id)"))
      <button type="submit">Save the numbers</button> \
      <a href="\(request.link("/settlement", Query([.init(name: "scenario", value: scenario.id.raw)])))">What follows from them</a> \
      <a href="/edit?section=scenarios&amp;key=\(scenario.id)">All fields</a></p></form>
      \(draft)</article>

      """
  }

  /// Every issue of the case that the scenario does not have, with the reason.
  private func omitted(from scenario: Case.Scenario) -> HTML {
    guard let omitted = try? request.lensed.settlementTable(scenario.id).omitted, !omitted.isEmpty
    else { return HTML() }
    return """
      <details class="more" open><summary>\(omitted.count.counted("issue")) of the case left out of it</summary>
      <ul>\(omitted.lines.html { "<li dir=\"auto\">\($0).</li>\n" })</ul></details>

      """
  }

  private var draft: HTML {
    """
    <form class="write-form" method="post" action="/scenarios/draft"><h2>Draft one from the positions</h2>
    <p>Values come from what each party says, red lines exclude, and every number says what it rests on.</p>
    <p class="row">\(request.writeFields(back: "/scenarios/numbers"))
    <button type="submit">Draft a scenario</button></p></form>

    """
  }

  private func name(_ party: Case.Scenario.Party) -> String {
    party.title ?? (party.actors.isEmpty ? party.id.raw : request.index.names(party.actors))
  }

  private func cell(
    _ slot: NumberSlot, _ title: String, _ party: Case.Scenario.Party, isFirst: Bool
  ) -> HTML {
    let number = slot.number(of: party)
    return """
      <td data-column="\(name(party))"><input name="n.\(slot.name(party.id))" value="\(TypedNumber.text(number))" size="15" \
      aria-label="\(name(party)), \(title)" autocomplete="off"\
      \(" data-next=\"/scenarios/draft\"" as HTML, when: isFirst)><small>\(basis(number, party))</small></td>
      """
  }

  /// Whose judgement, and which statements.
  private func basis(_ number: Case.Scenario.Number?, _ party: Case.Scenario.Party) -> HTML {
    guard let number else { return HTML() }
    var words: HTML = " "
    if !number.evidence.isEmpty { words += request.references(number.evidence, most: 3) }
    switch number.basis {
    case .standard?: words += " default: no one's judgement"
    case .who(let who)?: words += " judged by \(request.index.name(who))"
    case nil:
      if number.evidence.isEmpty { words += " as the scenario says" }
    }
    if let note = number.note { words += "<br><span dir=\"auto\">\(note)</span>" }
    return words
  }

  private func redLines(
    _ party: Case.Scenario.Party, _ slots: [(slot: NumberSlot, title: String)]
  ) -> HTML {
    let answers = slots.compactMap { line in
      if case .value(let issue, let option) = line.slot {
        (never: "\(issue)=\(option)", words: line.title)
      } else {
        nil
      }
    }
    func words(_ line: Case.Scenario.RedLine) -> HTML {
      let known = line.title ?? answers.first { $0.never == line.never }?.words
      return known.map { "<span dir=\"auto\" title=\"\(line.never)\">\($0)</span>" }
        ?? "<code>\(line.never)</code>"
    }
    return """
      <fieldset><legend>Never accepted by \(name(party))</legend><ul class="items">\
      \(party.redLines.indices.html { number in
        let line = party.redLines[number]
        return "<li><label><input type=\"checkbox\" name=\"r.\(party.id)\" value=\"\(number)\" checked> \(words(line))</label> \(request.references(line.evidence.statements, most: 3))</li>\n"
      })<li><label>New: <select name="new.\(party.id)"><option value="">none</option>\
      \(answers.html { "<option value=\"\($0.never)\">\($0.words)</option>" })</select></label></li></ul></fieldset>

      """
  }
}

extension Action {
  /// Puts down the numbers of a scenario that were changed in its table.
  static let scenarioNumbers = Action(
    path: "/scenarios/numbers", changesCase: true, largestForm: (bytes: 1_000_000, items: 20_000)
  ) { site, posted in
    try await site.code(posted) { stored, signature, _ in
      var theCase = stored.theCase
      let id = posted.form["scenario"] ?? ""
      guard let place = theCase.scenarios.firstIndex(where: { $0.id.raw == id }) else {
        throw Problem.conflict("the case holds no scenario `\(id.shortened(to: 60))`")
      }
      try stored.checkUnchanged(
        .scenarios, "scenario", id, since: posted.form["expected"].flatMap { Int($0) },
        hint: "load the page again, and make your changes on the newer numbers")
      var scenario = theCase.scenarios[place]
      let slots = NumberSlot.all(scenario, CaseIndex(theCase)).map(\.slot)
      var changed = 0
      for number in scenario.parties.indices {
        let party = scenario.parties[number]
        for slot in slots {
          let field = "n." + slot.name(party.id)
          guard let typed = posted.form[field],
            typed != TypedNumber.text(slot.number(of: party))
          else { continue }
          changed += 1
          guard !typed.allSatisfy(\.isWhitespace) else {
            slot.set(nil, of: &scenario.parties[number])
            continue
          }
          var made = try TypedNumber.read(typed, field: field)
          made.basis = .who(signature.who)
          if let note = posted.form["note"], !note.isEmpty { made.note = note }
          slot.set(made, of: &scenario.parties[number])
        }
        changed += redLines(posted.form, signature, &scenario.parties[number])
      }
      theCase.scenarios[place] = scenario
      try RuleCheck.check(
        before: stored.theCase, after: signature.entered(into: theCase), stored.texts)
      return Site.Coded(
        theCase: theCase, message: "\(changed.counted("number")) of scenario \(id)",
        said: (["Saved \(changed.counted("number"))."]
          + scenario.parties.compactMap { party in
            let sum = WeightSum(party, of: scenario)
            return sum.isDoubtful
              ? "\(party.title ?? CaseIndex(theCase).names(party.actors)): \(sum.words)" : nil
          }).joined(separator: " "))
    }
  }

  private static func redLines(
    _ form: Query, _ signature: Signature, _ party: inout Case.Scenario.Party
  ) -> Int {
    let kept = Set(form.all("r.\(party.id)"))
    let before = party.redLines
    party.redLines = before.enumerated().filter { kept.contains("\($0.offset)") }.map(\.element)
    if let never = form["new.\(party.id)"], !never.allSatisfy(\.isWhitespace) {
      var line = Case.Scenario.RedLine(never: never)
      line.evidence.basis = signature.who
      party.redLines.append(line)
    }
    return party.redLines == before ? 0 : 1
  }

  /// Adds a scenario drafted from the positions.
  static let scenarioDraft = Action(path: "/scenarios/draft", changesCase: true) { site, posted in
    try await site.code(posted) { stored, _, _ in
      let scenario: Case.Scenario
      do throws(ModelError) {
        scenario = try draftScenario(stored.theCase.placed(in: stored.texts))
      } catch {
        var problem = Problem.badRequest(error)
        // Which issues were left out and why comes first.
        problem.hint =
          (error.hint.map { $0.hasPrefix("left out") ? "\($0). " : "" } ?? "")
          + "A scenario is drafted from the positions of parties, which State of play shows; an actor's words "
          + "count there once it is entered for whom the actor speaks"
        throw problem
      }
      var theCase = stored.theCase
      guard !theCase.scenarios.contains(where: { $0.id == scenario.id }) else {
        throw Problem.conflict(
          "a scenario drafted from the positions is there already: “\(scenario.title)”",
          hint: "change its numbers, or remove it under All entries first")
      }
      theCase.scenarios.append(scenario)
      return Site.Coded(
        theCase: theCase, message: "draft scenario \(scenario.id)",
        said: "Drafted “\(scenario.title)”: look through its numbers.")
    }
  }
}
