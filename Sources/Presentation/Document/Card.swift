internal import CaseModel

/// One thing to be read by itself: a statement with the words it rests on, or a change with what it
/// did.
package struct Card: Sendable, Hashable {
  /// Names the card on its page, as `card-ID`, and is shown where it leads.
  package var id: String
  package var link: Link?
  /// When, by whom, of what kind.
  package var head: Inline
  /// What it says, in a line.
  package var title: Inline
  /// The words before, the words in question, and those after.
  package var quotation: Quotation?
  /// Where it came from, how good it is, how it is read.
  package var notes: [Inline]
  package var items: [Inline] = []
  /// It counts for what is shown, where others beside it do not.
  package var isDecisive = false
  /// Where exactly the words are, which few readers need: only for faces that can fold it.
  package var place: [Inline] = []
  /// Can be jumped to on its page; false where the same card may be there several times.
  package var isTarget = true
  /// For a form of the page's own; see ``Document/Block/slot(_:)``.
  package var slot: String?

  package struct Quotation: Sendable, Hashable {
    package var before = ""
    package var words: String
    package var after = ""
    /// As IETF BCP 47 writes it; nil where it is not known.
    package var language: String?
  }

  package init(_ id: String, head: Inline, title: Inline, notes: [Inline] = []) {
    self.id = id
    self.head = head
    self.title = title
    self.notes = notes
  }

  var inlines: [Inline] { [head, title] + notes + items + place }

  /// The same as paragraphs, for faces that have no cards.
  var blocks: [Document.Block] {
    var first = head.isEmpty ? Inline("") : head + Inline(" ")
    if !id.isEmpty { first += Inline("[\(id)]", .reference) }
    var blocks: [Document.Block] = [.paragraph(first)]
    if !title.isEmpty { blocks.append(.paragraph(title)) }
    if let quotation {
      let mark = quotation.before.isEmpty && quotation.after.isEmpty
      blocks.append(
        .quotation(
          mark
            ? quotation.words
            : "\(quotation.before)»\(quotation.words)«\(quotation.after)"))
    }
    let lines = notes + items
    if !lines.isEmpty { blocks.append(.items(lines)) }
    return blocks
  }
}

extension Document.Block {
  /// The block in terms of headings, paragraphs, lists, tables and quotations alone, for faces of
  /// plain text.
  var plain: [Document.Block] {
    switch self {
    case .card(let card): card.blocks
    case .pair(let sides):
      sides.flatMap { side in
        [.paragraph(side.title.strong + Inline(side.isTaken ? " (accepted)" : ""))]
          + (side.cards.isEmpty && !side.emptyWords.isEmpty
            ? [.paragraph(Inline(side.emptyWords, .faint))] : [])
          + side.cards.flatMap(\.blocks)
      }
    case .folded(let title, let blocks):
      [.paragraph(Inline(title, .strong))] + blocks.flatMap(\.plain)
    case .part(let part): [.paragraph(part.title.strong)] + part.blocks.flatMap(\.plain)
    case .matrix(let matrix): [.table(matrix.table)]
    case .answer(let inline): [.paragraph(inline)]
    case .slot: []
    case .table(let table): [.table(table.shown(on: .plain))]
    case .heading, .paragraph, .remark, .items, .quotation, .picture: [self]
    }
  }
}
