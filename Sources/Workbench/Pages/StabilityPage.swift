internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Which outcomes would hold once reached, if the analyst's model is right.
  static let stability = Page.asked(
    StabilityView.self,
    own: [
      "conflict", "state", "want", "what-if", "maker", "wants", "sample", "seed", "coalitions",
    ],
    made: { try ConflictQuestions($0).view() }, main: { try ConflictQuestions($0).html() })
}

/// A conflict of the case and what the address asks of it.
private struct ConflictQuestions {
  let request: PageRequest
  private let own: Query
  private let questions: StabilityQuestions

  /// Draws beyond so many are for the command line.
  static let mostSamples = 10_000

  init(_ request: PageRequest) throws {
    self.request = request
    let own = request.address.own
    self.own = own
    var questions = StabilityQuestions()
    questions.states = own.all("state")
    questions.why = true
    questions.want = own["want"]
    do {
      for text in own.all("what-if") { questions.whatIf.append(try ConflictChange(text)) }
    } catch {
      throw Problem.badRequest(error)
    }
    if let maker = own["maker"], let wants = own["wants"] {
      questions.whatIf.append(.wants(maker: maker, formula: wants))
    }
    questions.coalitions = own["coalitions"] != nil
    questions.samples = try request.number("sample", 1...Self.mostSamples)
    questions.seed = UInt64(try request.number("seed", 0...Int(Int32.max)) ?? 1)
    self.questions = questions
  }

  private var conflicts: [Case.Conflict] { request.lensed.theCase.conflicts }

  func view() throws -> StabilityView {
    try made(questions)
  }

  private func made(_ questions: StabilityQuestions) throws -> StabilityView {
    guard let first = conflicts.first else {
      throw Problem.notFound("the case has no conflict to analyse")
    }
    let id = own["conflict"].map { Case.Conflict.ID($0) } ?? first.id
    do {
      return try stability(
        request.lensed.theCase, request.lensed.lens, conflict: id, asking: questions,
        checkpoint: request.checkpoint)
    } catch let fault as ModelError {
      throw Problem.badRequest(fault)
    }
  }

  func html() throws -> HTML {
    guard !conflicts.isEmpty else {
      return """
        <article class="dragoman"><header><h1>Stability</h1></header>
        <p>The case has no conflict model. In one, an analyst states what each side can do and \
        prefers; the page then shows which outcomes no one would leave.</p>
        \(request.mode.writing == .allowed
          ? "<p><a class=\"button\" href=\"/conflicts/build\">Make one</a></p>" as HTML
          : request.refusalRemark)</article>

        """
    }
    // What was asked wrongly is said beside the form, and not in its place.
    var fault: Problem?
    let view: StabilityView
    do {
      view = try made(questions)
    } catch let problem as Problem {
      fault = problem
      var plain = StabilityQuestions()
      plain.why = true
      view = try made(plain)
    }
    var document = request.lensed.frame.document(view)
    document.title = view.title
    document.kicker = "Stable outcomes"
    document.blocks.insert(.slot("questions"), at: document.firstSection)
    return request.fragment(document, slots: ["questions": form(view, fault)])
  }

  private func form(_ view: StabilityView, _ fault: Problem?) -> HTML {
    """
    <form class="panel" method="get" action="/stability">
    \(request.address.lensQuery.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
    <h2>Ask the model</h2>
    \(request.mode.writing == .allowed
      ? "<p><a class=\"button\" href=\"/conflicts/build?conflict=\(view.conflict)\">Change who can do what, and what each wants</a></p>" as HTML
      : HTML())
    \(fault.map { "<p class=\"warning\" role=\"alert\" dir=\"auto\">\($0.message). \($0.hint ?? "")</p>" as HTML })
    \(choice(view))
    <div class="row">
    <label>Why this outcome <select name="state"><option value="">equilibria and the status quo</option>\
    \(states(view, questions.states.first))</select></label>
    <label>What would make this one hold <select name="want"><option value="">none</option>\
    \(states(view, questions.want))</select></label>
    <label>Suppose <select name="maker"><option value="">no one</option>\
    \(view.decisionMakers.html { maker in
      "<option value=\"\(maker.id)\"\(" selected", when: maker.id == own["maker"])>\(maker.name)</option>"
    })</select></label>
    <label>wants above all <select name="wants"><option value="">nothing new</option>\
    \(view.options.html(wish))</select></label>
    <label>Random trials for uncertain points <input name="sample" inputmode="numeric" size="6" \
    value="\(questions.samples.map(String.init) ?? "")" placeholder="none" autocomplete="off"></label>
    <label class="tick"><input type="checkbox" name="coalitions" value="yes"\
    \(" checked", when: questions.coalitions)><span>Coalitions</span></label>
    <button type="submit">Ask</button>
    </div>
    <details\(" open", when: !own.all("what-if").isEmpty)><summary>Another change of the model, as a formula</summary>
    <p><label>What if <input name="what-if" value="\(own["what-if"] ?? "")" size="40" \
    autocomplete="off"></label></p>
    <p><code>MAKER: FORMULA</code> is wanted above all, <code>MAKER: without 2</code> drops the maker's second \
    preference, <code>never FORMULA</code> rules out a combination. Makers: \
    \(view.decisionMakers.html { "<code>\($0.id)</code> (\($0.name)) " })</p>
    <ul class="many">\(view.options.html { "<li dir=\"auto\"><code>\($0.id)</code> \($0.title)</li>\n" })</ul></details>
    </form>
    """
  }

  /// An option taken, and the same left.
  private func wish(_ option: StabilityView.OptionLine) -> HTML {
    [(option.id, option.title), ("not \(option.id)", "not: \(option.title)")].html {
      formula, words in
      "<option value=\"\(formula)\"\(" selected", when: formula == own["wants"])>\(words)</option>"
    }
  }

  private func choice(_ view: StabilityView) -> HTML {
    guard conflicts.count > 1 else { return HTML() }
    return """
      <label>Conflict <select name="conflict">\(conflicts.html { conflict in
        "<option value=\"\(conflict.id)\"\(" selected", when: conflict.id == view.conflict)>\(conflict.title)</option>"
      })</select></label>
      """
  }

  private func states(_ view: StabilityView, _ chosen: String?) -> HTML {
    view.states.html { state in
      "<option value=\"\(state.pattern)\"\(" selected", when: state.pattern == chosen)>\(state.pattern) \(state.words.shortened(to: 90))</option>"
    }
  }
}
