internal import Foundation
internal import GRDB

extension DragomanFile {
  /// Copies the file, history and all, while others may go on writing to it; SQLite's own online
  /// backup. The copy is a `.dragoman` file like any other: to restore it, open it, or copy it back.
  ///
  /// - Parameter mayExist: true numbers the copy where there is a file of that name; else that is
  ///   refused.
  /// - Returns: where the copy lies.
  @discardableResult
  package func backup(to target: String, mayExist: Bool = false) throws(StoreError) -> String {
    let target = mayExist ? NewFile.free(target) : target
    let made = try NewFile(target, like: path)
    try identityCheck()
    do {
      try Connection.inWords(target) {
        let copy = try DatabaseQueue(
          path: made.temporary, configuration: Connection.configuration(durable: false))
        try queue.backup(to: copy)
        // A log of the file is none of the copy's.
        try copy.writeWithoutTransaction { db in
          try FileMark.random().write(form: try FileMark.read(db).form, db)
        }
        try copy.close()
      }
      try made.finish()
    } catch {
      made.discard()
      throw error
    }
    return target
  }
}
