import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

/// What README and the pages in `docs` show is what the program prints.
@Suite struct PageTests {
  static let pages: [String] = {
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: Program.root.appendingPathComponent("docs").path)) ?? []
    let all = ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    return all.filter { (try? Page(text($0)).hasCommands) ?? false }
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: Program.root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func theFirstPagesAreAmongThem() {
    for page in ["README.md", "docs/tutorial.md", "docs/peace-articles.md"] {
      #expect(Self.pages.contains(page))
    }
  }

  /// A path that no list names is found by no one.
  @Test func everyWorkedPathIsNamedInTheREADMEAndTheTutorial() throws {
    let paths = Self.pages.filter { $0.hasPrefix("docs/path-") }
    #expect(paths.count >= 3)
    let (readme, tutorial) = (try Self.text("README.md"), try Self.text("docs/tutorial.md"))
    for path in paths {
      #expect(readme.contains("](\(path))"), "README names no \(path)")
      #expect(tutorial.contains("](\(path.dropFirst(5)))"), "the tutorial names no \(path)")
    }
  }

  /// As the page says it was made.
  @Test func thePictureOfTheTwentyArticlesIsTheProgramsOwn() throws {
    let page = try Self.text("docs/peace-articles.md")
    let command =
      "dragoman settle Examples/peace-articles/settlement.yaml --robust 0 --format svg"
    #expect(page.contains("](pictures/peace-articles.svg)") && page.contains(command))
    let result = try Program.run(command.split(separator: " ").dropFirst().map(String.init))
    #expect(result.code == 0, "\(result.error)")
    try Golden.expect(result.output, matches: "docs/pictures/peace-articles.svg")
  }

  @Test(arguments: pages)
  func itsTranscriptIsTrue(_ path: String) throws {
    let text = try Self.text(path)
    let replayed = try Program.inScratch { try Page(text).replay(in: $0) }
    try Golden.expect(replayed, matches: path)
  }

  @Test func whatIsLeftOutMayBeAnyLines() {
    let printed = ["a", "b", "c", "b"]
    for shown in [
      ["…"], ["a", "…"], ["…", "b"], ["a", "…", "c", "…"], ["a", "b", "c", "b", "…"],
    ] {
      #expect(Page.matches(printed, shown[...]), "\(shown)")
    }
    for shown in [["b", "…"], ["…", "c"], ["a", "…", "d", "…"], [], ["a", "b"]] {
      #expect(!Page.matches(printed, shown[...]), "\(shown)")
    }
  }

  @Test func aPageThatShowsSomethingElseIsFoundOut() throws {
    let page = Page(
      """
      ```console
      $ dragoman sources Examples/istanbul
      Nothing
      ```
      ```console exit=2
      $ dragoman brief Examples/istanbul --as-of never
      …
      ```
      """)
    let replayed = try Program.inScratch { try page.replay(in: $0) }
    #expect(replayed != page.text)
    #expect(replayed.contains("The documents and their grades"))
  }
}

/// Every snippet of the coding guide is read with the cast at its head, against the sentence above it.
@Suite struct CodingGuideTests {
  private static let path = "docs/coding-guide.md"

  /// A snippet with the sentence it codes.
  struct Example: CustomTestStringConvertible {
    var heading: String
    var sentence: String
    var yaml: String
    var testDescription: String { heading }
  }

  /// The cast, and the examples in order.
  static let guide: (cast: String, examples: [Example]) = {
    var (heading, sentence, cast) = ("", "", "")
    var examples: [Example] = []
    let text = (try? PageTests.text(path)) ?? ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      if line.hasPrefix("> ") {
        let more = lines.prefix { $0.hasPrefix("> ") }
        lines = lines.dropFirst(more.count)
        sentence = ([line] + more).map { String($0.dropFirst(2)) }.joined(separator: " ")
      }
      guard line.hasPrefix("```yaml") else { continue }
      let body = lines.prefix { $0 != "```" }
      lines = lines.dropFirst(body.count)
      let yaml = body.joined(separator: "\n") + "\n"
      if line == "```yaml cast" {
        cast = yaml
      } else {
        examples.append(Example(heading: heading, sentence: sentence, yaml: yaml))
      }
    }
    return (cast, examples)
  }()

  @Test func everyHardSentenceHasItsExample() {
    #expect(Self.guide.examples.count >= 14)
    #expect(!Self.guide.cast.isEmpty)
  }

  @Test(arguments: guide.examples)
  func itIsReadAndHoldsTogether(_ example: Example) throws {
    let bytes = [UInt8](example.sentence.utf8)
    let cast = Self.guide.cast.replacing(
      "sha256: …", with: "sha256: \"\(SHA256Digest(of: bytes).hex)\"")
    let yaml = Sections(cast).replacing(with: Sections(example.yaml))
    try Program.inScratch { folder in
      let texts = folder.appendingPathComponent("guide/texts")
      try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
      try Data(bytes).write(to: texts.appendingPathComponent("sentence.txt"))
      try Data(yaml.utf8).write(to: folder.appendingPathComponent("guide/guide.yaml"))
      let result = try Program.run(["check", "guide", "--severity", "warning"], in: folder)
      #expect(result.code == 0, "\(example.sentence)\n\(result.output)\(result.error)")
      // The cast is larger than any one example.
      let faults = result.output.split(separator: "\n").filter {
        ($0.contains(": warning: ") || $0.contains(": error: ")) && !$0.contains("[unused-issue]")
      }
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
      let theCase = try CaseFile.open(folder.appendingPathComponent("guide").path).theCase
      #expect(theCase.statements.count >= 1)
      #expect(theCase.statements.allSatisfy { $0.quote.spans.allSatisfy { $0.exact != nil } })
    }
  }
}
