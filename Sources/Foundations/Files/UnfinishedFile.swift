package import Foundation

/// Files in the making: under a hidden name beside the one that they will bear, and locked, so that what a
/// run that was killed has left is known by its free lock.
package enum UnfinishedFile {
  package static let ending = ".dragoman-tmp"

  /// A name of its own for what will be `target`.
  package static func place(for target: URL) -> URL {
    target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).\(UUID().uuidString.prefix(8))\(ending)")
  }

  /// Makes the file, locked, and for no one but its owner to read until it has its mode; its descriptor, or
  /// a negative number where it cannot be made.
  package static func create(_ path: String, _ access: Int32) -> Int32 {
    let descriptor = open(path, access | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 { _ = flock(descriptor, LOCK_EX | LOCK_NB) }
    return descriptor
  }

  /// What the user's mask leaves a new file; to ask for the mask is to set it.
  package static var mode: mode_t {
    let mask = umask(0o077)
    umask(mask)
    return 0o666 & ~mask
  }

  /// Removes what runs that were killed have left in a folder.
  package static func sweep(_ folder: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(".") && name.hasSuffix(ending) {
      let place = folder.appendingPathComponent(name).path
      let descriptor = open(place, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
      for rest in ["-wal", "-shm", "-journal", ""] { unlink(place + rest) }
    }
  }
}
