/// Random numbers that depend on `(seed, index)` alone, never on thread or order.
///
/// SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2714064.2660195), started at a mix of both.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64, index: UInt64) {
    state = SeededGenerator.mixed(seed &+ SeededGenerator.mixed(index &+ 0x9E37_79B9_7F4A_7C15))
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SeededGenerator.mixed(state)
  }

  /// Uniform in `0...bound`.
  package mutating func next(upTo bound: Int) -> Int {
    if bound <= 0 { return 0 }
    return Int(truncatingIfNeeded: next(upperBound: UInt64(bound) + 1))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
