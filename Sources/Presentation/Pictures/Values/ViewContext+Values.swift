internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// The numbers that the parties have named on an issue over time; nothing where there are none.
  func valuePicture(_ row: PositionsView.Row) -> [Document.Block] {
    let ways = row.cells.compactMap { cell in
      cell.values.map { (name: index.name(cell.party), values: $0) }
    }
    return Presentation.valuePicture(row.title, ways, now: lens.asOf).map { [.picture($0)] } ?? []
  }
}
