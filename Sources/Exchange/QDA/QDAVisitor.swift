internal import CaseModel
internal import Documents

/// Gathers a project or a codebook from its XML, element by element.
final class QDAVisitor: XMLVisitor {
  private(set) var project = CodedProject()
  private(set) var isProject = false
  private(set) var isCodebook = false
  /// By document, where its text is.
  private(set) var paths: [String: String] = [:]
  var left = ExchangeReport.Tally()
  /// What was left out when this program wrote the file.
  private(set) var leftBefore: [String] = []

  private var elements: [String] = []
  private var users: [String: String] = [:]
  private var codePath: [String] = []
  /// How many codes are open below the deepest that are taken: no one's codes are, and each has the
  /// names of all above it.
  private var tooDeep = 0
  private static let deepest = 60
  /// The code whose description is being read.
  private var openCodes: [Int] = []
  private var source: Int?
  private var selection: CodedProject.Passage?
  /// Coders of one selection's codings: each has a passage of its own where they differ.
  private var codings: [(coder: String?, created: String?, codes: [String])] = []
  private var unit: CodedProject.Unit?
  private var variable: String?
  private var variables: [String: String] = [:]
  private var text = ""

  /// Notes by their guid, and to what they are: a note may be named before it comes.
  private(set) var notes: [String: Note] = [:]
  private var noteOrder: [String] = []
  private var openNote: String?
  private var noted: [(note: String, of: Noted)] = []
  private var selectionNotes: [String] = []

  /// A note as the archive has it: its words, or where they are.
  struct Note {
    var name: String
    var text: String?
    var path: String?
  }

  private enum Noted { case passage(Int), code(Int), unit(Int), document(Int) }

  func start(_ qualified: String, _ attributes: XMLAttributes) {
    let name = Self.local(qualified)
    let above = elements.last
    elements.append(name)
    text = ""
    switch name {
    case "Project":
      isProject = true
      project.name = attributes["name"] ?? ""
      project.origin = attributes["origin"] ?? ""
    case "CodeBook": isCodebook = true
    case "User":
      if let guid = guid(attributes) {
        users[guid] = attributes["name"] ?? attributes["id"] ?? guid
      }
    case "Code":
      guard codePath.count < Self.deepest else {
        tooDeep += 1
        left.add("codes more than \(Self.deepest) levels deep", attributes["name"] ?? "")
        break
      }
      codePath.append((attributes["name"] ?? "code").replacing("/", with: "∕"))
      openCodes.append(project.codes.count)
      project.codes.append(
        CodedProject.Code(guid(attributes) ?? "", path: codePath, colour: attributes["color"]))
    case "Variable":
      if let guid = guid(attributes) { variables[guid] = attributes["name"] ?? "" }
    case "Case": unit = CodedProject.Unit(attributes["name"] ?? "")
    case "VariableValue": variable = nil
    case "VariableRef": variable = attributes["targetGUID"]?.lowercased()
    case "TextSource" where above == "Sources": startSource(attributes)
    case "PDFSource", "PictureSource", "AudioSource", "VideoSource":
      left.add("sources that are no text", attributes["name"] ?? "")
    case "Representation", "Transcript": break
    case "PlainTextSelection" where source != nil && selection == nil:
      startSelection(attributes)
    case "PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection",
      "TranscriptSelection":
      left.add("selections outside of a text", attributes["name"] ?? "")
    case "Coding" where selection != nil:
      codings.append((user(attributes), created(attributes), []))
    case "CodeRef":
      guard let guid = attributes["targetGUID"]?.lowercased() else { break }
      if selection != nil, !codings.isEmpty {
        codings[codings.count - 1].codes.append(guid)
      } else if source != nil, above == "Coding" {
        left.add(
          "codings of a document as a whole", source.map { project.documents[$0].title } ?? "")
      }
    case "Link": left.add("links", attributes["name"] ?? "")
    case "Set": left.add("sets", attributes["name"] ?? "")
    case "Graph": left.add("graphs", attributes["name"] ?? "")
    case "Note":
      guard let guid = guid(attributes) else { break }
      openNote = guid
      noteOrder.append(guid)
      notes[guid] = Note(name: attributes["name"] ?? "", path: attributes["plainTextPath"])
    case "NoteRef":
      guard let guid = attributes["targetGUID"]?.lowercased() else { break }
      if selection != nil {
        selectionNotes.append(guid)
      } else if let code = openCodes.last {
        noted.append((guid, .code(code)))
      } else if unit != nil {
        noted.append((guid, .unit(project.units.count)))
      } else if let source {
        noted.append((guid, .document(source)))
      }
    default:
      if !Self.known.contains(name) { left.add("elements that the standard does not know", name) }
    }
  }

  /// What stands within others, or is named where it begins.
  private static let known: Set<String> = [
    "Users", "CodeBook", "Codes", "Coding", "Variables", "Cases", "Sources", "Notes", "Links",
    "Sets", "Graphs", "Description", "PlainTextContent", "TextDescription", "TextSource",
    "TextValue",
    "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue", "SourceRef",
    "SelectionRef", "NoteRef", "MemberCode", "MemberNote", "MemberSource", "Vertex", "Edge",
    "SyncPoint", "PlainTextSelection",
  ]

  func text(_ words: String) { if text.utf8.count < 256 << 20 { text += words } }

  func end(_ qualified: String) {
    let name = Self.local(qualified)
    if elements.last == name { elements.removeLast() }
    switch name {
    case "Code" where tooDeep > 0: tooDeep -= 1
    case "Code":
      _ = codePath.popLast()
      _ = openCodes.popLast()
    case "Description": describe()
    case "PlainTextContent":
      if let source, elements.last == "TextSource" { project.documents[source].text = text }
      if let openNote, elements.last == "Note" { notes[openNote]?.text = text }
    case "Note": openNote = nil
    case "TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource":
      if elements.last == "Sources" { source = nil }
    case "PlainTextSelection": endSelection()
    case "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue":
      if let variable, unit != nil {
        unit?.attributes.append(.init(variables[variable] ?? variable, text))
      } else if let variable, let source, !text.isEmpty {
        project.documents[source].add(note: "\(variables[variable] ?? variable): \(text)")
      }
    case "Case":
      if let unit, !unit.name.isEmpty { project.units.append(unit) }
      unit = nil
    default: break
    }
    text = ""
  }

  private static func local(_ qualified: String) -> String {
    qualified.split(separator: ":", omittingEmptySubsequences: true).last.map(String.init)
      ?? qualified
  }

  private func guid(_ attributes: XMLAttributes) -> String? { attributes["guid"]?.lowercased() }

  private func user(_ attributes: XMLAttributes) -> String? {
    (attributes["creatingUser"] ?? attributes["creatingUserGUID"])
      .map { users[$0.lowercased()] ?? $0 }
      .flatMap { isOwn && $0 == QDAText.standardCoder ? nil : $0 }
  }

  /// Nil of this program's files, which say in a description when a statement was entered.
  private func created(_ attributes: XMLAttributes) -> String? {
    isOwn ? nil : attributes["creationDateTime"]
  }

  /// Whether this program wrote the file.
  private var isOwn: Bool { project.origin == "dragoman" }

  private func startSource(_ attributes: XMLAttributes) {
    source = project.documents.count
    let id = guid(attributes) ?? "source-\(project.documents.count + 1)"
    project.documents.append(CodedProject.Document(id, title: attributes["name"] ?? id))
    if let path = attributes["plainTextPath"] { paths[id] = path }
    if attributes["richTextPath"] != nil {
      left.add("layouts of documents, whose plain text is taken", attributes["name"] ?? "")
    }
  }

  private func startSelection(_ attributes: XMLAttributes) {
    guard let source else { return }
    var passage = CodedProject.Passage(document: project.documents[source].id)
    // Elsewhere what a selection is called is often its words, and as often cut short.
    if isOwn { passage.id = attributes["name"] }
    if let start = attributes["startPosition"].flatMap({ Int($0) }),
      let end = attributes["endPosition"].flatMap({ Int($0) }), start >= 0, end > start
    {
      passage.counted = start..<end
    } else {
      left.add("selections without a place", attributes["name"] ?? "")
    }
    passage.coder = user(attributes)
    passage.created = created(attributes)
    selection = passage
    codings = []
    selectionNotes = []
  }

  /// Puts the words of notes where they belong; those that belong to nothing are named.
  func resolveNotes(_ words: (Note) throws(ExchangeError) -> String?) throws(ExchangeError) {
    var used: Set<String> = []
    for (guid, target) in noted {
      guard let note = notes[guid], let text = try words(note)?.trimmed, !text.isEmpty else {
        continue
      }
      used.insert(guid)
      func joined(_ own: String?) -> String { own.map { "\($0)\n\(text)" } ?? text }
      switch target {
      case .passage(let place):
        project.passages[place].note = joined(project.passages[place].note)
      case .code(let place): project.codes[place].note = joined(project.codes[place].note)
      case .unit(let place) where project.units.indices.contains(place):
        project.units[place].note = joined(project.units[place].note)
      case .document(let place): project.documents[place].add(note: text)
      case .unit: used.remove(guid)
      }
    }
    for guid in noteOrder where !used.contains(guid) {
      left.add("notes of their own", notes[guid]?.name ?? "")
    }
  }

  private func describe() {
    if selection != nil, elements.last == "PlainTextSelection" {
      var lines = text.trimmed.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      if isOwn {
        lines.removeAll { line in
          guard line.hasPrefix(QDAText.entered) else {
            return selection?.take(factLine: line) == true
          }
          selection?.created = String(line.dropFirst(QDAText.entered.count))
          return true
        }
      }
      selection?.note = lines.joined(separator: "\n")
    } else if elements.last == "Code", let code = openCodes.last {
      project.codes[code].note = text.trimmed
    } else if elements.last == "Case" {
      unit?.note = text.trimmed
    } else if elements.last == "TextSource", let source {
      for line in text.trimmed.split(whereSeparator: \.isNewline) {
        project.documents[source].take(String(line), isOwn: isOwn)
      }
    } else if elements.last == "Project", isOwn {
      for line in text.trimmed.split(whereSeparator: \.isNewline) {
        if line.hasPrefix(QDAText.leftOut) {
          leftBefore.append(String(line.dropFirst(QDAText.leftOut.count)))
        } else {
          left.add("descriptions", "Project \(line.prefix(40))")
        }
      }
    } else if elements.last == "Project" || elements.last == "Variable" {
      left.add("descriptions", "\(elements.last ?? "") \(text.trimmed.prefix(40))")
    }
  }

  /// One passage for each coder: two who code the same words are two readings.
  private func endSelection() {
    guard let found = selection else { return }
    selection = nil
    guard found.counted != nil else { return }
    // Of several coders' passages, a note is to the first.
    for note in selectionNotes { noted.append((note, .passage(project.passages.count))) }
    if codings.isEmpty { project.passages.append(found) }
    var byCoder: [(coder: String?, created: String?, codes: [String])] = []
    for coding in codings {
      let coder = coding.coder ?? found.coder
      if let place = byCoder.firstIndex(where: { $0.coder == coder }) {
        byCoder[place].codes += coding.codes
      } else {
        byCoder.append((coder, coding.created, coding.codes))
      }
    }
    for coding in byCoder {
      var passage = found
      passage.coder = coding.coder
      passage.created = coding.created ?? found.created
      passage.codes = coding.codes
      project.passages.append(passage)
    }
  }
}
