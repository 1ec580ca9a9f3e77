import CaseGenerator
import CaseModel
import StateOfPlay

extension Workload {
  /// Each view on its own, and all together.
  static let views: [Workload] = [
    view("positions", "the matrix of positions", [Target(seconds: 0.3)], sizes: tens) {
      positions($0)
    },
    view("changes", "where positions changed", sizes: tens) { changes($0) },
    view("convergence", "how near the parties are, issue by issue") { convergence($0) },
    view("preconditions", "what waits on what") { (try? preconditions($0)) as Any },
    view("contradictions", "statements that cannot all be right", sizes: tens) {
      contradictions($0)
    },
    view("constraints", "legal limits, and what would breach them") { constraints($0) },
    view("commitments", "what was promised, and how far it is carried out") { commitments($0) },
    view("delegations", "the delegations at each meeting") { delegations($0) },
    view("timeline", "everything dated on one axis", [Target(seconds: 0.3)], sizes: tens) {
      timeline($0)
    },
    view("sources", "the documents and what was taken from them") {
      sources($0, texts: CaseTexts())
    },
    view(
      "all-views", "all views together",
      [
        Target(seconds: 0.7), Target(size: 1_000_000, seconds: 6, memory: 2_000_000_000),
      ], sizes: tens
    ) {
      (try? Overview($0)) as Any
    },
    view("redacted-positions", "the matrix without confidential entries and what rests on them") {
      var lens = Lens()
      lens.redact = true
      return positions($0, lens)
    },
    view("check", "all integrity rules", [Target(seconds: 5)]) {
      IntegrityCheck.findings($0, texts: CaseTexts())
    },
    Workload(
      name: "generate", about: "making a case in memory", sizes: tens,
      prepare: { size, _, kept in
        {
          kept.value = GeneratedCase.make(statements: size)
          return nil
        }
      }),
  ]

  static func view(
    _ name: String, _ about: String, _ targets: [Target] = [],
    sizes: [Int] = [1000, 10_000, 100_000],
    make: @escaping @Sendable (Int) -> Case = { GeneratedCase.make(statements: $0) },
    _ view: @escaping @Sendable (Case) -> Any
  ) -> Workload {
    Workload(
      name: name, about: about, sizes: sizes, targets: targets,
      prepare: { size, _, kept in
        let theCase = make(size)
        return {
          kept.value = view(theCase)
          return nil
        }
      })
  }
}
