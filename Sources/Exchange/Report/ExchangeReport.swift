internal import CaseModel

/// What an exchange took, changed and left, so that nothing is lost in silence.
package struct ExchangeReport: Sendable, Hashable, Codable {
  /// How many of what were taken over.
  package var taken: [Count] = []
  /// What is otherwise in the result than in the original.
  package var changed: [String] = []
  /// What the result does not contain.
  package var left: [String] = []

  package init() {}

  package struct Count: Sendable, Hashable, Codable {
    package var what: String
    package var count: Int

    package init(_ what: String, _ count: Int) { (self.what, self.count) = (what, count) }
  }

  /// Remarks of one kind, with how often they apply and the first that do.
  package struct Tally: Sendable {
    private var names: [String: [String]] = [:]
    private var counts: [String: Int] = [:]
    private var order: [String] = []

    package init() {}

    package mutating func add(_ kind: String, _ name: String) {
      if counts[kind] == nil { order.append(kind) }
      counts[kind, default: 0] += 1
      if names[kind, default: []].count < 5 { names[kind, default: []].append(name) }
    }

    package var isEmpty: Bool { order.isEmpty }

    /// `3 passages without an end: s1, s2, s3`.
    package var lines: [String] {
      order.map { kind in
        let named = (names[kind] ?? []).filter { !$0.isEmpty }
        let count = counts[kind] ?? 0
        let more = count > named.count && !named.isEmpty ? " and others" : ""
        return "\(count) \(kind)"
          + (named.isEmpty ? "" : ": \(named.joined(separator: ", "))\(more)")
      }
    }
  }
}
