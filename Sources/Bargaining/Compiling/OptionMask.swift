/// A set of options of one issue, as bits.
struct OptionMask: Sendable, Hashable {
  private(set) var words: [UInt64]

  init(count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  init(only option: Int, of count: Int) {
    self.init(count: count)
    insert(option)
  }

  func contains(_ option: Int) -> Bool {
    words[option >> 6] & (1 << UInt64(option & 63)) != 0
  }

  mutating func insert(_ option: Int) {
    words[option >> 6] |= 1 << UInt64(option & 63)
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func intersection(_ other: OptionMask) -> OptionMask {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  func complement(of count: Int) -> OptionMask {
    var result = OptionMask(count: count)
    for option in 0..<count where !contains(option) { result.insert(option) }
    return result
  }
}
