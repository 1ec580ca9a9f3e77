internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// What would follow if a party accepted an answer.
  static let supposition = Page(
    name: "suppose", path: "/suppose", own: ["party-to", "accepts", "done", "without"],
    lens: LensOption.evidence,
    place: Place(
      group: .agreements, title: "Suppose", key: "u",
      summary:
        "What would follow if a party accepted an option, a step were taken or a condition given up."
    ),
    content: { request in
      let question = SuppositionQuestion(request)
      let document = try question.document()
      return Content(
        title: "Suppose",
        main: request.fragment(document, slots: ["question": try question.form()]))
    },
    json: { request in
      let question = SuppositionQuestion(request)
      if let view = try question.stepView() { return try request.frame.json(view) }
      guard let view = try question.view() else {
        return try request.frame.json([String: String]())
      }
      return try request.frame.json(view)
    },
    csv: { request in CSVFace().render(try SuppositionQuestion(request).document().tables) },
    document: { try SuppositionQuestion($0).document() })
}

/// Who is to accept what, chosen from what the case has.
private struct SuppositionQuestion {
  let request: PageRequest

  init(_ request: PageRequest) { self.request = request }

  private var index: CaseIndex { request.index }
  private var own: Query { request.address.own }

  private var parties: [Case.Actor.ID] {
    let theCase = index.theCase
    let main = theCase.header.parties
    return main
      + Set(theCase.issues.flatMap(\.parties)).subtracting(main).sorted()
  }

  private func answers() throws -> [SupposableAnswers] {
    try request.lensed.state().supposable(request.checkpoint)
  }

  /// Issue and answer, as `neutrality/permanent`.
  private func chosen() throws -> (party: Case.Actor.ID, issue: Case.Issue.ID, answer: String)? {
    guard let name = own["party-to"], let answer = own["accepts"] else { return nil }
    let party = Case.Actor.ID(name)
    guard parties.contains(party) else {
      throw Problem.badRequest("the case has no party `\(name.shortened(to: 60))`")
    }
    let parts = answer.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2,
      let issue = try answers().first(where: { $0.issue.raw == parts[0] }),
      issue.answers.contains(where: { $0.id == parts[1] })
    else {
      throw Problem.badRequest("no issue has the answer `\(answer.shortened(to: 60))`")
    }
    return (party, issue.issue, parts[1])
  }

  func view() throws -> SuppositionView? {
    guard let (party, issue, answer) = try chosen() else { return nil }
    return try supposition(
      request.lensed.theCase, request.lensed.lens, that: party, accepts: answer, on: issue,
      conditions: try request.view(PreconditionsView.self), checkpoint: request.checkpoint)
  }

  /// Of a step taken or a condition given up, where the address asks for one.
  func stepView() throws -> StepSuppositionView? {
    let conditions = try request.view(PreconditionsView.self)
    let (theCase, lens) = (request.lensed.theCase, request.lensed.lens)
    if let step = own["done"], !step.isEmpty {
      guard
        let view = try supposition(
          theCase, lens, taken: step, conditions: conditions, checkpoint: request.checkpoint)
      else {
        throw Problem.badRequest(
          "no condition in force waits for `\(step.shortened(to: 60))`", field: "done")
      }
      return view
    }
    if let number = own["without"], !number.isEmpty {
      guard
        let view = try Int(number).flatMap({
          try supposition(
            theCase, lens, dropped: $0, conditions: conditions, checkpoint: request.checkpoint)
        })
      else {
        throw Problem.badRequest(
          "no condition in force has the number `\(number.shortened(to: 20))`", field: "without")
      }
      return view
    }
    return nil
  }

  func document() throws -> Document {
    if let view = try stepView() { return request.frame.document(view) }
    guard let view = try view() else {
      var table = Table(
        "Choose what to suppose",
        [Table.Column("Question"), Table.Column("Now"), Table.Column("If so")])
      table.emptyWords = "Nothing is supposed yet."
      return Document(
        "Suppose",
        [
          .paragraph(
            """
            Suppose that a party accepted an option, that a step was taken, or that a condition was given \
            up, and see what would follow: how near the parties would be, which conditions would be met \
            and which deadlocks resolved. No numbers are needed. Where an analyst has made a scenario or \
            a conflict with the option, the page also shows which packages all could accept and which \
            outcomes would hold.
            """), .slot("question"), .table(table),
        ])
    }
    return request.frame.document(view)
  }

  /// A form for each kind of supposition, or why there is nothing of the kind to suppose.
  func form() throws -> HTML {
    let conditions = try request.view(PreconditionsView.self)
    return """
      \(try acceptance())\
      \(choice(
        "Suppose this had been done", "done",
        conditions.awaitedSteps.map { ($0.id, "\($0.title) (\($0.state.words))") },
        none: "No condition in force waits for a step, a milestone or a meeting, so none can be supposed to be done."))\
      \(choice(
        "Suppose this condition were given up", "without",
        conditions.givable.map { ("\($0.id)", "\($0.sentence)") },
        none: "No party has a condition in force, so none can be supposed to be given up."))

      """
  }

  private func acceptance() throws -> HTML {
    let answers = try answers()
    guard !parties.isEmpty, !answers.isEmpty else {
      return """
        <p class="panel">No negotiable issue has an option yet, and no number, date or set was named: there \
        is no answer that a party could be supposed to accept. Options are added to an issue under All entries.</p>

        """
    }
    let (party, answer) = (own["party-to"], own["accepts"])
    return """
      <form class="panel row" method="get" action="/suppose">
      \(lens)
      <label>Suppose <select name="party-to">\(parties.html { id in
        "<option value=\"\(id)\"\(" selected", when: id.raw == party)>\(index.name(id))</option>"
      })</select></label>
      <label>accepted <select name="accepts">\(answers.html { issue in
        """
        <optgroup label="\(issue.title)">\(issue.answers.html { one in
          "<option value=\"\(issue.issue)/\(one.id)\"\(" selected", when: "\(issue.issue)/\(one.id)" == answer)>\(one.title)</option>"
        })</optgroup>
        """
      })</select></label>
      <button type="submit">See what follows</button>
      </form>

      """
  }

  private var lens: HTML {
    request.address.lensQuery.items.html {
      "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
    }
  }

  private func choice(
    _ label: String, _ name: String, _ choices: [(value: String, words: String)], none: String
  ) -> HTML {
    guard !choices.isEmpty else { return "<p class=\"panel\">\(none)</p>\n" }
    let chosen = own[name]
    return """
      <form class="panel row" method="get" action="/suppose">
      \(lens)
      <label>\(label): <select name="\(name)">\(choices.html { value, words in
        "<option value=\"\(value)\"\(" selected", when: value == chosen)>\(words.shortened(to: 140))</option>"
      })</select></label>
      <button type="submit">See what follows</button>
      </form>

      """
  }
}
