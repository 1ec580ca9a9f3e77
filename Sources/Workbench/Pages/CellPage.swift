internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// What stands behind one cell of the matrix, the newest words first.
  static let cell = Page(
    name: "cell", path: "/positions/{issue}/{party}",
    content: { request in
      let (row, cell) = try request.cell()
      return Content(
        title: "\(request.index.name(cell.party)) on \(row.title)",
        main: CellDetail(request: request, row: row, cell: cell).html, place: "positions")
    },
    json: { request in try request.lensed.frame.json(try request.cell().cell) },
    csv: { request in
      let (row, cell) = try request.cell()
      var lens = request.lensed.lens
      lens.issues = [row.issue]
      lens.parties = [cell.party]
      let view = StateOfPlay.positions(request.lensed.theCase, lens)
      return view.csv(in: request.frame)
    })
}

extension PageRequest {
  /// The cell that the path names.
  fileprivate func cell() throws -> (row: PositionsView.Row, cell: PositionsView.Cell) {
    let view = try lensed.view(PositionsView.self)
    guard let row = view.rows.first(where: { $0.issue.raw == parameters["issue"] }),
      let cell = row.cells.first(where: { $0.party.raw == parameters["party"] })
    else {
      throw Problem.notFound(
        "the matrix has no such cell", hint: "the filters may leave out its issue or party")
    }
    return (row, cell)
  }
}

private struct CellDetail {
  let request: PageRequest
  let row: PositionsView.Row
  let cell: PositionsView.Cell

  var html: HTML {
    let tellings = Dictionary(
      cell.tellings.map { ($0.statement, $0) }, uniquingKeysWith: { a, _ in a })
    // The newest first; of one date those that decide.
    let order = cell.tellings.enumerated().sorted { a, b in
      let (x, y) = (a.element.said?.latest, b.element.said?.latest)
      if x != y {
        guard let x else { return false }
        guard let y else { return true }
        return x > y
      }
      return a.offset < b.offset
    }.map(\.element.statement)
    return """
      <article class="dragoman cell"><header>
      <p class="kicker"><a href="\(request.link("/positions"))">State of play</a></p>
      <h1 dir="auto">\(request.index.name(cell.party)) on \(row.title)</h1></header>
      \(answers)
      <h2>The words, newest first</h2>
      \(cell.tellings.isEmpty ? "<p class=\"none\">Nothing is on record.</p>" : HTML())\
      \(StatementCard.cards(order, request, tellings: tellings))
      <details class="rule"><summary>The rule</summary><p>\(PositionsRule.text(request))</p></details>
      </article>

      """
  }

  private var answers: HTML {
    guard !cell.answers.isEmpty else {
      return "<p class=\"none\">No evidence decides; which is not neutral.</p>"
    }
    return """
      \("<p class=\"marks\"><strong class=\"contested\">contested</strong> What others report differs from the party's own words, or equal sources differ.</p>", when: cell.isContested)\
      \("<p class=\"marks\"><strong class=\"contested\">divided</strong> The party's own speakers differ.</p>", when: cell.isDivided)
      <ul class="answers">
      \(cell.answers.html { answer in
        """
        <li\(" class=\"superseded\"", when: answer.isSuperseded)>\
        \(answer.shownStances.html { HTML.stance($0) }) <span dir="auto">\(answer.title)</span>\
        \(" <strong class=\"red-line\">red line</strong>", when: answer.isRedLine)\
        \(" <span class=\"faint\">superseded by a later yes</span>", when: answer.isSuperseded)\
        \(request.lensed.frame.voiceWords(answer))\
        \(answer.requirements.html { requirement($0) }) \(request.references(answer.decidedBy))</li>

        """
      })</ul>
      """
  }

  private func requirement(_ line: PositionsView.RequirementLine) -> HTML {
    """
    <span class="condition" dir="auto">\(request.lensed.frame.requirementWords(line))</span>
    """
  }
}

private enum PositionsRule {
  static func text(_ request: PageRequest) -> String {
    (try? request.lensed.view(PositionsView.self).rule) ?? ""
  }
}
