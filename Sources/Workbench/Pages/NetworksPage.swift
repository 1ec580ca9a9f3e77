internal import CaseModel
internal import Networks
internal import Presentation
internal import StateOfPlay

extension Page {
  /// What may be asked of the networks.
  static let networkQuestions = [
    "mode", "actors", "normalisation", "share", "duplicates", "from", "until", "period", "least",
    "window", "step", "edges", "backbone", "as",
  ]

  /// Who says the same as whom, in a window that the page moves.
  static let networks = Page.view(
    NetworksView.self, own: networkQuestions, made: { try $0.networks() },
    main: { request in
      let view = try request.networks()
      var document = request.frame.document(view)
      document.title = NetworksView.declaration.title
      document.isWide = true
      // What a window shows is apart, so that the slider can exchange it and stays itself.
      let first = document.firstSection
      var shown = Array(document.blocks[first...])
      var closing: [Document.Block] = []
      if case .remark? = shown.last { closing.append(shown.removeLast()) }
      document.blocks[first...] = [.slot("questions"), .slot("shown")] + closing
      return request.fragment(
        document,
        slots: [
          "questions": NetworkForm(request: request, view: view).html,
          "shown":
            "<div id=\"network\">\(request.blocks(shown))\(request.networkLinks)</div>",
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
    questions.until = try date("until")
    questions.backbone = address.own["backbone"] == "1"
    if let text = address.own["as"], !text.isEmpty {
      guard let departures = NetworkQuestions.departures(named: text) else {
        throw Problem.badRequest(
          "`\(text.shortened(to: 40))` is no departure",
          hint: "it is dna, or of \(Departure.allCases.map(\.rawValue).joined(separator: ", "))",
          field: "as")
      }
      questions.departures = departures
    }
    if let window = try window() { window.ask(&questions) }
    return questions
  }

  /// The moving window that the address asks for; nil for none.
  func window() throws -> NetworkStep? {
    guard let text = address.own["window"], !text.isEmpty else { return nil }
    guard let unit = CalendarUnit(rawValue: text) else {
      throw Problem.badRequest(
        "`\(text.shortened(to: 40))` is no window", hint: "it is week, month, quarter or year",
        field: "window")
    }
    var kernel: Kernel?
    if let edges = address.own["edges"], !edges.isEmpty {
      kernel = Kernel(rawValue: edges)
      guard kernel != nil else {
        throw Problem.badRequest(
          "`\(edges.shortened(to: 40))` is no way for a window to end",
          hint: "it is \(Kernel.allCases.map(\.rawValue).joined(separator: ", "))", field: "edges")
      }
    }
    let number = try number("step", -200_000...200_000)
    return NetworkStep(unit: unit, number: number, kernel: kernel)
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
