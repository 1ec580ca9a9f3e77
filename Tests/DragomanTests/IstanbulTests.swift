import Foundation
import TestSupport
import Testing

/// The worked case through the real program.
@Suite struct IstanbulTests {
  /// The folder with the five articles; nil if none was named.
  static let texts = ProcessInfo.processInfo.environment["DRAGOMAN_TEXTS"]

  @Test func checksWithoutErrorsOrWarnings() throws {
    let result = try Program.run(["check", "Examples/istanbul"])
    #expect(result.code == 0)
    #expect(result.error.contains("0 errors, 0 warnings"), "\(result.output)\(result.error)")
  }

  @Test(.enabled(if: texts != nil, "set DRAGOMAN_TEXTS to the folder with the five articles"))
  func everyAnchorVerifiesAgainstTheArticles() throws {
    let texts = try #require(Self.texts)
    #expect(!texts.isEmpty, "DRAGOMAN_TEXTS is set and empty")
    try Program.inScratch { folder in
      let attached = try Program.run(
        ["attach", "Examples/istanbul", "--from", texts], in: folder)
      #expect(attached.code == 0, "\(attached.error)")
      #expect(attached.output.split(separator: "\n").count == 5, "\(attached.output)")
      let checked = try Program.run(["check", "Examples/istanbul"], in: folder)
      #expect(checked.code == 0, "\(checked.output)")
      #expect(checked.error.contains("0 errors, 0 warnings"), "\(checked.output)")
      // The words can be read now, and withheld again to the same record.
      let shown = try Program.run(["show", "Examples/istanbul", "osw-18"], in: folder)
      #expect(shown.output.contains("»"))
      for source in ["revisited", "osw", "nya", "glimpse", "resume"] {
        let detached = try Program.run(
          ["detach", "Examples/istanbul", source, "--delete"], in: folder)
        #expect(detached.code == 0, "\(detached.error)")
      }
      let before = try Data(
        contentsOf: Program.root.appendingPathComponent("Examples/istanbul/istanbul.yaml"))
      let after = try Data(
        contentsOf: folder.appendingPathComponent("Examples/istanbul/istanbul.yaml"))
      #expect(before == after, "attach and detach leave the file as it was")
    }
  }

  /// No nine words in a row of an article, in anything that ships.
  @Test(.enabled(if: texts != nil, "set DRAGOMAN_TEXTS to the folder with the five articles"))
  func noSentenceOfAnArticleShips() throws {
    let folder = URL(fileURLWithPath: try #require(Self.texts))
    var runs: Set<[Substring]> = []
    func words(_ text: String) -> [Substring] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".txt") {
      let article = words(
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      for start in article.indices.dropLast(8) { runs.insert(Array(article[start..<(start + 9)])) }
    }
    #expect(runs.count > 1000)
    let shipped = ["Examples", "docs", "README.md", "Tests/Golden", "Tests/Transcripts"]
    for part in shipped {
      let root = Program.root.appendingPathComponent(part)
      let files =
        FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL } ?? []
      for file in files + [root] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        let shown = words(text)
        for start in shown.indices.dropLast(8) {
          let run = Array(shown[start..<(start + 9)])
          #expect(!runs.contains(run), "\(file.lastPathComponent): \(run.joined(separator: " "))")
        }
      }
    }
  }
}
