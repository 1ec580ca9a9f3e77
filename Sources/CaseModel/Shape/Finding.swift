/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// Something the case cannot mean.
  case error
  /// Something probably not meant.
  case warning
  /// Something worth knowing.
  case note

  /// Whether the left comes first.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// Something said about a case to the person who keeps it: what, where, and what to do.
public struct Finding: Sendable, Hashable {
  /// The rule or the reader's complaint, a slug such as `dangling-reference`.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// The entry and field; empty where the whole file is meant.
  public var path: EntryPath
  /// Known at once when the reader made the finding; else found from `path`.
  public var place: Place?
  /// What is wrong, in a sentence without its full stop.
  public var message: String
  /// What to do, or nil where the message says it.
  public var hint: String?
  /// What the program itself can do about it.
  package var remedy: Remedy?
  /// The field that is not there, where that is what is wrong.
  package var missing: MissingField?

  /// A field that an entry, or a part of one, must have.
  package struct MissingField: Sendable, Hashable {
    /// What has no such field: `statement`.
    package var noun: String
    package var key: String
  }

  package init(
    _ code: String, _ severity: Severity = .error, at path: EntryPath = EntryPath(),
    place: Place? = nil, message: String, hint: String? = nil, remedy: Remedy?
  ) {
    self.init(code, severity, at: path, place: place, message: message, hint: hint)
    self.remedy = remedy
  }

  /// Why a file cannot be read.
  package init(
    _ code: ReadErrorCode, at path: EntryPath = EntryPath(), place: Place? = nil, message: String,
    hint: String? = nil, remedy: Remedy? = nil
  ) {
    self.init(
      code.rawValue, .error, at: path, place: place, message: message, hint: hint, remedy: remedy)
  }

  /// A finding by its code.
  public init(
    _ code: String, _ severity: Severity = .error, at path: EntryPath = EntryPath(),
    place: Place? = nil, message: String, hint: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.path = path
    self.place = place
    self.message = message
    self.hint = hint
  }
}
