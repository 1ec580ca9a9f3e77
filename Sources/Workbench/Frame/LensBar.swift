internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// As-of, the date compared with, and the filters: plain forms and links, which scripts only make
/// quicker. They apply to every figure on the page.
struct LensBar {
  let request: PageRequest
  /// The options that make a difference to the page.
  let used: [LensOption]

  private var lens: Lens { request.address.lens }
  private var address: ViewAddress { request.address }

  func html() throws -> HTML {
    let days = try request.lensed.evidenceDays()
    return """
      <form class="lens" id="lens" method="get" action="\(address.path)" aria-label="Filter the record">
      \(address.own.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">\n" })\
      <div class="when">
      \(LensStepper(address: address, days: days, box: box(.asOf, id: "as-of")).html)
      \(LensOption.all.filter { $0.area == .date && $0 != .asOf }.html { option in
        "<label class=\"compare\">\(option.label)\n\(text(option))</label>\n"
      })\
      <button type="submit">Apply</button>
      </div>
      \(filters())
      </form>
      \(chips())\(unused)
      """
  }

  private func text(_ option: LensOption) -> HTML { box(option).html }

  /// What was typed where it was wrong, else the date as people write it.
  private func box(_ option: LensOption, id: String? = nil) -> DateBox {
    LensControls(lens: lens, index: request.index, wrong: request.wrong).box(option, id: id)
  }

  private func filters() -> HTML {
    let controls = LensControls(lens: lens, index: request.index, wrong: request.wrong)
    let isWrong = LensOption.all.contains {
      $0.area == .evidence && $0.name == request.wrong?.problem.field
    }
    return """
      <details class="filters"\(" open", when: isWrong)><summary>Filters\(count)</summary>
      <div class="filter-sets">
      \(LensOption.all.filter { $0.area == .list }.html(controls.checks))\
      <fieldset class="how"><legend>Evidence</legend>
      \(LensOption.all.filter { $0.area == .evidence }.html { option in
        "<label>\(option.label)\n\(controls.control(option))</label>\n"
      })</fieldset>
      <p class="apply"><button type="submit">Apply filters</button></p>
      </div></details>
      """
  }

  /// How many filters are set.
  private var count: HTML {
    let number = LensOption.all.filter { $0.area == .list || $0.area == .evidence }
      .map { $0.value.texts(of: lens).count }.reduce(0, +)
    return number == 0 ? HTML() : " <span class=\"count\">\(number)</span>"
  }

  /// What is chosen and makes no difference to this page.
  private var unused: HTML {
    let nouns = LensOption.all.filter { $0.isSet(in: lens) && !used.contains($0) && $0 != .redact }
      .map(\.noun)
    guard let last = nouns.last else { return HTML() }
    let words =
      (nouns.count > 1 ? nouns.dropLast().joined(separator: ", ") + " and the " : "") + last
    return """

      <p class="warning unheeded">The \(words) \(nouns.count == 1 ? "has" : "have") no effect on this page.</p>
      """
  }

  /// What the lens limits the page to, each with the link that removes it.
  private func chips() -> HTML {
    let limits = LensOption.all.filter { $0.area != .none }
      .flatMap { $0.limits(of: lens, request.index) }
    guard !limits.isEmpty else { return HTML() }
    return """
      <nav aria-label="Filters in effect"><ul class="chips-row">
      \(limits.html { limit in
        """
        <li><a href="\(address.through { $0 = limit.without }.href)" title="Remove filter">\
        <span dir="auto">\(limit.words)</span>\
        <span class="cross" aria-hidden="true">×</span><span class="only-read">, remove filter</span></a></li>

        """
      })\
      \(limits.count > 1 ? "<li><a href=\"\(address.through { $0 = Lens() }.href)\">Show everything</a></li>\n" : HTML())\
      </ul></nav>
      """
  }
}
