internal import CaseModel
internal import Presentation
internal import StateOfPlay
internal import Foundations

/// The numbers of a scenario as sliders, its red lines and links as ticks, and a package to look at.
struct ScenarioForm {
  let trial: ScenarioTrial

  private var request: PageRequest { trial.request }
  private var base: SettlementView { trial.base }
  private var own: Query { request.address.own }

  /// Options of an issue beyond which they are typed, not chosen.
  private static let mostChoices = 200
  /// With more parties the sliders of each are folded.
  private static let mostOpen = 2

  func html() -> HTML {
    """
    <form class="panel numbers" method="get" action="/settlement" data-live="#settled-head, #outcome, #settled" \
    data-then="draws=\(ScenarioTrial.draws)">
    \(request.address.lensQuery.items.html { hidden($0.name, $0.value) })
    \(own["scenario"].map { hidden("scenario", $0) })
    \(own["package"].map { hidden("package", $0) })
    \(own["seed"].map { hidden("seed", $0) })
    \(choice)
    <h2>What if red lines or numbers were different?</h2>
    <p>Give up a red line, or move a slider: the results follow. The case is not changed. Marks under a \
    slider are the ends of the analyst's range.</p>
    \(constraints)
    \(packageChoice)
    \(base.parties.html { party(of: $0) })
    <p class="apply"><button type="submit">Recalculate</button> \
    <a href="\(reset.href)">Reset</a></p>
    </form>
    """
  }

  private func hidden(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }

  private var reset: ViewAddress {
    request.address.at(request.address.path).asking("scenario", own["scenario"])
  }

  private var choice: HTML {
    let scenarios = request.lensed.theCase.scenarios
    guard scenarios.count > 1 else { return HTML() }
    return """
      <p class="quick">\(scenarios.html { scenario in
        let address = request.address.at(request.address.path).asking("scenario", scenario.id.raw)
        return scenario.id == base.scenario
          ? "<a href=\"\(address.href)\" aria-current=\"page\">\(scenario.title)</a> "
          : "<a href=\"\(address.href)\">\(scenario.title)</a> "
      })</p>
      """
  }

  // MARK: Numbers

  /// Its reservation value and what each issue weighs; for a party without weights what each option
  /// is worth.
  private func party(of line: SettlementView.PartyLine) -> HTML {
    let all = base.numbers.filter { $0.party == line.id }
    let hasWeights = all.contains { $0.issue != nil && $0.option == nil }
    let least = all.filter { $0.issue == nil }
    let weights = all.filter { $0.issue != nil && ($0.option == nil || !hasWeights) }
    let most = weights.map { max($0.value, $0.to ?? $0.value) }.max() ?? 1
    let ends = [line.worst?.value, line.best?.value, line.reservation.value].compactMap { $0 }
    let range = (min(0, ends.min() ?? 0), max(ends.max() ?? 1, line.reservation.value))
    return """
      <details class="party"\(" open", when: base.parties.count <= Self.mostOpen)><summary>\(line.name)\
      \(line.defaults > 0 ? " <span class=\"warning\">\(line.defaults) of \(line.numbers) numbers are defaults</span>" as HTML : HTML())\
      </summary>
      \(sum(of: line))\
      \((least + weights).html { number in
        number.issue == nil
          ? slider(number, "Minimum acceptable", from: range.0, to: range.1)
          : slider(number, label(number), from: min(0, weights.map(\.value).min() ?? 0), to: most * 1.25)
      })</details>

      """
  }

  /// That its weights do not sum to 1, and what is made of them.
  private func sum(of line: SettlementView.PartyLine) -> HTML {
    let scenario = request.lensed.theCase.scenarios.first { $0.id == base.scenario }
    guard let scenario, let party = scenario.parties.first(where: { $0.id.raw == line.id }) else {
      return HTML()
    }
    let sum = WeightSum(party, of: scenario)
    return sum.isDoubtful ? "<p class=\"smallest warning\">\(sum.words)</p>" : HTML()
  }

  private func label(_ number: SettlementView.NumberLine) -> String {
    guard let issue = base.issues.first(where: { $0.id == number.issue }) else { return number.id }
    guard let option = number.option else { return issue.title }
    let title = issue.options.first { $0.id == option }?.title ?? option
    return "\(issue.title): \(title)"
  }

  private func slider(
    _ number: SettlementView.NumberLine, _ label: String, from low: Double, to high: Double
  ) -> HTML {
    let name = "set.\(number.id)"
    let scale = SliderScale(low, high, through: number.value)
    let written = SliderScale.text(number.value)
    let now = own[name] ?? written
    let marks = [number.from, number.to].compactMap { $0 }.map(SliderScale.text)
    return """
      <div class="weigh"><label><span dir="auto" title="\(basis(number).title)">\(label)</span>\
      <input type="range" name="\(name)" min="\(scale.low)" max="\(scale.high)" \
      step="\(scale.step)" value="\(now)" data-own="\(written)"\
      \(marks.isEmpty ? HTML() : " list=\"marks-\(number.id)\"")></label>\
      <output>\(now)</output>\
      \(marks.isEmpty ? HTML() : "<datalist id=\"marks-\(number.id)\">\(marks.html { "<option value=\"\($0)\"></option>" })</datalist>")\
      <small>\(marks.isEmpty ? "" : "\(marks.joined(separator: "–")) ")\(basis(number).shown)</small></div>

      """
  }

  /// What a number rests on, as a word to see and a line to read.
  private func basis(_ number: SettlementView.NumberLine) -> (shown: HTML, title: String) {
    let grounds = number.grounds
    let name = request.lensed.frame.words(number, of: base)
    let note = number.note.map { ": \($0)" } ?? ""
    if grounds.isDefault {
      return (
        "<span class=\"warning\">default</span>", "\(name): a default, not a judgement\(note)"
      )
    }
    let who = (grounds.basis ?? base.by).map { request.index.name($0) }
    let title = "\(name): \(who.map { "as judged by \($0)" } ?? "from the record")\(note)"
    return grounds.statements.isEmpty
      ? (who.map { "<span>\($0)</span>" } ?? HTML(), title)
      : (request.references(grounds.statements, most: 2), title)
  }

  // MARK: Red lines and links

  private var constraints: HTML {
    guard !base.constraints.isEmpty else { return HTML() }
    return """
      <fieldset><legend>Suppose this were given up</legend>
      \(base.constraints.html { line in
        let owner = line.party.flatMap { id in base.parties.first { $0.id == id }?.name }
        return """
        <label class="tick"><input type="checkbox" name="set.\(line.id)" value="off"\
        \(" checked", when: own["set.\(line.id)"] == "off")><span dir="auto">\
        <strong>\(owner.map { "\($0.possessive) red line" } ?? "Link"):</strong> \(line.words) \
        \(request.references(line.grounds.statements, most: 2))</span></label>

        """
      })</fieldset>
      """
  }

  // MARK: The package

  private var packageChoice: HTML {
    let named = base.packages.filter { line in
      line.title != nil || base.points.contains { $0.packages.contains(line.key) }
    }
    return """
      <fieldset class="choose"><legend>Package examined</legend>
      <p class="quick">\(named.html { line in
        let points = base.points.filter { $0.packages.contains(line.key) }.map(\.solution.title)
        let choices = zip(base.issues, line.options).map { "\($0.id)=\($1)" }.joined(separator: ",")
        let address = request.address.asking("choose.", nil)
          .asking("package", line.title == nil ? choices : line.key)
        let title = line.title ?? points.joined(separator: ", ").capitalisedFirst
        return line.options == trial.chosen
          ? "<a href=\"\(address.href)\" aria-current=\"true\">\(title)</a> "
          : "<a href=\"\(address.href)\">\(title)</a> "
      })</p>
      <div class="row">\(base.issues.enumerated().map { place, issue in
        select(issue, trial.chosen[place], written: trial.written[place])
      })</div></fieldset>
      """
  }

  private func select(
    _ issue: SettlementView.IssueLine, _ chosen: String?, written: String?
  ) -> HTML {
    let name = "choose.\(issue.id)"
    guard !issue.options.isEmpty, issue.options.count <= Self.mostChoices else {
      return """
        <label>\(issue.title) <input name="\(name)" value="\(chosen ?? "")" size="8" \
        data-own="\(written ?? "")" autocomplete="off"></label>

        """
    }
    return """
      <label>\(issue.title) <select name="\(name)" data-own="\(written ?? "")">\
      \(chosen == nil ? "<option value=\"\">open</option>" as HTML : HTML())\
      \(issue.options.html { option in
        "<option value=\"\(option.id)\"\(" selected", when: option.id == chosen)>\(option.title)</option>"
      })</select></label>

      """
  }
}
