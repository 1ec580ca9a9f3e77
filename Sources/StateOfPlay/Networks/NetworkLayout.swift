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
    separate()
  }

  /// In a drawing wider than high no two stand closer than this, so that each can be distinguished and
  /// has room for its name.
  private static let least = (x: 0.07, y: 0.1)

  /// Moves those apart that stand too close, each half of what is missing; of two in one place the
  /// first goes up.
  /// - Complexity: O(members² · 80)
  private mutating func separate() {
    guard places.count > 1 else { return }
    for _ in 0..<80 {
      var moved = false
      for one in places.indices {
        for two in (one + 1)..<max(places.count, one + 1) {
          let dx = (places[two].x - places[one].x) / Self.least.x
          let dy = (places[two].y - places[one].y) / Self.least.y
          let length = (dx * dx + dy * dy).squareRoot()
          guard length < 1 else { continue }
          moved = true
          let (ux, uy) = length > 1e-6 ? (dx / length, dy / length) : (0, 1)
          let push = (1 - length) / 2 + 1e-4
          places[one] = Self.inside(
            places[one].x - ux * push * Self.least.x, places[one].y - uy * push * Self.least.y)
          places[two] = Self.inside(
            places[two].x + ux * push * Self.least.x, places[two].y + uy * push * Self.least.y)
        }
      }
      if !moved { break }
    }
    places = places.map { (($0.x * 1000).rounded() / 1000, ($0.y * 1000).rounded() / 1000) }
  }

  private static func inside(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (min(max(x, 0), 1), min(max(y, 0), 1))
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
