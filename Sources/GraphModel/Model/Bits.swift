/// A fixed number of bits in machine words, for sets of states.
package struct Bits: Sendable, Equatable {
  package var words: [UInt64]
  package let count: Int

  package init(count: Int, filled: Bool = false) {
    self.count = count
    words = [UInt64](repeating: filled ? .max : 0, count: (count + 63) / 64)
    if filled, count % 64 != 0 { words[words.count - 1] = lowBits(count % 64) }
  }

  package subscript(index: Int) -> Bool {
    @inline(__always) get { words[index >> 6] >> UInt64(index & 63) & 1 != 0 }
    set {
      if newValue {
        insert(index)
      } else {
        words[index >> 6] &= ~(1 << UInt64(index & 63))
      }
    }
  }

  @inline(__always) package mutating func insert(_ index: Int) {
    words[index >> 6] |= 1 << UInt64(index & 63)
  }

  package var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package func intersects(_ other: Bits) -> Bool {
    for index in words.indices where words[index] & other.words[index] != 0 { return true }
    return false
  }

  package mutating func formIntersection(_ other: Bits) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  package mutating func formUnion(_ other: Bits) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// The set bits, ascending.
  package var members: [Int] {
    var found: [Int] = []
    visit { found.append($0) }
    return found
  }

  /// Calls `body` with every set bit, ascending.
  @inline(__always) package func visit(_ body: (Int) throws -> Void) rethrows {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        try body(index << 6 + word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }
}
