package import CaseModel

/// Why something could not be done with a `.dragoman` file, in words for a person.
package struct StoreError: Error, ExplainedError, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// There is no such file.
    case notFound
    /// There is something at the place where a file was to be made.
    case exists
    /// It is another program's file.
    case notOurs
    /// It was written by a newer version of this program.
    case newer
    /// What stands in it cannot be right.
    case damaged
    /// Another program has been writing for longer than we wait.
    case busy
    /// There is no room for what was to be written; nothing was.
    case full
    /// The file was replaced or deleted while it was open.
    case replaced
    /// It may not be written.
    case readOnly
    /// Someone else has changed the entry since it was read; see ``StoreError/stale``.
    case stale
    /// What was asked cannot be done with what the file holds.
    case refused
    /// The system would not let us.
    case failed
  }

  package var kind: Kind
  package var message: String
  package var hint: String?
  package var remedy: Remedy?
  /// With ``Kind/stale``: both versions.
  package var stale: StaleEdit?

  package init(_ kind: Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  init(_ kind: Kind, _ message: String, hint: String? = nil, remedy: Remedy) {
    self.init(kind, message, hint: hint)
    self.remedy = remedy
  }

  init(_ stale: StaleEdit) {
    self.init(
      .stale, stale.message, hint: "compare both versions and repeat the change on the newer one")
    self.stale = stale
  }
}

/// An edit of an entry that someone else has changed, or removed, since it was read.
package struct StaleEdit: Sendable, Hashable, Codable {
  package var name: RecordName
  /// The revision the edit began from; nil where the entry was to be new.
  package var expected: Int?
  /// What stands in the file; nil where the entry is gone.
  package var current: Revision?
  /// Who made that, and when.
  package var currentGroup: RevisionGroup?
  /// What was to be written, as JSON; nil where the entry was to be removed.
  package var yours: String?

  var message: String {
    guard let currentGroup, current?.after != nil else {
      return "\(name) was removed"
        + (currentGroup.map { " by \($0.who) at \($0.made)" } ?? "") + " since you read it"
    }
    guard expected != nil else { return "\(name.withArticle) already exists" }
    return "\(name) was changed by \(currentGroup.who) at \(currentGroup.made) since you read it"
  }
}

extension RecordName {
  fileprivate var withArticle: String {
    switch self {
    case .entry: "a \(self)"
    case .header, .text, .setting: "\(self)"
    }
  }
}
