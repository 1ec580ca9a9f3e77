internal import CaseModel
internal import GRDB
internal import Foundation

/// Something in a `.dragoman` file that the reader refuses.
package struct DamagedRecord: Sendable, Hashable {
  /// As `statement s4`.
  package let record: String
  package let reason: String
  /// It is a source with its text where a case may keep none, as files made to do harm have.
  package let isTextOutside: Bool

  init(_ record: String, _ reason: String, isTextOutside: Bool = false) {
    self.record = record
    self.reason = reason
    self.isTextOutside = isTextOutside
  }

  init(_ name: RecordName, _ fault: UnreadableEntryError) {
    self.init("\(name)", fault.reason, isTextOutside: fault.isTextOutside)
  }

  static let hint =
    "`dragoman log` shows the change that introduced it, and `dragoman undo` undoes that change; "
    + "`dragoman verify` names all other damage"
}

extension DragomanFile {
  /// The case as far as it can be read. What the reader refuses is left out and named in
  /// ``StoredCase/damaged``: for those commands that must work on a damaged file, to look at it,
  /// to put it right, or to save what is whole. Nothing is written on what this gives.
  package func salvaged() throws(StoreError) -> StoredCase {
    try read { db in
      do {
        return try self.current(db)
      } catch let fault as StoreError where fault.kind != .damaged {
        throw fault
      } catch let error as DatabaseError {
        throw error
      } catch {
        let name = URL(fileURLWithPath: self.path).deletingPathExtension().lastPathComponent
        return try StoredCaseReader.salvaged(db, title: name)
      }
    }
  }
}

extension Case.Header {
  /// What is left of a header that cannot be read, with another title or id where they are at fault.
  init(salvaging content: String, _ title: String) {
    self.init(id: Slug.from(title) ?? "case", title: title)
    guard let node = try? Node(json: Array(content.utf8)), case .map(let pairs) = node.content
    else {
      return
    }
    let plain = Case.Header(id: id, title: title)
    // Field by field, so that one at fault takes no other along.
    for pair in pairs {
      guard let base = try? Node(json: Array(self.node().json.utf8)),
        case .map(let kept) = base.content
      else { continue }
      let tried = Node(.map(kept.filter { $0.key != pair.key } + [pair]))
      if let read = try? Case.Header.read(json: Array(tried.json.utf8)) { self = read }
    }
    if self.title.trimmedUnseen.isEmpty { self.title = plain.title }
  }
}
