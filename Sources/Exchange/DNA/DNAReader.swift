internal import CaseModel
internal import Foundation
internal import GRDB

/// Files of Discourse Network Analyzer (`.dna`), versions 2 and 3: SQLite with statements as typed
/// spans of text.
package enum DNAReader {
  package static func isDatabase(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("SQLite format 3\u{0}".utf8))
  }

  /// Beyond so many rows of one table the file is not read.
  private static let mostRows = 5_000_000

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
  /// Milliseconds since 1970 in version 2, seconds since.
  private let isMilliseconds: Bool
  private var left = ExchangeReport.Tally()
  private var project = CodedProject()

  init(_ database: Database) throws {
    self.database = database
    for table in ["DOCUMENTS", "STATEMENTS", "VARIABLES"]
    where try !database.tableExists(table) {
      throw ExchangeError(
        "the database has no table \(table), so it is no file of Discourse Network Analyzer",
        hint: "name a .dna file")
    }
    let version = try Self.version(database)
    let latest =
      try Int64.fetchOne(database, sql: "SELECT MAX(ABS(CAST(Date AS INTEGER))) FROM DOCUMENTS")
      ?? 0
    // Seconds of this size are after the year 5138.
    isMilliseconds = version.map { $0 < 3 } ?? (latest > 100_000_000_000)
  }

  private static func version(_ database: Database) throws -> Int? {
    guard try database.tableExists("SETTINGS"),
      try database.columns(in: "SETTINGS").contains(where: { $0.name == "Property" })
    else { return nil }
    let text = try String.fetchOne(
      database, sql: "SELECT CAST(Value AS TEXT) FROM SETTINGS WHERE lower(Property) = 'version'")
    return text?.split(separator: ".").first.flatMap { Int($0) }
  }

  private func rows(_ sql: String) throws -> [Row] {
    let rows = try Row.fetchAll(database, sql: "\(sql) LIMIT 5000001")
    guard rows.count <= 5_000_000 else {
      throw ExchangeError("the file has more than 5,000,000 rows in one table")
    }
    return rows
  }

  /// Text whatever the type it is stored as; empty for none.
  private func text(_ row: Row, _ column: String) -> String {
    String.fromDatabaseValue(row[column] as DatabaseValue)
      ?? Int64.fromDatabaseValue(row[column] as DatabaseValue).map { "\($0)" } ?? ""
  }

  private func number(_ row: Row, _ column: String) -> Int64? {
    Int64.fromDatabaseValue(row[column] as DatabaseValue)
      ?? (row[column] as DatabaseValue).storage.value.flatMap {
        ($0 as? String).flatMap { Int64($0) }
      }
  }

  mutating func read() throws -> (project: CodedProject, report: ExchangeReport) {
    project.origin = "Discourse Network Analyzer"
    let coders = try names(of: "CODERS", "Name")
    try addDocuments()
    try addStatements(coders)
    try addAttributes()
    if try database.tableExists("REGEXES") {
      for row in try rows("SELECT * FROM REGEXES") {
        left.add("words to be highlighted", text(row, "Label"))
      }
    }
    var report = ExchangeReport()
    report.left = left.lines
    return (project, report)
  }

  private func names(of table: String, _ column: String) throws -> [Int64: String] {
    guard try database.tableExists(table) else { return [:] }
    return Dictionary(
      try rows("SELECT * FROM \(table)").compactMap { row in
        number(row, "ID").map { ($0, text(row, column)) }
      }, uniquingKeysWith: { a, _ in a })
  }

  private mutating func addDocuments() throws {
    for row in try rows("SELECT * FROM DOCUMENTS ORDER BY ID") {
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
        left.add("values of a document's \(column)", document.title)
      }
      project.documents.append(document)
    }
  }

  private mutating func addStatements(_ coders: [Int64: String]) throws {
    let variables = try names(of: "VARIABLES", "Variable")
    var values: [Int64: [CodedProject.Field]] = [:]
    for table in ["DATASHORTTEXT", "DATALONGTEXT", "DATAINTEGER", "DATABOOLEAN"]
    where try database.tableExists(table) {
      let isEntity = try database.columns(in: table).contains { $0.name == "Entity" }
      let entities =
        table == "DATASHORTTEXT" ? try entityNames(isEntity) : [:]
      for row in try rows("SELECT * FROM \(table) ORDER BY ID") {
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
    for row in try rows("SELECT * FROM STATEMENTS ORDER BY ID") {
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
      of: try database.tableExists("ENTITIES") ? "ENTITIES" : "ATTRIBUTES", "Value")
  }

  /// What the file says of actors: names of their own, with attributes.
  private mutating func addAttributes() throws {
    if try database.tableExists("ATTRIBUTEVALUES") {
      let entities = try names(of: "ENTITIES", "Value")
      let attributes = try names(of: "ATTRIBUTEVARIABLES", "AttributeVariable")
      for row in try rows("SELECT * FROM ATTRIBUTEVALUES ORDER BY ID") {
        let value = text(row, "AttributeValue")
        guard !value.isEmpty else { continue }
        let entity = number(row, "EntityId").flatMap { entities[$0] } ?? ""
        let name = number(row, "AttributeVariableId").flatMap { attributes[$0] } ?? ""
        left.add("attribute values", "\(entity), \(name): \(value.prefix(40))")
      }
    } else if try database.tableExists("ATTRIBUTES") {
      for row in try rows("SELECT * FROM ATTRIBUTES ORDER BY ID") {
        for column in ["Type", "Alias", "Notes"] where !text(row, column).isEmpty {
          left.add("attribute values", "\(text(row, "Value")), \(column)")
        }
      }
    }
  }
}
