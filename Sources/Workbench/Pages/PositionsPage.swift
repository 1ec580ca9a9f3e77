internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// The home page: where each party stands on each issue.
  static let positions = Page.view(
    PositionsView.self, main: { try PositionMatrix($0).html() })
}

/// The matrix of issues by parties, each cell a way to the statements behind it.
struct PositionMatrix {
  let request: PageRequest
  let view: PositionsView
  /// The last change of each cell since the date compared with.
  private let changes: [String: ChangesView.Change]
  /// The day from which freshness is counted.
  private let day: CivilDay?

  static let mostAnswers = 3

  init(_ request: PageRequest) throws {
    self.request = request
    view = try request.lensed.view(PositionsView.self)
    var changes: [String: ChangesView.Change] = [:]
    if request.address.lens.since != nil {
      for change in try request.lensed.view(ChangesView.self).changes
      where change.kinds != [.reaffirmed] {
        changes["\(change.issue) \(change.party)"] = change
      }
    }
    self.changes = changes
    day = try request.address.lens.asOf?.latest ?? request.lensed.evidenceDays().last
  }

  func html() throws -> HTML {
    let main = request.lensed.theCase.header.parties
    let inMain = view.parties.filter(main.contains)
    let others = view.parties.filter { !main.contains($0) }
    return """
      <article class="dragoman wide"><header><h1>State of play</h1>
      <p>\(lead)</p></header>
      \(table(inMain, "Positions by issue and party, with date of latest statement"))
      \(others.isEmpty ? HTML() : table(others, "Others whom an issue concerns"))
      \(legend)
      <details class="rule"><summary>The rule</summary><p>\(view.rule)</p></details>
      <footer><p>\(request.lensed.frame.footer.text)</p></footer>
      </article>

      """
  }

  private var lead: HTML {
    let cells = view.rows.flatMap(\.cells).filter(\.concerned)
    let silent = cells.count(where: \.isEmpty)
    let contested = cells.count(where: \.isContested)
    var words: HTML =
      "\(view.rows.count.counted("issue")), \(view.parties.count.counted("party", "parties")). "
    words += "\(contested.counted("cell")) contested, \(silent) without evidence"
    if let since = request.address.lens.since {
      words += ", <a href=\"\(request.link("/changes"))\">"
      let fresh = changes.values.count { $0.kinds == [.new] }
      words += "\(changes.count - fresh) changed and \(fresh) new since \(since.words)</a>"
    }
    return words + ". Open a cell for the words behind it."
  }

  private func table(_ parties: [Case.Actor.ID], _ caption: String) -> HTML {
    let rows = view.rows.filter { row in
      row.cells.contains { parties.contains($0.party) && ($0.concerned || !$0.isEmpty) }
    }
    guard !rows.isEmpty else {
      return "<p class=\"none\">No issue to be settled is on record.</p>"
    }
    return """
      <div class="table matrix"><table class="positions" role="table"><caption>\(caption)</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Issue</th>\
      \(parties.html { "<th role=\"columnheader\" scope=\"col\" dir=\"auto\">\(request.index.name($0))</th>" })\
      </tr></thead>
      <tbody role="rowgroup">
      \(rows.html { row($0, parties) })</tbody></table></div>
      """
  }

  private func row(_ row: PositionsView.Row, _ parties: [Case.Actor.ID]) -> HTML {
    """
    <tr role="row"><th role="rowheader" scope="row" dir="auto">\
    <a href="\(request.link("/entries/issues/\(row.issue)"))">\(row.title)</a></th>
    \(parties.html { party in
      row.cells.first { $0.party == party }.map { cell($0, row) } ?? "<td role=\"cell\"></td>"
    })</tr>

    """
  }

  private func cell(_ cell: PositionsView.Cell, _ row: PositionsView.Row) -> HTML {
    let name = request.index.name(cell.party)
    guard cell.concerned || !cell.isEmpty else {
      return """
        <td role="cell" class="off" data-column="\(name)"><span class="faint">not concerned</span></td>
        """
    }
    let href = request.link("/positions/\(row.issue)/\(cell.party)")
    guard !cell.isEmpty else {
      let kept =
        cell.tellings.isEmpty
        ? HTML()
        : " · <a class=\"open\" href=\"\(href)\">\(cell.tellings.count) listed, none decides</a>"
      return """
        <td role="cell" class="silent" data-column="\(name)"><span class="faint">— no evidence</span>\
        \(kept)</td>
        """
    }
    let current = cell.answers.filter { !$0.isSuperseded }
    let more = current.count - Self.mostAnswers
    return """
      <td role="cell" class="\(cell.isContested ? "is-contested" : "")" data-column="\(name)">
      \(current.prefix(Self.mostAnswers).html(answer))\
      \(more > 0 ? "<p class=\"faint\">and \(more) more</p>" : HTML())\
      \(marks(cell))
      <p class="foot"><a class="open" href="\(href)" aria-label="\(statements(cell)) behind \(name) on \(row.title)">\
      \(fresh(cell))<span>\(cell.newest?.words ?? "undated")</span> · <span>\(statements(cell))</span></a>\
      \(change(row, cell))</p></td>
      """
  }

  private func statements(_ cell: PositionsView.Cell) -> String {
    cell.tellings.count.counted("statement")
  }

  private func answer(_ answer: PositionsView.OptionPosition) -> HTML {
    """
    <div class="position"><span class="chips">\(answer.shownStances.html { HTML.stance($0) })</span>\
    <div><p dir="auto">\(answer.title)\
    \(" <strong class=\"red-line\">red line</strong>", when: answer.isRedLine)\
    <span class="warning">\(request.lensed.frame.voiceWords(answer))</span></p>\
    \(answer.requirements.filter { $0.kind != .trigger }.html { line in
      "<p class=\"condition\" dir=\"auto\">\(request.lensed.frame.requirementWords(line))</p>"
    })</div></div>
    """
  }

  private func marks(_ cell: PositionsView.Cell) -> HTML {
    var html = HTML()
    if cell.isContested { html += "<strong class=\"contested\">contested</strong> " }
    if cell.isDivided {
      html += "<strong class=\"contested\">divided: its own speakers differ</strong>"
    }
    return html.isEmpty ? html : "<p class=\"marks\">\(html)</p>"
  }

  private func fresh(_ cell: PositionsView.Cell) -> HTML {
    guard let newest = cell.newest, let day else { return HTML() }
    let freshness = Freshness(newest, at: day)
    return """
      <span class="fresh \(freshness.rawValue)" title="Newest words \(freshness.words)">\
      <span aria-hidden="true">\(freshness.sign)</span><span class="only-read">\(freshness.words),</span></span> 
      """
  }

  private func change(_ row: PositionsView.Row, _ cell: PositionsView.Cell) -> HTML {
    guard let change = changes["\(row.issue) \(cell.party)"] else { return HTML() }
    let words = change.kinds.map(\.words).joined(separator: ", ")
    let sign = change.kinds.first?.sign ?? ""
    return """
       <a class="change" href="\(request.link("/changes"))#\(change.anchor)">\
      <span aria-hidden="true">\(sign)</span> \(words)</a>
      """
  }

  private var legend: HTML {
    var html: HTML = "<p class=\"remark legend\">"
    for stance in PositionStance.allCases { html += "\(HTML.stance(stance)) " }
    html += "<span>— no evidence, which is not neutral</span> "
    for fresh in Freshness.allCases { html += "<span>\(fresh.sign) \(fresh.words)</span> " }
    return html + "</p>"
  }
}

extension ChangesView.Kind {
  /// Beside the word, never in its place.
  var sign: String {
    switch self {
    case .reversed: "⟲"
    case .softened: "↓"
    case .hardened: "↑"
    case .mixed: "↕"
    case .changed: "≠"
    case .new: "+"
    case .reaffirmed: "="
    case .withdrawn: "−"
    case .progress: "➤"
    }
  }
}

extension ChangesView.Change {
  /// Of the change on its page.
  var anchor: String { "change-\(issue)-\(party)-\(after.first?.statement.raw ?? date.text)" }
}
