extension Scenario {
  /// What can stand in the way of a package: named when the zone of agreement is empty.
  public enum Constraint: Sendable, Hashable, Comparable {
    case link(Int)
    case redLine(party: Int, index: Int)
    case reservation(party: Int)
  }
}
