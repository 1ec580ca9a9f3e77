internal import Foundation
internal import Synchronization

/// Which file a path leads to: two files never have the same device and number at one time, and none
/// of ours ever grows shorter.
final class FileIdentity: Sendable {
  private let device: UInt64
  private let number: UInt64
  /// The greatest length seen, in bytes.
  private let length: Mutex<Int64>

  /// Nil where nothing is there.
  init?(of path: String) {
    guard let status = Self.status(path) else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    length = Mutex(Int64(status.st_size))
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// - Throws: where `path` no longer leads to the same file, or the file was cut short, as by a
  ///   program that copied another over it.
  func check(_ path: String) throws(StoreFault) {
    guard let now = Self.status(path) else {
      throw StoreFault(
        .replaced, "the file `\(path)` was deleted or moved away while it was open",
        hint: "put it back, or a backup of it, and open it again; nothing more was written to it")
    }
    guard UInt64(truncatingIfNeeded: now.st_dev) == device,
      UInt64(truncatingIfNeeded: now.st_ino) == number
    else {
      throw StoreFault(
        .replaced, "the file `\(path)` was replaced by another while it was open",
        hint: "open it again to see what is in it now; nothing was written to either")
    }
    let isCutShort = length.withLock { length in
      defer { length = max(length, Int64(now.st_size)) }
      return Int64(now.st_size) < length
    }
    if isCutShort {
      throw StoreFault(
        .replaced, "the file `\(path)` was cut short or written over while it was open",
        hint: "take it away with the `-wal` and `-shm` beside it, put a backup in its place, "
          + "and open it again; nothing more was written to it"
      )
    }
  }
}
