internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Interchange

/// The folder whose cases a library shows.
struct CaseFolder: Sendable {
  /// A case in the folder, whether or not it can be read.
  struct Entry: Sendable, Hashable {
    /// As in its address: `/c/NAME`.
    let name: String
    let path: String
    /// Within the folder, for people.
    let file: String
  }

  let path: String

  /// What people call the folder.
  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  var isWritable: Bool { FileManager.default.isWritableFile(atPath: path) }

  /// The cases, by file name: `.dragoman` files, case files in YAML or JSON, and folders that hold one
  /// case.
  /// - Throws: ``CaseFileError`` where the folder cannot be read.
  func entries() throws(CaseFileError) -> [Entry] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      throw CaseFileError(
        "the folder `\(path)` cannot be read",
        hint: "see whether it is still there and may be read")
    }
    let found = names.sorted().compactMap { name -> (file: String, path: String)? in
      guard !name.hasPrefix("."), let place = place(of: name) else { return nil }
      return (name, place)
    }
    return Self.named(found)
  }

  /// The case file that a name of the folder stands for; nil where it is none.
  private func place(of name: String) -> String? {
    let place = URL(fileURLWithPath: path).appendingPathComponent(name).path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else { return nil }
    if isFolder.boolValue {
      guard let inner = try? CaseFile.locate(place) else { return nil }
      return DragomanFile.isNamed(inner) || Self.isCase(inner) ? inner : nil
    }
    if DragomanFile.isNamed(name) { return place }
    return (try? CaseFile.format(of: name)) != nil && Self.isCase(place) ? place : nil
  }

  /// Whether a file in YAML or JSON begins as a case does; many others lie in folders.
  private static func isCase(_ path: String) -> Bool {
    // Opening a named pipe would block. That it is not a file is reported where it would be read.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path)
    else { return true }
    defer { try? file.close() }
    guard let data = try? file.read(upToCount: 65_536) else { return true }
    let start = String(decoding: data, as: UTF8.self)
    return start.split(whereSeparator: \.isNewline).contains { line in
      line.hasPrefix("case:") || line.contains("\"case\"")
    }
  }

  /// Each with a name of its own that stays the same while files come and go beside it, as far as it
  /// can: of two with the same, a `.dragoman` file comes first, and others bear a part of their digest.
  private static func named(_ found: [(file: String, path: String)]) -> [Entry] {
    let stems = found.map { stem($0.file) }
    var first: [String: Int] = [:]
    for (index, stem) in stems.enumerated() {
      guard let other = first[stem] else {
        first[stem] = index
        continue
      }
      let isBetter =
        DragomanFile.isNamed(found[index].file) && !DragomanFile.isNamed(found[other].file)
      if isBetter { first[stem] = index }
    }
    return found.indices.map { index in
      let (file, path) = found[index]
      let digest = SHA256Digest(of: file.utf8).hex.prefix(6)
      return Entry(
        name: first[stems[index]] == index ? stems[index] : "\(stems[index])-\(digest)",
        path: path, file: file)
    }
  }

  private static func stem(_ file: String) -> String {
    NewID.stem(URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent) ?? "case"
  }

  /// Where a new case of that name is to lie: `NAME.dragoman`, with a number where there is one.
  func free(_ stem: String) -> String {
    let folder = URL(fileURLWithPath: path)
    var candidate = "\(stem).dragoman"
    var number = 2
    while FileManager.default.fileExists(atPath: folder.appendingPathComponent(candidate).path) {
      candidate = "\(stem)-\(number).dragoman"
      number += 1
    }
    return folder.appendingPathComponent(candidate).path
  }
}
