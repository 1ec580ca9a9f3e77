internal import Foundation
internal import Networks

/// Places for the members of a network: near where they agree, far where they conflict.
///
/// Majorisation of stress (Gansner, Koren and North, "Graph drawing by stress majorization", 2004)
/// from a circle, so that the same network always gives the same places.
struct NetworkLayout {
  /// By member, each coordinate from 0 to 1.
  private(set) var places: [(x: Double, y: Double)]

  private static let sweeps = 120

  /// - Complexity: O(members² · 120)
  init(_ network: OneModeNetwork) {
    let count = network.members.count
    let start = (0..<count).map { member -> (x: Double, y: Double) in
      let angle = 2 * Double.pi * Double(member) / Double(max(count, 1))
      return (cos(angle), sin(angle))
    }
    places = start
    guard count > 2 else {
      places = (0..<count).map { (count == 1 ? 0.5 : Double($0), 0.5) }
      return
    }
    // What have no tie stand apart, and pull little.
    var ideal = [Double](repeating: 1.6, count: count * count)
    var weight = [Double](repeating: 0.15, count: count * count)
    for tie in network.ties {
      let sum = tie.congruence + tie.conflict
      let distance = sum > 0 ? 1.25 - 0.65 * tie.difference / sum : 1.25
      for (one, two) in [(tie.first, tie.second), (tie.second, tie.first)] {
        ideal[one * count + two] = distance
        weight[one * count + two] = 1
      }
    }
    for _ in 0..<Self.sweeps {
      for one in 0..<count {
        var (x, y, sum) = (0.0, 0.0, 0.0)
        for two in 0..<count where two != one {
          let (dx, dy) = (places[one].x - places[two].x, places[one].y - places[two].y)
          let length = max((dx * dx + dy * dy).squareRoot(), 1e-6)
          let (pull, wish) = (weight[one * count + two], ideal[one * count + two])
          x += pull * (places[two].x + wish * dx / length)
          y += pull * (places[two].y + wish * dy / length)
          sum += pull
        }
        places[one] = (x / sum, y / sum)
      }
    }
    fit()
  }

  /// Stretches both directions to the square, and rounds.
  private mutating func fit() {
    func stretched(_ values: [Double]) -> [Double] {
      guard let low = values.min(), let high = values.max(), high - low > 1e-9 else {
        return values.map { _ in 0.5 }
      }
      return values.map { ((($0 - low) / (high - low)) * 1000).rounded() / 1000 }
    }
    places = zip(stretched(places.map(\.x)), stretched(places.map(\.y))).map { ($0, $1) }
  }
}
