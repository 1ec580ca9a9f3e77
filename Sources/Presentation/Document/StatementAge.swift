package import CaseModel

/// How old the newest statement of a position is at the date asked about; without one, at the newest
/// date of the record, as no clock is read.
public enum StatementAge: String, Sendable, Hashable, CaseIterable {
  case fresh, older, old

  /// In days: up to a month, up to half a year, and beyond.
  private static let limits = (fresh: 31, older: 183)

  package init(_ date: EDTFDate, at day: CivilDay) {
    let age = Int(day.number) - Int(date.latest.number)
    self = age <= Self.limits.fresh ? .fresh : age <= Self.limits.older ? .older : .old
  }

  package var sign: String {
    switch self {
    case .fresh: "●"
    case .older: "◐"
    case .old: "○"
    }
  }

  package var words: String {
    switch self {
    case .fresh: "within a month"
    case .older: "within half a year"
    case .old: "older than half a year"
    }
  }
}
