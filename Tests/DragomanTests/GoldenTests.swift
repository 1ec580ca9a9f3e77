import Foundation
import TestSupport
import Testing

@Suite struct GoldenTests {
  static let commands: [String: [String]] = [
    "brief-80.txt": ["brief", "Examples/istanbul", "--width", "80"],
    "brief-120.txt": ["brief", "Examples/istanbul", "--width", "120"],
    "brief.md": ["brief", "Examples/istanbul", "--format", "markdown"],
    "brief.json": ["brief", "Examples/istanbul", "--format", "json"],
    "brief.html": ["brief", "Examples/istanbul", "--format", "html"],
    "changes.txt": ["changes", "Examples/istanbul", "--since", "2023"],
    "convergence.txt": ["convergence", "Examples/istanbul"],
    "contradictions.txt": ["contradictions", "Examples/istanbul"],
    "preconditions.txt": ["preconditions", "Examples/istanbul"],
    "constraints.txt": ["constraints", "Examples/istanbul"],
    "brief-2022.txt": ["brief", "Examples/istanbul", "--as-of", "2022", "--width", "100"],
    "positions-ceasefire.txt": [
      "positions", "Examples/istanbul", "--issue", "ceasefire", "--as-of", "2025-05-16",
    ],
    "positions.csv": ["positions", "Examples/istanbul", "--format", "csv"],
    "delegations.txt": ["delegations", "Examples/istanbul"],
    "timeline.csv": ["timeline", "Examples/istanbul", "--format", "csv"],
    "show-statement.txt": ["show", "Examples/istanbul", "bg-05"],
    "show-withheld.txt": ["show", "Examples/istanbul", "osw-18"],
    "stability.txt": [
      "stability", "Examples/istanbul", "--why", "--want", "truce,send,talk", "--sample", "500",
      "--what-if", "russia: not sanctions", "--coalitions", "--width", "100",
    ],
    "stability.csv": ["stability", "Examples/istanbul", "--format", "csv"],
    "stability.svg": ["stability", "Examples/istanbul", "--format", "svg"],
    "settle.txt": [
      "settle", "Examples/istanbul", "--package", "draft-2022", "--next", "--width", "100",
    ],
    "settle.csv": ["settle", "Examples/istanbul", "--format", "csv"],
    "settle.svg": ["settle", "Examples/istanbul", "--robust", "0", "--format", "svg"],
    "sarn-brief.txt": ["brief", "Examples/sarn", "--width", "100"],
    "sarn-settle.txt": ["settle", "Examples/sarn", "--next", "--width", "100"],
    "sarn-draft.yaml": ["scenario", "draft", "Examples/sarn"],
    "sarn-preconditions.txt": ["preconditions", "Examples/sarn"],
    "sources.md": ["sources", "Examples/istanbul", "--format", "markdown"],
  ]

  @Test(arguments: commands.keys.sorted())
  func istanbul(_ name: String) throws {
    let result = try Program.run(Self.commands[name] ?? [])
    #expect(result.code == 0, "\(result.error)")
    // A draft says beside its output which issues it leaves out.
    #expect(result.error.isEmpty != (name == "sarn-draft.yaml"), "\(result.error)")
    try Golden.expect(result.output, matches: "Tests/Golden/\(name)")
  }

  @Test func noGoldenIsLeftOver() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Program.root.appendingPathComponent("Tests/Golden").path)
    #expect(names.sorted() == Self.commands.keys.sorted())
  }
}
