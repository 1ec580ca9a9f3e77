public import CaseModel

/// That something a party said no longer stands, and why.
public struct Closing: Sendable, Hashable, Codable {
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its holder took it back in words.
    case withdrawn
    /// Its holder later offered, promised or conceded the very step and asked for nothing.
    case undertaken
    /// Its holder later refused the step outright.
    case refused
    /// What it awaits was done or agreed.
    case fulfilled
    /// Its holder took the step without it.
    case overtaken
    /// The day it was said to last until has passed.
    case lapsed
    /// The issue that its step settles has ended.
    case ended
    /// Its holder later gave a contrary answer.
    case replaced
  }

  public var reason: Reason
  public var date: EDTFDate?
  /// What says so.
  public var statements: [Case.Statement.ID]
  /// In words, where the record has it from no statement.
  public var words: String?
  public var basis: Who?

  public init(
    _ reason: Reason, date: EDTFDate?, statements: [Case.Statement.ID] = [],
    words: String? = nil, basis: Who? = nil
  ) {
    self.reason = reason
    self.date = date
    self.statements = statements
    self.words = words
    self.basis = basis
  }
}

extension Closing.Reason {
  public var words: String {
    switch self {
    case .withdrawn: "withdrawn"
    case .undertaken: "undertaken without it"
    case .refused: "step refused"
    case .fulfilled: "fulfilled"
    case .overtaken: "overtaken"
    case .lapsed: "lapsed"
    case .ended: "issue ended"
    case .replaced: "replaced"
    }
  }
}
