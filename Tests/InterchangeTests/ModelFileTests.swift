import CaseModel
import Foundation
import Interchange
import Testing

@Suite struct ModelFileTests {
  private let prisoners = """
    {"infeasibles": [[[0, "Y"], [1, "Y"]]], "program": "other",
     "options": [{"name": "Cooperate (1)", "permittedDirection": "fwd"},
                 {"name": "Cooperate (2)", "permittedDirection": "both"}],
     "decisionMakers": [
      {"name": "One", "options": [0], "payoffs": [9, 9, 9, 9],
       "preferences": [[[1, "Y"]], {"compound": true, "members": [[[0, "N"]], [[0, "Y"], [1, "Y"]]]}]},
      {"name": "Two", "options": [1], "preferences": [], "preferenceRanking": [1, [0, 2], 3]}]}
    """

  private func open(_ text: String, _ name: String = "model.gmcr") throws -> CaseFile? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return try ModelFile.open(file.path)
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
    #expect(model.decisionMakers[1].ranking.map(\.states) == [["YN"], ["NN", "NY"], ["YY"]])
  }

  @Test(arguments: [
    ("\"options\": [0]", "\"options\": [4]", "unknown-option"),
    ("\"fwd\"", "\"up\"", "unknown-word"),
    ("[[1, \"Y\"]]", "[[1, \"Q\"]]", "wrong-type"),
    ("[1, [0, 2], 3]", "[1, [0, 2], 4]", "unknown-state"),
    ("\"options\": [1]", "\"options\": []", "no-owner"),
    ("\"name\": \"One\", ", "", "missing-key"),
    ("\"infeasibles\"", "\"infeasibles", "syntax"),
  ])
  func faultsNameTheirPlace(_ old: String, _ new: String, _ code: String) throws {
    do {
      _ = try open(prisoners.replacing(old, with: new, maxReplacements: 1))
      Issue.record("read")
    } catch let error as LocatedUnreadableCase {
      let finding = try #require(error.unreadable.findings.first)
      #expect(finding.code == code)
      #expect((finding.place?.line ?? 0) > 0)
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
    #expect(throws: GMCRWriter.Fault.self) { try GMCRWriter.write(model) { _ in [] } }
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
    #expect(throws: LocatedUnreadableCase.self) {
      try open(text.replacing("title: The gate", with: "titel: The gate"), "gate.yaml")
    }
  }
}
