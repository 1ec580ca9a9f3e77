internal import GRDB

/// The columns that a file of Discourse Network Analyzer is read by. Its tables are another program's,
/// and may lack any of them.
struct DNAColumns {
  /// A table with the columns that nothing can be read without, and those that add to it.
  private static let tables: [(name: String, needed: [String], more: [String])] = [
    ("SETTINGS", [], ["Property", "Value"]),
    ("CODERS", [], ["ID", "Name"]),
    (
      "DOCUMENTS", ["ID", "Title", "Text"],
      ["Author", "Source", "Section", "Notes", "Type", "Date"]
    ),
    ("STATEMENTS", ["ID", "DocumentId", "Start", "Stop"], ["Coder"]),
    ("VARIABLES", ["ID", "Variable"], []),
    ("DATASHORTTEXT", ["StatementId", "VariableId"], []),
    ("DATALONGTEXT", ["StatementId", "VariableId", "Value"], []),
    ("DATAINTEGER", ["StatementId", "VariableId", "Value"], []),
    ("DATABOOLEAN", ["StatementId", "VariableId", "Value"], []),
    ("ENTITIES", ["ID", "Value"], ["VariableId"]),
    ("ATTRIBUTEVARIABLES", [], ["ID", "AttributeVariable"]),
    ("ATTRIBUTEVALUES", [], ["EntityId", "AttributeVariableId", "AttributeValue"]),
    ("ATTRIBUTES", ["Value"], ["ID", "VariableId", "Type", "Alias", "Notes"]),
    ("REGEXES", [], ["Label"]),
  ]

  private var found: [String: Set<String>] = [:]
  /// Columns that are not there, as `DOCUMENTS.Type`.
  private(set) var missing: [String] = []

  /// - Throws: ``ExchangeError`` naming a table and the column that it must have.
  init(_ database: Database) throws {
    for table in Self.tables where try database.tableExists(table.name) {
      let names = Set(try database.columns(in: table.name).map { $0.name.lowercased() })
      found[table.name] = names
      for column in table.needed where !names.contains(column.lowercased()) {
        throw Self.missing(column, of: table.name)
      }
      missing += table.more.filter { !names.contains($0.lowercased()) }
        .map { "\(table.name).\($0)" }
    }
    if found["DATASHORTTEXT"] != nil, !has("Entity", in: "DATASHORTTEXT"),
      !has("Value", in: "DATASHORTTEXT")
    {
      throw Self.missing("Entity", of: "DATASHORTTEXT")
    }
  }

  private static func missing(_ column: String, of table: String) -> ExchangeError {
    ExchangeError(
      "the table \(table) has no column \(column), without which nothing can be read from it",
      hint: "open the file in Discourse Network Analyzer and save it again")
  }

  func has(_ table: String) -> Bool { found[table] != nil }

  func has(_ column: String, in table: String) -> Bool {
    found[table]?.contains(column.lowercased()) == true
  }
}

extension Row {
  /// What stands in a column; nil where the table has none of that name. A subscript of GRDB ends the
  /// program there.
  func cell(_ column: String) -> DatabaseValue? {
    hasColumn(column) ? self[column] as DatabaseValue : nil
  }
}
