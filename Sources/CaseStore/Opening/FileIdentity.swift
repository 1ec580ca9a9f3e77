internal import Foundation
internal import Synchronization

/// Which file a path leads to, and whether it is still the one opened: none of ours ever grows
/// shorter, its mark only goes up, and its log stays in its place.
final class FileIdentity: Sendable {
  private struct State {
    /// The greatest length seen, in bytes.
    var length: Int64
    /// The file's own mark, as last seen.
    var mark: FileMark
    var checked = ContinuousClock.now
    /// The log that SQLite has open.
    var log: HeldFile.Key?
  }

  private let file: HeldFile
  private let state: Mutex<State>

  init(_ file: HeldFile) {
    self.file = file
    state = Mutex(
      State(
        length: file.length,
        mark: FileMark(userVersion: FileHeader.userVersion(file.start(100)))))
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// Notes the log as it lies beside the file now that SQLite has opened it.
  func noteLog(beside path: String) {
    let log = Self.status(path + "-wal").map { HeldFile.Key($0) }
    state.withLock { $0.log = log }
  }

  /// - Throws: where `path` no longer leads to the same file, or the file was cut short or written
  ///   over, as by a program that copied another over it.
  func check(_ path: String) throws(StoreError) {
    guard let now = Self.status(path) else {
      throw StoreError(
        .replaced, "the file `\(path)` was deleted or moved away while it was open",
        hint: "put it back, or a backup of it, and open it again; nothing more was written to it")
    }
    guard HeldFile.Key(now) == file.key else {
      throw StoreError(
        .replaced, "the file `\(path)` was replaced by another while it was open",
        hint: "open it again to see what is in it now; nothing was written to either")
    }
    let header = file.start(100)
    let mark = FileMark(userVersion: FileHeader.userVersion(header))
    let isAnother = state.withLock { state in
      let isShorter = Int64(now.st_size) < state.length
      // No disk takes more transactions than that.
      let most = 4096 + 50_000 * ((.now - state.checked) / .seconds(1))
      let isForeign =
        state.mark.number != 0 && Double(state.mark.distance(to: mark)) > most
      if isShorter || isForeign { return true }
      (state.length, state.mark, state.checked) = (Int64(now.st_size), mark, .now)
      return false
    }
    if isAnother || !header.starts(with: "SQLite format 3\0".utf8) {
      throw StoreError(
        .replaced, "the file `\(path)` was cut short or written over while it was open",
        hint:
          "end the programs that have it open, put the right file in its place, and open it again; nothing "
          + "more was written to it, and a log left over from the other is recognised")
    }
  }

  /// - Throws: where the log that SQLite writes to is no longer the one beside the file, so that what
  ///   was written would be lost.
  func checkLog(beside path: String) throws(StoreError) {
    guard let log = state.withLock({ $0.log }) else { return }
    guard Self.status(path + "-wal").map({ HeldFile.Key($0) }) == log else {
      throw StoreError(
        .replaced, "the log beside `\(path)` was deleted or moved away while the file was open",
        hint: "put it back, or end the program and open the file again; nothing more was written")
    }
  }
}
