internal import CaseModel
internal import Foundation

/// The files of a folder, with what each is.
package enum DocumentFolder {
  package struct Entry: Sendable, Hashable {
    /// Within the folder, with `/` between names.
    package let path: String
    /// In bytes.
    package let size: Int
    package let content: Content
  }

  package enum Content: Sendable, Hashable {
    case document(DocumentKind)
    /// Nothing that can be read, and why.
    case other(DocumentError)
    case unreadable
  }

  /// Why a folder cannot be listed.
  package enum FolderError: Error, Sendable, Hashable {
    case noFolder
    case tooMany(limit: Int)
  }

  /// As many files are listed.
  package static let maximumFiles = 10_000
  /// So deep are folders within folders looked at.
  private static let maximumDepth = 8

  /// The files of a folder and of those within, by path; hidden ones and links are passed over, so that
  /// nothing outside the folder is read.
  /// - Complexity: O(files): of each its beginning is read; of an archive all of it, as its directory
  ///   stands at its end.
  package static func entries(
    of folder: String, _ options: ReadingOptions = ReadingOptions()
  ) throws(FolderError) -> [Entry] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else { throw .noFolder }
    var entries: [Entry] = []
    try collect(folder, "", 0, options, &entries)
    return entries.sorted {
      $0.path.unicodeScalars.lexicographicallyPrecedes($1.path.unicodeScalars)
    }
  }

  private static func collect(
    _ folder: String, _ prefix: String, _ depth: Int, _ options: ReadingOptions,
    _ entries: inout [Entry]
  ) throws(FolderError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where !name.hasPrefix(".") {
      let place = folder + "/" + name
      let path = prefix + name
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: place),
        let type = attributes[.type] as? FileAttributeType
      else { continue }
      if type == .typeDirectory {
        if depth < maximumDepth { try collect(place, path + "/", depth + 1, options, &entries) }
        continue
      }
      guard type == .typeRegular else { continue }
      guard entries.count < maximumFiles else { throw .tooMany(limit: maximumFiles) }
      let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
      entries.append(
        Entry(path: path, size: size, content: content(of: place, name, size, options)))
    }
  }

  private static func content(
    of place: String, _ name: String, _ size: Int, _ options: ReadingOptions
  ) -> Content {
    guard size <= options.maximumBytes else {
      return .other(.tooLarge(bytes: size, limit: options.maximumBytes))
    }
    guard let file = FileHandle(forReadingAtPath: place) else { return .unreadable }
    defer { try? file.close() }
    // At the end of a file there is nothing, which is no fault.
    guard var data = try? file.read(upToCount: 65_536) ?? Data() else { return .unreadable }
    if data.starts(with: [0x50, 0x4B]) {
      guard let rest = try? file.readToEnd() ?? Data() else { return .unreadable }
      data.append(rest)
    }
    do {
      return .document(try DocumentReader.kind(of: [UInt8](data), named: name))
    } catch {
      return .other(error)
    }
  }
}
