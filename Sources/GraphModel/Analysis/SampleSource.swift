/// A repeatable source of random numbers for one sample: SplitMix64 (Steele, Lea & Flood 2014), its
/// state made from (seed, index) and never from a thread.
struct SampleSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, index: Int) {
    state = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ Self.mix(UInt64(bitPattern: Int64(index)))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// A number in 0..<bound without bias (rejection); bound is at least 1. Written out, so that the
  /// same seed gives the same sample under every version of the standard library.
  mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(max(1, bound))
    let limit = UInt64.max - UInt64.max % bound
    while true {
      let draw = next()
      if draw < limit { return Int(draw % bound) }
    }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
