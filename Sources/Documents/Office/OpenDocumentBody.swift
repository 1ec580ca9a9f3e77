internal import CaseModel

/// Reads the paragraphs, lists, tables and notes of an OpenDocument text.
final class OpenDocumentBody: XMLVisitor {
  private struct Paragraph {
    var text: ParagraphText
    var kind: ReadDocument.Part.Kind
    /// White space counts once, as in HTML.
    var isAfterSpace = true
  }

  private struct List {
    var style: String
    var count: Int
    var isPending = false
  }

  private struct Row {
    var cells: [[ReadDocument.Part]] = []
  }

  private struct Note {
    var label = ""
    var text = ""
    var start: Int
    var isLabel = false
  }

  private(set) var body = OfficeBody()
  private(set) var notes: [(label: String, text: String)] = []
  private(set) var comments: [String] = []

  private let styles: OpenDocumentStyles
  private let tracked: ReadingOptions.TrackedChanges
  private let element: String
  private var isWithin = false
  private var paragraphs: [Paragraph] = []
  private var lists: [List] = []
  private var rows: [Row] = []
  private var note: Note?
  private var comment: (by: [String], start: Int, property: String?)?
  private var skipDepth = 0
  private var contentsDepth = 0
  /// Deleted words by the id of the change.
  private var deletions: [String: String] = [:]
  private var change: (id: String, isDeletion: Bool, start: Int, isCreator: Bool)?
  private var insertionIDs: Set<String> = []
  private var insertions = 0

  init(
    _ styles: OpenDocumentStyles, _ tracked: ReadingOptions.TrackedChanges,
    element: String = "office:text"
  ) {
    self.styles = styles
    self.tracked = tracked
    self.element = element
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    if skipDepth > 0 {
      skipDepth += 1
      return
    }
    if name == element { isWithin = true }
    guard isWithin else { return }
    switch name {
    case "svg:title", "svg:desc", "office:forms", "text:sequence-decls", "text:variable-decls":
      skipDepth = 1
    case "text:p", "text:h": startParagraph(name, attributes)
    case "text:s":
      let count = attributes["c"].flatMap { Int($0) } ?? 1
      add(String(repeating: " ", count: max(1, min(count, 1000))), keepsSpace: true)
    case "text:tab": add("\t", keepsSpace: true)
    case "text:line-break": add("\n", keepsSpace: true)
    case "text:list":
      let level = lists.count + 1
      let style = attributes["style-name"] ?? lists.last?.style ?? ""
      lists.append(List(style: style, count: styles.start(style, level) - 1))
    case "text:list-item":
      guard let last = lists.indices.last else { break }
      if let value = attributes["start-value"].flatMap({ Int($0) }) {
        lists[last].count = value
      } else {
        lists[last].count = lists[last].count &+ 1
      }
      lists[last].isPending = true
    case "text:table-of-content", "text:illustration-index", "text:table-index":
      contentsDepth += 1
    case "text:note": note = Note(start: body.parts.count)
    case "text:note-citation": note?.isLabel = true
    case "office:annotation": comment = ([], body.parts.count, nil)
    case "dc:creator", "dc:date":
      if comment != nil { comment?.property = name }
      if change != nil, name == "dc:creator" { change?.isCreator = true }
    case "table:table-row": rows.append(Row())
    case "table:table-cell":
      if !rows.isEmpty { rows[rows.count - 1].cells.append([]) }
    case "text:changed-region":
      change = (attributes["id"] ?? "", false, body.parts.count, false)
    case "text:deletion":
      change?.isDeletion = true
      body.deletions += 1
    case "text:insertion":
      body.insertions += 1
      if let id = change?.id { insertionIDs.insert(id) }
    case "text:change-start":
      if let id = attributes["change-id"], insertionIDs.contains(id) { insertions += 1 }
    case "text:change-end":
      if let id = attributes["change-id"], insertionIDs.contains(id) { insertions -= 1 }
    case "text:change":
      if let id = attributes["change-id"], let words = deletions[id], !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].text.add(words, .deleted)
      } else if let id = attributes["change-id"], let words = deletions[id] {
        var text = ParagraphText(tracked)
        text.add(words, .deleted)
        append(.paragraph, text.finished())
      }
    default: break
    }
  }

  func end(_ name: String) {
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    guard isWithin else { return }
    switch name {
    case element: isWithin = false
    case "text:p", "text:h": endParagraph()
    case "text:list": _ = lists.popLast()
    case "text:list-item": if let last = lists.indices.last { lists[last].isPending = false }
    case "text:table-of-content", "text:illustration-index", "text:table-index":
      contentsDepth = max(0, contentsDepth - 1)
    case "text:note-citation":
      note?.isLabel = false
      if let label = note?.label { add("[\(label)]", keepsSpace: false) }
    case "text:note":
      if let note {
        notes.append((note.label, take(from: note.start)))
      }
      note = nil
    case "dc:creator", "dc:date":
      comment?.property = nil
      change?.isCreator = false
    case "office:annotation":
      if let comment {
        comments.append("\(comment.by.joined(separator: ", ")): \(take(from: comment.start))")
      }
      comment = nil
    case "table:table-row": endRow()
    case "text:changed-region":
      if let change, change.isDeletion { deletions[change.id] = take(from: change.start) }
      change = nil
    default: break
    }
  }

  func text(_ text: String) {
    guard isWithin, skipDepth == 0 else { return }
    if note?.isLabel == true {
      note?.label += text.singleLine
    } else if change?.isCreator == true {
      body.note(reviser: text)
    } else if comment?.property == "dc:date" {
      comment?.by.append(String(text.prefix(10)))
    } else if comment?.property != nil {
      comment?.by.append(text.singleLine)
    } else {
      add(text, keepsSpace: false)
    }
  }

  private func add(_ words: String, keepsSpace: Bool) {
    guard let last = paragraphs.indices.last else { return }
    var clean = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if isSpace, !keepsSpace {
        if !paragraphs[last].isAfterSpace { clean.append(" ") }
        paragraphs[last].isAfterSpace = true
      } else {
        clean.append(scalar)
        paragraphs[last].isAfterSpace = false
      }
    }
    paragraphs[last].text.add(String(clean), insertions > 0 ? .inserted : nil)
  }

  private func startParagraph(_ name: String, _ attributes: XMLAttributes) {
    var kind = ReadDocument.Part.Kind.paragraph
    if name == "text:h" {
      kind = .heading(level: attributes["outline-level"].flatMap { Int($0) } ?? 1)
    } else if let style = attributes["style-name"], styles.isTitle(style) {
      kind = .heading(level: 1)
    }
    paragraphs.append(Paragraph(text: ParagraphText(tracked), kind: kind))
  }

  private func endParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    var text = paragraph.text.finished()
    var kind = paragraph.kind
    if !text.isEmpty, let last = lists.last, last.isPending {
      lists[lists.count - 1].isPending = false
      text = styles.label(last.style, lists.map(\.count)) + " " + text
      if kind == .paragraph { kind = .listItem }
    }
    append(kind, text)
  }

  private func append(_ kind: ReadDocument.Part.Kind, _ text: String) {
    // Notes, comments and deleted words within a table are no part of its cells.
    let isAside = note != nil || comment != nil || change != nil
    if !isAside, let row = rows.indices.last, let cell = rows[row].cells.indices.last {
      if !text.isBlank { rows[row].cells[cell].append(ReadDocument.Part(kind, text)) }
    } else {
      body.add(kind, text, cut: contentsDepth > 0 ? .navigation : nil)
    }
  }

  private func take(from start: Int) -> String {
    guard start <= body.parts.count else { return "" }
    let text = body.parts[start...].map(\.text).joined(separator: " ")
    body.parts.removeSubrange(start...)
    return text.singleLine
  }

  private func endRow() {
    guard let row = rows.popLast() else { return }
    if row.cells.count == 1 {
      for part in row.cells[0] { append(part.kind, part.text) }
      return
    }
    let cells = row.cells.map { $0.map(\.text.singleLine).joined(separator: " ") }
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    append(.tableRow, cells.map { $0.isEmpty ? "–" : $0 }.joined(separator: " | "))
  }
}
