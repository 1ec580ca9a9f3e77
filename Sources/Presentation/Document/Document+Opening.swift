extension Document {
  /// The place of the first block that is more than a few words at the head: where a page puts a form
  /// about all of it.
  package var firstSection: Int {
    blocks.firstIndex { !$0.isOpening } ?? blocks.endIndex
  }
}

extension Document.Block {
  /// Stands at the head of a paper, under its title.
  var isOpening: Bool {
    switch self {
    case .paragraph, .answer, .remark, .items, .quotation: true
    case .heading, .table, .matrix, .picture, .card, .pair, .part, .folded, .slot: false
    }
  }
}
