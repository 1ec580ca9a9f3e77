internal import CaseModel
internal import Foundation
internal import Foundations
internal import GRDB

/// Files of Discourse Network Analyzer (`.dna`), versions 2 and 3: SQLite with statements as typed
/// spans of text.
package enum DNAReader {
  package static func isDatabase(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("SQLite format 3\u{0}".utf8))
  }

  /// - Parameter path: of the file, which is opened for reading alone.
  package static func project(
    at path: String
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { database in
        // What the file itself defines is not run.
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        var tables = try DNADatabase(database)
        return try tables.read()
      }
    } catch let error as ExchangeError {
      throw error
    } catch let error as DatabaseError {
      throw ExchangeError(
        "the file cannot be read as a database: \(error.message ?? "it is damaged")",
        hint: "open it in Discourse Network Analyzer and save it again")
    } catch {
      throw ExchangeError("the file cannot be read as a database")
    }
  }
}

/// The tables of one file.
private struct DNADatabase {
  private let database: Database
  private let columns: DNAColumns
  /// Milliseconds since 1970 in version 2, seconds since.
  private let isMilliseconds: Bool
  private var left = ExchangeReport.Tally()
  private var project = CodedProject()

  init(_ database: Database) throws {
    self.database = database
    let columns = try DNAColumns(database)
    for table in ["DOCUMENTS", "STATEMENTS", "VARIABLES"] where !columns.has(table) {
      throw ExchangeError(
        "the database has no table \(table), so it is no file of Discourse Network Analyzer",
        hint: "name a .dna file")
    }
    self.columns = columns
    let version = try Self.version(database, columns)
    let latest =
      columns.has("Date", in: "DOCUMENTS")
      ? try Int64.fetchOne(
        database, sql: "SELECT MAX(ABS(CAST(Date AS INTEGER))) FROM DOCUMENTS") ?? 0
      : 0
    // Seconds of this size are after the year 5138.
    isMilliseconds = version.map { $0 < 3 } ?? (latest > 100_000_000_000)
  }

  private static func version(_ database: Database, _ columns: DNAColumns) throws -> Int? {
    guard columns.has("Property", in: "SETTINGS"), columns.has("Value", in: "SETTINGS") else {
      return nil
    }
    let text = try String.fetchOne(
      database, sql: "SELECT CAST(Value AS TEXT) FROM SETTINGS WHERE lower(Property) = 'version'")
    return text?.split(separator: ".").first.flatMap { Int($0) }
  }

  /// The rows of a table, in the order of their numbers where they have any.
  private func rows(of table: String) throws -> [Row] {
    let order = columns.has("ID", in: table) ? " ORDER BY ID" : ""
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM \(table)\(order) LIMIT 5000001")
    guard rows.count <= 5_000_000 else {
      throw ExchangeError("the file has more than 5,000,000 rows in one table")
    }
    return rows
  }

  /// Text whatever the type it is stored as; empty for none.
  private func text(_ row: Row, _ column: String) -> String {
    guard let value = row.cell(column) else { return "" }
    return String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map { "\($0)" } ?? ""
  }

  private func number(_ row: Row, _ column: String) -> Int64? {
    guard let value = row.cell(column) else { return nil }
    return Int64.fromDatabaseValue(value)
      ?? value.storage.value.flatMap { ($0 as? String).flatMap { Int64($0) } }
  }

  mutating func read() throws -> (project: CodedProject, report: ExchangeReport) {
    project.origin = "Discourse Network Analyzer"
    project.splitsStatements = true
    for column in columns.missing {
      left.add("columns missing from the file, with what they would hold", column)
    }
    let coders = try names(of: "CODERS", "Name")
    try addDocuments()
    try addStatements(coders)
    try addAttributes()
    if columns.has("REGEXES") {
      for row in try rows(of: "REGEXES") {
        left.add("words to be highlighted", text(row, "Label"))
      }
    }
    try nameOtherTables()
    var report = ExchangeReport()
    report.left = left.lines
    return (project, report)
  }

  /// Every other table that has something in it.
  private mutating func nameOtherTables() throws {
    let known: Set<String> = [
      "SETTINGS", "CODERS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "STATEMENTS",
      "DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT", "ENTITIES",
      "ATTRIBUTEVARIABLES",
      "ATTRIBUTEVALUES", "REGEXES",
    ]
    let tables = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
        """)
    for table in tables where !known.contains(table.uppercased()) {
      let quoted = table.replacing("\"", with: "\"\"")
      let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \"\(quoted)\"") ?? 0
      if count > 0 {
        left.add("tables that mean nothing here", "\(table), \(count.counted("row"))")
      }
    }
  }

  private func names(of table: String, _ column: String) throws -> [Int64: String] {
    guard columns.has(table) else { return [:] }
    return Dictionary(
      try rows(of: table).compactMap { row in
        number(row, "ID").map { ($0, text(row, column)) }
      }, uniquingKeysWith: { a, _ in a })
  }

  private mutating func addDocuments() throws {
    for row in try rows(of: "DOCUMENTS") {
      guard let id = number(row, "ID") else { continue }
      var document = CodedProject.Document(
        "\(id)", title: text(row, "Title"), text: text(row, "Text"))
      let (author, publisher) = (text(row, "Author"), text(row, "Source"))
      document.author = author.isEmpty ? nil : author
      document.publisher = publisher.isEmpty ? nil : publisher
      if let date = number(row, "Date") {
        document.published = ForeignDate.day(seconds: isMilliseconds ? date / 1000 : date)
      }
      for column in ["Section", "Type", "Notes"] where !text(row, column).isEmpty {
        let words = text(row, column)
        // Where this program writes an address.
        if column == "Notes", words.contains("://"), !words.contains(where: \.isWhitespace) {
          document.address = words
        } else {
          document.add(note: "\(column): \(words)")
        }
      }
      project.documents.append(document)
    }
  }

  private mutating func addStatements(_ coders: [Int64: String]) throws {
    let variables = try names(of: "VARIABLES", "Variable")
    var values: [Int64: [CodedProject.Field]] = [:]
    for table in ["DATASHORTTEXT", "DATALONGTEXT", "DATAINTEGER", "DATABOOLEAN"]
    where columns.has(table) {
      let isEntity = columns.has("Entity", in: table)
      let entities =
        table == "DATASHORTTEXT" ? try entityNames(isEntity) : [:]
      for row in try rows(of: table) {
        guard let statement = number(row, "StatementId"), let id = number(row, "VariableId"),
          let name = variables[id]
        else { continue }
        let column = isEntity ? "Entity" : "Value"
        var value = text(row, column)
        if !entities.isEmpty, let key = number(row, column), let named = entities[key] {
          value = named
        }
        if !value.isEmpty { values[statement, default: []].append(.init(name, value)) }
      }
    }
    for row in try rows(of: "STATEMENTS") {
      guard let id = number(row, "ID"), let document = number(row, "DocumentId") else { continue }
      var passage = CodedProject.Passage(document: "\(document)")
      passage.id = "s\(id)"
      if let start = number(row, "Start"), let end = number(row, "Stop"), start >= 0, end > start {
        passage.counted = Int(start)..<Int(end)
      } else {
        left.add("statements without a place", "s\(id)")
        continue
      }
      passage.coder = number(row, "Coder").flatMap { coders[$0] }
      passage.fields = values[id] ?? []
      project.passages.append(passage)
    }
  }

  /// Values that are stored as references: in version 3 always, in version 2 where the column is one.
  private func entityNames(_ isEntity: Bool) throws -> [Int64: String] {
    if isEntity { return try names(of: "ENTITIES", "Value") }
    let type = try database.columns(in: "DATASHORTTEXT").first { $0.name == "Value" }?.type ?? ""
    guard type.uppercased() == "INTEGER" else { return [:] }
    return try names(
      of: columns.has("ENTITIES") ? "ENTITIES" : "ATTRIBUTES", "Value")
  }

  /// What the file says of actors: names of their own, with attributes.
  private mutating func addAttributes() throws {
    if columns.has("ATTRIBUTEVALUES") {
      let entities = try names(of: "ENTITIES", "Value")
      let attributes = try names(of: "ATTRIBUTEVARIABLES", "AttributeVariable")
      let actors = try entitiesThatAreActors()
      for row in try rows(of: "ATTRIBUTEVALUES") {
        let value = text(row, "AttributeValue")
        guard !value.isEmpty else { continue }
        let id = number(row, "EntityId") ?? 0
        let entity = entities[id] ?? ""
        let name = number(row, "AttributeVariableId").flatMap { attributes[$0] } ?? ""
        addAttribute(name, value, of: entity, isActor: actors.contains(id))
      }
    } else if columns.has("ATTRIBUTES") {
      let actors = try entitiesThatAreActors()
      for row in try rows(of: "ATTRIBUTES") {
        for column in ["Type", "Alias", "Notes"] where !text(row, column).isEmpty {
          addAttribute(
            column, text(row, column), of: text(row, "Value"),
            isActor: number(row, "ID").map { actors.contains($0) } ?? false)
        }
      }
    }
  }

  /// An actor's other name and what is noted of it are the case's too.
  private mutating func addAttribute(
    _ name: String, _ value: String, of entity: String, isActor: Bool
  ) {
    var unit = CodedProject.Unit(entity)
    switch isActor && !entity.isEmpty ? name : "" {
    case "Alias":
      unit.attributes = ProjectBuilder.several(value).map { .init("alias", $0) }
    case "Notes": unit.note = value
    case "Type" where Case.Actor.Kind(rawValue: value) != nil:
      unit.attributes = [.init("kind", value)]
    default: return left.add("attribute values", "\(entity), \(name): \(value.prefix(40))")
    }
    project.units.append(unit)
  }

  private func entitiesThatAreActors() throws -> Set<Int64> {
    let variables = try names(of: "VARIABLES", "Variable")
    let table = columns.has("ENTITIES") ? "ENTITIES" : "ATTRIBUTES"
    guard columns.has(table) else { return [] }
    return Set(
      try rows(of: table).compactMap { row in
        let variable = number(row, "VariableId").flatMap { variables[$0] } ?? ""
        let column = ExchangeMapping.column(named: variable)
        return column == .speaker || column == .speaksFor ? number(row, "ID") : nil
      })
  }
}
