internal import CaseModel

/// What a chat completion says.
struct ModelReply: Sendable, Hashable {
  var content: String
  /// Of question and answer, where the server counts them.
  var tokens: Int?

  /// Reads the body of an answer; nil with a reason where it is none.
  static func read(_ body: [UInt8]) -> Result<ModelReply, ReplyFault> {
    guard body.firstInvalidUTF8 == nil else {
      return .failure(ReplyFault(why: "it is not UTF-8"))
    }
    let node: Node
    do {
      node = try Node(json: body)
    } catch {
      return .failure(ReplyFault(why: "it is no JSON: \(error.message)"))
    }
    guard case .list(let choices)? = node["choices"]?.content, let first = choices.first,
      let content = first["message"]?["content"]?.scalar
    else { return .failure(ReplyFault(why: "it has no `choices` with a message")) }
    let tokens = node["usage"]?["total_tokens"]?.scalar.flatMap { Int($0) }.flatMap {
      $0 >= 0 && $0 < 1_000_000_000 ? $0 : nil
    }
    return .success(ModelReply(content: content, tokens: tokens))
  }

  /// What an answer that refuses says, on one line.
  static func refusal(_ body: [UInt8]) -> String {
    if body.firstInvalidUTF8 == nil, let node = try? Node(json: body),
      let words = node["error"]?["message"]?.scalar ?? node["error"]?.scalar
    {
      return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return ""
  }

  struct ReplyFault: Error { var why: String }
}
