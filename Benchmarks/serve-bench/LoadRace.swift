import Foundation
import Synchronization
import TestSupport

/// One thing that clients ask for.
struct Asked: Sendable {
  var name: String
  var request: String
}

/// Many clients at once, each asking for everything in turn, and how long each answer took.
struct LoadRace: Sendable {
  let port: Int
  let asked: [Asked]
  let clients: Int
  let rounds: Int

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// What one request took, in milliseconds, and gave.
  struct Taken: Sendable {
    var milliseconds: Double
    var bytes: Int
  }

  /// Each request once, one after the other.
  func alone() throws -> [Taken] {
    let connection = try LocalConnection(port: port)
    return try asked.map { asked in
      do {
        return try Self.take(asked, connection)
      } catch {
        throw Fault(description: "\(asked.name): \(error)")
      }
    }
  }

  private static func take(_ asked: Asked, _ connection: LocalConnection) throws -> Taken {
    let start = ContinuousClock.now
    let answer = try connection.send(asked.request)
    let time = (ContinuousClock.now - start) / .milliseconds(1)
    guard answer.status == 200 || answer.status == 404 else {
      throw Fault(description: "\(asked.name): \(answer.status) \(answer.text.prefix(200))")
    }
    return Taken(milliseconds: time, bytes: answer.status == 404 ? 0 : answer.body.count)
  }

  /// By request, what each of the clients' answers took.
  private func together() throws -> [[Double]] {
    let times = Mutex([[Double]](repeating: [], count: asked.count))
    let fault = Mutex<String?>(nil)
    let done = DispatchGroup()
    for client in 0..<clients {
      let thread = Thread {
        defer { done.leave() }
        do {
          let connection = try LocalConnection(port: port)
          var own = [[Double]](repeating: [], count: asked.count)
          for step in 0..<(rounds * asked.count) {
            // Each begins elsewhere, so that at any time many pages are asked for.
            let index = (step + client * asked.count / clients) % asked.count
            own[index].append(try Self.take(asked[index], connection).milliseconds)
          }
          times.withLock { all in
            for index in own.indices { all[index] += own[index] }
          }
        } catch {
          fault.withLock { $0 = "\(error)" }
        }
      }
      done.enter()
      thread.start()
    }
    done.wait()
    if let words = fault.withLock({ $0 }) { throw Fault(description: words) }
    return times.withLock { $0 }
  }

  /// Prints a line for each request and one for all.
  func report(alone: [Taken], targets: Bool) throws {
    let start = ContinuousClock.now
    let together = try together()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print(Self.line("page", "alone, ms", "median, ms", "p99, ms", "bytes"))
    for (index, asked) in asked.enumerated() where alone[index].bytes > 0 {
      let sorted = together[index].sorted()
      print(
        Self.line(
          asked.name, Self.shown(alone[index].milliseconds), Self.shown(Self.rank(sorted, 0.5)),
          Self.shown(Self.rank(sorted, 0.99)), "\(alone[index].bytes)"))
    }
    let all = together.joined().sorted()
    print(
      Self.line(
        "all", Self.shown(Self.rank(alone.map(\.milliseconds).sorted(), 0.5)),
        Self.shown(Self.rank(all, 0.5)), Self.shown(Self.rank(all, 0.99)), ""))
    print("\(Int(Double(all.count) / seconds)) answers a second")
    guard targets else { return }
    let slow = asked.indices.filter { index in
      let sorted = together[index].sorted()
      return Self.rank(sorted, 0.5) >= 50 || Self.rank(sorted, 0.99) >= 150
    }
    print(
      slow.isEmpty
        ? "every page under 50 ms at the median and 150 ms at the 99th percentile ✓"
        : "over 50 ms at the median or 150 ms at the 99th percentile: "
          + slow.map { asked[$0].name }.joined(separator: ", "))
  }

  static func rank(_ sorted: [Double], _ share: Double) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.down)))]
  }

  static func shown(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  static func line(_ name: String, _ cells: String...) -> String {
    let start = name + String(repeating: " ", count: max(1, 44 - name.count))
    return start
      + cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }
}
