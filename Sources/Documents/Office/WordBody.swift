internal import CaseModel

/// Reads the paragraphs, tables and notes of one part of a Word document.
final class WordBody: XMLVisitor {
  /// A paragraph being read; text boxes hold paragraphs within paragraphs.
  private struct Paragraph {
    var text: ParagraphText
    var hidden = ""
    var style = ""
    var outline: Int?
    var list: String?
    var level: Int?
  }

  /// A row being read; tables may stand within cells.
  private struct Row {
    var cells: [[ReadDocument.Part]] = []
  }

  private(set) var body = OfficeBody()
  /// Notes by id, in a part that holds notes.
  private(set) var notes: [String: String] = [:]
  /// Ids in the order of their first reference.
  private(set) var footnoteOrder: [String] = []
  private(set) var endnoteOrder: [String] = []
  private(set) var comments: [(author: String, date: String, text: String)] = []

  private let styles: WordStyles
  private let numbering: WordNumbering
  private let tracked: ReadingOptions.TrackedChanges
  private var paragraphs: [Paragraph] = []
  private var rows: [Row] = []
  private var revisions: [ParagraphText.Revision] = []
  private var isInText = false
  private var isHidden = false
  private var propertyDepth = 0
  private var skipDepth = 0
  private var note: (id: String, start: Int)?
  private var comment: (author: String, date: String, start: Int)?

  init(
    _ styles: WordStyles, _ numbering: WordNumbering, _ tracked: ReadingOptions.TrackedChanges
  ) {
    self.styles = styles
    self.numbering = numbering
    self.tracked = tracked
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    if skipDepth > 0 {
      skipDepth += 1
      return
    }
    switch name {
    case "mc:Fallback": skipDepth = 1
    case "w:p": paragraphs.append(Paragraph(text: ParagraphText(tracked)))
    case "w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:trPr", "w:tcPr": propertyDepth += 1
    case "w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange", "w:numberingChange":
      // The formatting as it was.
      skipDepth = 1
    case "w:pStyle": change { $0.style = attributes["val"] ?? "" }
    case "w:outlineLvl": change { $0.outline = attributes["val"].flatMap { Int($0) } }
    case "w:numId": change { $0.list = attributes["val"] }
    case "w:ilvl": change { $0.level = attributes["val"].flatMap { Int($0) } }
    case "w:vanish":
      if propertyDepth == 1 { isHidden = attributes["val"] != "0" && attributes["val"] != "false" }
    case "w:r": isHidden = false
    case "w:t", "w:delText", "m:t": isInText = true
    case "w:tab": if propertyDepth == 0 { add("\t") }
    case "w:br", "w:cr": add("\n")
    case "w:noBreakHyphen": add("\u{2011}")
    case "w:ins", "w:moveTo": revise(.inserted, attributes)
    case "w:del", "w:moveFrom": revise(.deleted, attributes)
    case "w:footnoteReference": refer(attributes["id"], &footnoteOrder) { "[\($0)]" }
    case "w:endnoteReference":
      refer(attributes["id"], &endnoteOrder) { "[\(NumberStyle.lowerRoman.words($0))]" }
    case "w:footnote", "w:endnote":
      // Separators are notes of a type of their own.
      if attributes["type"] == nil, let id = attributes["id"] { note = (id, body.parts.count) }
    case "w:comment":
      comment = (attributes["author"] ?? "", attributes["date"] ?? "", body.parts.count)
    case "w:tr": rows.append(Row())
    case "w:tc": if !rows.isEmpty { rows[rows.count - 1].cells.append([]) }
    default: break
    }
  }

  func end(_ name: String) {
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    switch name {
    case "w:p": endParagraph()
    case "w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:trPr", "w:tcPr": propertyDepth -= 1
    case "w:t", "w:delText", "m:t": isInText = false
    case "w:ins", "w:moveTo", "w:del", "w:moveFrom":
      if propertyDepth == 0, !revisions.isEmpty { revisions.removeLast() }
    case "w:footnote", "w:endnote":
      if let note { notes[note.id] = take(from: note.start) }
      note = nil
    case "w:comment":
      if let comment { comments.append((comment.author, comment.date, take(from: comment.start))) }
      comment = nil
    case "w:tr": endRow()
    default: break
    }
  }

  func text(_ text: String) { if isInText, skipDepth == 0 { add(text) } }

  private func change(_ body: (inout Paragraph) -> Void) {
    guard propertyDepth > 0, !paragraphs.isEmpty else { return }
    body(&paragraphs[paragraphs.count - 1])
  }

  private func add(_ words: String) {
    guard !paragraphs.isEmpty, propertyDepth == 0 else { return }
    let index = paragraphs.count - 1
    if isHidden {
      paragraphs[index].hidden += words
      return
    }
    // What was inserted and deleted again is deleted.
    let revision = revisions.contains(.deleted) ? .deleted : revisions.last
    paragraphs[index].text.add(words, revision)
  }

  private func revise(_ revision: ParagraphText.Revision, _ attributes: XMLAttributes) {
    // Within properties it is the paragraph's mark or the row that was changed.
    guard propertyDepth == 0 else { return }
    revisions.append(revision)
    if revision == .inserted { body.insertions += 1 } else { body.deletions += 1 }
    body.note(reviser: attributes["author"])
  }

  private func refer(_ id: String?, _ order: inout [String], _ label: (Int) -> String) {
    guard let id, propertyDepth == 0 else { return }
    if !order.contains(id) { order.append(id) }
    add(label((order.firstIndex(of: id) ?? 0) + 1))
  }

  private func take(from start: Int) -> String {
    let text = body.parts[start...].map(\.text).joined(separator: " ")
    body.parts.removeSubrange(start...)
    return text.singleLine
  }

  private func endParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    let style = styles.style(paragraph.style)
    var text = paragraph.text.finished()
    let heading =
      paragraph.outline.map { WordStyles.Style(outline: $0) }?.headingLevel ?? style.headingLevel
    var label: String?
    if !text.isEmpty, let list = paragraph.list ?? style.list {
      label = numbering.label(list, paragraph.level ?? style.level ?? 0)
    }
    if let label { text = "\(label) \(text)" }
    let kind: ReadDocument.Part.Kind =
      heading.map { .heading(level: $0) }
      ?? (label != nil ? .listItem : style.name == "caption" ? .caption : .paragraph)
    append(kind, text, cut: style.isContents ? .navigation : nil)
    if !paragraph.hidden.isBlank {
      body.hasHiddenText = true
      append(.paragraph, paragraph.hidden.singleLine, cut: .hidden)
    }
  }

  private func append(
    _ kind: ReadDocument.Part.Kind, _ text: String, cut: ReadDocument.CutReason?
  ) {
    if let row = rows.indices.last, let cell = rows[row].cells.indices.last {
      if !text.isBlank { rows[row].cells[cell].append(ReadDocument.Part(kind, text, cut: cut)) }
    } else {
      body.add(kind, text, cut: cut)
    }
  }

  private func endRow() {
    guard let row = rows.popLast() else { return }
    // A row of one cell frames paragraphs.
    if row.cells.count == 1 {
      for part in row.cells[0] { append(part.kind, part.text, cut: part.cut) }
      return
    }
    let cells = row.cells.map { cell in
      cell.filter { $0.cut == nil }.map(\.text.singleLine).joined(separator: " ")
    }
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    append(.tableRow, cells.map { $0.isEmpty ? "–" : $0 }.joined(separator: " | "), cut: nil)
  }
}
