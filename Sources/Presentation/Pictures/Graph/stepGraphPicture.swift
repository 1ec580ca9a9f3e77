internal import CaseModel
internal import Foundations

/// Steps as boxes, and what waits on what as arrows from the earlier to the later: solid for
/// *before*, an arrow at both ends for an exchange, dashed for a trigger, dotted where inferred.
/// Steps of a deadlock bear its number.
///
/// Nil where there is nothing to draw, or too much of it to be seen: more than `mostNodes`.
/// - Complexity: O(V² + E² ) of each layer, in sixteen sweeps.
package func stepGraphPicture(
  _ graph: StepGraph, title: String = "Preconditions", width: Int = 1000, mostNodes: Int = 150
) -> Picture? {
  guard !graph.nodes.isEmpty, graph.nodes.count <= mostNodes,
    graph.edges.count(where: { !$0.isHidden }) <= mostNodes * 4
  else { return nil }
  let layout = StepGraphLayout(graph, width: Double(width))
  var drawing = StepGraphDrawing(layout: layout)
  drawing.draw()
  return Picture(
    title: title, description: description(of: layout),
    width: Int(layout.width.rounded(.up)), height: Int(drawing.height.rounded(.up)),
    body: drawing.canvas.body, links: drawing.canvas.links, alternative: nil)
}

private func description(of layout: StepGraphLayout) -> String {
  var words =
    "\(layout.nodes.count.counted("step")) joined by \(layout.edges.count.counted("condition")); arrows lead from what comes first to what waits for it."
  let numbers = Set(layout.nodes.compactMap(\.circle)).sorted()
  for number in numbers {
    let members = layout.nodes.filter { $0.circle == number }.map(\.node.label)
    words += " Deadlock \(number): \(members.joined(separator: "; "))."
  }
  return words + " The same conditions are listed beside it."
}

private struct StepGraphDrawing {
  typealias Point = SVGCanvas.Point

  let layout: StepGraphLayout
  var canvas = SVGCanvas()
  var height = 0.0

  mutating func draw() {
    for edge in layout.edges { drawLine(edge) }
    for edge in layout.edges { drawLabel(edge) }
    for node in layout.nodes { draw(node) }
    drawLegend(y: layout.height + 14)
    height = layout.height + 24
  }

  private mutating func draw(_ placed: StepGraphLayout.PlacedNode) {
    let box = placed.box
    canvas.group(placed.node.label, to: placed.node.link) { canvas in
      canvas.rect(
        x: box.x, y: box.y, width: box.width, height: box.height,
        placed.circle == nil ? "box" : "box circle", radius: 5)
      canvas.text(placed.node.tag, x: box.x + 10, y: box.y + 15, "tiny soft")
      for (line, words) in placed.lines.enumerated() {
        canvas.text(
          words, x: box.x + 10,
          y: box.y + StepGraphLayout.headHeight + 14 + Double(line) * StepGraphLayout.lineHeight, ""
        )
      }
      if let circle = placed.circle {
        let x = box.x + box.width - 12
        canvas.circle(x: x, y: box.y + 12, radius: 8, "badge")
        canvas.text(
          "\(circle)", x: x, y: box.y + 15.8, "small bold on-badge", anchor: .middle)
      }
    }
  }

  private mutating func drawLine(_ placed: StepGraphLayout.PlacedEdge) {
    let points = placed.points
    guard points.count > 1 else { return }
    let edge = placed.edge
    let hasTail = edge.kind == .exchange
    var line = points
    line[line.count - 1] = back(
      from: points[points.count - 2], to: points[points.count - 1], placed)
    if hasTail { line[0] = back(from: points[1], to: points[0], placed) }
    let data = Self.curve(line, placed.direction)
    canvas.path(data, "halo")
    canvas.path(data, edge.classes)
    drawHead(from: line[line.count - 1], to: points[points.count - 1], edge)
    if hasTail { drawHead(from: line[0], to: points[0], edge) }
  }

  /// Where the line ends so that the arrow's point ends it.
  private func back(
    from: Point, to: Point, _ placed: StepGraphLayout.PlacedEdge
  ) -> Point {
    let size = 8.0
    switch placed.direction {
    case .rightwards: return Point(x: to.x + (from.x <= to.x ? -size : size), y: to.y)
    case .downwards: return Point(x: to.x, y: to.y + (from.y <= to.y ? -size : size))
    }
  }

  private mutating func drawHead(from: Point, to: Point, _ edge: StepGraph.Edge) {
    let (dx, dy) = ((to.x - from.x) / 2, (to.y - from.y) / 2)
    canvas.polygon(
      [to, Point(x: from.x - dy, y: from.y + dx), Point(x: from.x + dy, y: from.y - dx)],
      edge.isInCircle ? "head circle" : "head")
  }

  /// Straight through layers, curved between them.
  private static func curve(_ points: [Point], _ direction: LayeredLayout.Direction) -> String {
    var data = "M" + SVGCanvas.pair(points[0])
    for (a, b) in zip(points, points.dropFirst()) {
      let isStraight = direction == .rightwards ? a.y == b.y : a.x == b.x
      if isStraight {
        data += "L" + SVGCanvas.pair(b)
        continue
      }
      let (first, second) =
        direction == .rightwards
        ? (Point(x: (a.x + b.x) / 2, y: a.y), Point(x: (a.x + b.x) / 2, y: b.y))
        : (Point(x: a.x, y: (a.y + b.y) / 2), Point(x: b.x, y: (a.y + b.y) / 2))
      data += "C" + [first, second, b].map(SVGCanvas.pair).joined(separator: " ")
    }
    return data
  }

  private mutating func drawLabel(_ placed: StepGraphLayout.PlacedEdge) {
    guard !placed.label.isEmpty else { return }
    let box = placed.labelBox
    canvas.rect(x: box.x, y: box.y, width: box.width, height: box.height, "plate")
    canvas.text(
      placed.label, x: box.middle.x, y: box.middle.y + 4,
      placed.edge.isInferred ? "small soft italic" : "small soft", anchor: .middle)
  }

  private mutating func drawLegend(y: Double) {
    var x = 10.0
    func sample(_ words: String, _ edge: StepGraph.Edge, _ canvas: inout SVGCanvas) {
      let start = edge.kind == .exchange ? x + 8 : x
      canvas.line(Point(x: start, y: y), Point(x: x + 26, y: y), edge.classes)
      let head = edge.isInCircle ? "head circle" : "head"
      canvas.polygon(
        [Point(x: x + 34, y: y), Point(x: x + 26, y: y + 4), Point(x: x + 26, y: y - 4)], head)
      if edge.kind == .exchange {
        canvas.polygon(
          [Point(x: x, y: y), Point(x: x + 8, y: y + 4), Point(x: x + 8, y: y - 4)], head)
      }
      canvas.text(words, x: x + 41, y: y + 4, "tiny soft")
      x += 41 + TextMeasure.width(words, size: 12) + 24
    }
    func edge(_ kind: StepGraph.Edge.Kind, inferred: Bool = false, circle: Int? = nil)
      -> StepGraph.Edge
    {
      .init(from: "", to: "", kind: kind, holder: "", isInferred: inferred, circle: circle)
    }
    let edges = layout.edges.map(\.edge)
    if edges.contains(where: { $0.kind == .before }) {
      sample("comes first, says the named party", edge(.before), &canvas)
    }
    if edges.contains(where: { $0.kind == .exchange }) {
      sample("given together", edge(.exchange), &canvas)
    }
    if edges.contains(where: { $0.kind == .trigger }) {
      sample("triggers a threat or offer", edge(.trigger), &canvas)
    }
    if edges.contains(where: { $0.isInferred && $0.kind != .trigger }) {
      sample("inferred", edge(.before, inferred: true), &canvas)
    }
    if edges.contains(where: \.isInCircle) {
      sample("part of the deadlock numbered", edge(.before, circle: 1), &canvas)
    }
  }
}

extension StepGraph.Edge {
  /// By which the style knows its line.
  fileprivate var classes: String {
    let marks = [
      isInCircle ? " circle" : "", kind == .trigger ? " trigger" : isInferred ? " inferred" : "",
    ]
    return "edge" + marks.joined()
  }
}
