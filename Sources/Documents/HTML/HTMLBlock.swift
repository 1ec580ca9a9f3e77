/// A run of text between two boundaries of blocks, with what its surroundings say of it.
struct HTMLBlock {
  enum Kind: Equatable {
    case text, paragraph, listItem, caption, quotation, verbatim, definition, row
    case heading(Int)
  }

  var kind: Kind
  var text: String
  /// In code points, without white space.
  var letters: Int
  var linkLetters: Int
  /// The innermost container, by index.
  var box: Int
  /// Its own element says that it is no part of the readable text.
  var hint: ReadDocument.CutReason?
  var cell: Cell?

  /// A place in a table.
  struct Cell: Equatable {
    var table: Int
    var row: Int
    var column: Int
  }

  var linkShare: Double { letters == 0 ? 0 : Double(linkLetters) / Double(letters) }
}

/// An element that holds blocks.
struct HTMLBox {
  enum Role { case body, article, main, bodyOfArticle, table, cell, list, other }

  var role: Role
  /// By index; smaller than its own.
  var parent: Int
  var hint: ReadDocument.CutReason?
}

/// A table, as far as it matters whether it arranges data or the page.
struct HTMLTable {
  var box: Int
  var hasHeaderCells = false
  var holdsTable = false
  var rows = 0
}

/// Everything that a page holds, before any of it is cut.
struct HTMLContent {
  var blocks: [HTMLBlock] = []
  var boxes: [HTMLBox] = []
  var tables: [HTMLTable] = []
  var facts = HTMLFacts()
}

/// What a page states about itself.
struct HTMLFacts {
  var title = ""
  var language: String?
  /// `name` or `property` in lower case, and content.
  var meta: [(name: String, content: String)] = []
  var canonical: String?
  /// Bodies of `application/ld+json`.
  var linkedData: [String] = []
  /// `datetime` or words, and whether it is marked as the date of publication.
  var times: [(value: String, isPublication: Bool)] = []
  /// By `rel=author`, `itemprop=author` and the like.
  var bylines: [String] = []
}
