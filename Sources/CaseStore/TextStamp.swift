internal import CaseModel
internal import GRDB
internal import Foundation

/// What the history keeps of a text: by what it is known, not the words, so that they can be taken
/// out for good.
struct TextStamp: FieldShaped {
  var sha256: SHA256Digest?
  /// In bytes.
  var length = 0
  /// The file it was taken from, whose bytes stand among the texts.
  var original: TextOriginal?

  init() {}

  init(_ bytes: [UInt8]) {
    sha256 = SHA256Digest(of: bytes)
    length = bytes.count
  }

  static let noun = "text's stamp"
  static let fields: [Field<TextStamp>] = [
    .optional("sha256", \.sha256, "SHA-256 of the bytes"),
    .defaulted("length", \.length, 0, "Length in bytes"),
    .optional("original", \.original, "The file it was taken from"),
  ]

  /// The words, nil where they were taken out.
  func text(_ db: Database) throws -> SourceText? {
    guard let sha256,
      let bytes = try Data.fetchOne(
        db, sql: "SELECT bytes FROM text WHERE sha256 = ?", arguments: [sha256.hex])
    else { return nil }
    do {
      return try SourceText(utf8: [UInt8](bytes))
    } catch {
      throw StoreError(
        .damaged,
        "the text \(sha256.hex.prefix(12))… is damaged: byte \(error.offset) is not UTF-8",
        hint: "`dragoman verify` names all damage; restore a backup")
    }
  }
}
