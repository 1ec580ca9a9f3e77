extension Array {
  /// Puts at each place what stands now at the place that `order` has there.
  ///
  /// Elements are swapped and none is copied, which counts where they are large and hold much.
  /// - Parameter order: every place of the array once.
  mutating func arrange(by order: [Int]) {
    var source = order
    // A buffer's elements are moved, where an array's own `swapAt` copies them.
    withUnsafeMutableBufferPointer { elements in
      for start in source.indices {
        var place = start
        while source[place] != start {
          let next = source[place]
          elements.swapAt(place, next)
          source[place] = place
          place = next
        }
        source[place] = place
      }
    }
  }
}
