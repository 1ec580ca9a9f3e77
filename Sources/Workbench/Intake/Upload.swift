internal import CaseModel
internal import Documents
internal import Foundation
internal import Synchronization

/// Documents that were sent together and wait for what the form asks of them.
struct Upload: Sendable {
  /// No one can guess it, and no session but its own is shown it.
  let id: String
  let session: Int
  var documents: [IncomingDocument]

  /// Of all files of an upload together, in bytes.
  static let largest = 64_000_000
  static let mostDocuments = 100

  var size: Int { documents.reduce(0) { $0 + $1.bytes.count } }

  init(_ documents: [IncomingDocument], session: Int) {
    (id, self.session, self.documents) = (Secret.make(), session, documents)
  }

  /// The documents of a form: its files, and what was pasted.
  ///
  /// - Throws: ``Problem`` where there is none.
  static func documents(of form: MultipartForm) throws -> [(name: String?, bytes: [UInt8])] {
    var found: [(name: String?, bytes: [UInt8])] = []
    for part in form.files("file") {
      let whole = part.fileName ?? ""
      let name = whole.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init)
      // What systems put into folders for themselves.
      guard let name, !name.hasPrefix(".") else { continue }
      found.append((name, Array(form.bytes[part.range])))
    }
    if let pasted = form.field("text"), pasted.contains(where: { !$0.isWhitespace }) {
      // Browsers send every line end as two characters.
      found.append((nil, Array(pasted.replacing("\r\n", with: "\n").utf8)))
    }
    guard !found.isEmpty else {
      throw Problem.badRequest(
        "there is no document in the form",
        hint: "choose a file, or paste a text, and send it again")
    }
    guard found.count <= mostDocuments else {
      throw Problem.badRequest(
        "these are \(found.count) documents, more than \(mostDocuments) at once",
        hint: "bring them in in several goes")
    }
    return found
  }

  /// Compares every document with the texts of the case, and with those before it.
  mutating func compare(with theCase: Case, _ texts: CaseTexts) {
    var finder = DuplicateFinder()
    for source in theCase.sources {
      if let text = texts[source.id].text { finder.add("case \(source.id)", text) }
    }
    for index in documents.indices {
      guard let read = documents[index].document else { continue }
      let text = read.text.text
      documents[index].doubles = finder.matches(text, original: read.original).prefix(3).map {
        Self.double($0, theCase)
      }
      documents[index].restores = Self.withheld(documents[index], theCase)
      finder.add(documents[index].label, text, original: read.original)
    }
  }

  private static func double(
    _ match: DuplicateFinder.Match, _ theCase: Case
  ) -> IncomingDocument.Double {
    guard match.name.hasPrefix("case ") else { return .init(source: nil, words: match.words) }
    let id = Case.Source.ID(String(match.name.dropFirst(5)))
    let title = theCase.sources.first { $0.id == id }?.title ?? id.raw
    return .init(
      source: id, words: match.words.replacing(match.name, with: "“\(title)”"))
  }

  /// The source whose text the case withholds and this is.
  static func withheld(
    _ document: IncomingDocument, _ theCase: Case
  ) -> (source: Case.Source.ID, bytes: [UInt8])? {
    let sources = theCase.sources.filter(\.text.withheld)
    guard !sources.isEmpty else { return nil }
    for bytes in document.forms {
      let digest = SHA256Digest(of: bytes)
      if let source = sources.first(where: { $0.text.sha256 == digest }) {
        return (source.id, bytes)
      }
    }
    return nil
  }
}

extension IncomingDocument {
  /// As which a case may have kept it: its bytes, its readable text, and all of it.
  var forms: [[UInt8]] {
    [bytes] + (document.map { [$0.text.text.bytes, $0.whole.text.bytes] } ?? [])
  }
}

/// The uploads that wait, in memory: a few, and not for long.
final class UploadShelf: Sendable {
  private struct Kept {
    var upload: Upload
    var since: Duration
  }

  /// In bytes of the files.
  static let most = 160_000_000
  static let patience = Duration.seconds(7200)

  private let state = Mutex<[Kept]>([])

  /// Keeps it; what waited longest goes where there is no room.
  func keep(_ upload: Upload, at now: Duration) {
    state.withLock { kept in
      kept.removeAll { $0.upload.id == upload.id || now - $0.since > Self.patience }
      kept.append(Kept(upload: upload, since: now))
      while kept.count > 1, kept.reduce(0, { $0 + $1.upload.size }) > Self.most {
        kept.removeFirst()
      }
    }
  }

  /// - Throws: ``Problem`` where it does not wait here any more, or is another session's.
  func upload(_ id: String, session: Int) throws -> Upload {
    let found = state.withLock { kept in
      kept.first { $0.upload.id == id && $0.upload.session == session }?.upload
    }
    guard let found else {
      throw Problem.notFound(
        "these documents are no longer waiting: they were saved, or left for too long",
        hint: "look among the documents; bring them in again where they are not there")
    }
    return found
  }

  func remove(_ id: String) { state.withLock { $0.removeAll { $0.upload.id == id } } }
}
