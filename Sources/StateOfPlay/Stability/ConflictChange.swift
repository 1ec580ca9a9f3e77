/// One change of a conflict's model to compare with, which leaves the case as it is.
public enum ConflictChange: Sendable, Hashable {
  /// A decision maker, by its id or name, wants what a formula of options says above all else.
  case wants(maker: String, formula: String)
  /// A decision maker no longer has the preference of a number, counted from 1.
  case without(maker: String, preference: Int)
  /// States of which a formula holds cannot be.
  case never(formula: String)
}
