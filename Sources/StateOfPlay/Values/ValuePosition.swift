public import CaseModel

/// What a party would take of a number or a set, and how it came there.
public struct ValuePosition: Sendable, Hashable, Codable {
  /// What the party would take, as `25 percent or less`; nil where its words do not bound it.
  public var range: String?
  /// In what the numbers are counted.
  public var unit: String?
  public var wants: Case.Issue.Want?
  /// Every value the party named, or was reported to, from the earliest on.
  public var trajectory: [Point]

  public struct Point: Sendable, Hashable, Codable {
    public var statement: Case.Statement.ID
    /// Without the unit.
    public var words: String
    public var said: EDTFDate?
    public var voice: Voice
    public var act: Case.Statement.Act
    /// The number, or the lower end of a range, in the issue's unit; nil where its own unit cannot be
    /// compared with that.
    public var low: Amount?
    /// The upper end of a range.
    public var high: Amount?
  }

  /// `18 → 25`
  public var trajectoryWords: String { trajectory.map(\.words).joined(separator: " → ") }
}
