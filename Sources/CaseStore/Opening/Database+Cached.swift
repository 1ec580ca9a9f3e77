internal import GRDB

// To compile a statement takes as long as to run it; what every write runs is kept compiled.
extension Database {
  func cached(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func cachedRow(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
  }

  func cachedRows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(try cachedStatement(sql: sql), arguments: arguments)
  }

  func cachedInt(_ sql: String, _ arguments: StatementArguments = []) throws -> Int? {
    try Int.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
  }
}
