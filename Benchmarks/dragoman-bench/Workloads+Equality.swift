import CaseGenerator
import CaseModel
import Foundations
import StateOfPlay
import TestSupport

extension Workload {
  /// That a state which follows another is the same as one made from nothing.
  static let equality: [Workload] = [
    Workload(
      name: "edit-equality",
      about: "random edits, by their number, each state compared with one made from nothing",
      sizes: [100, 10_000], isOnce: true
    ) { edits, _, _ in
      {
        try EditEquality.talks(edits: edits)
        return nil
      }
    },
    Workload(
      name: "edit-equality-large",
      about: "12 edits of a case so large that it is read on all cores, compared in the same way",
      sizes: [3000, 30_000], isOnce: true
    ) { size, _, _ in
      {
        try EditEquality.follow(EditedCases.make(size, count: 12), Lens())
        return nil
      }
    },
  ]
}

/// Compares the views after an edit with those of a new state.
private enum EditEquality {
  /// A view that is not the same.
  struct Different: Error, CustomStringConvertible {
    let description: String
  }

  private static let lenses: [Lens] = {
    var (dated, narrow, filtered, compared) = (Lens(), Lens(), Lens(), Lens())
    dated.asOf = try? EDTFDate("2024-10-20")
    (narrow.parties, narrow.issues) = (["north"], ["truce", "zone", "captives"])
    (filtered.worstCredibility, filtered.directness) = (3, .third)
    compared.since = try? EDTFDate("2024-10-10")
    var redacted = Lens()
    redacted.redact = true
    return [Lens(), dated, narrow, filtered, compared, redacted]
  }()

  /// Talks of a few statements, with 20 edits each.
  static func talks(edits: Int) throws {
    let each = 20
    let all = try Parallel.map(count: (edits + each - 1) / each, work: .max) { number in
      let statements = number % 3 == 0 ? 8 : 40
      var talks = RandomTalks(seed: UInt64(number) &* 7919 &+ 11, statements: statements)
      var cases = [talks.theCase]
      for edit in 0..<each {
        talks.edit()
        if edit % 10 == 4 { talks.editRemarks() }
        if edit % 10 == 9 { talks.editAnotherEntry() }
        cases.append(talks.theCase)
      }
      do {
        try follow(cases, lenses[number % lenses.count])
      } catch let different as Different {
        return "talks \(number), \(different)"
      }
      return ""
    }
    let different = all.filter { !$0.isEmpty }
    if !different.isEmpty {
      throw Different(description: different.joined(separator: "\n"))
    }
  }

  static func follow(_ cases: [Case], _ lens: Lens) throws {
    guard let first = cases.first else { return }
    var state = DerivedState(first, lens)
    try make(state)
    for (number, next) in cases.enumerated().dropFirst() {
      state = state.succeeding(next)
      try make(state)
      let found = try differences(state, DerivedState(next, lens))
      if !found.isEmpty {
        throw Different(description: "edit \(number): \(found.joined(separator: ", "))")
      }
    }
  }

  private static func make(_ state: DerivedState) throws {
    _ = try Overview(state)
    _ = (try state.offers(), try state.calendar())
  }

  private static func differences(_ one: DerivedState, _ other: DerivedState) throws -> [String] {
    var found: [String] = []
    func compare<View: Equatable>(_ name: String, _ view: (DerivedState) throws -> View) throws {
      if try view(one) != view(other) { found.append(name) }
    }
    try compare("positions") { try $0.positions() }
    try compare("changes") { try $0.changes() }
    try compare("convergence") { try $0.convergence() }
    try compare("preconditions") { try $0.preconditions() }
    try compare("contradictions") { try $0.contradictions() }
    try compare("constraints") { try $0.constraints() }
    try compare("commitments") { try $0.commitments() }
    try compare("offers") { try $0.offers() }
    try compare("calendar") { try $0.calendar() }
    try compare("delegations") { try $0.delegations() }
    try compare("timeline") { try $0.timeline() }
    try compare("sources") { try $0.sources() }
    return found
  }
}
