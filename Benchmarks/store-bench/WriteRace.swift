import CaseModel
import CaseStore
import Foundation

/// Durable writes against bare SQLite loops, in short turns, so that what else the machine does meets
/// all alike.
struct WriteRace {
  private let file: DragomanFile
  private let loops: [BareLoop]
  private let entries: [Case.Statement]
  private var revisions: [Int?]
  private let writes: Int

  init(_ file: DragomanFile, _ stored: StoredCase, _ folder: URL, _ writes: Int) throws {
    self.file = file
    self.writes = writes
    entries = stored.theCase.statements
    let copy = folder.appendingPathComponent("copy.dragoman").path
    _ = try file.backup(to: copy)
    loops = [try .sameRows(copy), try .twoRows(entries, in: folder)]
    revisions = entries.map { stored.revision(of: .statements, id: $0.id.raw) }
  }

  mutating func report() throws {
    let turn = 20
    var times = [[Double]](repeating: [], count: loops.count + 1)
    for round in 0..<(writes / turn) {
      let places = (0..<turn).map { (round * turn + $0) * 37 % entries.count }
      let changed = places.map { place in
        var entry = entries[place]
        entry.gist = "changed in round \(round)"
        return entry
      }
      for (number, loop) in loops.enumerated() {
        times[number + 1].append(
          try seconds { for entry in changed { try loop.write(entry) } } / Double(turn))
      }
      var written: [Int?] = []
      times[0].append(
        try seconds {
          for (place, entry) in zip(places, changed) {
            let done = try file.write(
              entry, expectedRevision: revisions[place], by: "bench", at: moment, message: "edit")
            written.append(done.revisions.first?.revision)
          }
        } / Double(turn))
      for (place, revision) in zip(places, written) { revisions[place] = revision }
    }
    print("")
    print("durable writes, \(times[0].count) turns of \(turn): median, and mean of all, each")
    line("the store", times[0])
    for (loop, times) in zip(loops, times.dropFirst()) { line("bare: " + loop.name, times) }
    for (loop, others) in zip(loops, times.dropFirst()) {
      let typical = percent(median(others), median(times[0]))
      let whole = percent(others.reduce(0, +), times[0].reduce(0, +))
      print("  against bare SQLite, \(loop.name): \(typical) of its rate, \(whole) over all")
    }
    print("  target: at least 80 % of the rate of the same rows")
  }

  private func line(_ name: String, _ times: [Double]) {
    let mean = times.reduce(0, +) / Double(max(1, times.count))
    let start = "  " + name + String(repeating: " ", count: max(1, 26 - name.count))
    print(start + "\(Int(1 / median(times))) a second, \(shown(median(times))), \(shown(mean))")
  }

  private func percent(_ part: Double, _ whole: Double) -> String {
    "\(Int((part / whole * 100).rounded())) %"
  }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try body()
    let parts = (clock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 1 : sorted[sorted.count / 2]
  }

  private func shown(_ seconds: Double) -> String { "\((seconds * 1e5).rounded() / 100) ms" }
}
