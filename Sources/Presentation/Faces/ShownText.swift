extension String {
  /// The text as it may be sent to a terminal or into a file that is shown on one: what would command
  /// either is shown as U+FFFD instead.
  ///
  /// That is control characters (C0, DEL and C1, escape sequences with them) other than line feeds and
  /// tabs, marks that turn the direction of letters over, and those that begin or end a stretch of
  /// another direction where they have no partner in their line. A carriage return before a line feed
  /// goes; a tab is a space.
  /// - Parameter asCell: for tables that other programs read: tabs and line ends stay.
  /// - Complexity: O(length).
  package func shown(asCell: Bool = false) -> String {
    guard utf8.hasCommands else { return self }
    let scalars = Array(unicodeScalars)
    let partnerless = scalars.partnerlessMarks
    var shown = UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x0A: shown.append(scalar)
      case 0x09: shown.append(asCell ? scalar : " ")
      case 0x0D where place + 1 < scalars.count && scalars[place + 1] == "\n":
        if asCell { shown.append(scalar) }
      case 0...0x1F, 0x7F...0x9F, 0x202D, 0x202E: shown.append("\u{FFFD}")
      case 0x2028, 0x2029: shown.append(" ")
      default: shown.append(partnerless.contains(place) ? "\u{FFFD}" : scalar)
      }
    }
    return String(shown)
  }
}

extension String {
  /// The text as it stands within a sentence of a page: a mark that turns the direction of letters over is shown as
  /// U+FFFD, and a stretch of another direction ends with the text, so that the words behind it stay as they are.
  /// - Complexity: O(length).
  var contained: String {
    guard utf8.hasCommands else { return self }
    var held = UnicodeScalarView()
    var open: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x202D, 0x202E:
        held.append("\u{FFFD}")
        continue
      case 0x202A, 0x202B: open.append("\u{202C}")
      case 0x2066...0x2068: open.append("\u{2069}")
      case 0x202C, 0x2069: if open.last == scalar { open.removeLast() }
      default: break
      }
      held.append(scalar)
    }
    held.append(contentsOf: open.reversed())
    return String(held)
  }
}

extension String.UTF8View {
  /// A byte with which something to be looked at begins.
  var hasCommands: Bool {
    var last: UInt8 = 0
    for byte in self {
      if byte < 0x20, byte != 0x0A { return true }
      if byte == 0x7F || last == 0xC2 && byte < 0xA0 { return true }
      if last == 0xE2, byte == 0x80 || byte == 0x81 { return true }
      last = byte
    }
    return false
  }
}

extension [Unicode.Scalar] {
  /// Places of marks that begin a stretch of another direction and are not closed in their line, and
  /// of those that close none.
  fileprivate var partnerlessMarks: Set<Int> {
    var found: Set<Int> = []
    var open: [(place: Int, isIsolate: Bool)] = []
    for (place, scalar) in enumerated() {
      switch scalar.value {
      case 0x202A, 0x202B: open.append((place, false))
      case 0x2066...0x2068: open.append((place, true))
      case 0x202C:
        if let last = open.last, !last.isIsolate { open.removeLast() } else { found.insert(place) }
      case 0x2069:
        // What was begun within the stretch ends with it.
        while let last = open.last, !last.isIsolate, open.contains(where: \.isIsolate) {
          found.insert(last.place)
          open.removeLast()
        }
        if open.last?.isIsolate == true { open.removeLast() } else { found.insert(place) }
      case 0x0A, 0x2028, 0x2029:
        found.formUnion(open.map(\.place))
        open = []
      default: break
      }
    }
    return found.union(open.map(\.place))
  }
}

extension Document {
  /// The document with every text as it may be shown; see ``Swift/String/shown(asCell:)``.
  var shown: Document {
    var document = self
    document.title = title.shown()
    // Faces of plain text have no other blocks than these.
    document.blocks = blocks.flatMap(\.plain).map { block in
      switch block {
      case .heading(let title): .heading(title.shown())
      case .paragraph(let inline): .paragraph(inline.shown)
      case .remark(let inline): .remark(inline.shown)
      case .items(let items): .items(items.map(\.shown))
      case .quotation(let words): .quotation(words.shown())
      case .picture(let picture): .picture(picture.shown)
      case .table(let table): .table(table.shown)
      case .answer, .card, .pair, .part, .matrix, .folded, .slot: block
      }
    }
    return document
  }
}

extension Inline {
  fileprivate var shown: Inline {
    var inline = self
    for index in inline.spans.indices {
      inline.spans[index].text = inline.spans[index].text.shown()
    }
    return inline
  }
}

extension Table {
  fileprivate var shown: Table {
    var table = self
    table.caption = caption.shown()
    table.emptyWords = emptyWords.shown()
    for index in table.columns.indices {
      table.columns[index].title = table.columns[index].title.shown()
    }
    table.rows = rows.map { row in row.map { cell in cell.map(\.shown) } }
    return table
  }
}

extension Picture {
  fileprivate var shown: Picture {
    var picture = self
    picture.alternative = alternative?.shown
    return picture
  }
}
