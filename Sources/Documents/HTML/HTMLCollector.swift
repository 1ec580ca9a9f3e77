internal import CaseModel

/// Receives the elements and texts of a page one after another and makes blocks of them.
///
/// What is open is kept on a stack of bounded depth: elements nested deeper count as their ancestor.
final class HTMLCollector {
  /// An open element, with what holds for everything within it.
  struct Frame {
    var box: Int
    /// Of the block itself; containers keep their own.
    var hint: ReadDocument.CutReason?
    var isUnread = false
    var isLink = false
    var isVerbatim = false
    var isTitle = false
    var isByline = false
    var isTime = false
    var kind = HTMLBlock.Kind.text
    var table: Int?
    var isCell = false
    var list: HTMLListNumbers?
    /// An element that ends no line, as `<b>`.
    var isInline = false
  }

  var content = HTMLContent()
  private(set) var isTooComplex = false
  /// Elements nested deeper than the stack holds.
  var beyond = 0
  var frames: [Frame]
  private var pending: [UInt8] = []
  private var letters = 0
  private var linkLetters = 0
  private var breaks = 0
  /// Stands before the next block, as it is the first of a list's item.
  private var marker: String?
  var captured: [UInt8] = []
  private var linkedData: [UInt8]?
  private let maximumElements: Int
  private static let maximumDepth = 400
  private static let maximumCapture = 2_000_000

  init(maximumElements: Int) {
    self.maximumElements = maximumElements
    content.boxes = [HTMLBox(role: .body, parent: 0)]
    frames = [Frame(box: 0)]
  }

  var top: Frame { frames[frames.count - 1] }

  /// How many elements are open.
  var depth: Int { frames.count + beyond }

  // MARK: Elements

  func start(_ element: HTMLTag, _ attributes: HTMLAttributes) {
    let tag = element.name
    gatherFacts(tag, attributes)
    guard frames.count < Self.maximumDepth else {
      beyond += 1
      if element.isBlock { flush() }
      return
    }
    var frame = top
    frame.isTitle = tag == "title" && content.facts.title.isEmpty
    frame.isCell = false
    if tag == "br" {
      lineBreak()
      frame.isInline = true
      frames.append(frame)
      return
    }
    let isBlock = element.isBlock
    frame.isInline = !isBlock
    if isBlock { flush() }
    if element.isUnread { frame.isUnread = true }
    if element.isControl || tag == "a" { frame.isLink = true }
    if tag == "pre" || tag == "listing" || tag == "plaintext" || tag == "xmp" {
      frame.isVerbatim = true
    }
    if tag == "script" {
      let type = attributes["type"]?.lowercased() ?? ""
      linkedData = type.hasPrefix("application/ld+json") ? [] : nil
    }
    setKind(&frame, element)
    let hint = hint(tag, attributes, within: frame.box)
    if !isBlock {
      if hint == .hidden || hint == .control { frame.isUnread = true }
    } else if element.isLeaf {
      frame.hint = hint ?? frame.hint
    } else {
      open(&frame, tag, attributes)
      content.boxes[frame.box].hint = hint
      frame.hint = nil
    }
    frames.append(frame)
  }

  func end(_ element: HTMLTag) {
    if beyond > 0 {
      beyond -= 1
      if element.isBlock { flush() }
      return
    }
    guard frames.count > 1 else { return }
    let frame = frames[frames.count - 1]
    if !frame.isInline { flush() }
    frames.removeLast()
    if frame.isTitle, !top.isTitle { content.facts.title = takeCaptured() }
    if frame.isByline, !top.isByline { content.facts.bylines.append(takeCaptured()) }
    if frame.isTime, !top.isTime {
      content.facts.times.append((takeCaptured(), false))
    }
    if element.name == "script", let data = linkedData {
      content.facts.linkedData.append(String(decoding: data, as: UTF8.self))
      linkedData = nil
    }
  }

  private func takeCaptured() -> String {
    defer { captured = [] }
    return String(decoding: captured, as: UTF8.self).singleLine
  }

  private func setKind(_ frame: inout Frame, _ element: HTMLTag) {
    guard element.isBlock else { return }
    if let level = element.headingLevel {
      frame.kind = .heading(level)
      return
    }
    switch element.name {
    case "p": if frame.kind == .text { frame.kind = .paragraph }
    case "li": frame.kind = .listItem
    case "figcaption", "caption": frame.kind = .caption
    case "blockquote": frame.kind = .quotation
    case "pre", "listing", "plaintext", "xmp": frame.kind = .verbatim
    case "dt", "dd": frame.kind = .definition
    case "div", "section", "article", "td", "th", "main", "body": frame.kind = .text
    default: break
    }
  }

  private func hint(
    _ tag: String, _ attributes: HTMLAttributes, within box: Int
  ) -> ReadDocument.CutReason? {
    if attributes.isHidden || tag == "noscript" { return .hidden }
    let hint = HTMLHint.of(tag, attributes)
    // An article's own header holds its title and its first words.
    return hint == .pageHeader && isWithinArticle(box) ? nil : hint
  }

  private func isWithinArticle(_ box: Int) -> Bool {
    var box = box
    while box != 0 {
      let role = content.boxes[box].role
      if role == .article || role == .main || role == .bodyOfArticle { return true }
      box = content.boxes[box].parent
    }
    return false
  }

  private func open(_ frame: inout Frame, _ tag: String, _ attributes: HTMLAttributes) {
    guard content.boxes.count < maximumElements else {
      isTooComplex = true
      return
    }
    var box = HTMLBox(role: .other, parent: frame.box)
    let list = frame.list
    frame.list = nil
    switch tag {
    case "article": box.role = .article
    case "main": box.role = .main
    case "ul", "ol", "dl", "menu":
      box.role = .list
      frame.list = tag == "dl" ? nil : HTMLListNumbers(tag, attributes)
    case "li":
      if let list { marker = list.next(attributes) }
    case "table":
      box.role = .table
      if let outer = frame.table { content.tables[outer].holdsTable = true }
      frame.table = content.tables.count
      content.tables.append(HTMLTable(box: content.boxes.count))
    case "tr":
      if let table = frame.table {
        content.tables[table].rows += 1
        columns[table] = 0
      }
    case "td", "th":
      box.role = .cell
      frame.isCell = true
      if let table = frame.table {
        columns[table, default: 0] += 1
        if tag == "th" { content.tables[table].hasHeaderCells = true }
      }
    default:
      let property = attributes["itemprop"]?.lowercased()
      if property == "articlebody" || property == "text" { box.role = .bodyOfArticle }
      if attributes["role"]?.lowercased() == "main" { box.role = .main }
      if attributes["role"]?.lowercased() == "article" { box.role = .article }
    }
    frame.box = content.boxes.count
    content.boxes.append(box)
  }

  /// The column reached in the current row of each open table.
  private var columns: [Int: Int] = [:]

  // MARK: Text

  /// The content of a script or a style sheet, which is never text.
  func script(_ bytes: UnsafeBufferPointer<UInt8>) {
    let room = Self.maximumCapture - (linkedData?.count ?? 0)
    linkedData?.append(contentsOf: bytes.prefix(max(0, room)))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let frame = top
    if frame.isTitle || frame.isByline || frame.isTime {
      captured.append(contentsOf: bytes.prefix(max(0, 2000 - captured.count)))
    }
    guard !frame.isUnread else { return }
    if frame.isVerbatim {
      pending.append(contentsOf: bytes)
      count(bytes, frame.isLink)
      return
    }
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if let last = pending.last, last != 0x20, last != 0x0A { pending.append(0x20) }
      } else {
        pending.append(byte)
        breaks = 0
        if byte & 0xC0 != 0x80 {
          letters += 1
          if frame.isLink { linkLetters += 1 }
        }
      }
    }
  }

  private func count(_ bytes: UnsafeBufferPointer<UInt8>, _ isLink: Bool) {
    let seen = bytes.count { $0 & 0xC0 != 0x80 && $0 > 0x20 }
    letters += seen
    if isLink { linkLetters += seen }
  }

  /// One break is a new line, two are a new paragraph.
  private func lineBreak() {
    guard !top.isUnread else { return }
    if top.isVerbatim {
      pending.append(0x0A)
      return
    }
    breaks += 1
    if breaks > 1 {
      flush()
    } else {
      if pending.last == 0x20 { pending.removeLast() }
      if !pending.isEmpty { pending.append(0x0A) }
    }
  }

  /// Ends the current block.
  func flush() {
    defer {
      pending.removeAll(keepingCapacity: true)
      letters = 0
      linkLetters = 0
      breaks = 0
    }
    guard letters > 0 else { return }
    guard content.blocks.count < maximumElements else {
      isTooComplex = true
      return
    }
    let frame = top
    let text = String(decoding: pending, as: UTF8.self).readableText(
      isVerbatim: frame.isVerbatim)
    guard !text.isEmpty else { return }
    var block = HTMLBlock(
      kind: frame.kind, text: (marker ?? "") + text, letters: letters, linkLetters: linkLetters,
      box: frame.box, hint: frame.hint)
    marker = nil
    if let table = frame.table {
      block.cell = HTMLBlock.Cell(
        table: table, row: content.tables[table].rows, column: columns[table] ?? 0)
    }
    content.blocks.append(block)
  }
}
