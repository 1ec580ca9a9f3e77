package import CaseModel
package import StateOfPlay

/// A page of a result before it has a face: what text, Markdown, CSV and HTML have in common.
package struct Document: Sendable, Hashable {
  package var title: String
  /// What kind of paper it is, over the title where there is room for it.
  package var kicker: Inline?
  /// On a screen it takes the room there is.
  package var isWide = false
  package var blocks: [Block]
  /// What the references name, for faces in which a reader can follow them.
  package var citations: [Citation] = []
  /// Of statements by their ids, the numbers by which a page refers to them where there is no room for who and when,
  /// as in the four-page brief; its list of sources says which are whose.
  package var noteNumbers: [String: Int] = [:]

  package init(_ title: String, _ blocks: [Block] = []) {
    self.title = title
    self.blocks = blocks
  }

  package enum Block: Sendable, Hashable {
    case heading(String)
    case paragraph(Inline)
    /// What comes of a question that was asked, before all else.
    case answer(Inline)
    /// Small print: rules, legends, footers.
    case remark(Inline)
    case items([Inline])
    case table(Table)
    case matrix(Matrix)
    /// The words of a source.
    case quotation(String)
    /// For faces that can show it.
    case picture(Picture)
    case card(Card)
    /// Cards that are read against each other, as two accounts are.
    case pair([Side])
    case part(Part)
    /// What few readers need, under a title; faces that can fold it do.
    case folded(String, [Block])
    /// Where a page puts a form or another part of its own; other faces have nothing there.
    case slot(String)
  }

  /// One of several cards side by side.
  package struct Side: Sendable, Hashable {
    package var title: Inline
    /// It is the one taken to be right.
    package var isTaken = false
    package var cards: [Card]
    /// What to say where there are no cards.
    package var emptyWords = ""

    package init(_ title: Inline, isTaken: Bool = false, _ cards: [Card]) {
      (self.title, self.isTaken, self.cards) = (title, isTaken, cards)
    }
  }

  /// One of many things of a kind under a heading, each with a title of its own.
  package struct Part: Sendable, Hashable {
    /// Names it on its page, so that others lead to it.
    package var anchor: String?
    package var title: Inline
    package var blocks: [Block]

    package init(_ title: Inline, anchor: String? = nil, _ blocks: [Block]) {
      (self.title, self.anchor, self.blocks) = (title, anchor, blocks)
    }
  }

  /// The tables in order, for faces that hold nothing else.
  package var tables: [Table] { blocks.flatMap(\.tables) }
}

extension Document.Block {
  /// By what rule a view is derived.
  static func rule(_ rule: String) -> Self { .folded("The rule", [.remark(Inline(rule))]) }

  var tables: [Table] {
    switch self {
    case .table(let table): [table.shown(on: .plain)]
    case .matrix(let matrix): [matrix.table]
    case .folded(_, let blocks): blocks.flatMap(\.tables)
    case .part(let part): part.blocks.flatMap(\.tables)
    default: []
    }
  }

  /// Every piece of text in it, in order.
  var inlines: [Inline] {
    switch self {
    case .paragraph(let inline), .answer(let inline), .remark(let inline): [inline]
    case .items(let items): items
    case .table(let table): table.rows.joined().flatMap { $0 }
    case .matrix(let matrix): matrix.inlines
    case .part(let part): [part.title] + part.blocks.flatMap(\.inlines)
    case .card(let card): card.inlines
    case .pair(let sides): sides.flatMap { [$0.title] + $0.cards.flatMap(\.inlines) }
    case .folded(_, let blocks): blocks.flatMap(\.inlines)
    case .heading, .quotation, .picture, .slot: []
    }
  }
}

/// Text with emphasis, as a list of spans.
package struct Inline: Sendable, Hashable, ExpressibleByStringInterpolation {
  package enum Style: Sendable, Hashable {
    case plain, strong, faint
    /// Statement ids behind a line.
    case reference
    case warning
    /// The glyph of a stance.
    case stance(PositionStance)
    /// What a statement makes of an account of what happened: the glyph, then the words.
    case account(PositionStance)
    /// The sign of how old the newest words are.
    case age(StatementAge)
    /// What kind of change it is.
    case change(ChangesView.Kind)
    /// What an analyst holds of a contradiction.
    case verdict(Case.Verdict.Kind)
    /// What a stance depends on.
    case condition
    /// The words "red line".
    case redLine
    /// Accounts of a position differ.
    case contested
    /// The words in question within their surroundings.
    case match
    /// What was taken out, and what was put in.
    case removed, added
    /// What is of use at a terminal alone, as the name of a command; no page has it.
    case command
  }

  package struct Span: Sendable, Hashable {
    package var text: String
    package var style: Style
    /// The ids in `text`, in order, that a reader can follow.
    package var links: [String] = []
    /// Where the whole span leads, in faces in which a reader can follow it.
    package var link: Link?
  }

  package var spans: [Span]

  package init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text: text, style: style)]
  }

  /// Text with ids in it that a reader can follow.
  package init(_ text: String, links: [String]) {
    spans = text.isEmpty ? [] : [Span(text: text, style: .reference, links: links)]
  }

  /// Text that leads to a page.
  package init(_ text: String, _ style: Style = .plain, to link: Link?) {
    self.init(text, style)
    for place in spans.indices { spans[place].link = link }
  }

  package init(stringLiteral text: String) { self.init(text) }

  package static func + (a: Inline, b: Inline) -> Inline {
    var sum = a
    sum.spans += b.spans
    return sum
  }

  package static func += (a: inout Inline, b: Inline) { a.spans += b.spans }

  package var text: String { spans.map(\.text).joined() }
  package var isEmpty: Bool { spans.isEmpty }
}

/// Rows under named columns, with a caption that says what they are.
package struct Table: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package var title: String
    /// Numbers stand to the right.
    package var isNumber = false
    /// Its share of the room left when not all fits; 1 is usual, 0 is never narrowed.
    package var weight = 1
    /// Where it is shown; nil where that is everywhere.
    package var medium: Medium?

    /// A page is read by a person; plain text also by those who type ids at a terminal.
    package enum Medium: Sendable, Hashable { case page, plain }

    package init(
      _ title: String, isNumber: Bool = false, weight: Int = 1, only medium: Medium? = nil
    ) {
      self.medium = medium
      self.title = title
      self.isNumber = isNumber
      self.weight = weight
    }
  }

  package var caption: String
  /// What to say where there are no rows.
  package var emptyWords = "Nothing is on record."
  package var columns: [Column]
  /// The first cell of a row names what the row is about.
  package var hasRowHeads = false
  /// Short rows: where there is room, two columns of them side by side.
  package var isNarrow = false
  /// Set apart in a frame, for what is to be read first.
  package var isBoxed = false
  /// A cell is a list of lines.
  package var rows: [[[Inline]]]

  package init(_ caption: String, _ columns: [Column], _ rows: [[[Inline]]] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The table with the columns of one medium.
  func shown(on medium: Column.Medium) -> Table {
    let kept = columns.indices.filter { columns[$0].medium.map { $0 == medium } ?? true }
    guard kept.count < columns.count else { return self }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in kept.compactMap { row.indices.contains($0) ? row[$0] : nil } }
    return table
  }

  package mutating func row(_ cells: Inline...) { rows.append(cells.map { [$0] }) }
}
