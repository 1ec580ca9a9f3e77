import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

/// The worked case with the articles it was coded from, which the environment's `DRAGOMAN_TEXTS`
/// names the folder of.
@Suite struct SeedTextTests {
  static let folder = ProcessInfo.processInfo.environment["DRAGOMAN_TEXTS"]

  static let example = Project.file("Examples/istanbul")

  @Test(.enabled(if: folder != nil, "DRAGOMAN_TEXTS names no folder of texts; skipped"))
  func allArticlesAreAttachedAndEveryQuoteProved() throws {
    let folder = try #require(Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let texts = names.filter { $0.hasSuffix(".txt") }
    #expect(texts.count == 5, "DRAGOMAN_TEXTS is set to \(folder)")
    let yaml = try String(
      contentsOf: Self.example.appendingPathComponent("istanbul.yaml"), encoding: .utf8)
    let background = try String(
      contentsOf: Self.example.appendingPathComponent("texts/background.txt"), encoding: .utf8)
    let temporary = try TemporaryCase(yaml, texts: ["background.txt": background])
    let file = try temporary.open()
    let withheld = file.theCase.sources.filter(\.text.withheld)
    #expect(withheld.count == 5)
    var found: [(source: Case.Source.ID, bytes: [UInt8])] = []
    for prefix in ["000", "001", "002", "003", "004"] {
      let name = try #require(texts.first { $0.hasPrefix(prefix) })
      let bytes = [UInt8](
        try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name)))
      let source = try #require(withheld.first { $0.text.sha256 == SHA256Digest(of: bytes) })
      found.append((source.id, bytes))
    }
    try file.attach(found, .inPlace)
    let after = try temporary.open()
    var proved = 0
    for statement in after.theCase.statements {
      let text = try #require(after.texts[statement.source].text)
      for span in statement.quote.spans {
        #expect(span.status(in: text) == .ok, "\(statement.id)")
        proved += 1
      }
    }
    #expect(proved >= after.theCase.statements.count)
    for (id, _) in found { try temporary.open().detach(id, .inPlace) }
    // But for the quotes round a digest that YAML might take for a number.
    #expect(temporary.text.replacing("\"", with: "") == yaml.replacing("\"", with: ""))
  }
}
