package import Foundations

/// All combinations of the options as one table, where moves need no list.
///
/// A slot is a combination with its bits permuted, so that each mover's own options lie side by
/// side and those with several owners come last. Options that can only be given up are inverted in
/// the slot, so that every one-way bit goes from 0 to 1.
package struct Cube: Sendable {
  package struct Mover: Sendable {
    /// The bits the mover can change.
    package let mask: Int
    /// Those it can only set.
    package let oneWay: Int
    package var reversible: Int { mask & ~oneWay }
  }

  package let width: Int
  package let movers: [Mover]
  package private(set) var feasible: Bits
  package private(set) var count: Int
  /// Bit of a slot for each option.
  private let position: [Int]
  private let flip: Int

  package var size: Int { 1 << width }
  package var hasHoles: Bool { count < size }

  /// The table of `width` options (at most 62), all combinations feasible.
  init(width: Int, rule: MoveRule) {
    self.width = width
    let makers = rule.masks.indices
    let home = (0..<width).map { option -> Int in
      let owners = makers.filter { rule.masks[$0] >> UInt64(option) & 1 != 0 }
      return owners.count == 1 ? owners[0] : makers.count
    }
    let order = (0..<width).sorted { (home[$0], $0) < (home[$1], $1) }
    var position = [Int](repeating: 0, count: width)
    for (bit, option) in order.enumerated() { position[option] = bit }
    func permuted(_ set: UInt64) -> Int {
      position.indices.reduce(0) { $0 | Int(set >> UInt64($1) & 1) << position[$1] }
    }
    self.position = position
    flip = permuted(rule.backOnly)
    let oneWay = permuted(rule.forwardOnly | rule.backOnly)
    movers = rule.masks.map {
      Mover(mask: permuted($0), oneWay: permuted($0) & oneWay)
    }
    feasible = Bits(count: 1 << width, filled: true)
    count = 1 << width
  }

  package func slot(of taken: UInt64) -> Int {
    flip ^ position.indices.reduce(0) { $0 | Int(taken >> UInt64($1) & 1) << position[$1] }
  }

  package func pattern(of slot: Int) -> UInt64 {
    let plain = slot ^ flip
    return position.indices.reduce(0) { $0 | UInt64(plain >> position[$1] & 1) << UInt64($1) }
  }

  mutating func restrict(to set: Bits) {
    feasible.formIntersection(set)
    count = feasible.population
  }

  mutating func exclude(_ words: [UInt64]) {
    for index in words.indices { feasible.words[index] &= ~words[index] }
    count = feasible.population
  }

  /// The slots where `formula` holds, as words of 64 slots.
  package func truth(of formula: Formula, _ checkpoint: Checkpoint = Checkpoint()) throws
    -> [UInt64]
  {
    var stack: [UInt64] = []
    stack.reserveCapacity(formula.depth)
    let words = feasible.words.count
    var result = [UInt64](repeating: 0, count: words)
    for word in 0..<words {
      if word & 0xFF == 0 { try checkpoint.ask() }
      result[word] = formula.evaluate(&stack) { option in
        let bit = position[option]
        let column =
          bit < 6 ? Self.lowColumns[bit] : word >> (bit - 6) & 1 != 0 ? UInt64.max : 0
        return flip >> bit & 1 != 0 ? ~column : column
      }
    }
    if size < 64 { result[0] &= lowBits(size) }
    return result
  }

  private static let lowColumns: [UInt64] = [
    0xAAAA_AAAA_AAAA_AAAA, 0xCCCC_CCCC_CCCC_CCCC, 0xF0F0_F0F0_F0F0_F0F0,
    0xFF00_FF00_FF00_FF00, 0xFFFF_0000_FFFF_0000, 0xFFFF_FFFF_0000_0000,
  ]

  /// Calls `body` with every slot `mover` can reach from `slot` in one move, until it says stop.
  @inline(__always)
  package func forEachMove(
    of mover: Int, from slot: Int, _ body: (Int) throws -> Bool
  ) rethrows {
    let own = movers[mover]
    let allowed = own.reversible | own.oneWay & ~slot
    var change = allowed
    while change != 0 {
      let target = slot ^ change
      if feasible[target], try !body(target) { return }
      change = (change - 1) & allowed
    }
  }
}
