internal import CaseModel
internal import Foundation

/// What a page states in JSON-LD by the vocabulary of schema.org.
struct LinkedData {
  private(set) var titles: [String] = []
  private(set) var published: [String] = []
  private(set) var modified: [String] = []
  private(set) var authors: [String] = []
  private(set) var publishers: [String] = []
  private(set) var languages: [String] = []
  private(set) var links: [String] = []

  /// Objects of these types, or of those whose names end so, describe the document itself.
  private static let documents = [
    "article", "posting", "report", "newsarticle", "webpage", "document", "creativework",
    "statement",
  ]

  init(_ bodies: [String]) {
    for body in bodies.prefix(20) {
      guard let data = Self.plain(body).data(using: .utf8),
        let value = try? JSONSerialization.jsonObject(with: data)
      else { continue }
      visit(value, depth: 0)
    }
  }

  /// Some pages wrap it in comments or CDATA, or break lines within strings.
  private static func plain(_ body: String) -> String {
    var text = body.trimmedUnseen
    for (start, end) in [("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")]
    where text.hasPrefix(start) {
      text = String(text.dropFirst(start.count)).trimmedUnseen
      if text.hasSuffix(end) { text = String(text.dropLast(end.count)) }
    }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  private mutating func visit(_ value: Any, depth: Int) {
    guard depth < 6 else { return }
    if let list = value as? [Any] {
      for item in list.prefix(100) { visit(item, depth: depth + 1) }
      return
    }
    guard let object = value as? [String: Any] else { return }
    if let graph = object["@graph"] { visit(graph, depth: depth + 1) }
    if let entity = object["mainEntity"] { visit(entity, depth: depth + 1) }
    let types = Self.strings(object["@type"]).map { $0.lowercased() }
    let isPage = types.contains { $0.hasSuffix("webpage") }
    guard types.contains(where: { type in Self.documents.contains { type.hasSuffix($0) } }) else {
      return
    }
    titles += Self.strings(object["headline"]) + (isPage ? [] : Self.strings(object["name"]))
    published += Self.strings(object["datePublished"])
    modified += Self.strings(object["dateModified"])
    authors += Self.names(object["author"])
    publishers += Self.names(object["publisher"])
    languages += Self.strings(object["inLanguage"])
    links += Self.strings(object["url"])
  }

  private static func strings(_ value: Any?) -> [String] {
    if let text = value as? String { return [text] }
    return (value as? [Any])?.prefix(50).compactMap { $0 as? String } ?? []
  }

  private static func names(_ value: Any?) -> [String] {
    switch value {
    case let text as String: [text]
    case let object as [String: Any]: strings(object["name"])
    case let list as [Any]: list.prefix(50).flatMap { names($0 is [Any] ? nil : $0) }
    default: []
    }
  }
}
