extension CheckContext {
  /// The way to an entry: by its id, or by position where it has none, or where an entry before it
  /// has the same.
  func path<Entry: SectionEntry>(to entry: Entry, at position: Int) -> EntryPath {
    guard let id = entry.entryID, index.position(Entry.section, id) == position else {
      return .entry(Entry.section, at: position)
    }
    return .entry(Entry.section, id)
  }

  /// Every span of every statement's quote; `path` makes the way to it, and `number` is its place and
  /// its statement's.
  func forEachSpan(
    _ body: (
      _ span: QuoteAnchor, _ statement: Case.Statement, _ number: (statement: Int, span: Int),
      _ path: () -> EntryPath
    ) -> Void
  ) {
    for (position, statement) in theCase.statements.enumerated() {
      let spans = statement.quote.spans
      for (number, span) in spans.enumerated() {
        body(span, statement, (position, number)) {
          let quote = path(to: statement, at: position).key("quote")
          return spans.count == 1 ? quote : quote.index(number)
        }
      }
    }
  }

  /// Every reference of the case: the id, what it is to point at, and the way to it. An entry's own
  /// id comes by as well.
  func forEachReference(_ body: @escaping (String, ReferenceTarget, EntryPath) -> Void) {
    var walker = ReferenceWalker { id, target, path in body(id, target, path) }
    walker.path = EntryPath([.key("case")])
    var header = theCase.header
    header.walk(&walker)
    var sections = SectionWalk(context: self, walker: walker)
    Case.forEachSection(&sections)
  }
}

private struct SectionWalk: SectionVisitor {
  let context: CheckContext
  var walker: ReferenceWalker

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    for (position, entry) in context.theCase[keyPath: path].enumerated() {
      var entry = entry
      walker.path = context.path(to: entry, at: position)
      entry.walk(&walker)
    }
  }
}
