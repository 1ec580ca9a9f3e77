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
    let labels = nodes.map { Self.label($0.name) }
    let counts = Dictionary(grouping: labels, by: \.self).mapValues(\.count)
    for (place, node) in nodes.enumerated() {
      // Nodes that share a name are distinguished by their ids.
      let label = labels[place]
      let isOne = counts[label] == 1
      text += "\(place + 1) \"\(isOne ? label : "\(label) (\(Self.label(node.id)))")\""
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

  /// Ties between actors as a list, each in both directions; actors by answers as a matrix. Labels
  /// are the ids, without spaces and quotation marks.
  func dl(_ weight: Weight) -> String {
    func labels(_ some: ArraySlice<Node>) -> String {
      var used: Set<String> = []
      return some.map { node in
        let wish = String(node.id.map { $0.isWhitespace || $0 == "\"" || $0 == "," ? "_" : $0 })
        var label = wish
        var number = 2
        while !used.insert(label).inserted {
          label = "\(wish)_\(number)"
          number += 1
        }
        return label
      }.joined(separator: "\n")
    }
    guard isTwoMode else {
      let lines = ties.flatMap { tie in
        [(tie.first, tie.second), (tie.second, tie.first)].map { one, two in
          "\(one + 1) \(two + 1) \(Self.number(tie.value(weight)))\n"
        }
      }
      return
        "dl n=\(actorCount)\nformat = edgelist1\nlabels:\n\(labels(nodes[...]))\ndata:\n\(lines.joined())"
    }
    let columns = nodes.count - actorCount
    var rows = [[Double]](repeating: [Double](repeating: 0, count: columns), count: actorCount)
    for tie in ties { rows[tie.first][tie.second - actorCount] = tie.value(weight) }
    return
      "dl nr=\(actorCount), nc=\(columns)\nformat = fullmatrix\nrow labels:\n\(labels(nodes[..<actorCount]))\ncolumn labels:\n\(labels(nodes[actorCount...]))\ndata:\n"
      + rows.map { $0.map(Self.number).joined(separator: " ") }.joined(separator: "\n") + "\n"
  }
}
