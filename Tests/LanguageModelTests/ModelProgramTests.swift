import Foundation
import TestSupport
import Testing

/// `dragoman suggest` with a language model, as a user runs it.
@Suite(.serialized) struct ModelProgramTests {
  private static let text = """
    Ana Lund, the negotiator for North, said that North would open the sluice by 1 June.

    The delegations looked at the mill, where Boris Oun spoke of "a day without an end".
    """
  /// What the built-in extractor does not find, what it finds, and what the text does not have.
  private static let answer = """
    {"statements": [
      {"quote": "a day without an end", "speaker": "Boris Oun", "act": "assess", "issue": "none", "summary": ""},
      {"quote": "North would open the sluice by 1 June", "speaker": "Ana Lund", "act": "commit", "issue": "none", "summary": ""},
      {"quote": "South surrendered the mill to North", "speaker": "Boris Oun", "act": "concede", "issue": "none", "summary": ""}
    ]}
    """

  private func valley(_ folder: TemporaryFolder) throws {
    for arguments in [
      ["new", "valley", "--title", "Talks", "--parties", "north,south"],
      [
        "add", "valley", try folder.write(Self.text, to: "report.txt"), "--published", "2025-05-16",
      ],
    ] {
      let result = try Program.run(arguments, in: folder.url)
      #expect(result.code == 0, "\(result.error)")
    }
  }

  private func suggest(_ folder: TemporaryFolder, _ arguments: [String]) throws -> Program.Result {
    try Program.run(["suggest", "valley"] + arguments, in: folder.url)
  }

  @Test func itSaysWhatGoesWhereAndWhatWasDropped() throws {
    let folder = try TemporaryFolder()
    try valley(folder)
    let server = try ScriptedServer([.content(Self.answer)])
    defer { server.stop() }
    let result = try suggest(folder, ["--model-server", server.address, "--model", "m"])
    #expect(result.code == 0, "\(result.error)")
    #expect(result.error.contains("note: sending 1 passage of 1 text ("))
    #expect(result.error.contains("to http://127.0.0.1:\(server.port), model m, on this machine"))
    #expect(result.error.contains("2 kept, 1 dropped (1 with a quote that the text does not have)"))
    let written = try String(contentsOfFile: folder.place("valley/valley.yaml"), encoding: .utf8)
    #expect(!written.contains("surrendered"))
    // The answers are used, and their file is gone.
    #expect(!folder.names.contains { $0.hasSuffix(".answers") })
  }

  @Test func nothingIsSentUnasked() throws {
    let folder = try TemporaryFolder()
    try valley(folder)
    let server = try ScriptedServer([.content(Self.answer)])
    defer { server.stop() }
    let plain = try Program.run(
      ["suggest", "valley"], in: folder.url, environment: ["DRAGOMAN_MODEL_KEY": "secret"])
    #expect(plain.code == 0)
    let shown = try suggest(
      folder, ["--model-server", server.address, "--model", "m", "--show-requests"])
    #expect(shown.code == 0)
    #expect(shown.output.contains("Ana Lund, the negotiator for North"))
    #expect(server.requests.isEmpty)
  }

  /// What a run that failed had asked is kept, and the next run asks for the rest alone.
  @Test func aRunGoesOn() throws {
    let folder = try TemporaryFolder()
    try valley(folder)
    let answers = folder.place("kept.answers")
    let server = try ScriptedServer([.content(Self.answer)])
    defer { server.stop() }
    for _ in 0..<2 {
      let result = try suggest(
        folder,
        ["--dry-run", "--model-server", server.address, "--model", "m", "--answers", answers])
      #expect(result.code == 0, "\(result.error)")
    }
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [
    ["--model-server", "http://192.0.2.1/v1", "--model", "m"],
    ["--model-server", "nonsense", "--model", "m"], ["--model-server", "http://127.0.0.1:1/v1"],
    ["--model", "m"], ["--answers", "x"],
    ["--model-server", "http://127.0.0.1:1/v1", "--model", "m", "--max-tokens", "0"],
    ["--model-server", "http://127.0.0.1:1/v1", "--model", "m", "--model-key", "nowhere"],
  ])
  func wrongChoicesAreRefused(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try valley(folder)
    let result = try suggest(folder, arguments)
    #expect(result.code == 2 || result.code == 64, "\(result.code): \(result.error)")
    #expect(result.error.contains("rror"))
  }
}
