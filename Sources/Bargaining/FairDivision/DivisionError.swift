/// Why items cannot be divided as asked.
public enum DivisionError: Error, Sendable, Hashable, CustomStringConvertible {
  case noItems
  case wrongLength(party: Int, expected: Int, found: Int)
  case negativePoints(party: Int, item: Int)
  case pointsSumToZero(party: Int)
  case wrongPartyCount(found: Int, allowed: String)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .noItems: "there are no items to divide; give at least one"
    case .wrongLength(let party, let expected, let found):
      "party \(party): expected points for \(expected) items, found \(found)"
    case .negativePoints(let party, let item):
      "party \(party), item \(item): points are negative; a burden is divided as its relief"
    case .pointsSumToZero(let party):
      "party \(party): all its points are zero; give what it values a positive number"
    case .wrongPartyCount(let found, let allowed):
      "\(found) parties; this division is for \(allowed)"
    }
  }

  static func check(_ points: [[ExactDecimal]]) throws(DivisionError) {
    let count = points.first?.count ?? 0
    if count == 0 { throw .noItems }
    for (party, own) in points.enumerated() {
      if own.count != count { throw .wrongLength(party: party, expected: count, found: own.count) }
      if let item = own.firstIndex(where: { $0 < .zero }) {
        throw .negativePoints(party: party, item: item)
      }
      if own.allSatisfy({ $0 == .zero }) { throw .pointsSumToZero(party: party) }
    }
  }
}
