public import CaseModel
internal import Foundations

/// Why an item of the ledger, such as a condition, is no longer in force.
public struct Closing: Sendable, Hashable, Codable {
  /// What ended an item.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its holder withdrew it in words.
    case withdrawn
    /// Its holder later offered, promised or conceded the very step without a requirement.
    case undertaken
    /// Its holder signed a text, or joined one, that settles its step and what it asked for.
    case settled
    /// Its holder later refused the step outright.
    case refused
    /// What it awaited was done or agreed.
    case fulfilled
    /// Its holder took the step without the requirement being met.
    case overtaken
    /// What was threatened or promised in it was done.
    case carriedOut
    /// What it threatened to answer the lack of was done in time.
    case averted
    /// The last day it was said to hold is past.
    case lapsed
    /// The issue that its step would settle, or the text that would be signed, has ended.
    case ended
    /// Its holder later gave an answer that replaces it.
    case replaced
  }

  /// What ended it.
  public var reason: Reason
  /// When it ended; nil if the date is not known.
  public var date: EDTFDate?
  /// The statements that show the ending; may be empty.
  public var statements: [Case.Statement.ID]
  /// A description of the event that ended it; nil if the statements describe it.
  public var words: String?
  /// The analyst on whose judgement the ending rests where no source supports it; nil otherwise.
  public var basis: Who?
  /// Of a condition that named a day, by how many days what met it came later; nil if it came in time.
  public var daysLate: Int?

  /// Creates a closing from its parts.
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

extension Closing {
  /// `2 days after the day named`; nil if it came in time.
  public var lateWords: String? {
    daysLate.map { "\($0.counted("day")) after the day named" }
  }
}

extension Closing.Reason {
  /// Its holder no longer asks for it: it withdrew it, took the step without it, or signed a text
  /// that settles both.
  var isDropped: Bool {
    switch self {
    case .withdrawn, .undertaken, .settled: true
    case .refused, .fulfilled, .overtaken, .carriedOut, .averted, .lapsed, .ended, .replaced: false
    }
  }

  /// The reason in English, to follow a name: "undertaken without it".
  public var words: String {
    switch self {
    case .withdrawn: "withdrawn"
    case .undertaken: "undertaken without it"
    case .settled: "settled in the same text"
    case .refused: "step refused"
    case .fulfilled: "fulfilled"
    case .overtaken: "done without it"
    case .carriedOut: "carried out"
    case .averted: "averted, as it was done in time"
    case .lapsed: "lapsed"
    case .ended: "ended"
    case .replaced: "replaced"
    }
  }
}
