internal import Foundation

/// Which file a path leads to: two files never have the same device and number at one time.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64

  /// Nil where nothing is there.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// - Throws: where `path` no longer leads to the same file.
  func check(_ path: String) throws(StoreFault) {
    let now = FileIdentity(of: path)
    guard now != self else { return }
    throw StoreFault(
      .replaced,
      now == nil
        ? "the file `\(path)` was deleted or moved away while it was open"
        : "the file `\(path)` was replaced by another while it was open",
      hint: now == nil
        ? "put it back, or a backup of it, and open it again; nothing more was written to it"
        : "open it again to see what is in it now; nothing was written to either")
  }
}
