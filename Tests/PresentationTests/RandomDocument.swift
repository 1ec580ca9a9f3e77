import CaseModel
import StateOfPlay

@testable import Presentation

/// Documents with every kind of block and style, whose texts are of many scripts.
enum RandomDocument {
  static func make(seed: Int) -> Document {
    var random = RepeatableRandom(seed: seed)
    let blocks = (0..<random.int(1...8)).map { _ in block(&random) }
    return Document(random.text(1...6), blocks)
  }

  static func inline(_ random: inout RepeatableRandom, _ words: ClosedRange<Int>) -> Inline {
    let styles: [Inline.Style] = [
      .plain, .strong, .faint, .reference, .warning, .stance(.for), .condition, .redLine,
      .contested, .match, .removed, .added, .account(.against), .age(.older), .change(.mixed),
      .verdict(.open),
    ]
    var line = Inline("")
    for _ in 0..<random.int(1...3) {
      line += Inline(random.text(words), random.pick(styles, else: .plain))
    }
    return line
  }

  static func table(_ random: inout RepeatableRandom) -> Table {
    let columns = (0..<random.int(1...5)).map { _ in
      Table.Column(
        random.text(0...2), isNumber: random.isHit(20), weight: random.pick([1, 1, 2, 3], else: 1))
    }
    var table = Table(random.text(0...5), columns)
    table.hasRowHeads = random.isHit(50)
    table.isNarrow = random.isHit(50)
    table.rows = (0..<random.int(0...9)).map { _ in
      columns.map { _ in (0..<random.int(0...3)).map { _ in inline(&random, 0...6) } }
    }
    return table
  }

  private static func block(_ random: inout RepeatableRandom) -> Document.Block {
    switch random.int(0...13) {
    case 0: .heading(random.text(1...5))
    case 1: .paragraph(inline(&random, 0...20))
    case 2: .remark(inline(&random, 0...20))
    case 3: .items((0..<random.int(1...8)).map { _ in inline(&random, 1...9) })
    case 4: .quotation(random.text(1...30))
    case 5: .card(card(&random))
    case 6: .pair((0..<2).map { _ in .init(inline(&random, 0...4), [card(&random)]) })
    case 7: .folded(random.text(1...3), [.table(table(&random)), .card(card(&random))])
    case 8: .matrix(matrix(&random))
    case 9:
      .part(Document.Part(inline(&random, 1...4), [.card(card(&random)), .table(table(&random))]))
    case 10: .answer(inline(&random, 1...9))
    default: .table(table(&random))
    }
  }

  private static func matrix(_ random: inout RepeatableRandom) -> Matrix {
    let columns = (0..<random.int(1...4)).map { _ in random.text(1...2) }
    let rows = (0..<random.int(0...5)).map { _ in
      let cells = columns.map { _ in
        var cell = Matrix.Cell(
          random.pick([.plain, .contested, .silent, .off], else: .plain),
          (0..<random.int(0...3)).map { _ in inline(&random, 0...5) })
        if random.isHit(50) { cell.small = inline(&random, 0...3) }
        if random.isHit(50) { cell.marks = inline(&random, 0...2) }
        return cell
      }
      return Matrix.Row(head: [inline(&random, 1...4)], cells: cells)
    }
    return Matrix(caption: random.text(0...4), corner: "", columns: columns, rows: rows)
  }

  private static func card(_ random: inout RepeatableRandom) -> Card {
    var card = Card(
      random.text(1...1), head: inline(&random, 0...3), title: inline(&random, 0...9),
      notes: (0..<random.int(0...3)).map { _ in inline(&random, 0...9) })
    if random.isHit(50) {
      card.quotation = Card.Quotation(
        before: random.text(0...3), words: random.text(1...9), after: random.text(0...3))
    }
    card.isDecisive = random.isHit(50)
    return card
  }
}
