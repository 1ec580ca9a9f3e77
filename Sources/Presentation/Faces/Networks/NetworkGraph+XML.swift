internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// GraphML and GEXF, in the plain form that every reader knows.
extension NetworkGraph {
  /// What ties carry, by name and type.
  private static let tieKeys = [
    ("weight", "double"), ("congruence", "double"), ("conflict", "double"),
    ("relation", "string"), ("turned", "string"), ("statements", "string"),
  ]
  private static let nodeKeys = [
    ("label", "string"), ("kind", "string"), ("activity", "int"), ("camp", "int"),
  ]

  private func values(_ tie: Tie, _ weight: Weight) -> [(String, String)] {
    [
      ("weight", Self.number(tie.value(weight))), ("congruence", Self.number(tie.congruence)),
      ("conflict", Self.number(tie.conflict)), ("relation", tie.relation),
      ("turned", tie.turned ?? ""),
      ("statements", tie.statements.map(\.raw).joined(separator: " ")),
    ].filter { !$0.1.isEmpty }
  }

  private func values(_ node: Node) -> [(String, String)] {
    var values = [("label", node.name), ("kind", node.isAnswer ? "answer" : "actor")]
    if let statements = node.statements { values.append(("activity", "\(statements)")) }
    if let camp = node.camp { values.append(("camp", "\(camp)")) }
    return values
  }

  func graphML(_ weight: Weight) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """
    for (name, type) in Self.nodeKeys {
      text +=
        "  <key id=\"\(name)\" for=\"node\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
    }
    for (name, type) in Self.tieKeys {
      text +=
        "  <key id=\"\(name)\" for=\"edge\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
    }
    text += "  <graph id=\"networks\" edgedefault=\"undirected\">\n"
    for node in nodes {
      text += "    <node id=\"\(xmlEscaped(node.id))\">\n"
      for (key, value) in values(node) {
        text += "      <data key=\"\(key)\">\(xmlEscaped(value))</data>\n"
      }
      text += "    </node>\n"
    }
    for (place, tie) in ties.enumerated() {
      text +=
        "    <edge id=\"e\(place + 1)\" source=\"\(xmlEscaped(nodes[tie.first].id))\" target=\"\(xmlEscaped(nodes[tie.second].id))\">\n"
      for (key, value) in values(tie, weight) {
        text += "      <data key=\"\(key)\">\(xmlEscaped(value))</data>\n"
      }
      text += "    </edge>\n"
    }
    return text + "  </graph>\n</graphml>\n"
  }

  func gexf(_ weight: Weight) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
        <meta>
          <creator>dragoman</creator>
          <description>\(xmlEscaped(title))</description>
        </meta>
        <graph mode="static" defaultedgetype="undirected">
          <attributes class="node">

      """
    let nodeKeys = Self.nodeKeys.filter { $0.0 != "label" }
    let tieKeys = Self.tieKeys.filter { $0.0 != "weight" }
    func declared(_ keys: [(String, String)]) -> String {
      keys.map { name, type in
        "      <attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type == "int" ? "integer" : type)\"/>\n"
      }.joined()
    }
    func attributes(_ values: [(String, String)], without name: String) -> String {
      values.filter { $0.0 != name }.map { key, value in
        "<attvalue for=\"\(key)\" value=\"\(xmlEscaped(value))\"/>"
      }.joined()
    }
    text += declared(nodeKeys)
    text += "    </attributes>\n    <attributes class=\"edge\">\n" + declared(tieKeys)
    text += "    </attributes>\n    <nodes>\n"
    for node in nodes {
      text +=
        "      <node id=\"\(xmlEscaped(node.id))\" label=\"\(xmlEscaped(node.name))\"><attvalues>\(attributes(values(node), without: "label"))</attvalues>"
      if let place = node.place {
        // Gephi counts upwards.
        text +=
          "<viz:position x=\"\(Self.number(place.x * 1000))\" y=\"\(Self.number((1 - place.y) * 1000))\" z=\"0\"/>"
      }
      text += "</node>\n"
    }
    text += "    </nodes>\n    <edges>\n"
    for (place, tie) in ties.enumerated() {
      text +=
        "      <edge id=\"\(place + 1)\" source=\"\(xmlEscaped(nodes[tie.first].id))\" target=\"\(xmlEscaped(nodes[tie.second].id))\" weight=\"\(Self.number(tie.value(weight)))\"><attvalues>\(attributes(values(tie, weight), without: "weight"))</attvalues></edge>\n"
    }
    return text + "    </edges>\n  </graph>\n</gexf>\n"
  }
}
