internal import CaseModel
internal import Foundations

/// What an exchange took, changed and left, so that nothing is lost in silence.
package struct ExchangeReport: Sendable, Hashable, Codable {
  /// How many of what were taken over.
  package var taken: [Count] = []
  /// How many of what the case had already, and does not get twice.
  package var already: [Count] = []
  /// What the case has otherwise than the file, each with both.
  package var differing: [String] = []
  /// What is otherwise in the result than in the original.
  package var changed: [String] = []
  /// What the result does not contain.
  package var left: [String] = []

  package init() {}

  /// Adds another report's lines to this one's.
  package mutating func add(_ other: ExchangeReport) {
    taken += other.taken
    already += other.already
    differing += other.differing
    changed += other.changed
    left += other.left
  }

  package struct Count: Sendable, Hashable, Codable {
    /// A noun that takes an s in the plural, in the plural, and what may follow it: `rows of actors`.
    package var what: String
    package var count: Int
    /// The first of them, where they are worth naming.
    package var named: [String]

    /// `1 document`, `3 documents`.
    package var words: String {
      guard count == 1, let noun = what.split(separator: " ").first, noun.hasSuffix("s") else {
        return "\(count.grouped) \(what)"
      }
      return "1 \(noun.dropLast())\(what.dropFirst(noun.count))"
    }

    package init(_ what: String, _ count: Int, named: [String] = []) {
      (self.what, self.count, self.named) = (what, count, named)
    }
  }

  /// Remarks of one kind, with how often they apply and the first that do.
  package struct Tally: Sendable {
    private var names: [String: [String]] = [:]
    private var counts: [String: Int] = [:]
    private var order: [String] = []
    private var last: [String: String] = [:]

    package init() {}

    package mutating func add(_ kind: String, _ name: String) {
      if counts[kind] == nil { order.append(kind) }
      counts[kind, default: 0] += 1
      if names[kind, default: []].count < 5 { names[kind, default: []].append(name) }
    }

    /// The same, where one entry may have several of a kind and is counted once.
    mutating func addOnce(_ kind: String, _ name: String) {
      guard last[kind] != name else { return }
      last[kind] = name
      add(kind, name)
    }

    package var isEmpty: Bool { order.isEmpty }

    /// `passages without an end: 3 (s1, s2, s3)`, which is right of one as of many.
    package var lines: [String] {
      order.map { kind in
        let named = (names[kind] ?? []).filter { !$0.isEmpty }
        let count = counts[kind] ?? 0
        let more = count > named.count && !named.isEmpty ? " and others" : ""
        return "\(kind): \(count.grouped)"
          + (named.isEmpty ? "" : " (\(named.joined(separator: ", "))\(more))")
      }
    }
  }
}
