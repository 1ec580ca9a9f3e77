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
        main: request.fragment(
          request.frame.document(cell, in: row, rule: try request.view(PositionsView.self).rule)),
        place: "positions")
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
        "the matrix has no such cell", hint: "the filters may exclude its issue or party")
    }
    return (row, cell)
  }
}
