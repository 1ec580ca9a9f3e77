internal import CaseModel
internal import Extraction

/// The body of a request: one question about one passage.
struct ModelRequest {
  let endpoint: Endpoint
  let question: ModelQuestion
  let limits: ModelLimits
  /// The server is held to the form of an answer; not all can be.
  var hasSchema = true

  func body(_ passage: ModelPassage) -> [UInt8] {
    func message(_ role: String, _ content: String) -> Node {
      .map([.init("role", .text(role)), .init("content", .text(content))])
    }
    var pairs: [Node.Pair] = [
      .init("model", .text(endpoint.model)),
      .init(
        "messages",
        .list([
          message("system", question.instructions), message("user", question.message(passage)),
        ])),
      .init("temperature", .literal("0")), .init("seed", .literal("1")),
      .init("max_tokens", .literal(String(limits.answerTokens))),
      .init("stream", .literal("false")),
    ]
    if hasSchema {
      pairs.append(
        .init(
          "response_format",
          .map([
            .init("type", .text("json_schema")),
            .init(
              "json_schema",
              .map([
                .init("name", .text("statements")), .init("strict", .literal("true")),
                .init("schema", question.schema),
              ])),
          ])))
    }
    return Array(Node.map(pairs).json.utf8)
  }

  /// By which an answer is kept: the same for the same question to the same model of the same server.
  func digest(_ passage: ModelPassage) -> String {
    var same = self
    same.hasSchema = true
    return SHA256Digest(of: Array(endpoint.url.utf8) + [0x0A] + same.body(passage)).hex
  }
}
