internal import CaseModel
internal import Foundation

/// W3C Web Annotations in JSON-LD, and what Hypothesis exports.
package enum AnnotationReader {
  package static func project(
    _ bytes: [UInt8]
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
    } catch {
      throw ExchangeError("the file is not JSON that can be read\(JSONFault.words(error, bytes))")
    }
    var reader = AnnotationCollector()
    reader.read(value)
    guard !reader.project.passages.isEmpty || reader.found > 0 else {
      throw ExchangeError(
        "the file has no annotations in it",
        hint: "it is a Web Annotation, a list or collection of them, or an export of Hypothesis")
    }
    var report = ExchangeReport()
    report.left = reader.left.lines
    return (reader.project, report)
  }
}

private struct AnnotationCollector {
  var project = CodedProject()
  var left = ExchangeReport.Tally()
  /// How many annotations there were, whatever became of them.
  var found = 0
  private var documents: [String: Int] = [:]
  private var codes: Set<String> = []

  mutating func read(_ value: Any) {
    if let list = value as? [Any] {
      for item in list { read(item) }
      return
    }
    guard let map = value as? [String: Any] else { return }
    for key in ["rows", "annotations", "items", "first", "@graph"] {
      if let inner = map[key], !(inner is String) { return read(inner) }
    }
    guard map["target"] != nil || Self.isAnnotation(map) else { return }
    found += 1
    readAnnotation(map)
  }

  /// Of annotations and of Hypothesis: those taken over, and those that say nothing of the words.
  private static let known: Set<String> = [
    "@context", "@id", "@type", "id", "type", "motivation", "creator", "created", "modified",
    "generator", "generated", "body", "target", "user", "tags", "text", "uri", "document", "links",
    "permissions", "group", "updated", "user_info", "hidden", "flagged", "moderation", "references",
  ]

  /// Whether a map without a target says that it is an annotation, by its type or by what it holds.
  private static func isAnnotation(_ map: [String: Any]) -> Bool {
    let types = list(map["type"] ?? map["@type"]).compactMap { $0 as? String }
    return types.contains { $0 == "Annotation" || $0 == "oa:Annotation" }
      || map["body"] != nil || map["uri"] != nil && map["user"] != nil
  }

  private static func list(_ value: Any?) -> [Any] {
    guard let value else { return [] }
    return value as? [Any] ?? [value]
  }

  private static func text(_ value: Any?) -> String? {
    if let text = value as? String { return text }
    if let map = value as? [String: Any] {
      return text(map["@value"] ?? map["value"] ?? map["name"] ?? map["id"])
    }
    return (value as? [Any])?.first.flatMap { text($0) }
  }

  private mutating func readAnnotation(_ map: [String: Any]) {
    let name = Self.text(map["id"]) ?? "annotation \(found)"
    for key in map.keys.sorted() where !Self.known.contains(key) {
      left.add("keys of annotations that mean nothing here", key)
    }
    let bodies = Self.list(map["body"])
    var made = 0
    for target in Self.list(map["target"]) {
      guard let address = address(of: target, map) else {
        left.add("annotations without a document", name)
        continue
      }
      var passage = CodedProject.Passage(document: document(address, target, map))
      passage.id = name.split(separator: "/").last.flatMap {
        Slug.isSlug(String($0)) ? String($0) : nil
      }
      passage.created = Self.text(map["created"])
      passage.coder = (Self.text(map["creator"]) ?? Self.text(map["user"])).map(Self.person)
      let selectors = Self.list((target as? [String: Any])?["selector"])
      for selector in selectors { read(selector: selector, into: &passage) }
      guard passage.exact != nil || passage.counted != nil else {
        left.add("annotations of a whole page or of what is no text", name)
        continue
      }
      for body in bodies {
        read(body: body, into: &passage, isOwn: name.hasPrefix("urn:dragoman:"))
      }
      for tag in Self.list(map["tags"]) { if let tag = tag as? String { add(tag, to: &passage) } }
      if let words = map["text"] as? String, !words.isEmpty { passage.note = words }
      project.passages.append(passage)
      made += 1
    }
    if made == 0, Self.list(map["target"]).isEmpty {
      left.add("annotations without a target", name)
    }
  }

  /// `acct:anna@hypothes.is` is anna.
  private static func person(_ name: String) -> String {
    guard name.hasPrefix("acct:") else { return name }
    return String(name.dropFirst("acct:".count).prefix { $0 != "@" })
  }

  private func address(of target: Any, _ annotation: [String: Any]) -> String? {
    if let text = target as? String { return text }
    guard let map = target as? [String: Any] else { return nil }
    // Of a source that is described its id is the address, and not its name.
    let described = (map["source"] as? [String: Any])?["id"] as? String
    return described ?? Self.text(map["source"]) ?? Self.text(map["id"])
      ?? Self.text(annotation["uri"])
  }

  private mutating func document(
    _ address: String, _ target: Any, _ annotation: [String: Any]
  ) -> String {
    guard documents[address] == nil else { return address }
    documents[address] = project.documents.count
    let source = (target as? [String: Any])?["source"] as? [String: Any]
    let title =
      Self.text(source?["name"] ?? source?["title"] ?? source?["label"])
      ?? Self.text((annotation["document"] as? [String: Any])?["title"])
    var document = CodedProject.Document(
      address, title: title ?? address.split(separator: "/").last.map(String.init) ?? address)
    document.address = address.contains("://") || address.contains("/") ? address : nil
    document.published = Self.text(source?["published"]).flatMap { ForeignDate.read($0) }
    document.publisher = Self.text(source?["publisher"])
    document.author = Self.text(source?["author"])
    document.language = Self.text(source?["language"])
    project.documents.append(document)
    return address
  }

  private mutating func read(selector: Any, into passage: inout CodedProject.Passage) {
    guard let map = selector as? [String: Any] else { return }
    // A selector may narrow down another.
    if let inner = map["refinedBy"] {
      for part in Self.list(inner) { read(selector: part, into: &passage) }
    }
    switch Self.text(map["type"]) {
    case "TextQuoteSelector":
      passage.exact = Self.text(map["exact"])
      (passage.prefix, passage.suffix) = (Self.text(map["prefix"]), Self.text(map["suffix"]))
    case "TextPositionSelector":
      guard let start = (map["start"] as? NSNumber)?.intValue,
        let end = (map["end"] as? NSNumber)?.intValue, start >= 0, end > start
      else { return }
      passage.counted = start..<end
    default: break
    }
  }

  /// - Parameter isOwn: whether this program wrote the annotation.
  private mutating func read(
    body: Any, into passage: inout CodedProject.Passage, isOwn: Bool
  ) {
    guard let map = body as? [String: Any] else {
      left.add("bodies that are another resource", body as? String ?? "")
      return
    }
    guard let value = Self.text(map["value"]) else {
      left.add("bodies that are another resource", Self.text(map["id"]) ?? "")
      return
    }
    let purposes = Self.list(map["purpose"]).compactMap { $0 as? String }
    if purposes.contains("tagging") || purposes.contains("classifying") {
      add(value, to: &passage)
    } else if isOwn, purposes.contains("describing"), passage.take(factLine: value) {
      return
    } else {
      passage.note = passage.note.map { "\($0)\n\(value)" } ?? value
    }
  }

  private mutating func add(_ tag: String, to passage: inout CodedProject.Passage) {
    let path = tag.split(separator: "/").map { Names.plain(String($0)) }.filter { !$0.isEmpty }
    guard !path.isEmpty else { return }
    guard path.count <= 60 else {
      return left.add("tags of more than 60 steps", String(path[0].prefix(40)))
    }
    for count in 1...path.count {
      let part = Array(path.prefix(count))
      let name = part.joined(separator: "/")
      if codes.insert(name).inserted {
        project.codes.append(CodedProject.Code(name, path: part))
      }
    }
    passage.codes.append(path.joined(separator: "/"))
  }
}
