import Foundation
import TestSupport
import Testing

/// `settle --jsonl` and `stability --jsonl`, as other programs run them.
@Suite struct ModelLinesTests {
  private func scenario(_ number: Int) -> String {
    """
    {"id": "s\(number)", "title": "A ferry", "issues": [{"id": "fare", "title": "Fare", "options": ["low", "high"]}, \
    {"id": "runs", "title": "Runs", "options": ["few", "many"]}], "parties": [\
    {"id": "north", "title": "North", "weights": {"fare": 0.\(1 + number % 8), "runs": 0.5}, \
    "values": {"fare": {"low": 0, "high": 1}, "runs": {"few": 1, "many": 0}}}, \
    {"id": "south", "title": "South", "weights": {"fare": 0.3, "runs": 0.7}, \
    "values": {"fare": {"low": 1, "high": 0}, "runs": {"few": 0, "many": 1}}}]}
    """
  }

  private static let bad = [
    "no JSON", "[]", "{}", "{\"id\": 3", "{\"id\": \"x\", \"issues\": 7}", "\u{0}",
  ]

  private func run(_ command: String, _ lines: [String], _ options: [String] = []) throws
    -> (code: Int32, lines: [Substring], error: String)
  {
    var found: (Int32, [Substring], String) = (0, [], "")
    try Program.inScratch { folder in
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(
        to: folder.appendingPathComponent("models.jsonl"))
      let result = try Program.run([command, "models.jsonl", "--jsonl"] + options, in: folder)
      found = (result.code, result.output.split(separator: "\n"), result.error)
    }
    return found
  }

  /// Each line is answered in its place, a bad one by a line that says why.
  @Test(arguments: ["settle", "stability"]) func badLinesStopNothing(_ command: String) throws {
    let result = try run(command, Self.bad)
    #expect(result.code == 0)
    #expect(result.lines.count == Self.bad.count)
    #expect(result.lines.allSatisfy { $0.contains("\"error\": ") })
    #expect(result.error.contains("\(Self.bad.count) lines of \(Self.bad.count)"))
  }

  /// Whatever the number of workers, the same lines in the same order.
  @Test func theOrderIsThatOfTheInput() throws {
    var lines = (0..<150).map(scenario)
    lines.insert("{", at: 70)
    let one = try run("settle", lines, ["--jobs", "1", "--robust", "0"])
    let several = try run("settle", lines, ["--jobs", "4", "--robust", "0"])
    #expect(one.code == 0)
    #expect(one.lines == several.lines)
    #expect(one.lines.count == lines.count)
    #expect(one.lines[70].contains("\"line\": 71"))
    for (place, line) in one.lines.enumerated() where place != 70 {
      let number = place > 70 ? place - 1 : place
      #expect(line.hasPrefix("{\"id\":\"s\(number)\","), "\(line.prefix(200))")
    }
  }
}
