internal import Foundations

/// How far the networks of two windows are apart.
public enum NetworkDistance: String, Sendable, Hashable, CaseIterable, Codable {
  /// Half the sum of the absolute differences of all congruence and conflict, each network's weights
  /// taken as shares of their sum: 0 to 1. A window without ties is at 1 from one with.
  case ties
  /// The sum of the absolute differences of the normalised eigenvalues of the Laplacians of
  /// congruence, ``OneModeNetwork/spectrum()``: 0 to 2. It sees the shape, not who is in which place.
  case spectrum

  /// The distances of all pairs of networks of one table.
  /// - Complexity: O(networks² · ties), and O(members³) for each spectrum
  func matrix(_ networks: [OneModeNetwork], _ checkpoint: Checkpoint) throws -> [[Double]] {
    let quiet = checkpoint.quiet
    let profiles: [Profile] = try Parallel.map(count: networks.count, work: .max) { index in
      try quiet.ask()
      return try self == .ties
        ? Profile(networks[index]) : Profile(spectrum: networks[index].spectrum())
    }
    return try Parallel.map(count: networks.count, work: .max) { row in
      try profiles.map { other in
        try quiet.ask()
        return profiles[row].distance(to: other)
      }
    }
  }
}

/// What is compared: shares by pair of names in order, or a spectrum.
private struct Profile: Sendable {
  private var keys: [Int] = []
  private var values: [(Double, Double)] = []
  private var spectrum: [Double] = []

  init(_ network: OneModeNetwork) {
    let sum = network.ties.reduce(0) { $0 + $1.congruence + $1.conflict }
    guard sum > 0 else { return }
    for tie in network.ties {
      keys.append(network.places[tie.first] << 32 | network.places[tie.second])
      values.append((tie.congruence / sum, tie.conflict / sum))
    }
  }

  init(spectrum: [Double]) { self.spectrum = spectrum }

  func distance(to other: Profile) -> Double {
    if !spectrum.isEmpty || !other.spectrum.isEmpty {
      let count = max(spectrum.count, other.spectrum.count)
      return absoluteDifference(padded(spectrum, count), padded(other.spectrum, count))
    }
    if keys.isEmpty || other.keys.isEmpty { return keys.isEmpty && other.keys.isEmpty ? 0 : 1 }
    var (i, j, sum) = (0, 0, 0.0)
    while i < keys.count || j < other.keys.count {
      let (own, next) =
        (i < keys.count ? keys[i] : .max, j < other.keys.count ? other.keys[j] : .max)
      let one = own <= next ? values[i] : (0, 0)
      let two = next <= own ? other.values[j] : (0, 0)
      sum += (one.0 - two.0).magnitude + (one.1 - two.1).magnitude
      if own <= next { i += 1 }
      if next <= own { j += 1 }
    }
    return min(1, sum / 2)
  }
}

private func padded(_ values: [Double], _ count: Int) -> [Double] {
  values + [Double](repeating: 0, count: count - values.count)
}
