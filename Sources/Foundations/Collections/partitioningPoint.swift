extension RandomAccessCollection {
  /// The first index whose element satisfies `predicate`, where all after it do too.
  /// - Complexity: O(log count)
  package func partitioningPoint(_ predicate: (Element) -> Bool) -> Index {
    var (low, length) = (startIndex, count)
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
