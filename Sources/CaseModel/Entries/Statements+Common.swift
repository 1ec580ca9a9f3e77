extension [Case.Statement] {
  /// How many statements are the same in both, from the first on.
  ///
  /// - Complexity: O(n), of which copies of one value are not looked at: a case is long, and two that follow
  ///   each other differ in a few statements.
  package func commonPrefix(with other: [Case.Statement]) -> Int {
    let shorter = Swift.min(count, other.count)
    return comparingBoxes(with: other) { boxes, others in
      (0..<shorter).first { boxes[$0] != others[$0] && self[$0] != other[$0] } ?? shorter
    }
  }

  /// How many statements are the same in both, from the last on; at most so many.
  /// - Complexity: as that of ``commonPrefix(with:)``.
  package func commonSuffix(with other: [Case.Statement], most: Int) -> Int {
    let (last, end) = (count - 1, other.count - 1)
    return comparingBoxes(with: other) { boxes, others in
      (0..<most).first {
        boxes[last - $0] != others[end - $0] && self[last - $0] != other[end - $0]
      } ?? most
    }
  }

  /// The addresses of the boxes, which say of two copies of one value that they are that.
  private func comparingBoxes(
    with other: [Case.Statement],
    _ body: (UnsafeBufferPointer<UInt>, UnsafeBufferPointer<UInt>) -> Int
  ) -> Int {
    precondition(MemoryLayout<Case.Statement>.stride == MemoryLayout<UInt>.stride)
    return withUnsafeBytes { boxes in
      other.withUnsafeBytes { others in
        body(boxes.bindMemory(to: UInt.self), others.bindMemory(to: UInt.self))
      }
    }
  }
}
