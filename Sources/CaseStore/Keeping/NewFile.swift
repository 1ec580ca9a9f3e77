internal import Foundation

/// A file under a temporary name, which takes its own only when it is whole and on the disk.
struct NewFile {
  let target: String
  let temporary: String

  /// - Throws: where there is something at `target` already.
  init(_ target: String) throws(StoreFault) {
    self.target = target
    let url = URL(fileURLWithPath: target)
    guard !FileManager.default.fileExists(atPath: target) else { throw Self.exists(target) }
    let folder = url.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw StoreFault(.failed, "`\(folder.path)` cannot be made: \(error.localizedDescription)")
    }
    temporary =
      folder.appendingPathComponent(
        ".\(url.lastPathComponent).\(UUID().uuidString.prefix(8)).dragoman-tmp"
      ).path
  }

  private static func exists(_ target: String) -> StoreFault {
    StoreFault(
      .exists, "there is a file `\(target)` already",
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

  /// Brings the file to the disk and gives it its name, unless somebody else has taken it.
  func finish() throws(StoreFault) {
    for leftover in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: temporary + leftover)
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
        throw StoreFault(.failed, "`\(target)` cannot be made: \(String(cString: strerror(errno)))")
      }
    }
    try Self.synchronise(URL(fileURLWithPath: target).deletingLastPathComponent().path)
  }

  func discard() {
    for ending in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: temporary + ending)
    }
  }

  private static func synchronise(_ path: String) throws(StoreFault) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw StoreFault(.failed, "`\(path)` cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw StoreFault(
        .failed, "`\(path)` cannot be brought to the disk: \(String(cString: strerror(errno)))")
    }
  }
}
