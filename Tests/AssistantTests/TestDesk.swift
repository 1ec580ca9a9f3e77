import Assistant
import CaseModel
import Extraction
import Foundation
import Foundations
import Interchange
import Presentation
import StateOfPlay
import TestSupport

/// A case in memory, as an assistant sees it.
final class TestDesk: AssistantDesk {
  var theCase: Case
  let texts: CaseTexts
  var lens = Lens()
  var fixed: Set<String> = []
  private(set) var added: [Case.Candidate] = []

  init(_ theCase: Case, _ texts: CaseTexts = CaseTexts()) {
    self.theCase = theCase
    self.texts = texts
  }

  static func example(_ name: String = "istanbul") throws -> TestDesk {
    let file = try ExampleCase.open(name)
    return TestDesk(file.theCase, file.texts)
  }

  func look(_ asked: [String: [String]]) throws -> CaseInSight {
    var lens = lens
    let (seen, seenTexts) =
      lens.redact ? theCase.redacted(texts) : (theCase.placed(in: texts), texts)
    for option in LensOption.all {
      try option.read(asked[option.name] ?? [], into: &lens, CaseIndex(seen))
    }
    return CaseInSight(
      seen, lens, texts: seenTexts,
      frame: ViewContext(seen, lens, texts: seenTexts, caseHash: "hash", version: "test"))
  }

  func add(_ suggestion: Case.Candidate, message: String) throws {
    added.append(suggestion)
    theCase = theCase.suggesting([suggestion])
  }
}

/// A server and an assistant that has introduced itself.
struct Conversation {
  let server: AssistantServer

  init(_ desk: TestDesk, mayPropose: Bool = true, introduces: Bool = true) throws {
    server = AssistantServer(desk, version: "test", mayPropose: mayPropose) { _, work in
      try work(Checkpoint())
    }
    guard introduces else { return }
    _ = try ask(
      "initialize",
      [
        "protocolVersion": "2025-06-18", "capabilities": [:],
        "clientInfo": ["name": "tester", "version": "1"],
      ])
  }

  /// The answer to raw bytes; nil where there is none. It is always one line.
  func line(_ bytes: [UInt8]) throws -> [String: Any]? {
    guard let answer = server.answer(bytes) else { return nil }
    guard answer.last == 0x0A, !answer.dropLast().contains(0x0A), !answer.contains(0x0D) else {
      throw NotOneLine()
    }
    return try JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any]
  }

  func line(_ text: String) throws -> [String: Any]? { try line(Array(text.utf8)) }

  func ask(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    let message: [String: Any] = [
      "jsonrpc": "2.0", "id": 1, "method": method, "params": parameters,
    ]
    return try line([UInt8](JSONSerialization.data(withJSONObject: message))) ?? [:]
  }

  struct NotOneLine: Error {}

  struct Answer {
    let text: String
    let isError: Bool
    let data: [String: Any]

    var ids: [String] {
      (data["statements"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
  }

  func call(_ tool: String, _ arguments: [String: Any] = [:]) throws -> Answer {
    let answer = try ask("tools/call", ["name": tool, "arguments": arguments])
    let result = answer["result"] as? [String: Any] ?? [:]
    let content = result["content"] as? [[String: Any]] ?? []
    return Answer(
      text: content.compactMap { $0["text"] as? String }.joined(),
      isError: result["isError"] as? Bool ?? true,
      data: result["structuredContent"] as? [String: Any] ?? [:])
  }

  func code(_ answer: [String: Any]?) -> Int? {
    (answer?["error"] as? [String: Any])?["code"] as? Int
  }

  /// The tools as they are listed, by name.
  func tools() throws -> [String: [String: Any]] {
    let result = try ask("tools/list")["result"] as? [String: Any]
    let listed = result?["tools"] as? [[String: Any]] ?? []
    return Dictionary(
      listed.map { ($0["name"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func parameters(_ tool: [String: Any]?) -> [String: [String: Any]] {
    (tool?["inputSchema"] as? [String: Any])?["properties"] as? [String: [String: Any]] ?? [:]
  }
}
