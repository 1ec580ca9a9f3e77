import Foundation
import Foundations
import TestSupport
import Testing

/// `dragoman extract --jsonl`, as other programs run it.
@Suite struct ExtractTests {
  /// Documents of a few sentences, the same each time.
  private func documents(_ count: Int) -> [String] {
    var random = SplitMix64(seed: 17)
    let names = ["Ana Lund", "The ministry", "South", "Kyiv", "Both sides", "An official"]
    let cues = ["said that", "demanded that", "warned that", "denied that"]
    let words = [
      "the sluice would be opened by 1 June", "talks would go on only if the ban was lifted",
      "the offer was “not serious” 🇺🇦", "120 cubic metres a second were too few",
    ]
    return (0..<count).map { number in
      let sentences = (0...random.below(12)).map { _ in
        "\(names[random.below(names.count)]) \(cues[random.below(cues.count)]) "
          + "\(words[random.below(words.count)])."
      }
      return "{\"id\": \"d\(number)\", \"text\": \"\(sentences.joined(separator: " "))\"}"
    }
  }

  private func extract(_ lines: [String], _ folder: URL, _ options: [String] = []) throws
    -> (code: Int32, output: String, error: String)
  {
    let file = folder.appendingPathComponent("documents.jsonl")
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
    let result = try Program.run(["extract", "--jsonl", "documents.jsonl"] + options, in: folder)
    return (result.code, result.output, result.error)
  }

  /// Parts read by processes of their own, put together, are what one process gives; and so are one
  /// worker and several.
  @Test func thePartsAreTheWhole() throws {
    try Program.inScratch { folder in
      let lines = documents(3_000)
      let whole = try extract(lines, folder, ["--jobs", "1"])
      #expect(whole.code == 0)
      #expect(whole.output.split(separator: "\n").count == lines.count)
      #expect(try extract(lines, folder, ["--jobs", "4"]).output == whole.output)
      var parts = ""
      for part in [lines[..<7], lines[7..<1_500], lines[1_500...]] {
        parts += try extract(Array(part), folder).output
      }
      #expect(parts == whole.output)
    }
  }

  /// Each line that is no document gives one line that says why, in its place.
  @Test func badLinesStopNothing() throws {
    try Program.inScratch { folder in
      let good = documents(2)
      let bad = [
        "no JSON", "[]", "{}", "{\"id\": \"x\"}", "{\"id\": \"\", \"text\": \"a\"}",
        "{\"id\": \"x\", \"text\": 3", "{\"id\": \"x\", \"text\": [1]}", "\u{0}",
        "{\"text\": \"a\"}", "{\"id\": \"x\", \"text\": 5}", "{\"id\": \"x\", \"text\": true}",
        "{\"id\": \"x\", \"text\": \"ok\", \"date\": \"31 April\"}",
        "{\"id\": \"x\", \"text\": \"ok\", \"date\": []}",
      ]
      let result = try extract([good[0]] + bad + ["", good[1]], folder)
      let lines = result.output.split(separator: "\n")
      #expect(result.code == 0)
      #expect(lines.count == bad.count + 2)
      #expect(lines[1...bad.count].allSatisfy { $0.contains("\"error\": ") })
      #expect(lines.last?.contains("\"id\": \"d1\"") ?? false)
      #expect(result.error.contains("\(bad.count) lines"))
    }
  }

  @Test func aLineTooLongIsLeftOut() throws {
    try Program.inScratch { folder in
      let long =
        "{\"id\": \"long\", \"text\": \"\(String(repeating: "Kyiv said so. ", count: 90_000))\"}"
      let result = try extract([long] + documents(1), folder, ["--max-line", "1"])
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first?.contains("longer than 1 MB") ?? false)
    }
  }

  @Test func nothingGivesNothing() throws {
    try Program.inScratch { folder in
      let result = try extract([], folder)
      #expect(result.code == 0 && result.output.isEmpty && result.error.isEmpty)
    }
  }
}
