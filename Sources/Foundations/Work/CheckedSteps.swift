/// Asks a checkpoint once in 4,096 steps, each of which takes a few nanoseconds.
///
/// Inlined into the loops of the modules above, which count a step in one instruction.
@usableFromInline
package struct CheckedSteps {
  @usableFromInline var count = 0
  @usableFromInline let checkpoint: Checkpoint

  @inlinable
  package init(_ checkpoint: Checkpoint) { self.checkpoint = checkpoint }

  /// Counts a step.
  /// - Throws: what the checkpoint throws, when the work should stop.
  @inlinable @inline(__always)
  package mutating func next() throws {
    count &+= 1
    if count & 0xFFF == 0 { try checkpoint.ask() }
  }
}

extension Sequence {
  /// Sorted, asking the checkpoint on the way where there is much to sort.
  /// - Complexity: O(n log n)
  @inlinable
  package func sorted(
    _ checkpoint: Checkpoint, by precedes: (Element, Element) -> Bool
  ) throws -> [Element] {
    let elements = Array(self)
    guard elements.count > 1 << 16 else { return elements.sorted(by: precedes) }
    var steps = CheckedSteps(checkpoint)
    return try elements.sorted {
      try steps.next()
      return precedes($0, $1)
    }
  }
}
