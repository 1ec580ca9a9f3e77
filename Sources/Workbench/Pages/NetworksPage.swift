internal import CaseModel
internal import Networks
internal import Presentation
internal import StateOfPlay

extension Page {
  /// What may be asked of the networks.
  static let networkQuestions = [
    "mode", "actors", "normalisation", "share", "duplicates", "from", "period", "least",
  ]

  /// Who says the same as whom, in a window that the page moves.
  static let networks = Page.view(
    NetworksView.self, own: networkQuestions, made: { try $0.networks() },
    main: { request in
      let view = try request.networks()
      var document = request.frame.document(view)
      document.title = NetworksView.declaration.title
      document.isWide = true
      document.blocks.insert(.slot("questions"), at: document.firstSection)
      document.blocks.insert(.slot("files"), at: document.blocks.endIndex)
      return request.fragment(
        document,
        slots: [
          "questions": NetworkForm(request: request, view: view).html,
          "files": request.networkLinks,
        ])
    })

  /// The statements behind what two actors say of the same answers.
  static let tie = Page(
    name: "tie", path: "/networks/{first}/{second}", own: networkQuestions,
    lens: NetworksView.lensOptions,
    content: { request in
      let (tie, view) = try request.tie()
      let document = request.frame.document(tie, in: view)
      return Content(
        title: document.title, main: request.fragment(document), place: "networks")
    },
    json: { request in try request.frame.json(try request.tie().tie) },
    csv: { request in
      let (tie, view) = try request.tie()
      return CSVFace().render(request.frame.document(tie, in: view).tables)
    })

  /// The network as a file for other programs, in each format.
  static let networkFiles = NetworkGraph.Format.allCases.map { format in
    Page(
      name: "networks-\(format.rawValue)", path: "/networks.\(format.ending)",
      own: networkQuestions, lens: NetworksView.lensOptions,
      content: { _ in throw Problem.notFound("there is no such page") },
      file: { request in
        File(
          name: "networks-\(request.frame.index.theCase.header.id).\(format.ending)",
          kind: format.mediaType,
          text: NetworkGraph(try request.networks(), in: request.frame).file(format))
      })
  }
}

extension PageRequest {
  /// The networks as the address asks for them, made once for the page and its twins.
  fileprivate func networks() throws -> NetworksView {
    let questions = try networkQuestions()
    if questions == NetworkQuestions() { return try view(NetworksView.self) }
    let name = "networks?" + address.own.only(Page.networkQuestions).text
    return try lensed.value(name) {
      try StateOfPlay.networks(
        lensed.theCase, lensed.lens, asking: questions, checkpoint: checkpoint)
    }
  }

  private func networkQuestions() throws -> NetworkQuestions {
    var questions = NetworkQuestions()
    func choice<Value: RawRepresentable<String> & CaseIterable>(
      _ name: String, _ path: WritableKeyPath<NetworkQuestions, Value>
    ) throws {
      guard let text = address.own[name], !text.isEmpty else { return }
      guard let value = Value(rawValue: text) else {
        throw Problem.badRequest(
          "`\(text.shortened(to: 40))` is no choice here",
          hint: "it is \(Value.allCases.map(\.rawValue).joined(separator: ", "))", field: name)
      }
      questions[keyPath: path] = value
    }
    try choice("mode", \.mode)
    try choice("actors", \.actors)
    try choice("normalisation", \.normalisation)
    try choice("share", \.share)
    try choice("duplicates", \.duplicates)
    if let text = address.own["period"], !text.isEmpty {
      guard let period = CalendarUnit(rawValue: text) else {
        throw Problem.badRequest(
          "`\(text.shortened(to: 40))` is no period", hint: "it is week, month, quarter or year",
          field: "period")
      }
      questions.period = period
    }
    questions.least = try number("least", 1...1_000_000) ?? 1
    questions.from = try date("from")
    return questions
  }

  /// The tie that the path names.
  fileprivate func tie() throws -> (tie: NetworksView.Tie, view: NetworksView) {
    let view = try networks()
    guard let first = parameters["first"], let second = parameters["second"],
      let tie = view.tie(Case.Actor.ID(first), Case.Actor.ID(second))
    else {
      throw Problem.notFound(
        "the two have no tie",
        hint: "they speak of no answer that both are for or against, or the filters exclude it")
    }
    return (tie, view)
  }

  fileprivate var networkLinks: HTML {
    let own = address.own.only(Page.networkQuestions)
    return """
      <p class="export">Download: \(NetworkGraph.Format.allCases.html { format in
        "<a href=\"\(link("/networks.\(format.ending)", own))\" download>\(format.words) (.\(format.ending))</a> "
      })</p>

      """
  }
}

/// What is asked of the networks, with the beginnings that a window can have.
private struct NetworkForm {
  let request: PageRequest
  let view: NetworksView

  var html: HTML {
    """
    <form class="panel row" method="get" action="/networks">
    \(request.address.lensQuery.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
    \(choice("Show", "mode", view.asked.mode) { $0 == .actors ? "actors by actors" : "actors by answers" })
    \(choice("Actors", "actors", view.asked.actors) { $0.words })
    \(view.asked.mode == .actors
      ? choice("Normalisation", "normalisation", view.asked.normalisation) { $0.rawValue }
      : choice("Normalisation", "share", view.asked.share) { $0.rawValue })
    \(choice("Repetitions", "duplicates", view.asked.duplicates) { rule in
      switch rule {
      case .keep: "count each"
      case .range: "once in all"
      default: "once a \(rule.rawValue)"
      }
    })
    <label>Least statements <input name="least" inputmode="numeric" size="4" autocomplete="off" \
    value="\(view.asked.least)"></label>
    <label>From \(request.dateBox("from", placeholder: "the start"))</label>
    <button type="submit">Apply</button>
    <span class="quick">\(beginnings)</span>
    </form>
    """
  }

  private func choice<Value: RawRepresentable<String> & CaseIterable & Equatable>(
    _ label: String, _ name: String, _ chosen: Value, _ words: (Value) -> String
  ) -> HTML {
    """
    <label>\(label) <select name="\(name)">\(Array(Value.allCases).html { value in
      "<option value=\"\(value.rawValue)\"\(" selected", when: value == chosen)>\(words(value))</option>"
    })</select></label>
    """
  }

  /// Everything, and the dates at which the network or a tie changed.
  private var beginnings: HTML {
    var dates = view.changes?.points.map(\.date) ?? []
    dates += view.ties.compactMap(\.turn?.date).filter(\.isDay)
    let days = Set(dates.map { $0.earliest }).sorted()
    guard !days.isEmpty || view.asked.from != nil else { return HTML() }
    let all: HTML =
      view.asked.from == nil
      ? "" : "<a href=\"\(request.address.asking("from", nil).href)\">All</a> "
    return all
      + days.suffix(6).html { day in
        let date = EDTFDate(day)
        return
          "<a href=\"\(request.address.asking("from", date.text).href)\">since \(date.words)</a> "
      }
  }
}
