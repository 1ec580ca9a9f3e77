import CaseGenerator
import CaseModel
import StateOfPlay

extension Workload {
  /// What it costs to follow a record while it is written.
  static let edits: [Workload] = [
    edit(
      "edit", "all views but the networks, right again after one statement comes, changes or goes"
    ) { state in
      _ = try Overview(state)
      _ = (try state.offers(), try state.calendar())
    },
    edit("edit-networks", "the networks, right again after the same") { _ = try $0.networks() },
  ]

  private static func edit(
    _ name: String, _ about: String, _ make: @escaping @Sendable (DerivedState) throws -> Void
  ) -> Workload {
    Workload(
      name: name, about: about,
      targets: name == "edit"
        ? [Target(size: 10_000, seconds: 0.02), Target(seconds: 0.15)] : [],
      prepare: { size, _, kept in
        // The cases are made before the clock starts.
        var cases = EditedCases.make(size, count: size < 100_000 ? 12 : 6).makeIterator()
        guard let first = cases.next() else { return { nil } }
        var state = DerivedState(first)
        try make(state)
        return {
          guard let next = cases.next() else { return nil }
          state = state.succeeding(next)
          try make(state)
          kept.value = state
          return nil
        }
      })
  }
}

/// A generated case, and what becomes of it one statement at a time.
enum EditedCases {
  static func make(_ size: Int, count: Int) -> [Case] {
    var theCase = GeneratedCase.make(statements: size)
    let onIssues = theCase.statements.indices.filter { place in
      if case .issue? = theCase.statements[place].about { true } else { false }
    }
    var cases = [theCase]
    for number in 0..<count {
      let place = onIssues[number * 7919 % (onIssues.count - count)]
      switch number % 3 {
      case 0:
        var statement = theCase.statements[place]
        statement.id = .init("added-\(number)")
        theCase.statements.append(statement)
      case 1:
        let isAgainst = theCase.statements[place].stance == .against
        theCase.statements[place].stance = isAgainst ? .for : .against
      default: theCase.statements.remove(at: place)
      }
      cases.append(theCase)
    }
    return cases
  }
}
