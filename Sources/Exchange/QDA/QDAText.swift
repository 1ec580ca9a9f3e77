internal import CaseModel
internal import Foundations

/// The XML of a REFI-QDA project, its children in the order that the schema asks for.
struct QDAText {
  let source: CodedProject
  let moment: String
  /// What of the case is not in the project.
  private let left: [String]
  private let names: [String: String]

  init(_ source: CodedProject, at moment: String, left: [String] = []) {
    self.source = source
    self.moment = moment
    self.left = left
    names = Dictionary(source.codes.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
  }

  /// The same thing of the same project always has the same.
  func guid(_ kind: String, _ id: String) -> String {
    var hex = SHA256Digest(of: "\(source.name)\u{0}\(kind)\u{0}\(id)".utf8).description
      .filter(\.isHexDigit).lowercased()
    // Version 5, variant 1.
    hex = String(hex.prefix(12)) + "5" + hex.dropFirst(13).prefix(3) + "8" + hex.dropFirst(17)
    let parts = [(0, 8), (8, 4), (12, 4), (16, 4), (20, 12)].map { start, count in
      String(hex.dropFirst(start).prefix(count))
    }
    return parts.joined(separator: "-")
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n"

  var codebook: String {
    Self.head
      + "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"dragoman\">\n\(codes(Self.pad))</CodeBook>\n"
  }

  private static let pad = "  "

  private var coders: [String] {
    source.passages.compactMap(\.coder).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Stands where no one is known to have coded something: programs ask for a name.
  static let standardCoder = "dragoman"
  /// Begins the lines that say what of the case is not in the project.
  static let leftOut = "Left out: "
  /// Begins the line with the day on which a statement was entered. Where none is known, programs
  /// still want a moment of creation, which says nothing.
  static let entered = "entered: "

  func project(_ placed: [String: PositionMap]) -> String {
    let user = guid("user", Self.standardCoder)
    var text = Self.head
    text +=
      "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"\(xmlEscaped(source.name))\" origin=\"dragoman\" creatingUserGUID=\"\(user)\" creationDateTime=\"\(moment)\">\n"
    text += "  <Users>\n"
    for coder in [Self.standardCoder] + coders.filter({ $0 != Self.standardCoder }) {
      text += "    <User guid=\"\(guid("user", coder))\" name=\"\(xmlEscaped(coder))\"/>\n"
    }
    text += "  </Users>\n"
    if !source.codes.isEmpty { text += "  <CodeBook>\n\(codes("    "))  </CodeBook>\n" }
    text += units
    let documents = source.documents.filter { placed[$0.id] != nil }
    if !documents.isEmpty {
      let members = Dictionary(
        grouping: source.passages.indices, by: { source.passages[$0].document })
      text += "  <Sources>\n"
      for document in documents {
        if let map = placed[document.id] {
          text += self.document(document, map, members[document.id] ?? [])
        }
      }
      text += "  </Sources>\n"
    }
    if !left.isEmpty {
      let lines = left.map { Self.leftOut + $0 }.joined(separator: "\n")
      text += "  <Description>\(xmlEscaped(lines))</Description>\n"
    }
    return text + "</Project>\n"
  }

  // MARK: Codes

  private func codes(_ pad: String) -> String {
    var children: [String: [Int]] = [:]
    for (place, code) in source.codes.enumerated() {
      children[code.path.dropLast().joined(separator: "/"), default: []].append(place)
    }
    var text = "\(pad)<Codes>\n"
    for place in children[""] ?? [] { text += code(place, children, pad + Self.pad) }
    return text + "\(pad)</Codes>\n"
  }

  private func code(_ place: Int, _ children: [String: [Int]], _ pad: String) -> String {
    let code = source.codes[place]
    let colour = code.colour.flatMap { $0.wholeMatch(of: /#[0-9A-Fa-f]{6}/) == nil ? nil : $0 }
    var text =
      "\(pad)<Code guid=\"\(guid("code", code.name))\" name=\"\(xmlEscaped(code.path.last ?? ""))\" isCodable=\"true\"\(colour.map { " color=\"\($0)\"" } ?? "")"
    let below = children[code.name] ?? []
    guard !below.isEmpty || code.note != nil else { return text + "/>\n" }
    text += ">\n"
    if let note = code.note {
      text += "\(pad)  <Description>\(xmlEscaped(note))</Description>\n"
    }
    for place in below { text += self.code(place, children, pad + Self.pad) }
    return text + "\(pad)</Code>\n"
  }

  // MARK: Actors

  private var units: String {
    guard !source.units.isEmpty else { return "" }
    let names = source.units.flatMap(\.attributes).map(\.name)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var text = ""
    if !names.isEmpty {
      text += "  <Variables>\n"
      for name in names {
        text +=
          "    <Variable guid=\"\(guid("variable", name))\" name=\"\(xmlEscaped(name))\" typeOfVariable=\"Text\"/>\n"
      }
      text += "  </Variables>\n"
    }
    text += "  <Cases>\n"
    for (place, unit) in source.units.enumerated() {
      text +=
        "    <Case guid=\"\(guid("case", "\(place) \(unit.name)"))\" name=\"\(xmlEscaped(unit.name))\">\n"
      for attribute in unit.attributes {
        text +=
          "      <VariableValue><VariableRef targetGUID=\"\(guid("variable", attribute.name))\"/><TextValue>\(xmlEscaped(attribute.value))</TextValue></VariableValue>\n"
      }
      text += "    </Case>\n"
    }
    return text + "  </Cases>\n"
  }

  // MARK: Texts

  private func document(
    _ document: CodedProject.Document, _ map: PositionMap, _ members: [Int]
  ) -> String {
    let id = guid("text", document.id)
    var text =
      "    <TextSource guid=\"\(guid("source", document.id))\" name=\"\(xmlEscaped(document.title))\" plainTextPath=\"internal://\(id).txt\" creatingUser=\"\(guid("user", Self.standardCoder))\" creationDateTime=\"\(moment)\">\n"
    let facts = [
      document.author.map { "Author: \($0)" }, document.publisher.map { "Publisher: \($0)" },
      document.published.map { "Published: \($0.text)" }, document.address.map { "Address: \($0)" },
      document.language.map { "Language: \($0)" },
    ].compactMap(\.self)
    if !facts.isEmpty {
      text += "      <Description>\(xmlEscaped(facts.joined(separator: "\n")))</Description>\n"
    }
    for member in members {
      let passage = source.passages[member]
      guard let range = passage.place.flatMap({ map.range($0) }) else { continue }
      text += selection(passage, range, member)
    }
    return text + "    </TextSource>\n"
  }

  private func selection(
    _ passage: CodedProject.Passage, _ range: Range<Int>, _ member: Int
  ) -> String {
    let user = guid("user", passage.coder ?? Self.standardCoder)
    let created = passage.created.flatMap { (try? EDTFDate($0))?.isDay == true ? $0 : nil }
    let moment = created.map { "\($0)T00:00:00Z" } ?? self.moment
    let id = "\(passage.id ?? "") \(member)"
    var text =
      "      <PlainTextSelection guid=\"\(guid("selection", id))\" name=\"\(xmlEscaped(passage.id ?? "passage"))\" startPosition=\"\(range.lowerBound)\" endPosition=\"\(range.upperBound)\" creatingUser=\"\(user)\" creationDateTime=\"\(moment)\">\n"
    let entered = passage.created.map { [Self.entered + $0] } ?? []
    let described = ((passage.note.map { [$0] } ?? []) + passage.factLines + entered)
      .filter { !$0.isEmpty }
    if !described.isEmpty {
      text +=
        "        <Description>\(xmlEscaped(described.joined(separator: "\n")))</Description>\n"
    }
    let names = passage.codes.compactMap { self.names[$0] }
    for (place, name) in names.enumerated() {
      text +=
        "        <Coding guid=\"\(guid("coding", "\(id) \(place)"))\" creatingUser=\"\(user)\" creationDateTime=\"\(moment)\"><CodeRef targetGUID=\"\(guid("code", name))\"/></Coding>\n"
    }
    return text + "      </PlainTextSelection>\n"
  }
}
