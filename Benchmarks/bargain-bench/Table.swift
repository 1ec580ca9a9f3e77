/// A table printed row by row, in columns or as Markdown.
struct Table {
  private let markdown: Bool
  private static let widths = [42, 9, 10, 21, 8, 0]

  init(markdown: Bool) { self.markdown = markdown }

  mutating func header(_ cells: String...) {
    print(line(cells))
    if markdown { print("|" + cells.map { _ in ":--|" }.joined()) }
  }

  func row(_ cells: String...) { print(line(cells)) }

  func end() { print("") }

  private func line(_ cells: [String]) -> String {
    if markdown { return "| " + cells.joined(separator: " | ") + " |" }
    return zip(cells, Self.widths).map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined()
  }
}
