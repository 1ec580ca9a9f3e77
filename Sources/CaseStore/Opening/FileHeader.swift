internal import Foundation

/// The first 100 bytes of a database file, which say whose it is before SQLite touches it.
struct FileHeader {
  let applicationID: Int32
  let version: Int

  /// - Throws: ``StoreFault`` where there is no such file, or it is not one of ours.
  init(of path: String) throws(StoreFault) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreFault(
        .notFound, "there is no file `\(path)`",
        hint: "`dragoman convert CASE --output \(path)` makes one of a YAML case")
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw StoreFault(.notOurs, "`\(path)` is a folder, a pipe or a device, not a .dragoman file")
    }
    guard stat(path, &status) == 0, let file = FileHandle(forReadingAtPath: path)
    else {
      throw StoreFault(
        .failed, "`\(path)` cannot be opened",
        hint: "see whether it is a file and you may read it (`ls -l`)")
    }
    defer { try? file.close() }
    let bytes = [UInt8]((try? file.read(upToCount: 100)) ?? Data())
    guard bytes.starts(with: "SQLite format 3\0".utf8), bytes.count == 100 else {
      throw StoreFault(
        .notOurs, "`\(path)` is not a .dragoman file",
        hint: bytes.isEmpty
          ? "it is empty; restore it from a backup"
          : "a .dragoman file begins with the words `SQLite format 3`; if this one once did, its first page is damaged: restore a backup"
      )
    }
    applicationID = Int32(bitPattern: Self.number(bytes[68..<72]))
    guard applicationID == FileFormat.applicationID else {
      throw StoreFault(
        .notOurs, "`\(path)` is a database of another program",
        hint: "a .dragoman file bears the mark `Drgm` at byte 68")
    }
    version = Int(Self.number(bytes[60..<64]))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
