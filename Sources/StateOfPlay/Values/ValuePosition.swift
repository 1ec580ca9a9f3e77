public import CaseModel

/// What a party would accept of a number or a set, and how it came there.
public struct ValuePosition: Sendable, Hashable, Codable {
  /// The range it would accept, as `25 percent or less`; nil if its own words do not bound it.
  public var range: String?
  /// The range to which it has only said that it is open, where that is more than ``range``; nil otherwise.
  public var considered: String?
  /// The unit of the numbers; nil if the issue has none.
  public var unit: String?
  /// Whether the party wants more or less; nil if the record does not say.
  public var wants: Case.Issue.Want?
  /// The values the party named, or was reported to have named, oldest first. A repeated value
  /// makes no new point.
  public var trajectory: [Point]

  /// One value in a trajectory.
  public struct Point: Sendable, Hashable, Codable {
    /// The statement that names it.
    public var statement: Case.Statement.ID
    /// The value without its unit, followed by "(reported)" if not in the party's own words, by
    /// "(reported later)" if it became known after as-of, and by "(in a package)" or "(lapsed)" where
    /// it was said of a package or no longer holds; "(in addition)" where it comes on top of what the
    /// party signed.
    public var words: String
    /// When it was said; of a value to which the party came back as a later one lapsed, when that was.
    public var said: EDTFDate?
    /// Whose words it is.
    public var voice: Voice
    /// What the statement does: demand, offer, accept and so on.
    public var act: Case.Statement.Act
    /// Whether it only says that the party is open to the value, "(considered)" in ``words``.
    public var isConsidered = false
    /// The number, or the lower end of a range, in the issue's unit; nil for a set, and if its own
    /// unit cannot be converted.
    public var low: Amount?
    /// The upper end of a range in the issue's unit; nil if it is no range or cannot be converted.
    public var high: Amount?
  }

  /// The values in order, joined by arrows: `18 → 25`.
  public var trajectoryWords: String { trajectory.map(\.words).joined(separator: " → ") }
}
