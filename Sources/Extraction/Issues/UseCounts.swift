/// How often and how lately things were chosen, by themselves and together with others.
struct UseCounts<Thing: Hashable & Sendable>: Sendable {
  private(set) var accepted: [Thing: Int] = [:]
  private(set) var rejected: [Thing: Int] = [:]
  private var last: [Thing: Int] = [:]
  private var clock = 0
  private var pairs: [String: [Thing: Int]] = [:]
  private var pairTotals: [String: Int] = [:]

  mutating func use(_ thing: Thing, with partners: [String]) {
    accepted[thing, default: 0] += 1
    last[thing] = clock
    for partner in partners {
      pairs[partner, default: [:]][thing, default: 0] += 1
      pairTotals[partner, default: 0] += 1
    }
  }

  mutating func reject(_ thing: Thing) { rejected[thing, default: 0] += 1 }

  mutating func tick() { clock += 1 }

  var things: [Thing] { Array(accepted.keys) }

  /// From 0 to 1: its share of all choices, as a square root.
  func frequency(_ thing: Thing) -> Double {
    (Double(accepted[thing] ?? 0) / Double(max(1, clock))).squareRoot()
  }

  /// 1 where it was chosen last, less the longer ago.
  func recency(_ thing: Thing) -> Double {
    guard let last = last[thing] else { return 0 }
    return 1 / (1 + 0.25 * Double(clock - 1 - last))
  }

  /// From 0 to 1: how often it went with the partner, of all that did; little where little is known.
  func together(_ thing: Thing, _ partner: String) -> Double {
    guard let count = pairs[partner]?[thing], let total = pairTotals[partner] else { return 0 }
    return Double(count) / (Double(total) + 2)
  }
}
