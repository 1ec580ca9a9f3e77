import CaseGenerator
import CaseModel
import Foundation
import StateOfPlay
import TestSupport
import Testing

/// Deadlocks too large for proof, and too many to search each at length.
@Suite struct DeadlockTests {
  private static let isLong = ProcessInfo.processInfo.environment["EVALUATE"] == "1"

  @Test(arguments: GeneratedCase.Tangle.allCases)
  func whatIsGivenOpensIt(_ tangle: GeneratedCase.Tangle) throws {
    let time = ProcessorTime()
    let steps = Self.isLong ? 1000 : 100
    let theCase = GeneratedCase.deadlocks(tangle, steps: steps, edges: 5 * steps)
    let view = try preconditions(theCase)
    #expect(view.deadlocks.isEmpty == (tangle == .chains))
    for deadlock in view.deadlocks {
      if deadlock.edges.count <= 40 {
        #expect(deadlock.openings.isProven && deadlock.openings.hasAllSmallest)
      }
      let opening = try #require(deadlock.openings.sets.first)
      try expectOpen(view, deadlock, without: Set(opening.waivers))
    }
    #expect(try preconditions(theCase) == view)
    switch tangle {
    case .parts: #expect(view.deadlocks.count > steps / 20)
    case .whole: #expect(view.deadlocks.contains { !$0.openings.isProven })
    case .dense, .exchanges, .chains, .ring: break
    }
    #expect(time.seconds < 120)
  }

  /// No *before* left in the deadlock leads back to where it began.
  private func expectOpen(
    _ view: PreconditionsView, _ deadlock: PreconditionsView.Deadlock,
    without given: Set<PreconditionsView.EdgeID>
  ) throws {
    let inside = Set(deadlock.edges)
    let left = view.edges.filter { inside.contains($0.id) && !given.contains($0.id) }
    var next: [String: [String]] = [:]
    for edge in left {
      next[edge.step, default: []].append(edge.awaited)
      if edge.kind == .exchange { next[edge.awaited, default: []].append(edge.step) }
    }
    for edge in left.filter({ $0.kind == .before }).prefix(200) {
      var seen: Set<String> = [edge.awaited]
      var open = [edge.awaited]
      while let step = open.popLast() {
        for other in next[step] ?? [] where seen.insert(other).inserted { open.append(other) }
      }
      #expect(!seen.contains(edge.step))
    }
  }
}
