internal import Foundation
internal import GRDB

/// Sees to it that no log is played over a file that is not its own: a file moved into another's
/// place, or a backup put beside the log of a program that was killed.
struct LogOwner {
  let path: String
  let file: HeldFile

  /// Takes a log that is not the file's out of SQLite's way, under a name of its own.
  ///
  /// - Returns: where it lies now; nil where there was none.
  /// - Throws: ``StoreError`` where it cannot be taken away.
  func setAside() throws(StoreError) -> String? {
    var kept: String?
    if isForeign { kept = try move(["-wal", "-shm"]) }
    if hasForeignJournal { kept = try move(["-journal"]) ?? kept }
    return kept
  }

  /// Whether the log beside the file is another's.
  private var isForeign: Bool {
    // A program that writes meanwhile may begin the log again while it is looked at.
    for _ in 0..<4 {
      guard let log = LogFile(beside: path), log.hasFrames else { return false }
      let mark = FileMark(userVersion: FileHeader.userVersion(file.start(100)))
      let isForeign = isForeign(log, mark)
      if !isForeign || LogFile(beside: path) == log, file.key == Self.key(path) {
        return isForeign
      }
      usleep(20_000)
    }
    return false
  }

  private func isForeign(_ log: LogFile, _ mark: FileMark) -> Bool {
    if let marks = log.marks, mark.number != 0, marks.first.number != 0 {
      // The log began with the transaction after the file's, or some of it is in the file by now.
      let isWithin =
        mark.next == marks.first
        || marks.first.distance(to: mark) <= marks.first.distance(to: marks.last)
      guard isWithin else { return true }
      // A file that nothing of the log has reached is as it was when the log was begun.
      if mark.next == marks.first, !file.isOpenElsewhere, isChangedAfterItsLog { return true }
    }
    return !holdsHead
  }

  /// Whether the file came to its place, or was changed, after the log was last written.
  private var isChangedAfterItsLog: Bool {
    guard let file = Self.status(path), let log = Self.status(path + "-wal") else { return false }
    return Self.changed(file) > Self.changed(log)
  }

  /// Whether the newest group of revisions in the file is also in the file with its log. What cannot
  /// be read says nothing: the file may be half way through taking the log in.
  private var holdsHead: Bool {
    guard let head = try? Self.head(DragomanFile.immutable(path) ?? path) else { return true }
    do {
      let configuration = Self.configuration()
      // Read only, so that closing it does not take the log into the file.
      let both = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? both.close() }
      let hash = try both.read { db in
        try String.fetchOne(
          db, sql: "SELECT hash FROM revision_group WHERE number = ?", arguments: [head.number])
      }
      return hash == head.hash
    } catch let error as DatabaseError {
      return ![.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    } catch {
      return true
    }
  }

  private static func head(_ place: String) throws -> (number: Int, hash: String)? {
    let alone = try DatabaseQueue(path: place, configuration: configuration())
    defer { try? alone.close() }
    return try alone.read { db in
      try Row.fetchOne(
        db, sql: "SELECT number, hash FROM revision_group ORDER BY number DESC LIMIT 1"
      ).map { (number: try $0.at(0), hash: try $0.at(1)) }
    }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    return configuration
  }

  /// Our files are always in the mode that knows no rollback journal; one beside such a file is
  /// another's, and SQLite would roll it back over this one.
  private var hasForeignJournal: Bool {
    let header = file.start(100)
    guard header.count == 100, header[18] == 2, header[19] == 2 else { return false }
    return (Self.status(path + "-journal")?.st_size ?? 0) > 0
  }

  private func move(_ endings: [String]) throws(StoreError) -> String? {
    var kept: String?
    let base = free(endings[0])
    for (place, ending) in endings.enumerated() {
      guard Self.status(path + ending) != nil else { continue }
      let target = place == 0 ? base : base + ending
      guard rename(path + ending, target) == 0 else {
        throw StoreError(
          .failed,
          "beside `\(path)` is a log of another file, `\(path + ending)`, which cannot be moved: "
            + String(cString: strerror(errno)),
          hint: "nothing was changed; move that log to another folder, and keep it")
      }
      kept = kept ?? target
    }
    return kept
  }

  private func free(_ ending: String) -> String {
    let stem = path + ".log-of-another-file"
    var name = stem
    var number = 2
    while Self.status(name) != nil || Self.status(name + ending) != nil {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }

  private static func key(_ path: String) -> HeldFile.Key? { status(path).map { HeldFile.Key($0) } }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func changed(_ status: stat) -> (Int, Int) {
    #if canImport(Darwin)
      (status.st_ctimespec.tv_sec, status.st_ctimespec.tv_nsec)
    #else
      (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
    #endif
  }
}
