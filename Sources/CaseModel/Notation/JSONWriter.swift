/// Writes nodes as JSON on one line.
package struct JSONWriter {
  package var output: [UInt8] = []

  package init() {}

  package mutating func value(_ node: Node) {
    switch node.content {
    case .null: output.append(contentsOf: "null".utf8)
    case .literal(let text): output.append(contentsOf: text.utf8)
    case .scalar(let text): string(text)
    case .list(let items):
      output.append(UInt8(ascii: "["))
      for (position, item) in items.enumerated() {
        if position > 0 { separate(UInt8(ascii: ",")) }
        value(item)
      }
      output.append(UInt8(ascii: "]"))
    case .map(let pairs):
      output.append(UInt8(ascii: "{"))
      for (position, pair) in pairs.enumerated() {
        if position > 0 { separate(UInt8(ascii: ",")) }
        string(pair.key)
        separate(UInt8(ascii: ":"))
        value(pair.value)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { appendQuoted($0, to: &output) }
  }

  /// Over several lines, two spaces a level.
  package mutating func pretty(_ node: Node, indent: Int = 0) {
    func newLine(_ indent: Int) {
      output.append(UInt8(ascii: "\n"))
      for _ in 0..<indent { output.append(UInt8(ascii: " ")) }
    }
    switch node.content {
    case .list(let items) where !items.isEmpty:
      output.append(UInt8(ascii: "["))
      for (position, item) in items.enumerated() {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        newLine(indent + 2)
        pretty(item, indent: indent + 2)
      }
      newLine(indent)
      output.append(UInt8(ascii: "]"))
    case .map(let pairs) where !pairs.isEmpty:
      output.append(UInt8(ascii: "{"))
      for (position, pair) in pairs.enumerated() {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        newLine(indent + 2)
        string(pair.key)
        output.append(contentsOf: ": ".utf8)
        pretty(pair.value, indent: indent + 2)
      }
      newLine(indent)
      output.append(UInt8(ascii: "}"))
    case .null, .scalar, .literal, .list, .map: value(node)
    }
  }

  private mutating func separate(_ sign: UInt8) {
    output.append(sign)
    output.append(UInt8(ascii: " "))
  }
}
