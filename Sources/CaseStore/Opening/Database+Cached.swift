internal import GRDB

// To compile a statement takes as long as to run it; what every write runs is kept compiled.
extension Database {
  /// One transaction, begun IMMEDIATE so that nothing can come between reading and writing. What `body`
  /// throws takes everything back.
  func immediately<Value>(_ body: () throws -> Value) throws -> Value {
    try cachedStatement(sql: "BEGIN IMMEDIATE").execute()
    do {
      let value = try body()
      try cachedStatement(sql: "COMMIT").execute()
      return value
    } catch {
      try? rollback()
      throw error
    }
  }

  func cached(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// What `read` makes of the first row, which is not copied and must not be kept.
  func cachedFirst<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ read: (Row) throws -> Value
  ) throws -> Value? {
    let rows = try Row.fetchCursor(try cachedStatement(sql: sql), arguments: arguments)
    // The row is there for as long as its cursor.
    return try withExtendedLifetime(rows) { try rows.next().map(read) }
  }

  func cachedRows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(try cachedStatement(sql: sql), arguments: arguments)
  }

  func cachedInt(_ sql: String, _ arguments: StatementArguments = []) throws -> Int? {
    try Int.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
  }
}
