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

  private var elements: [String] = []
  private var users: [String: String] = [:]
  private var codePath: [String] = []
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
      codings.append((user(attributes), attributes["creationDateTime"], []))
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
    case "Note": left.add("notes of their own", attributes["name"] ?? "")
    default: break
    }
  }

  func text(_ words: String) { if text.utf8.count < 256 << 20 { text += words } }

  func end(_ qualified: String) {
    let name = Self.local(qualified)
    if elements.last == name { elements.removeLast() }
    switch name {
    case "Code":
      _ = codePath.popLast()
      _ = openCodes.popLast()
    case "Description": describe()
    case "PlainTextContent":
      if let source, elements.last == "TextSource" { project.documents[source].text = text }
    case "TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource":
      if elements.last == "Sources" { source = nil }
    case "PlainTextSelection": endSelection()
    case "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue":
      if let variable, unit != nil {
        unit?.attributes.append(.init(variables[variable] ?? variable, text))
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
  }

  private func startSource(_ attributes: XMLAttributes) {
    source = project.documents.count
    let id = guid(attributes) ?? "source-\(project.documents.count + 1)"
    project.documents.append(CodedProject.Document(id, title: attributes["name"] ?? id))
    if let path = attributes["plainTextPath"] { paths[id] = path }
  }

  private func startSelection(_ attributes: XMLAttributes) {
    guard let source else { return }
    var passage = CodedProject.Passage(document: project.documents[source].id)
    // Elsewhere what a selection is called is often its words, and as often cut short.
    if project.origin == "dragoman" { passage.id = attributes["name"] }
    if let start = attributes["startPosition"].flatMap({ Int($0) }),
      let end = attributes["endPosition"].flatMap({ Int($0) }), start >= 0, end > start
    {
      passage.counted = start..<end
    } else {
      left.add("selections without a place", attributes["name"] ?? "")
    }
    passage.coder = user(attributes)
    passage.created = attributes["creationDateTime"]
    selection = passage
    codings = []
  }

  private func describe() {
    if selection != nil, elements.last == "PlainTextSelection" {
      selection?.note = text.trimmed
    } else if elements.last == "Code", let code = openCodes.last {
      project.codes[code].note = text.trimmed
    } else if elements.last == "Case" {
      unit?.note = text.trimmed
    }
  }

  /// One passage for each coder: two who code the same words are two readings.
  private func endSelection() {
    guard let found = selection else { return }
    selection = nil
    guard found.counted != nil else { return }
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
