internal import GRDB

/// A number in the file's header, beside the version of its form, that begins at random and goes up
/// with every transaction: it says whether a log is that of the file beside which it lies.
///
/// SQLite itself plays any log over any file of the same name. As every transaction changes the mark,
/// every one writes the first page to the log; the log's first mark then follows the file's own.
struct FileMark: Hashable, Sendable {
  /// 24 bits; 0 where a file has none yet.
  let number: UInt32

  private static let most: UInt32 = 0xFF_FFFF

  /// - Parameter userVersion: the header's four bytes at 60.
  init(userVersion: UInt32) { number = userVersion >> 8 }

  private init(number: UInt32) { self.number = number }

  static func random() -> FileMark { FileMark(number: .random(in: 1...most)) }

  var next: FileMark {
    if number == 0 { return .random() }
    return FileMark(number: number == Self.most ? 1 : number + 1)
  }

  /// What the header holds of mark and form.
  func userVersion(form: Int) -> Int32 {
    Int32(bitPattern: number << 8 | UInt32(truncatingIfNeeded: form & 0xFF))
  }

  static func form(userVersion: UInt32) -> Int { Int(userVersion & 0xFF) }

  /// How many transactions lie between, where this one came first.
  func distance(to later: FileMark) -> Int {
    Int(
      later.number >= number
        ? later.number - number : Self.most - number + later.number)
  }

  static func read(_ db: Database) throws -> (mark: FileMark, form: Int) {
    let version = UInt32(
      bitPattern: Int32(truncatingIfNeeded: try db.cachedInt("PRAGMA user_version") ?? 0))
    return (FileMark(userVersion: version), form(userVersion: version))
  }

  func write(form: Int, _ db: Database) throws {
    try db.execute(sql: "PRAGMA user_version = \(userVersion(form: form))")
  }
}
