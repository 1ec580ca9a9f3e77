import Foundations
import StateOfPlay

@testable import Presentation

/// Documents with every kind of block and style, whose texts are of many scripts.
enum RandomDocument {
  static func make(seed: Int) -> Document {
    var random = SplitMix64(seed: UInt64(seed))
    let blocks = (0..<random.int(1...8)).map { _ in block(&random) }
    return Document(random.text(1...6), blocks)
  }

  static func inline(_ random: inout SplitMix64, _ words: ClosedRange<Int>) -> Inline {
    let styles: [Inline.Style] = [
      .plain, .strong, .faint, .reference, .warning, .stance(.for), .condition, .redLine,
      .contested, .match, .removed, .added,
    ]
    var line = Inline("")
    for _ in 0..<random.int(1...3) {
      line += Inline(random.text(words), random.pick(styles, else: .plain))
    }
    return line
  }

  static func table(_ random: inout SplitMix64) -> Table {
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

  private static func block(_ random: inout SplitMix64) -> Document.Block {
    switch random.int(0...10) {
    case 0: .heading(random.text(1...5))
    case 1: .paragraph(inline(&random, 0...20))
    case 2: .remark(inline(&random, 0...20))
    case 3: .items((0..<random.int(1...8)).map { _ in inline(&random, 1...9) })
    case 4: .quotation(random.text(1...30))
    case 5: .card(card(&random))
    case 6: .pair((0..<2).map { _ in .init(inline(&random, 0...4), [card(&random)]) })
    case 7: .folded(random.text(1...3), [.table(table(&random)), .card(card(&random))])
    default: .table(table(&random))
    }
  }

  private static func card(_ random: inout SplitMix64) -> Card {
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
