internal import Foundations

/// Sweeps over a table of all option combinations, one bit at a time.
///
/// The greatest or least value within a mover's reach is a zeta transform: for each bit the mover
/// can change, combine every slot with the one across that bit, in both directions, or only towards
/// the slot without the bit where the option is one-way.
enum CubePasses {
  typealias Values = UnsafeMutablePointer<Int32>

  /// Each value becomes the greatest among itself and what one move of the mover reaches.
  static func maximise(
    _ values: Values, size: Int, bits mask: Int, oneWay: Int, _ checkpoint: Checkpoint
  ) throws {
    for bit in members(of: mask) {
      try checkpoint.ask()
      pass(values, size: size, half: 1 << bit, oneWay: oneWay >> bit & 1 != 0) {
        $0.replacing(with: $1, where: $1 .> $0)
      }
    }
  }

  /// Each value becomes the least among itself and what one move of the mover reaches.
  static func minimise(
    _ values: Values, size: Int, bits mask: Int, oneWay: Int, _ checkpoint: Checkpoint
  ) throws {
    for bit in members(of: mask) {
      try checkpoint.ask()
      pass(values, size: size, half: 1 << bit, oneWay: oneWay >> bit & 1 != 0) {
        $0.replacing(with: $1, where: $1 .< $0)
      }
    }
  }

  private static func members(of mask: Int) -> [Int] {
    (0..<Int.bitWidth).filter { mask >> $0 & 1 != 0 }
  }

  @inline(__always)
  private static func pass(
    _ values: Values, size: Int, half: Int, oneWay: Bool,
    _ combine: (SIMD8<Int32>, SIMD8<Int32>) -> SIMD8<Int32>
  ) {
    if half >= 8 {
      var block = 0
      while block < size {
        var low = block
        while low < block + half {
          let high = low + half
          let upper = load(values, high)
          let both = combine(load(values, low), upper)
          store(both, values, low)
          if !oneWay { store(both, values, high) }
          low += 8
        }
        block += 2 * half
      }
    } else if size >= 8 {
      // The partners lie within one vector.
      for start in stride(from: 0, to: size, by: 8) {
        let own = load(values, start)
        var across = own
        for lane in 0..<8 { across[lane] = own[lane ^ half] }
        var both = combine(own, across)
        if oneWay { for lane in 0..<8 where lane & half != 0 { both[lane] = own[lane] } }
        store(both, values, start)
      }
    } else {
      for low in 0..<size where low & half == 0 {
        let both = combine(
          SIMD8(repeating: values[low]), SIMD8(repeating: values[low | half]))[0]
        values[low] = both
        if !oneWay { values[low | half] = both }
      }
    }
  }

  @inline(__always) private static func load(_ values: Values, _ index: Int) -> SIMD8<Int32> {
    UnsafeRawPointer(values + index).loadUnaligned(as: SIMD8<Int32>.self)
  }

  @inline(__always)
  private static func store(_ vector: SIMD8<Int32>, _ values: Values, _ index: Int) {
    UnsafeMutableRawPointer(values + index).storeBytes(of: vector, as: SIMD8<Int32>.self)
  }

  /// Puts `value` wherever a slot is infeasible.
  static func fillHoles(_ values: Values, feasible: Bits, value: Int32) {
    for word in feasible.words.indices where feasible.words[word] != .max {
      var holes = ~feasible.words[word]
      while holes != 0 {
        let slot = word << 6 + holes.trailingZeroBitCount
        if slot < feasible.count { values[slot] = value }
        holes &= holes &- 1
      }
    }
  }

  /// The feasible slots whose value is at most their limit.
  static func atMost(
    _ values: UnsafePointer<Int32>, _ limits: UnsafePointer<Int32>, feasible: Bits
  ) -> Bits {
    var result = feasible
    for word in feasible.words.indices {
      let start = word << 6
      var bits: UInt64 = 0
      for lane in 0..<min(64, feasible.count - start) {
        bits |= (values[start + lane] <= limits[start + lane] ? 1 : 0) &<< UInt64(lane)
      }
      result.words[word] &= bits
    }
    return result
  }
}
