/// Which changes of a combination of options each decision maker can make in one move.
package struct MoveRule: Sendable {
  /// Per decision maker, the options it owns.
  package let masks: [UInt64]
  package let forwardOnly: UInt64
  package let backOnly: UInt64

  /// Whether all options in which `from` and `to` differ may change that way.
  @inline(__always) package func allows(_ from: UInt64, _ to: UInt64) -> Bool {
    let changed = from ^ to
    return changed & forwardOnly & from == 0 && changed & backOnly & to == 0
  }
}
