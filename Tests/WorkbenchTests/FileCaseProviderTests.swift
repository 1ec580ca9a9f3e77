import CaseModel
import Foundation
import Interchange
import Testing

@testable import Workbench

@Suite struct FileCaseProviderTests {
  @Test func aTextChangedBesideItsCaseIsSeen() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dragoman-keeper-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("texts"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = folder.appendingPathComponent("texts/a.txt")
    try Data("The first words.\n".utf8).write(to: text)
    var theCase = Case(Case.Header(id: "x", title: "x"))
    theCase.sources = [
      Case.Source(
        id: "a", title: "a",
        text: Case.TextRecord(
          file: "texts/a.txt", sha256: SourceText("The first words.\n").digest))
    ]
    let path = folder.appendingPathComponent("case.yaml").path
    try Data(CaseWriter.write(theCase, as: .yaml)).write(to: URL(fileURLWithPath: path))
    let limits = ReadLimits()
    let keeper = FileCaseProvider(try CaseFile.open(path, limits: limits), limits: limits)
    let first = try #require(try keeper.current())
    #expect(first.texts["a"].text != nil)
    // Another text of the same length, and at last none.
    try Data("The other words.\n".utf8).write(to: text)
    #expect(try keeper.current() == nil)
    let second = try keeper.reload()
    #expect(second.name != first.name, "pages that were kept are made again")
    #expect(try keeper.current()?.name == second.name)
    try FileManager.default.removeItem(at: text)
    #expect(try keeper.current() == nil)
    let third = try keeper.reload()
    #expect(third.name != first.name && third.name != second.name)
  }
}
