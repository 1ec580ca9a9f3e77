internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// As-of, the date compared with, and the filters: plain forms and links, which scripts only make
/// quicker. They apply to every figure on the page.
struct LensBar {
  let visit: Visit
  let heeds: Set<Page.Filter>

  private var lens: Lens { visit.address.lens }
  private var address: ViewAddress { visit.address }

  func html() throws -> HTML {
    let days = try visit.look.evidenceDays()
    return """
      <form class="lens" id="lens" method="get" action="\(address.path)" aria-label="Look at the record">
      \(address.own.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">\n" })\
      <div class="when">
      \(stepper(days))
      <label class="compare">Compare with
      <input name="since" value="\(lens.since?.text ?? "")" placeholder="no date" size="10" \
      autocomplete="off" spellcheck="false" inputmode="numeric"></label>
      <button type="submit">Show</button>
      </div>
      \(filters())
      </form>
      \(chips())\(unheeded)
      """
  }

  /// The last day before as-of on which something was said, the box, and the first day after.
  private func stepper(_ days: [CivilDay]) -> HTML {
    let place = lens.asOf.map { asOf in days.firstIndex { $0 > asOf.latest } ?? days.count }
    let before: CivilDay?
    if let asOf = lens.asOf {
      before = days.last { $0 < asOf.latest }
    } else {
      before = days.last
    }
    let after = place.flatMap { days.indices.contains($0) ? days[$0] : nil }
    return """
      <div class="as-of" role="group" aria-label="As of">
      \(step(before, "◀", "Previous date with evidence", id: "earlier"))\
      <label>As of <input name="as-of" id="as-of" value="\(lens.asOf?.text ?? "")" \
      placeholder="everything" size="10" autocomplete="off" spellcheck="false" \
      inputmode="numeric"></label>\
      \(step(after, "▶", "Next date with evidence", id: "later"))
      </div>
      <span class="slider" data-days="\(days.count)" data-place="\(place ?? days.count)"></span>
      """
  }

  private func step(_ day: CivilDay?, _ sign: String, _ words: String, id: String) -> HTML {
    guard let day else {
      return "<span class=\"step off\" aria-hidden=\"true\">\(sign)</span>"
    }
    let href = address.through { $0.asOf = EDTFDate(day) }.href
    return """
      <a class="step" id="\(id)" href="\(href)" aria-label="\(words): \(EDTFDate(day).words)" \
      title="\(words): \(EDTFDate(day).words)">\(sign)</a>
      """
  }

  private func filters() -> HTML {
    let theCase = visit.look.theCase
    let parties = theCase.header.parties
    let others = Set(theCase.issues.flatMap(\.parties)).subtracting(parties).sorted()
    let issues = theCase.issues
    return """
      <details class="filters"\("" as HTML)><summary>Filters\(count)</summary>
      <div class="filter-sets">
      \(checks(
        "party", "Parties", (parties + others).map { ($0.raw, visit.index.name($0)) },
        Set(lens.parties.map(\.raw))))\
      \(checks(
        "source", "Sources", theCase.sources.map { ($0.id.raw, "\($0.id.raw): \($0.title)") },
        Set(lens.sources.map(\.raw))))\
      \(checks(
        "issue", "Issues", issues.map { ($0.id.raw, $0.title) }, Set(lens.issues.map(\.raw))))\
      <fieldset class="how"><legend>Evidence</legend>
      <label>How near to a party's own words
      <select name="directness">\(options(
        [("", "any")] + Directness.allCases.map { ($0.rawValue, $0 == .otherParty ? "\($0.words), or nearer" : $0.words) },
        lens.directness?.rawValue ?? ""))</select></label>
      <label>Credibility no worse than
      <select name="credibility">\(options(
        [("", "any, ungraded too")] + (1...5).map { grade in
          ("\(grade)", "\(grade) \(Credibility(rawValue: grade)?.words ?? "")")
        }, lens.worstCredibility.map(String.init) ?? ""))</select></label>
      <label>Told no later than <input name="told-by" value="\(lens.toldBy?.text ?? "")" size="10" \
      placeholder="any date" autocomplete="off"></label>
      <label>Entered no later than <input name="known-at" value="\(lens.knownAt?.text ?? "")" size="10" \
      placeholder="any date" autocomplete="off"></label>
      </fieldset>
      <p class="apply"><button type="submit">Apply filters</button></p>
      </div></details>
      """
  }

  private var count: HTML {
    let number =
      lens.parties.count + lens.issues.count + lens.sources.count
      + [
        lens.worstCredibility != nil, lens.directness != nil, lens.toldBy != nil,
        lens.knownAt != nil,
      ]
      .count { $0 }
    return number == 0 ? HTML() : " <span class=\"count\">\(number)</span>"
  }

  private func checks(
    _ name: String, _ title: String, _ items: [(id: String, title: String)], _ chosen: Set<String>
  ) -> HTML {
    guard items.count > 1 || !chosen.isEmpty else { return HTML() }
    return """
      <fieldset><legend>\(title)</legend><div class="checks">
      \(items.html { item in
        """
        <label dir="auto"><input type="checkbox" name="\(name)" value="\(item.id)"\
        \(" checked", when: chosen.contains(item.id))>\(item.title)</label>

        """
      })</div></fieldset>
      """
  }

  private func options(_ items: [(value: String, title: String)], _ chosen: String) -> HTML {
    items.html { item in
      "<option value=\"\(item.value)\"\(" selected", when: item.value == chosen)>\(item.title)</option>"
    }
  }

  /// What is chosen and makes no difference to this page.
  private var unheeded: HTML {
    let chosen: [(filter: Page.Filter, isChosen: Bool, words: String)] = [
      (.parties, !lens.parties.isEmpty, "the parties chosen"),
      (.issues, !lens.issues.isEmpty, "the issues chosen"),
      (.directness, lens.directness != nil, "nearness to a party's own words"),
    ]
    let words = chosen.filter { $0.isChosen && !heeds.contains($0.filter) }.map(\.words)
    if words.isEmpty { return HTML() }
    return """

      <p class="warning unheeded">Nothing on this page goes by \(words.joined(separator: " or ")).</p>
      """
  }

  /// What the lens hides, each with the link that shows it again.
  private func chips() -> HTML {
    var chips: [(words: String, address: ViewAddress)] = []
    func chip(_ words: String, _ change: (inout Lens) -> Void) {
      chips.append((words, address.through(change)))
    }
    let index = visit.index
    if let date = lens.asOf { chip("As of \(date.words)") { $0.asOf = nil } }
    if let date = lens.since { chip("Compared with \(date.words)") { $0.since = nil } }
    if let date = lens.toldBy { chip("Told no later than \(date.words)") { $0.toldBy = nil } }
    if let date = lens.knownAt { chip("Entered no later than \(date.words)") { $0.knownAt = nil } }
    for id in lens.parties {
      chip(index.name(id)) { lens in lens.parties.removeAll { $0 == id } }
    }
    for id in lens.issues {
      chip(index.issue(id)?.title ?? id.raw) { lens in lens.issues.removeAll { $0 == id } }
    }
    for id in lens.sources {
      chip("Source \(id)") { lens in lens.sources.removeAll { $0 == id } }
    }
    if let grade = lens.worstCredibility {
      chip("Credibility 1 to \(grade)") { $0.worstCredibility = nil }
    }
    if let near = lens.directness { chip("No further than \(near.words)") { $0.directness = nil } }
    guard !chips.isEmpty else { return HTML() }
    return """
      <ul class="chips-row" aria-label="What this look is limited to">
      \(chips.html { chip in
        """
        <li><a href="\(chip.address.href)" title="Take this away"><span dir="auto">\(chip.words)</span>\
        <span class="cross" aria-hidden="true">×</span><span class="only-read">, take away</span></a></li>

        """
      })\
      \(chips.count > 1 ? "<li><a href=\"\(address.through { $0 = Lens() }.href)\">Show everything</a></li>\n" : HTML())\
      </ul>
      """
  }
}
