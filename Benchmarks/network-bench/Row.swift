import Foundation

/// One measurement.
struct Row {
  let name: String
  let seconds: Double
  /// Of all cores together: what the wall clock would show on one quiet core.
  let processorSeconds: Double
  let bar: Double?
  /// What networkx takes for the same, and whether it finds the same.
  private(set) var peer: (seconds: Double, agrees: Bool)?
  /// The sum that networkx must find too; nil where it cannot do the same.
  private let value: Double?
  private let peerName: String?

  /// - Parameter body: gives the sum of what it found.
  init(_ name: String, bar: Double?, peer: String? = nil, _ body: () throws -> Double?) throws {
    (self.name, self.bar, peerName) = (name, bar, peer)
    value = try body()
    var times: [Double] = []
    var processorTimes: [Double] = []
    for _ in 0..<5 {
      let start = ContinuousClock.now
      let processorStart = clock()
      _ = try body()
      let taken = (ContinuousClock.now - start).components
      times.append(Double(taken.seconds) + Double(taken.attoseconds) / 1e18)
      processorTimes.append(Double(clock() - processorStart) / Double(CLOCKS_PER_SEC))
    }
    processorSeconds = processorTimes.sorted()[2]
    seconds = times.sorted()[2]
  }

  /// The same row beside networkx.
  func beside(_ peer: Peer?) -> Row {
    guard let found = peerName.flatMap({ peer?.results[$0] }), let value else { return self }
    var row = self
    row.peer = (found.seconds, abs(found.value - value) <= 1e-6 * max(1, abs(value)))
    return row
  }

  var isMissed: Bool { (bar.map { seconds > $0 } ?? false) || peer?.agrees == false }

  var line: String {
    let bar = bar.map { String(format: "%.1f", $0) } ?? ""
    let times = String(format: "%.3f | %.3f", seconds, processorSeconds)
    let isSlow = self.bar.map { seconds > $0 } ?? false
    let other = peer.map { peer in
      String(format: "%.2f", peer.seconds)
        + (peer.agrees ? ", the same" : ", **another result**")
    }
    return "| \(name) | \(times) | \(bar)\(isSlow ? " missed" : "") | \(other ?? "") |"
  }
}
