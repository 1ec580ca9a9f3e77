internal import StateOfPlay

/// Pajek and UCINET, which are lines of text with one number a tie.
extension NetworkGraph {
  /// Quotation marks would end a label, and there is no way to escape them.
  private static func label(_ text: String) -> String {
    String(text.map { $0 == "\"" ? "'" : $0.isNewline ? " " : $0 })
  }

  /// Ids from 1; congruence and conflict in a tie's label, as it has one weight.
  func pajek(_ weight: Weight) -> String {
    var text = "*Vertices \(nodes.count)\(isTwoMode ? " \(actorCount)" : "")\n"
    for (place, node) in nodes.enumerated() {
      text += "\(place + 1) \"\(Self.label(node.name))\""
      if let at = node.place { text += " \(at.x) \(at.y) 0.5" }
      text += "\n"
    }
    text += "*Edges\n"
    for tie in ties {
      text +=
        "\(tie.first + 1) \(tie.second + 1) \(Self.number(tie.value(weight))) l \"congruence \(Self.number(tie.congruence)), conflict \(Self.number(tie.conflict))\"\n"
    }
    return text
  }

  /// A full matrix; labels are the ids, which have neither spaces nor quotation marks.
  func dl(_ weight: Weight) -> String {
    let columns = isTwoMode ? nodes.count - actorCount : nodes.count
    var rows = [[Double]](
      repeating: [Double](repeating: 0, count: columns), count: actorCount)
    for tie in ties {
      let value = tie.value(weight)
      guard isTwoMode else {
        rows[tie.first][tie.second] = value
        rows[tie.second][tie.first] = value
        continue
      }
      rows[tie.first][tie.second - actorCount] = value
    }
    func labels(_ some: ArraySlice<Node>) -> String {
      some.map { node in
        String(node.id.map { $0.isWhitespace || $0 == "\"" || $0 == "," ? "_" : $0 })
      }.joined(separator: "\n")
    }
    let head =
      isTwoMode
      ? "dl nr = \(actorCount), nc = \(columns), format = fullmatrix\nrow labels:\n\(labels(nodes[..<actorCount]))\ncolumn labels:\n\(labels(nodes[actorCount...]))"
      : "dl n = \(actorCount), format = fullmatrix\nlabels:\n\(labels(nodes[...]))"
    return head + "\ndata:\n"
      + rows.map { $0.map(Self.number).joined(separator: " ") }.joined(separator: "\n") + "\n"
  }
}
