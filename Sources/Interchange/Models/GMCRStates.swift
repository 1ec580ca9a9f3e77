/// The feasible states of a `.gmcr` file as its rankings number them: from 1, in ascending order of
/// the sum of 2^k over the options taken, the options counted in the order of their owners.
struct GMCRStates {
  static let mostOptions = 64
  /// A search that finds no state in so many steps is given up; a second or so.
  private static let mostSteps = 1 << 26

  /// The options, the one that counts least first.
  var order: [Int] = []
  private var excluded: [[(option: Int, isTaken: Bool)]] = []

  /// No state has all of this.
  mutating func exclude(_ part: [(option: Int, isTaken: Bool)]) { excluded.append(part) }

  /// The first states as patterns, one sign an option in the order of the file.
  ///
  /// - Parameter count: no more are looked for.
  /// - Returns: nil where there are too many options, or the search takes too long.
  /// - Complexity: steps of the search times conditions.
  func patterns(upTo count: Int, options width: Int) -> [String]? {
    guard width <= Self.mostOptions, order.count == width else { return nil }
    var bit = [Int](repeating: 0, count: width)
    for (place, option) in order.enumerated() { bit[option] = place }
    // A condition is decided by its lowest bit, as the search goes from the highest down.
    var rules = [[(mask: UInt64, value: UInt64)]](repeating: [], count: width)
    for part in excluded {
      var (mask, value): (UInt64, UInt64) = (0, 0)
      var contradicts = false
      for (option, isTaken) in part {
        let own: UInt64 = 1 << UInt64(bit[option])
        if mask & own != 0, (value & own != 0) != isTaken { contradicts = true }
        mask |= own
        if isTaken { value |= own }
      }
      if !contradicts { rules[mask.trailingZeroBitCount].append((mask, value)) }
    }
    var found: [UInt64] = []
    var open: [(values: UInt64, left: Int)] = [(0, width)]
    var steps = 0
    while let (values, left) = open.popLast(), found.count < count {
      guard left > 0 else {
        found.append(values)
        continue
      }
      let own: UInt64 = 1 << UInt64(left - 1)
      // What is not taken counts less, so it is looked at first, which is put down last.
      for next in [values | own, values] {
        steps += 1 + rules[left - 1].count
        if !rules[left - 1].contains(where: { next & $0.mask == $0.value }) {
          open.append((next, left - 1))
        }
      }
      guard steps < Self.mostSteps else { return nil }
    }
    return found.map { values in
      String((0..<width).map { values >> UInt64(bit[$0]) & 1 == 1 ? "Y" : "N" })
    }
  }
}
