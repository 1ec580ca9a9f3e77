extension Workload {
  /// One file a group; `--list` names them all.
  static let all: [Workload] = reading + writing + views + edits + equality + shapes + deadlocks

  static let tens = [1000, 10_000, 100_000, 1_000_000]
}
