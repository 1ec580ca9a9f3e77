/// Repeatable random numbers that depend on the seed, or on `(seed, index)`, alone: never on a
/// thread, the order of work, the platform or the version of the standard library.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014),
/// doi:10.1145/2660193.2660195.
@usableFromInline
package struct SplitMix64: RandomNumberGenerator, Sendable {
  @usableFromInline var state: UInt64

  @inlinable
  package init(seed: UInt64) { state = seed }

  /// One of many independent streams of a seed, as for the draw of that number.
  @inlinable
  package init(seed: UInt64, index: some BinaryInteger) {
    let stream = UInt64(truncatingIfNeeded: index) &+ 0x9E37_79B9_7F4A_7C15
    state = Self.mixed(seed &+ Self.mixed(stream))
  }

  @inlinable
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number in `0..<bound` without bias; 0 where the bound is not above 1.
  ///
  /// Lemire, "Fast random integer generation in an interval" (2019), doi:10.1145/3230636; written
  /// out, so that a seed gives the same numbers under every version of the standard library.
  @inlinable
  package mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rest = (0 &- bound) % bound
      while product.low < rest { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(truncatingIfNeeded: product.high)
  }

  @inlinable
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
