internal import CaseModel
internal import Foundation

/// A mapping as a person wrote it: what is wrong in it is named by its key.
extension ExchangeMapping {
  /// - Parameter bytes: JSON, in which any part may be missing.
  package static func read(_ bytes: [UInt8]) throws(ExchangeError) -> ExchangeMapping {
    let map = try object(bytes)
    for key in map.keys.sorted() where !keys.contains(key) {
      throw fault(
        "`\(key.shortened(to: 40))` is not part of one",
        "its parts are \(keys.joined(separator: ", "))")
    }
    var mapping = ExchangeMapping()
    if let positions = map["positions"], !(positions is NSNull) {
      guard let name = positions as? String, PositionReading(name: name) != nil else {
        throw fault(
          "`positions` is \(words(positions))", "it is utf16, codepoints or bytes, with +lf or +bom"
        )
      }
      mapping.positions = name
    }
    let columns = Column.allCases.map(\.rawValue)
    mapping.columns = try values(map, "columns", of: columns) { Column(rawValue: $0) }
    mapping.codes = try values(
      map, "codes",
      of: ["actor", "issue", "answer", "act:NAME", "stance:NAME", "group", "note", "ignore"]
    ) { CodeMeaning($0) == nil ? nil : $0 }
    mapping.stances = try values(
      map, "stances", of: Case.Statement.Stance.allCases.map(\.rawValue)
    ) { Case.Statement.Stance(rawValue: $0)?.rawValue }
    mapping.acts = try values(map, "acts", of: Case.Statement.Act.allCases.map(\.rawValue)) {
      Case.Statement.Act(rawValue: $0)?.rawValue
    }
    mapping.actors = try values(map, "actors", of: []) { $0 }
    mapping.issues = try values(map, "issues", of: []) { $0 }
    mapping.dates = try values(
      map, "dates",
      of: [ForeignDate.Order.dayFirst.rawValue, ForeignDate.Order.monthFirst.rawValue]
    ) { ForeignDate.Order(rawValue: $0) }
    return mapping
  }

  private static let keys = CodingKeys.allCases.map(\.rawValue)

  private static func object(_ bytes: [UInt8]) throws(ExchangeError) -> [String: Any] {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
    } catch {
      throw fault("it is not JSON\(JSONFault.words(error, bytes))", "a dry run prints one")
    }
    guard let map = value as? [String: Any] else {
      throw fault("it is \(words(value)), not an object", "a dry run prints one")
    }
    return map
  }

  private static func values<Value>(
    _ map: [String: Any], _ key: String, of allowed: [String], _ read: (String) -> Value?
  ) throws(ExchangeError) -> [String: Value] {
    guard let given = map[key], !(given is NSNull) else { return [:] }
    guard let object = given as? [String: Any] else {
      throw fault(
        "`\(key)` is \(words(given)), not an object", "it gives each name what it becomes")
    }
    var values: [String: Value] = [:]
    for name in object.keys.sorted() {
      guard let text = object[name] as? String, let value = read(text) else {
        throw fault(
          "`\(key)`, “\(name.shortened(to: 40))”: \(words(object[name] ?? NSNull()))",
          allowed.isEmpty ? "it is text" : "it is one of \(allowed.joined(separator: ", "))")
      }
      values[name] = value
    }
    return values
  }

  private static func words(_ value: Any) -> String {
    switch value {
    case let text as String: "“\(text.shortened(to: 40))”"
    case is NSNull: "null"
    case is [Any]: "a list"
    case is [String: Any]: "an object"
    default: "\(value)"
    }
  }

  private static func fault(_ what: String, _ hint: String) -> ExchangeError {
    ExchangeError("the mapping cannot be read: \(what)", hint: hint)
  }

  /// Names of columns and codes in a mapping that a file does not have, which a person may have
  /// misspelt.
  package func unknown(in project: CodedProject) -> [String] {
    var names: Set<String> = []
    for passage in project.passages { names.formUnion(passage.fields.map(\.name)) }
    for row in project.entries { names.formUnion(row.map(\.name)) }
    let codes = Set(project.codes.map(\.name))
    let columns = Set(self.columns.keys).union(actors.keys).union(issues.keys).union(dates.keys)
    return columns.subtracting(names).sorted().map { "the column “\($0)”" }
      + Set(self.codes.keys).subtracting(codes).sorted().map { "the code “\($0)”" }
  }
}

/// Where JSON cannot be read, in words that follow others.
enum JSONFault {
  static func words(_ error: any Error, _ bytes: [UInt8]) -> String {
    guard let info = (error as NSError).userInfo["NSDebugDescription"] as? String else { return "" }
    if let range = info.firstRange(of: /line \d+, column \d+/) { return ", at \(info[range])" }
    guard let match = info.firstMatch(of: /character (\d+)/), let offset = Int(match.1) else {
      return ": \(info.shortened(to: 120))"
    }
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return ", at line \(line), column \(before.count - start + 1)"
  }
}
