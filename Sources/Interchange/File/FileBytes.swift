internal import CaseModel
internal import Foundation
internal import Foundations

/// Reading and writing whole files: a write is all there or not there at all.
package enum FileBytes {
  /// - Throws: ``CaseFileError`` in words for a person.
  package static func read(_ path: String, limit: Int) throws(CaseFileError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CaseFileError("there is no file `\(path)`")
    }
    guard !isFolder.boolValue else { throw CaseFileError("`\(path)` is a folder, not a file") }
    // Not waiting: a named pipe would be opened only when another program writes to it.
    let descriptor = openat(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CaseFileError(
        "`\(path)` cannot be opened", hint: "check that you may read it (`ls -l`)")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    defer { try? file.close() }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw CaseFileError(
        "`\(path)` is \(kind(of: status)), not a file", hint: "save its content to a file first")
    }
    do {
      let data = try file.read(upToCount: limit == .max ? limit : limit + 1) ?? Data()
      guard data.count <= limit else {
        throw CaseFileError(
          "`\(path)` is larger than the limit of \(limit) bytes", remedy: .raiseSizeLimit)
      }
      return [UInt8](data)
    } catch let fault as CaseFileError {
      throw fault
    } catch {
      throw CaseFileError("`\(path)` cannot be read: \(error.localizedDescription)")
    }
  }

  /// - Throws: where something other than a file is at `path`, as a pipe or a device.
  package static func checkTarget(_ path: String) throws(CaseFileError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw CaseFileError("`\(path)` is \(kind(of: status)), and is not replaced")
    }
  }

  /// The first part of a folder's path that exists and is not a folder; nil for none.
  private static func fileInPlace(ofFolder path: String) -> String? {
    var place = path
    while place != "/", !place.isEmpty {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) {
        return isFolder.boolValue ? nil : place
      }
      place = URL(fileURLWithPath: place).deletingLastPathComponent().path
    }
    return nil
  }

  /// Where a link at `path` leads; nil where there is none.
  package static func linkTarget(_ path: String) -> String? {
    guard (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil else {
      return nil
    }
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// How many names a file has; 0 where there is none.
  package static func names(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_nlink) : 0
  }

  private static func kind(of status: stat) -> String {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a named pipe"
    case S_IFCHR, S_IFBLK: "a device"
    case S_IFSOCK: "a socket"
    default: "something else"
    }
  }

  /// Writes to a temporary name beside `path`, brings it to the disk, and renames it.
  ///
  /// A link is followed, so that it stays a link. What stood at `path` stays until the new bytes
  /// are safe.
  package static func write(_ bytes: [UInt8], to path: String) throws(CaseFileError) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    let temporary = UnfinishedFile.place(for: target)
    try checkTarget(target.path)
    if let file = fileInPlace(ofFolder: folder.path) {
      throw CaseFileError("nothing can be written below `\(file)`, which is a file, not a folder")
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      UnfinishedFile.sweep(folder)
      let descriptor = UnfinishedFile.create(temporary.path, O_WRONLY)
      guard descriptor >= 0 else {
        throw CaseFileError("nothing can be written to `\(folder.path)`")
      }
      do {
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(bytes))
        try file.synchronize()
        if let mode = try? FileManager.default.attributesOfItem(atPath: target.path)[
          .posixPermissions]
        {
          try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: temporary.path)
        } else {
          fchmod(descriptor, UnfinishedFile.mode)
        }
        guard rename(temporary.path, target.path) == 0 else {
          throw CaseFileError("`\(path)` cannot be replaced: \(String(cString: strerror(errno)))")
        }
        try file.close()
      } catch {
        try? FileManager.default.removeItem(at: temporary)
        throw error
      }
    } catch let fault as CaseFileError {
      throw fault
    } catch {
      throw CaseFileError("`\(path)` cannot be written: \(error.localizedDescription)")
    }
  }
}
