internal import CaseModel
internal import Foundation

/// The first 100 bytes of a database file, which say whose it is before SQLite touches it.
struct FileHeader {
  let applicationID: Int32
  /// The version of its form.
  let version: Int
  let file: HeldFile

  /// - Throws: ``StoreError`` where there is no such file, or it is not one of ours.
  init(of path: String) throws(StoreError) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        .notFound, "there is no file `\(path)`",
        remedy: .convertToStore(path))
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw StoreError(.notOurs, "`\(path)` is a folder, a pipe or a device, not a .dragoman file")
    }
    guard let file = HeldFile(path) else {
      throw StoreError(
        .failed, "`\(path)` cannot be opened",
        hint: "check that it is a file and that you may read it (`ls -l`)")
    }
    let bytes = file.start(100)
    guard bytes.starts(with: "SQLite format 3\0".utf8), bytes.count == 100 else {
      throw StoreError(
        .notOurs, "`\(path)` is not a .dragoman file",
        hint: bytes.isEmpty
          ? "it is empty; restore it from a backup"
          : "a .dragoman file begins with the words `SQLite format 3`; if this one once did, its first page is damaged: restore a backup"
      )
    }
    applicationID = Int32(bitPattern: Self.number(bytes[68..<72]))
    guard applicationID == FileFormat.applicationID else {
      throw StoreError(
        .notOurs, "`\(path)` is a database of another program",
        hint: "a .dragoman file has the mark `Drgm` at byte 68")
    }
    version = FileMark.form(userVersion: Self.userVersion(bytes))
    self.file = file
  }

  /// 0 where there are too few bytes.
  static func userVersion(_ bytes: [UInt8]) -> UInt32 {
    bytes.count >= 64 ? number(bytes[60..<64]) : 0
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
