/// Repeatable random numbers: Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (OOPSLA 2014), doi:10.1145/2660193.2660195.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The stream of one thing of a case: equal for equal seeds, whatever was drawn before.
  init(seed: UInt64, stream: Int) {
    var mixer = SplitMix64(seed: seed ^ UInt64(truncatingIfNeeded: stream) &* 0xD134_2543_DE82_EF95)
    state = mixer.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0, below `bound`; 0 where the bound is not above it.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }

  /// True in `share` of a thousand draws.
  mutating func chance(_ share: Int) -> Bool { below(1000) < share }

  /// One of several, nil of none.
  mutating func pick<Element>(_ choices: [Element]) -> Element? {
    choices.isEmpty ? nil : choices[below(choices.count)]
  }

  /// One of several by weight.
  mutating func weighted<Element>(_ choices: [(Element, Int)], otherwise: Element) -> Element {
    var rest = below(choices.reduce(0) { $0 + $1.1 })
    for (choice, weight) in choices {
      if rest < weight { return choice }
      rest -= weight
    }
    return otherwise
  }
}
