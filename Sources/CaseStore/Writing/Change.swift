package import CaseModel

/// What is to become of one record.
struct Change {
  var name: RecordName
  /// Its place in its section; nil for what has none or is removed.
  var position: Int?
  /// It stays where it is, whatever `position` says.
  var keepsPosition = false
  /// As JSON; nil removes it.
  var content: String?
  /// The revision it must stand at; absent where that was seen to in the same transaction.
  var expected: Expectation = .any

  enum Expectation {
    case any
    /// Nil: it must not be there.
    case revision(Int?)
  }

  /// Steps between the places of entries, so that others fit between without moving them.
  static let step = 1 << 20
}

/// What a write has done.
package struct Written: Sendable, Hashable, Codable {
  /// The number of the group; nil where nothing differed and nothing was written.
  package var group: Int?
  /// The revision of each record written, in order.
  package var revisions: [Item] = []
  /// Words that were to go are still in the file's log, as another program reads what was before.
  package var leavesWords = false

  package struct Item: Sendable, Hashable, Codable {
    package var name: RecordName
    package var revision: Int
  }

  private enum CodingKeys: String, CodingKey { case group, revisions }

  /// The revision that `name` now stands at.
  package func revision(of name: RecordName) -> Int? {
    revisions.last { $0.name == name }?.revision
  }
}
