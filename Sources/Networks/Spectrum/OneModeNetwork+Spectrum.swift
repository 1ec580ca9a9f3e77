extension OneModeNetwork {
  /// The eigenvalues of the Laplacian of the network's congruence, descending, divided by their sum;
  /// all 0 where there is no congruence. One for each member.
  ///
  /// With ``Departure/degreesForLaplacian`` among those of the selection: of the degrees alone.
  /// - Throws: `NetworkError.tooManyActors` above ``spectrumLimit``.
  /// - Complexity: O(members³)
  public func spectrum() throws -> [Double] {
    guard members.count <= Self.spectrumLimit else {
      throw NetworkError.tooManyActors(
        what: "the spectrum", found: members.count, limit: Self.spectrumLimit)
    }
    var laplacian = SymmetricMatrix(count: members.count)
    for tie in ties {
      laplacian[tie.first, tie.second] = -tie.congruence
      laplacian[tie.first, tie.first] += tie.congruence
      laplacian[tie.second, tie.second] += tie.congruence
    }
    return laplacian.normalisedSpectrum(
      ofDegrees: selection.departures.contains(.degreesForLaplacian))
  }

  /// The most members of a network whose spectrum is computed.
  public static let spectrumLimit = 2_000
}

extension SymmetricMatrix {
  /// The sum of the diagonal.
  var trace: Double { (0..<count).reduce(0) { $0 + self[$1, $1] } }

  /// The eigenvalues, descending, divided by the trace; those of the diagonal alone if asked for.
  ///
  /// Rows of 0 are left out of the work: their eigenvalue is 0, and a Laplacian has none below.
  func normalisedSpectrum(ofDegrees: Bool) -> [Double] {
    let sum = trace
    guard sum > 0 else { return [Double](repeating: 0, count: count) }
    let live = (0..<count).filter { self[$0, $0] > 0 }
    var values: [Double]
    if ofDegrees {
      values = live.map { self[$0, $0] }.sorted(by: >)
    } else if live.count == count {
      values = eigenvalues()
    } else {
      var small = SymmetricMatrix(count: live.count)
      for (row, from) in live.enumerated() {
        for column in 0...row { small[row, column] = self[from, live[column]] }
      }
      values = small.eigenvalues()
    }
    values += [Double](repeating: 0, count: count - live.count)
    return values.map { $0 / sum }
  }
}

/// Σ |a − b| over two lists of one length.
func absoluteDifference(_ one: [Double], _ other: [Double]) -> Double {
  zip(one, other).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
}
