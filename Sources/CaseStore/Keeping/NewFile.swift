internal import Foundation
internal import Foundations

/// A file under a temporary name, which takes its own only when it is whole and on the disk.
///
/// No one but its owner may read it before: it is made with mode 0600.
final class NewFile {
  let target: String
  let temporary: String
  private let mode: mode_t
  /// Locked for as long as the file is in the making, so that a leftover is known by its free lock.
  private let descriptor: Int32

  /// - Parameter original: the file of which it is a copy, whose mode it gets; nil for the mode that
  ///   new files get.
  /// - Throws: where there is something at `target` already.
  init(_ target: String, like original: String? = nil) throws(StoreError) {
    self.target = target
    let url = URL(fileURLWithPath: target)
    guard !FileManager.default.fileExists(atPath: target) else { throw Self.exists(target) }
    let folder = url.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      var isFolder: ObjCBool = true
      let isThere = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
      throw StoreError(
        .failed,
        isThere && !isFolder.boolValue
          ? "`\(folder.path)` is a file, not a folder"
          : "`\(folder.path)` cannot be created: \(error.localizedDescription)")
    }
    Self.sweep(beside: target)
    temporary = UnfinishedFile.place(for: url).path
    var status = stat()
    if let original, stat(original, &status) == 0 {
      mode = status.st_mode & 0o777
    } else {
      mode = UnfinishedFile.mode
    }
    descriptor = UnfinishedFile.create(temporary, O_RDWR)
    guard descriptor >= 0 else {
      throw StoreError(
        .failed, "nothing can be written to `\(folder.path)`: \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  /// Removes what programs that were killed have left of files in the making, in the folder of `path`.
  static func sweep(beside path: String) {
    UnfinishedFile.sweep(URL(fileURLWithPath: path).deletingLastPathComponent())
  }

  private static func exists(_ target: String) -> StoreError {
    StoreError(
      .exists, "the file `\(target)` already exists",
      hint: "choose another name, or move it away first")
  }

  /// `path`, or where that is taken `path` with a number.
  static func free(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let (stem, ending) = (url.deletingPathExtension().path, url.pathExtension)
    var candidate = path
    var number = 2
    while FileManager.default.fileExists(atPath: candidate) {
      candidate = "\(stem)-\(number).\(ending)"
      number += 1
    }
    return candidate
  }

  /// Brings the file to the disk and gives it its name, unless someone else has taken it.
  func finish() throws(StoreError) {
    for leftover in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: temporary + leftover)
    }
    guard fchmod(descriptor, mode) == 0 else {
      throw StoreError(
        .failed, "the mode of `\(target)` cannot be set: \(String(cString: strerror(errno)))")
    }
    try Self.synchronise(temporary)
    // A link is refused where there is something, which a renaming would replace.
    if link(temporary, target) == 0 {
      unlink(temporary)
    } else if errno == EEXIST {
      throw Self.exists(target)
    } else {
      // Some file systems know no links.
      guard !FileManager.default.fileExists(atPath: target) else { throw Self.exists(target) }
      guard rename(temporary, target) == 0 else {
        throw StoreError(
          .failed, "`\(target)` cannot be created: \(String(cString: strerror(errno)))")
      }
    }
    try Self.synchronise(URL(fileURLWithPath: target).deletingLastPathComponent().path)
  }

  func discard() {
    for ending in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: temporary + ending)
    }
  }

  private static func synchronise(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw StoreError(.failed, "`\(path)` cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw StoreError(
        .failed, "`\(path)` cannot be written to disk: \(String(cString: strerror(errno)))")
    }
  }
}
