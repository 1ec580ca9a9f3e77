import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct ModelFileTests {
  private let prisoners = """
    {"infeasibles": [[[0, "Y"], [1, "Y"]]], "program": "other",
     "options": [{"name": "Cooperate (1)", "permittedDirection": "fwd"},
                 {"name": "Cooperate (2)", "permittedDirection": "both"}],
     "decisionMakers": [
      {"name": "One", "options": [0], "payoffs": [9, 9, 9, 9],
       "preferences": [[[1, "Y"]], {"compound": true, "members": [[[0, "N"]], [[0, "Y"], [1, "Y"]]]}]},
      {"name": "Two", "options": [1], "preferences": [], "preferenceRanking": [2, [1, 3]]}]}
    """

  private func open(_ text: String, _ name: String = "model.gmcr") throws -> CaseFile? {
    let folder = try TemporaryFolder()
    return try ModelFile.open(try folder.write(text, to: name))
  }

  @Test func foreignModelsRead() throws {
    let model = try #require(try open(prisoners)?.theCase.conflicts.first)
    #expect(model.options.map(\.title) == ["Cooperate (1)", "Cooperate (2)"])
    #expect(model.options.map(\.id) == ["cooperate-1", "cooperate-2"])
    #expect(model.options[0].direction == .forward)
    #expect(model.options[1].owners == ["two"])
    #expect(model.infeasible.first?.formula == "cooperate-1 and cooperate-2")
    #expect(
      model.decisionMakers[0].prefers.map(\.that) == [
        "cooperate-2", "(not cooperate-1) or (cooperate-1 and cooperate-2)",
      ])
    #expect(model.decisionMakers[1].ranking.map(\.states) == [["YN"], ["NN", "NY"]])
  }

  @Test(arguments: [
    ("\"options\": [0]", "\"options\": [4]", "unknown-option"),
    ("\"fwd\"", "\"up\"", "unknown-word"),
    ("[[1, \"Y\"]]", "[[1, \"Q\"]]", "wrong-type"),
    ("[2, [1, 3]]", "[2, [1, 4]]", "unknown-state"),
    ("[2, [1, 3]]", "[2, [1, 0]]", "unknown-state"),
    ("[2, [1, 3]]", "[2, [1, 2]]", "duplicate-state"), ("[2, [1, 3]]", "[2, 1]", "missing-state"),
    ("\"program\"", "\"useManualPreferenceRanking\": true, \"program\"", "missing-key"),
    ("\"program\"", "\"useManualPreferenceRanking\": 1, \"program\"", "wrong-type"),
    ("\"options\": [1]", "\"options\": []", "no-owner"),
    ("\"name\": \"One\", ", "", "missing-key"),
    ("\"infeasibles\"", "\"infeasibles", "syntax"),
  ])
  func faultsNameTheirPlace(_ old: String, _ new: String, _ code: String) throws {
    do {
      _ = try open(prisoners.replacing(old, with: new, maxReplacements: 1))
      Issue.record("read")
    } catch let error as UnreadableFileError {
      let finding = try #require(error.unreadable.findings.first)
      #expect(finding.code == code)
      #expect((finding.place?.line ?? 0) > 0)
    }
  }

  /// The options are counted in the order of their owners, whatever their order in the file.
  @Test func rankingsNumberTheFeasibleStates() throws {
    let text = """
      {"useManualPreferenceVectors": true,
       "options": [{"name": "A"}, {"name": "B"}, {"name": "C"}],
       "infeasibles": [[[0, "Y"], [2, "Y"]], {"compound": true, "members": [[[1, "N"], [2, "Y"]]]}],
       "decisionMakers": [
        {"name": "One", "options": [1, 0], "preferences": [], "preferenceVector": [5, 4, 3, 2, 1]},
        {"name": "Two", "options": [2], "preferences": [], "preferenceVector": [[1, 2, 3, 4, 5]]}]}
      """
    let model = try #require(try open(text)?.theCase.conflicts.first)
    #expect(
      model.decisionMakers[0].ranking.map(\.states) == [
        ["NYY"], ["YYN"], ["YNN"], ["NYN"], ["NNN"],
      ])
    #expect(model.decisionMakers[1].ranking.map(\.states.count) == [5])
    #expect(model.notes.isEmpty)
  }

  @Test func whatIsPassedOverIsNamed() throws {
    let text = """
      {"useManualPreferenceRanking": false, "mood": 3, "coalitions": [[0, 1]],
       "options": [{"name": "A", "colour": "red"}, {"name": "B"}],
       "decisionMakers": [
        {"name": "One", "options": [0], "preferences": [[[1, "Y"]]], "preferenceRanking": [9],
         "misperceptions": [[[0, "Y"]]]},
        {"name": "Two", "options": [1], "preferences": [], "misperceptions": []}]}
      """
    let model = try #require(try open(text)?.theCase.conflicts.first)
    #expect(model.decisionMakers[0].ranking.isEmpty && model.decisionMakers[0].prefers.count == 1)
    let notes = model.notes.joined(separator: "\n")
    for word in ["misperceptions of One", "One with Two", "`mood`", "`colour`", "ranking of One"] {
      #expect(notes.contains(word), "\(word)")
    }
    #expect(!notes.contains("misperceptions of Two"))
    let plain = text.replacing("[[0, 1]]", with: "[0, 1]").replacing("\"mood\": 3, ", with: "")
    let other = try #require(try open(plain)?.theCase.conflicts.first)
    #expect(!other.notes.contains { $0.contains("coalition") || $0.contains("mood") })
  }

  @Test(arguments: [
    ([0x80, 0x03, 0x63, 0x2E] as [UInt8], "pickle"), (Array("(dp0\nS'a'\np1\ns.".utf8), "pickle"),
    ([0xFF, 0xFE, 0x7B, 0x00], "UTF-16"), ([0x50, 0x4B, 0x03, 0x04], "zip"),
    ([0x01, 0x00, 0x02], "binary"), (Array("  \n".utf8), "empty"),
  ])
  func otherFilesAreSaidToBeWhatTheyAre(_ bytes: [UInt8], _ word: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(bytes, to: "model.gmcr")
    do {
      _ = try ModelFile.open(file)
      Issue.record("it was read")
    } catch let fault as CaseFileError {
      #expect(fault.message.contains(word))
    }
  }

  @Test func whatIsWrittenReadsBack() throws {
    var model = try #require(try open(prisoners)?.theCase.conflicts.first)
    model.decisionMakers[1].ranking = []
    let bytes = try GMCRWriter.write(model) { formula in
      switch formula {
      case "cooperate-2": ["-Y"]
      case "cooperate-1 and cooperate-2": ["YY"]
      default: ["N-", "YY"]
      }
    }
    let again = try #require(
      try open(String(decoding: bytes, as: UTF8.self))?.theCase.conflicts.first)
    #expect(again.options.map(\.title) == model.options.map(\.title))
    #expect(again.options.map(\.direction) == model.options.map(\.direction))
    #expect(
      again.decisionMakers[0].prefers.map(\.that) == model.decisionMakers[0].prefers.map(\.that))
    #expect(again.infeasible.map(\.formula) == model.infeasible.map(\.formula))
  }

  @Test func whatTheFormCannotHoldIsRefused() throws {
    let model = try #require(try open(prisoners)?.theCase.conflicts.first)
    #expect(throws: GMCRWriter.WriteError.self) { try GMCRWriter.write(model) { _ in [] } }
  }

  @Test func aConflictAloneInYAML() throws {
    let text = """
      id: gate
      title: The gate
      decisionMakers: [{id: n, title: North, prefers: [{that: open}]}]
      options: [{id: open, title: open the gate, owners: n}]

      """
    let file = try #require(try open(text, "gate.yaml"))
    #expect(file.theCase.conflicts.map(\.id) == ["gate"])
    let place = file.layout.place(
      of: .entry(.conflicts, "gate").key("options"), in: CaseIndex(file.theCase))
    #expect(place?.line == 4)
    #expect(try open("dragoman: 1\ncase: {id: a, title: A}\n", "case.yaml") == nil)
    #expect(throws: UnreadableFileError.self) {
      try open(text.replacing("title: The gate", with: "titel: The gate"), "gate.yaml")
    }
  }
}
