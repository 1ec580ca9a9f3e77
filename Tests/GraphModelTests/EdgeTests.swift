import Foundations
import GraphModel
import Testing

/// What the callers above the engine rely on: listing, labels, coalition findings, reports of ties.
@Suite struct EdgeTests {
  /// The example of the README.
  @Test func example() throws {
    let form = OptionForm(
      decisionMakers: ["US", "USSR"],
      options: [
        .init("air strike", owners: ["US"], direction: .forward),
        .init("blockade", owners: ["US"]),
        .init("withdraw", owners: ["USSR"]),
        .init("escalate", owners: ["USSR"]),
      ],
      infeasible: [.pattern("--YY")])
    let conflict = try form.compile()
    let profile = try conflict.profile([
      .prioritising(["withdraw", "not escalate", "blockade iff not withdraw", "not air strike"]),
      .prioritising([
        "not air strike", "not blockade", "not withdraw if not blockade", "not escalate",
      ]),
    ])
    let analysis = try Analysis(conflict, profile)
    let stability = try analysis.stability([.nash, .gmr, .smr, .seq, .sim])
    let states = try stability.equilibria(.seq)
    let why = try analysis.witness(.seq, for: 0, at: #require(states.first))
    #expect(conflict.stateCount == 12 && why.isStable)
    #expect(
      try stability.isEquilibrium(states[0], .seq)
        && stability.equilibriumCount(.seq) == states.count)
  }

  @Test func conceptLabels() {
    let concepts: [Concept] =
      Concept.Sequential.allCases.flatMap { [.sequential($0), .fraserHipel($0)] }
      + [.sim, .seqOrSim, .smrOrSim, .nonMyopic, .limitedMove(1), .limitedMove(12)]
    for concept in concepts { #expect(Concept(label: concept.label) == concept) }
    for label in ["", "L0", "L-1", "L", "FH:", "FH:SIM", "nash", "NASH"] {
      #expect(Concept(label: label) == nil)
    }
  }

  @Test func statesAreKnownByPattern() throws {
    let elmira = try PublishedCase.load("elmira_9").form.compile()
    #expect(elmira.stateCount == 9)
    let merged = try elmira.state("-NNY-")
    #expect(try elmira.state("YNNYN") == merged && elmira.state("NNNYY") == merged)
    #expect(elmira.label(of: merged) == "-NNY-")
    #expect(throws: ConflictError.self) { try elmira.state("YYYYY") }
    let transitions = try elmira.transitions()
    #expect(transitions.allSatisfy { $0.from != $0.to })
    // Abandoning is one-way: nobody leaves the merged state, and Uniroyal can reach it from all.
    #expect(!transitions.contains { $0.from == merged })
    #expect(transitions.filter { $0.to == merged }.map(\.mover) == Array(repeating: 1, count: 8))
    #expect(throws: ConflictError.self) { try elmira.transitions(limit: 3) }
    #expect(elmira.states(limit: 2).count == 2 && elmira.states(limit: -1).isEmpty)
    #expect(elmira.states() == elmira.states().sorted())
    let wide = try OptionForm(
      decisionMakers: ["A"], options: (0..<8).map { OptionForm.Option("\($0)o", owners: ["A"]) }
    ).compile()
    #expect(
      wide.states().map { wide.label(of: $0) }.prefix(3) == ["NNNNNNNN", "YNNNNNNN", "NYNNNNNN"])
    #expect(wide.states() == wide.states().sorted() && wide.states().count == 256)
  }

  /// Kilgour, Hipel, Fang & Peng (2001): MoE and Uniroyal together move from 5 to 8.
  @Test func elmiraCoalition() throws {
    let published = try PublishedCase.load("elmira_9")
    let analysis = try published.analysis()
    let conflict = analysis.conflict
    let findings = try analysis.coalitions(.nash)
    #expect(published.ids(findings.equilibria, in: conflict) == ["5", "8", "9"])
    let five = try conflict.state("NYNNY")
    let eight = try conflict.state("YNYNY")
    let upset = try #require(
      findings.upsets.first { $0.state == five && $0.coalition == [0, 1] })
    #expect(upset.targets.contains(eight))
    #expect(!findings.coalitionProof.contains(five))
    let proof = try analysis.coalitions(.nash, among: [[1, 0], [0, 1]])
    #expect(proof.upsets.count == 1)
    let asked = try analysis.coalitions(.nash, of: [eight, eight, conflict.state("NYNNN")])
    #expect(asked.equilibria == [eight])
    #expect(try conflict.transitions(limit: .max) == conflict.transitions())
    #expect(published.ids(proof.coalitionProof, in: conflict) == ["8", "9"])
    let path = try #require(
      try analysis.witness(.nash, forCoalition: [0, 1], at: five).answers.first {
        $0.improvement == eight
      }?.path)
    #expect(Set(path.map(\.mover)) == [0, 1] && path.last?.to == eight)
  }

  @Test func tiesAndCyclesAreReported() throws {
    let conflict = try OptionForm(
      decisionMakers: ["A", "B"],
      options: [
        OptionForm.Option("x", owners: ["A"]), OptionForm.Option("y", owners: ["A"]),
        OptionForm.Option("z", owners: ["B"]),
      ]
    ).compile()
    let tied = try Analysis(
      conflict,
      conflict.profile([.prioritising(["x or y"]), .prioritising(["z"])]))
    let report = try tied.foresightReport(upTo: 1)
    #expect(
      report.ties.contains {
        $0.mover == 0 && $0.horizon == 1 && conflict.label(of: $0.state) == "NNN"
      })
    #expect(report.period == 1)
    let strict = try PublishedCase.load("cuban_missile_crisis").analysis()
    #expect(try strict.foresightReport().ties.isEmpty)
    let cyclic = try PublishedCase.load("syria_iraq_1975").analysis()
    let cycle = try cyclic.foresightReport()
    // L3 and L4 differ in the published figures, so foresight does not settle.
    #expect(cycle.period > 1)
  }

  @Test func checkpointsReportWithinBounds() throws {
    let conflict = try PublishedCase.load("elmira_9").form.compile()
    let profile = try conflict.profile(PublishedCase.load("elmira_9").stated)
    let checkpoint = Checkpoint { done, total in
      #expect(done >= 0 && done <= total)
    }
    let analysis = try Analysis(conflict, profile)
    _ = try analysis.stability([.nash, .gmr, .smr, .seq, .sseq], checkpoint: checkpoint)
    _ = try analysis.coalitions(.seq, checkpoint: checkpoint)
    _ = try analysis.strength(for: 0, .gmr, checkpoint: checkpoint)
    _ = try conflict.robustness(
      conflict.decisionMakers.map { _ in
        .rankSwaps(.ranking([Preference.Tier(["-----"])]), count: 1)
      },
      [.seq], samples: 10, seed: 1, checkpoint: checkpoint)
  }
}
