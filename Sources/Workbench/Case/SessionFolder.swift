internal import Foundation

/// A folder for the files of one run of the program, which no one else may read and which goes with it; what a
/// run that was killed has left goes with the next.
final class SessionFolder: Sendable {
  private let url: URL
  private let lock: Int32

  private static let prefix = "dragoman-session-"

  /// - Throws: where the system gives no place for it.
  init() throws {
    let manager = FileManager.default
    let base = manager.temporaryDirectory
    Self.sweep(base)
    url = base.appendingPathComponent(Self.prefix + UUID().uuidString)
    try manager.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    // Held as long as the program runs, so that a leftover is known by its free lock.
    lock = open(url.appendingPathComponent("lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    _ = flock(lock, LOCK_EX | LOCK_NB)
  }

  deinit { remove() }

  func place(_ name: String) -> String { url.appendingPathComponent(name).path }

  func remove() { try? FileManager.default.removeItem(at: url) }

  private static func sweep(_ base: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: base.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let left = base.appendingPathComponent(name)
      let descriptor = open(left.appendingPathComponent("lock").path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(at: left) }
      close(descriptor)
    }
  }
}
