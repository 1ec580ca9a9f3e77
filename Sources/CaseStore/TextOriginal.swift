package import CaseModel
internal import Foundation
internal import GRDB

/// The file from which a text was taken: what it was called, by what its bytes are known, and which of its
/// parts became the text.
package struct TextOriginal: FieldShaped, Sendable, Hashable {
  /// Without folders; nil where the text was pasted.
  package var name: String?
  /// Of the bytes as they came.
  package var sha256: SHA256Digest?
  /// In bytes.
  package var length = 0
  /// The numbers of the parts taken, from 1, as in `1-4 6`; empty where all of them were.
  package var parts = ""
  /// In which it was read, where a person chose it.
  package var encoding: String?

  package init() {}

  package init(_ name: String?, _ bytes: [UInt8], parts: [Int], encoding: String? = nil) {
    (self.name, self.encoding) = (name, encoding)
    sha256 = SHA256Digest(of: bytes)
    length = bytes.count
    self.parts = Self.words(parts)
  }

  package static let noun = "text's original"
  package static let fields: [Field<TextOriginal>] = [
    .optional("name", \.name, "The name of the file"),
    .optional("sha256", \.sha256, "SHA-256 of the bytes as they came"),
    .defaulted("length", \.length, 0, "Length in bytes"),
    .defaulted("parts", \.parts, "", "Which parts became the text, from 1"),
    .optional("encoding", \.encoding, "The encoding in which it was read, where it was chosen"),
  ]

  /// The numbers of the parts that became the text; nil where all did, or nothing that can be read is said.
  package var chosen: Set<Int>? {
    var chosen: Set<Int> = []
    for word in parts.split(separator: " ") {
      let ends = word.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first >= 1, first <= last,
        last <= 10_000_000
      else { return nil }
      chosen.formUnion(first...last)
    }
    return chosen.isEmpty ? nil : chosen
  }

  private static func words(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: " ")
  }
}

extension StoredCase {
  /// What is known of the file from which a source's text was taken; nil where it was not kept.
  package func original(of source: Case.Source) -> TextOriginal? {
    source.text.file.flatMap { files[$0]?.original }
  }
}

extension DragomanFile {
  /// The bytes of a file from which a text was taken, as they came; nil where they were taken out.
  /// - Throws: ``StoreError`` where they are no longer those that were kept.
  package func bytes(of original: TextOriginal) throws(StoreError) -> [UInt8]? {
    guard let digest = original.sha256 else { return nil }
    let found = try read { db in
      try Data.fetchOne(
        db, sql: "SELECT bytes FROM text WHERE sha256 = ?", arguments: [digest.hex])
    }
    guard let found else { return nil }
    guard SHA256Digest(of: found) == digest else {
      throw StoreError(
        .damaged, "the original of a text was changed: its SHA-256 is no longer its name",
        hint: "`dragoman verify` names all damage; restore a backup")
    }
    return [UInt8](found)
  }
}
