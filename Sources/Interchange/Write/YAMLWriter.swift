internal import CaseModel

/// Writes nodes as canonical YAML: two spaces a level, a part on one line where it fits in
/// ``width`` bytes, else one line a field; double quotes where they are needed and nowhere else.
struct YAMLWriter {
  static let width = 100
  var output: [UInt8] = []

  /// A value after `key:`, or after `-`, with the line's indentation and what is on it so far.
  mutating func value(_ node: Node, indent: Int, lineStart: Int, afterDash: Bool = false) {
    let mark = output.count
    if flow(node, limit: lineStart + Self.width) { return }
    output.removeLast(output.count - mark)
    switch node.content {
    // What holds nothing has no lines of its own, however long the line is.
    case .map(let pairs) where pairs.isEmpty: _ = flow(node, limit: .max)
    case .list(let items) where items.isEmpty: _ = flow(node, limit: .max)
    case .map(let pairs):
      if !afterDash { output.removeLast() }
      for (position, pair) in pairs.enumerated() {
        var start = output.count
        if position > 0 || !afterDash {
          newLine(indent)
          start = output.count - indent
        } else {
          start = lineStart
        }
        scalar(pair.key)
        separate(UInt8(ascii: ":"))
        value(pair.value, indent: indent + 2, lineStart: start)
      }
    case .list(let items):
      if !afterDash { output.removeLast() }
      list(items, indent: indent)
    case .null, .scalar, .literal: _ = flow(node, limit: .max)
    }
  }

  mutating func list(_ items: [Node], indent: Int) {
    for item in items {
      newLine(indent)
      let start = output.count - indent
      output.append(UInt8(ascii: "-"))
      output.append(UInt8(ascii: " "))
      value(item, indent: indent + 2, lineStart: start, afterDash: true)
    }
  }

  private mutating func newLine(_ indent: Int) {
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<indent { output.append(UInt8(ascii: " ")) }
  }

  /// Writes on one line; false, with the output as far as it came, where it would pass `limit`.
  mutating func flow(_ node: Node, limit: Int) -> Bool {
    switch node.content {
    case .null: output.append(contentsOf: "null".utf8)
    case .literal(let text): output.append(contentsOf: text.utf8)
    case .scalar(let text): scalar(text)
    case .list(let items):
      output.append(UInt8(ascii: "["))
      for (position, item) in items.enumerated() {
        if position > 0 { separate(UInt8(ascii: ",")) }
        guard flow(item, limit: limit) else { return false }
      }
      output.append(UInt8(ascii: "]"))
    case .map(let pairs):
      output.append(UInt8(ascii: "{"))
      for (position, pair) in pairs.enumerated() {
        if position > 0 { separate(UInt8(ascii: ",")) }
        scalar(pair.key)
        separate(UInt8(ascii: ":"))
        guard flow(pair.value, limit: limit) else { return false }
      }
      output.append(UInt8(ascii: "}"))
    }
    return output.count <= limit
  }

  mutating func scalar(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if ScalarQuoting.isPlain(bytes) {
        output.append(contentsOf: bytes)
      } else {
        appendQuoted(bytes, to: &output)
      }
    }
  }

  private mutating func separate(_ sign: UInt8) {
    output.append(sign)
    output.append(UInt8(ascii: " "))
  }
}
