package import CaseModel
package import Documents
internal import Foundation
internal import Interchange

/// A document on its way into a case: its bytes, what was read out of them, and what the case already
/// has of it.
struct IncomingDocument: Sendable {
  /// The file's name without folders; nil where the text was pasted.
  let name: String?
  let bytes: [UInt8]
  /// Nil to determine it.
  var encoding: String?
  var read: Result<ReadDocument, DocumentError>
  /// The readable text, put together once.
  let text: SourceText?
  /// Where the same or nearly the same text is already, the closest first.
  var doubles: [Double] = []
  /// The withheld text of the case that this is, and its bytes.
  var restores: (source: Case.Source.ID, bytes: [UInt8])?

  struct Double: Sendable, Hashable {
    /// Nil where it is another of the same upload.
    var source: Case.Source.ID?
    var words: String
  }

  init(name: String?, bytes: [UInt8], encoding: String? = nil) {
    (self.name, self.bytes, self.encoding) = (name, bytes, encoding)
    read = Self.read(bytes, name, encoding)
    text = (try? read.get())?.text.text
  }

  /// One that is read already.
  init(name: String?, bytes: [UInt8], read: ReadDocument) {
    (self.name, self.bytes, encoding) = (name, bytes, nil)
    self.read = .success(read)
    text = nil
  }

  /// What people know it by.
  var label: String { name ?? "Pasted text" }

  /// The same with its bytes read in another encoding.
  func reread(in encoding: String?) -> IncomingDocument {
    IncomingDocument(name: name, bytes: bytes, encoding: encoding)
  }

  private static func read(
    _ bytes: [UInt8], _ name: String?, _ encoding: String?
  ) -> Result<ReadDocument, DocumentError> {
    var options = ReadingOptions()
    options.encoding = encoding
    options.maximumBytes = Upload.largest
    do throws(DocumentError) {
      return .success(
        try Documents.DocumentReader.read(bytes, named: name ?? "pasted.txt", options))
    } catch {
      return .failure(error)
    }
  }

  var document: ReadDocument? { try? read.get() }

  /// The first and the last part of the readable text, from 1.
  var readable: ClosedRange<Int> {
    guard let parts = document?.parts, !parts.isEmpty else { return 1...1 }
    let first = parts.firstIndex { $0.cut == nil } ?? 0
    let last = parts.lastIndex { $0.cut == nil } ?? parts.count - 1
    return (first + 1)...(last + 1)
  }

  /// The title it states, and where it does.
  var statedTitle: (words: String, origin: String)? {
    guard let document, let text else { return nil }
    return StatedTitle.of(document, text)
  }

  /// What the document says of a field, the most reliable first.
  func offers(_ field: ReadDocument.Offer.Field) -> [ReadDocument.Offer] {
    document?.offers(field) ?? []
  }
}

/// The title that a document states of itself, of whatever kind it is.
package enum StatedTitle {
  /// The words and where they stand, as in "its first heading"; nil where it states none.
  package static func of(
    _ read: ReadDocument, _ text: SourceText
  ) -> (words: String, origin: String)? {
    if read.kind == .plainText || read.kind == .markdown {
      return DocumentTitle.of(text, isMarkdown: read.kind == .markdown).map {
        ($0.words, $0.origin)
      }
    }
    return read.offers(.title).first.map { ($0.value, "its \($0.origin)") }
  }
}
