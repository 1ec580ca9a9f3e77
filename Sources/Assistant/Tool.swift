internal import CaseModel
internal import Foundations
internal import Presentation

/// Something that an assistant can ask for.
struct Tool {
  let name: String
  let title: String
  let description: String
  let parameters: [ToolParameter]
  var isReadOnly = true
  let run: (ToolArguments, Checkpoint) throws -> ToolAnswer

  /// As `tools/list` describes it.
  var listing: Node {
    let required = parameters.filter(\.isRequired).map { Node.text($0.name) }
    var schema: [Node.Pair] = [
      .init("type", .text("object")),
      .init("properties", .map(parameters.map { .init($0.name, $0.schema) })),
      .init("additionalProperties", .literal("false")),
    ]
    if !required.isEmpty { schema.append(.init("required", .list(required))) }
    func truth(_ name: String, _ value: Bool) -> Node.Pair { .init(name, .literal("\(value)")) }
    return .map([
      .init("name", .text(name)), .init("title", .text(title)),
      .init("description", .text(description)), .init("inputSchema", .map(schema)),
      .init(
        "annotations",
        .map([
          .init("title", .text(title)), truth("readOnlyHint", isReadOnly),
          truth("destructiveHint", false), truth("idempotentHint", isReadOnly),
          truth("openWorldHint", false),
        ])),
    ])
  }
}

/// What a tool answers: words to read, and the same as data.
package struct ToolAnswer {
  var text: String
  var data: [Node.Pair] = []

  /// As `tools/call` gives it.
  var result: Node {
    var pairs: [Node.Pair] = [
      .init(
        "content",
        .list([.map([.init("type", .text("text")), .init("text", .text(text))])]))
    ]
    if !data.isEmpty { pairs.append(.init("structuredContent", .map(data))) }
    pairs.append(.init("isError", .literal("false")))
    return .map(pairs)
  }

  static func result(of error: any ExplainedError) -> Node {
    let words = [error.message, error.hint].compactMap(\.self).joined(separator: "\nHint: ")
    return .map([
      .init(
        "content",
        .list([.map([.init("type", .text("text")), .init("text", .text(words))])])),
      .init("isError", .literal("true")),
    ])
  }
}
