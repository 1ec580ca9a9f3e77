import CaseModel
import Foundation
import StateOfPlay
import Testing

/// A model rests on all its parts: where one of them is hidden the whole model goes, and nothing of
/// it is left in any output.
@Suite struct StabilityRedactionTests {
  /// One part of a conflict that leans on what is hidden, in the place of its marker.
  struct Part: CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  private static let options = """
        decisionMakers:
          - {id: n, title: N<ACTOR>, prefers: [{that: ours<PREFERS>}]}
          - {id: s, title: S, weights: [{option: theirs, taken: 1<WEIGHT>}]}
          - {id: w, title: W, ranking: [{states: YY<TIER>}, {states: [YN, NY, NN], greatly: true}]}
          - {id: e, title: E, compares: [{better: YY, than: NN, greatly: true<GREATLY>}, {equal: [YN, NY]<EQUAL>}]}
        options:
          - {id: ours, title: open the north gate, owners: n<OPTION>}
          - {id: theirs, title: open the south gate, owners: s}
        infeasible: [{formula: ours and not ours<INFEASIBLE>}]
        states: [{state: YY, title: Both gates open<STATE>}]
        forbidden: [{mover: n, from: NN, to: YN<FORBIDDEN>}]
        statusQuo: NN
    """

  private static let graph = """
        decisionMakers:
          - {id: n, title: N<ACTOR>, ranking: [{states: open<TIER>}, {states: shut}]}
          - {id: s, title: S, compares: [{better: shut, than: open<GREATLY>}]}
        states: [{state: shut<STATE>}, {state: open, title: Open gates}]
        moves: [{mover: n, from: shut, to: open, title: open it<MOVE>}]
        statusQuo: shut
    """

  private static func parts(of form: String) -> [Part] {
    form.matches(of: /<([A-Z]+)>/).map(\.output.1).map { marker in
      let part =
        marker == "ACTOR"
        ? ", actors: west"
        : marker == "OPTION" ? ", about: {issue: hidden}" : ", evidence: [secret]"
      let text = form.replacing("<\(marker)>", with: part).replacing(/<[A-Z]+>/, with: "")
      return Part(name: marker.lowercased(), text: text)
    }
  }

  static let all =
    parts(of: options) + parts(of: graph)
    + [
      Part(
        name: "the conflict itself",
        text: graph.replacing(/<[A-Z]+>/, with: "") + "\n    evidence: [secret]")
    ]

  /// A case in which a statement, an actor and an issue bear `mark`, and a conflict leans on one.
  private func theCase(_ part: Part, hidden mark: String) throws -> Case {
    try record(
      ["id: secret, act: demand, \(mark)", "id: open, act: demand"],
      with: """
        actors:
          - {id: north, name: North, kind: state}
          - {id: south, name: South, kind: state}
          - {id: gazette, name: The Gazette, kind: outlet}
          - {id: west, name: West, kind: state, \(mark)}
        issues:
          - {id: water, title: Water, kind: negotiable, options: [{id: shared, title: By turns}]}
          - {id: hidden, title: Hidden, kind: factual, \(mark)}
        conflicts:
          - id: gate
            title: zzmodel
            basis: ana
        \(part.text)
        """)
  }

  @Test(arguments: all)
  func aConfidentialPartTakesTheWholeModel(_ part: Part) throws {
    try expectHidden(part, theCase(part, hidden: "confidential: true"), .redacted)
  }

  @Test(arguments: all)
  func aPartEnteredLaterTakesTheWholeModel(_ part: Part) throws {
    let theCase = try theCase(part, hidden: "entered: 2025-07-01")
    try expectHidden(part, theCase, .knownAt("2025-06-15"))
    #expect(try stability(theCase, .knownAt("2025-07-01")).title == "zzmodel")
  }

  /// The same with nothing hidden in it stays, so that the tests above do not pass by accident.
  @Test(arguments: [options, graph])
  func aModelThatLeansOnNothingHiddenStays(_ form: String) throws {
    let part = Part(name: "nothing", text: form.replacing(/<[A-Z]+>/, with: ""))
    let theCase = try theCase(part, hidden: "confidential: true, entered: 2025-07-01")
    #expect(try stability(theCase, .redacted).title == "zzmodel")
    #expect(try stability(theCase, .knownAt("2025-06-15")).title == "zzmodel")
  }

  private func expectHidden(_ part: Part, _ theCase: Case, _ lens: Lens) throws {
    #expect(try stability(theCase).title == "zzmodel")
    #expect(theCase.cut(by: lens).conflicts.isEmpty)
    let refused = #expect(throws: ModelError.self) { try stability(theCase, lens) }
    #expect(refused?.message == "the case has no conflict to analyse")
    let asked = #expect(throws: ModelError.self) {
      try stability(theCase, lens, conflict: "gate")
    }
    #expect(asked?.hint == "the case has none")
    let encoder = JSONEncoder()
    let views = [
      try encoder.encode(search(theCase, lens, for: "zzmodel", texts: CaseTexts()).hits),
      try encoder.encode(entries(theCase, lens, id: "gate", texts: CaseTexts())),
    ]
    for view in views { #expect(!String(decoding: view, as: UTF8.self).contains("zzmodel")) }
  }
}
