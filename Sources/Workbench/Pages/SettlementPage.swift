internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Which packages all could accept, if the analyst's numbers are right, and if they were others.
  static let settlement = Page.asked(
    SettlementView.self, own: ["scenario", "package", "choose.", "set.", "draws", "seed"],
    made: { try ScenarioTrial($0).answer() },
    data: { try ScenarioTrial($0, asData: true).answer() },
    main: { request in
      request.lensed.theCase.scenarios.isEmpty
        ? ScenarioTrial.none(request) : try ScenarioTrial(request).html()
    })
}

/// A scenario as its analyst wrote it, and as it would be with the numbers and the package that the
/// address names.
struct ScenarioTrial {
  let request: PageRequest
  /// As written, nothing drawn.
  let base: SettlementView
  /// As asked.
  let view: SettlementView
  /// What could not be calculated, in which case ``view`` is ``base``.
  let fault: Problem?
  /// The options of the package that the address names, or of the scenario's first, by issue; nil
  /// where one is open.
  let written: [String?]
  /// The same with the address's own choices over it: the package looked at.
  let chosen: [String?]
  /// `ukraine.weight.ceasefire=0.3`, those alone that differ from what is written.
  let settings: [String]

  /// Draws beyond so many are for the command line.
  static let mostDraws = 10_000
  /// So many once a slider has come to rest.
  static let draws = 200

  /// - Parameter asData: nothing is asked that the address does not name, so that the answer is the
  ///   command's.
  init(_ request: PageRequest, asData: Bool = false) throws {
    self.request = request
    guard !request.lensed.theCase.scenarios.isEmpty else {
      throw Problem.notFound("the case has no scenario")
    }
    let own = request.address.own
    let lensed = request.lensed
    let id = own["scenario"].map { Case.Scenario.ID($0) } ?? lensed.theCase.scenarios.first?.id
    let checkpoint = request.checkpoint
    do {
      base = try lensed.settlement(id, checkpoint)
    } catch let fault as ModelError {
      throw Problem.badRequest(fault)
    }
    let base = base
    settings = own.under("set.").map { "\($0.name)=\($0.value)" }.filter { !base.holds($0) }
    let isFree = asData && own["package"] == nil && own.under("choose.").isEmpty
    written = isFree ? base.issues.map { _ in nil } : try Self.package(own["package"], base)
    chosen = zip(base.issues, written).map { issue, option in own["choose.\(issue.id)"] ?? option }
    let package = zip(base.issues, chosen).compactMap { issue, option in
      option.map { "\(issue.id)=\($0)" }
    }
    var questions = SettlementQuestions()
    questions.packages = package.isEmpty ? [] : [package.joined(separator: ",")]
    questions.next = !package.isEmpty
    questions.draws =
      try request.number("draws", 0...Self.mostDraws) ?? (asData ? questions.draws : 0)
    questions.seed = UInt64(try request.number("seed", 0...Int(Int32.max)) ?? 1)
    questions.flips = questions.draws > 0
    do {
      for text in settings { questions.settings.append(try ScenarioChange(text)) }
      view = try lensed.settlementTable(id).view(asking: questions, checkpoint: checkpoint)
      fault = nil
    } catch let problem as ModelError {
      // What was asked wrongly is said beside the form, and not in its place.
      view = base
      fault = Problem.badRequest(problem)
    }
  }

  private static func package(_ name: String?, _ base: SettlementView) throws -> [String?] {
    let open: [String?] = base.issues.map { _ in nil }
    guard let name = name ?? base.packages.first(where: { $0.title != nil })?.key else {
      return open
    }
    if let line = base.packages.first(where: { $0.key == name }) { return line.options }
    var options = open
    for choice in name.split(separator: ",") {
      let parts = choice.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let place = base.issues.firstIndex(where: { $0.id == parts[0] })
      else {
        throw Problem.badRequest(
          "the scenario has no package `\(name.shortened(to: 60))`",
          hint: "it has \(base.packages.map(\.key).alternatives), or write issue=option,…")
      }
      options[place] = parts[1]
    }
    return options
  }

  /// The view, where what was asked can be calculated.
  func answer() throws -> SettlementView {
    if let fault { throw fault }
    return view
  }

  static func none(_ request: PageRequest) -> HTML {
    let draft: HTML =
      request.mode.writing == .allowed
      ? "<p><a class=\"button\" href=\"/scenarios/numbers\">Draft a scenario from the positions on record</a></p>"
      : HTML()
    return """
      <article class="dragoman"><header><h1>Settlement</h1></header>
      <p>The case has no scenario. In a scenario an analyst states what each settlement would be worth \
      to each party; a draft is made of the positions on record, with every default marked, and its \
      numbers are set in a table.</p>
      \(draft)</article>

      """
  }

  func html() -> HTML {
    var document = request.lensed.frame.document(view)
    document.kicker = "Packages acceptable to all"
    document.title = view.title
    let picture = document.takePicture()
    // What was found is said first, then what can be tried, then the rest; the form between them stays
    // as it is while the others follow it.
    let rest = Array(document.blocks[document.firstSection...])
    document.blocks.removeSubrange(document.firstSection...)
    return """
      <div id="settled-head">
      \(request.fragment(document))</div>
      <div class="settle">
      <div id="outcome">
      \(result)
      \(picture.map { request.figure($0, id: "outcomes") })
      </div>
      \(ScenarioForm(trial: self).html())
      <article class="dragoman" id="settled">
      \(request.blocks(rest))</article>
      </div>

      """
  }

  /// In a line what is so, and what was so before.
  private var result: HTML {
    if let fault {
      return """
        <p class="result refused" role="alert" dir="auto"><strong>Invalid input:</strong> \
        \(fault.message). \(fault.hint ?? "") Showing the scenario without changes.</p>
        """
    }
    let frame = request.lensed.frame
    let before =
      settings.isEmpty ? "" : " With the scenario's own numbers, \(frame.acceptance(base))."
    let isDrawn = request.address.own["draws"] != nil
    let sure: HTML =
      isDrawn
      ? HTML()
      : " <a href=\"\(request.address.asking("draws", "\(Self.draws)").href)\">Show sensitivity</a>"
    return """
      <p class="result\(" shut", when: view.zone.isEmpty)" role="status"><strong>\
      \(frame.acceptance(view).capitalisedFirst).</strong>\(before)\(sure)</p>
      """
  }
}

extension SettlementView {
  /// Whether a setting says only what the scenario says already.
  fileprivate func holds(_ setting: String) -> Bool {
    guard let sign = setting.firstIndex(of: "=") else { return false }
    let name = setting[..<sign]
    guard let value = Double(setting[setting.index(after: sign)...]) else { return false }
    return numbers.first { $0.id == name }?.value == value
  }
}

extension LensedCase {
  /// A scenario made ready to be asked again and again.
  func settlementTable(_ id: Case.Scenario.ID?) throws -> SettlementTable {
    try value("scenario \(id?.raw ?? "")") {
      try SettlementTable(snapshot.theCase, lens, scenario: id, derivedIn: state())
    }
  }

  /// The scenario as written, without draws.
  func settlement(_ id: Case.Scenario.ID?, _ checkpoint: Checkpoint) throws -> SettlementView {
    try value("settlement \(id?.raw ?? "")") {
      var questions = SettlementQuestions()
      (questions.draws, questions.flips) = (0, false)
      return try settlementTable(id).view(asking: questions, checkpoint: checkpoint)
    }
  }
}
