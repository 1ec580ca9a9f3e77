import CaseModel
import Foundation
import Interchange

/// The cases the tests look at.
enum Cases {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The worked example, with the text that ships beside it.
  static func istanbul() throws -> CaseFile {
    try CaseFile.open(root.appendingPathComponent("Examples/istanbul").path)
  }

  /// A worked case, with the texts that ship beside it.
  static func open(_ name: String) throws -> Case {
    try CaseFile.open(root.appendingPathComponent("Examples/\(name)").path).theCase
  }

  /// The worked example with `mark` at the end of every text a person wrote.
  static func hostile(_ mark: String) throws -> (theCase: Case, texts: CaseTexts) {
    let file = try istanbul()
    var marker = Marker(mark: mark, theCase: file.theCase)
    Case.forEachSection(&marker)
    marker.theCase.header.title += mark
    marker.theCase.header.description = (marker.theCase.header.description ?? "") + mark
    var texts = file.texts
    for (id, state) in file.texts.states {
      guard case .loaded(let text) = state else { continue }
      texts.states[id] = .loaded(SourceText(text.text(0, text.count) + mark))
    }
    for source in marker.theCase.sources where texts[source.id].text == nil {
      texts.states[source.id] = .loaded(SourceText("A text of its own. " + mark))
    }
    return (marker.theCase, texts)
  }

  /// The worked example with a confidential note and a confidential statement that hold `mark`.
  static func confidential(_ mark: String) throws -> Case {
    var theCase = try istanbul().theCase
    guard var statement = theCase.statements.first else { return theCase }
    var note = Case.Note()
    note.to = EntryReference(.statements, statement.id.raw)
    note.text = "A note on \(mark)"
    note.confidential = true
    theCase.notes.append(note)
    statement.id = Case.Statement.ID("secret-\(mark)")
    statement.gist = "A gist on \(mark)"
    statement.provenance.confidential = true
    theCase.statements.append(statement)
    var issue = Case.Issue()
    issue.id = Case.Issue.ID("issue-\(mark)")
    issue.title = "An issue on \(mark)"
    issue.provenance.confidential = true
    theCase.issues.append(issue)
    return theCase
  }
}

private struct Marker: SectionVisitor {
  let mark: String
  var theCase: Case

  /// Fields that hold what a person wrote, of any entry.
  static let fields: Set<String> = [
    "name", "aliases", "title", "gist", "what", "text", "reason", "note", "rank", "place", "need",
    "hedge", "doubted", "description", "role", "unit", "rule", "url", "exact",
  ]

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    theCase[keyPath: path] = theCase[keyPath: path].map { entry in
      var reader = NodeReader()
      return Entry.read(marked(entry.node(), under: ""), &reader) ?? entry
    }
  }

  private func marked(_ node: Node, under field: String) -> Node {
    switch node.content {
    case .null, .literal: node
    case .scalar(let text): Self.fields.contains(field) ? .text(text + mark) : node
    case .list(let items): .list(items.map { marked($0, under: field) })
    case .map(let pairs): .map(pairs.map { Node.Pair($0.key, marked($0.value, under: $0.key)) })
    }
  }
}
