import CaseModel
import CaseStore
import Foundation
import GRDB

/// Durable writes against a bare SQLite loop, in short turns, so that what else the machine does
/// meets both alike.
struct WriteRace {
  private let file: DragomanFile
  private let bare: DatabaseQueue
  private let entries: [Case.Statement]
  private let stored: StoredCase
  private let writes: Int

  init(_ file: DragomanFile, _ stored: StoredCase, _ folder: URL, _ writes: Int) throws {
    self.file = file
    self.stored = stored
    self.writes = writes
    entries = stored.theCase.statements
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
    }
    bare = try DatabaseQueue(
      path: folder.appendingPathComponent("bare.sqlite").path, configuration: configuration)
    try bare.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "CREATE TABLE entry (id TEXT PRIMARY KEY, content TEXT NOT NULL)")
      try db.execute(
        sql:
          "CREATE TABLE old (number INTEGER PRIMARY KEY, id TEXT NOT NULL, content TEXT NOT NULL)")
    }
    try bare.write { db in
      for entry in entries {
        try db.execute(
          sql: "INSERT INTO entry VALUES (?, ?)", arguments: [entry.id.raw, entry.node().json])
      }
    }
  }

  func report() throws {
    let turn = 20
    var (ours, theirs): ([Double], [Double]) = ([], [])
    var revisions: [Int: Int] = [:]
    for round in 0..<(writes / turn) {
      ours.append(
        try seconds {
          for number in 0..<turn {
            let index = (round * turn + number) * 37 % entries.count
            var entry = entries[index]
            entry.gist = "changed in round \(round)"
            let expected = revisions[index] ?? stored.revision(of: .statements, id: entry.id.raw)
            let written = try file.write(
              entry, expectedRevision: expected, by: "bench", at: moment, message: "edit")
            revisions[index] = written.revisions.first?.revision
          }
        } / Double(turn))
      theirs.append(
        try seconds {
          for number in 0..<turn {
            var entry = entries[(round * turn + number) * 37 % entries.count]
            entry.gist = "changed in round \(round)"
            try put(entry)
          }
        } / Double(turn))
    }
    let (mine, bare) = (median(ours), median(theirs))
    print("")
    print("durable writes, median of \(ours.count) turns of \(turn):")
    print("  the store    \(Int(1 / mine)) a second, \(shown(mine)) each")
    print("  bare SQLite  \(Int(1 / bare)) a second, \(shown(bare)) each")
    print("  ratio        \(Int((bare / mine * 100).rounded())) %, target at least 80 %")
  }

  /// What an edit of a row comes to without us: the row, and the old one kept.
  private func put(_ entry: Case.Statement) throws {
    let content = entry.node().json
    try bare.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try db.cachedStatement(sql: "INSERT INTO old (id, content) VALUES (?, ?)")
          .execute(arguments: [entry.id.raw, content])
        try db.cachedStatement(sql: "UPDATE entry SET content = ? WHERE id = ?")
          .execute(arguments: [content, entry.id.raw])
        return .commit
      }
    }
  }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try body()
    let parts = (clock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 1 : sorted[sorted.count / 2]
  }

  private func shown(_ seconds: Double) -> String { "\((seconds * 1e5).rounded() / 100) ms" }
}
