/// The places of all boxes and edges of a graph of steps: each connected part by itself, packed in
/// rows.
struct StepGraphLayout {
  struct PlacedNode: Hashable {
    var node: StepGraph.Node
    var lines: [String]
    var box: LayeredLayout.Box
    /// The number of the deadlock it is part of.
    var circle: Int?
  }

  struct PlacedEdge: Hashable {
    var edge: StepGraph.Edge
    var label: String
    var labelBox: LayeredLayout.Box
    /// From the edge's `from` to its `to`.
    var points: [SVGCanvas.Point]
    var direction: LayeredLayout.Direction
  }

  static let boxWidth = 168.0
  static let textSize = 13.0
  static let lineHeight = 15.5
  static let headHeight = 15.0
  private static let partGap = 30.0
  private static let margin = 10.0

  private(set) var nodes: [PlacedNode] = []
  private(set) var edges: [PlacedEdge] = []
  private(set) var width: Double
  private(set) var height = 0.0

  init(_ graph: StepGraph, width: Double) {
    self.width = width
    var places: [String: Int] = [:]
    for (position, node) in graph.nodes.enumerated() where places[node.id] == nil {
      places[node.id] = position
    }
    let shown = graph.edges.filter { edge in
      !edge.isHidden && edge.from != edge.to && places[edge.from] != nil && places[edge.to] != nil
    }
    var parts = Self.parts(graph, shown, places).map { Part(graph, $0, shown, places, width) }
    parts = parts.enumerated().sorted { a, b in
      (a.element.rank.0, a.element.rank.1, a.offset) < (
        b.element.rank.0, b.element.rank.1, b.offset
      )
    }.map(\.element)
    pack(parts)
  }

  /// Connected parts, as positions of nodes, in the order of their first node.
  private static func parts(
    _ graph: StepGraph, _ edges: [StepGraph.Edge], _ places: [String: Int]
  ) -> [[Int]] {
    var group = Array(graph.nodes.indices)
    func root(_ node: Int) -> Int {
      var node = node
      while group[node] != node { node = group[node] }
      return node
    }
    for edge in edges {
      guard let a = places[edge.from], let b = places[edge.to] else { continue }
      let (x, y) = (root(a), root(b))
      group[max(x, y)] = min(x, y)
    }
    var members: [[Int]] = Array(repeating: [], count: graph.nodes.count)
    for node in graph.nodes.indices { members[root(node)].append(node) }
    return members.filter { !$0.isEmpty }
  }

  /// Shelves from the top; a part goes on the first that has room for it, and the lowest shelf
  /// grows for a part that is somewhat higher.
  private mutating func pack(_ parts: [Part]) {
    var shelves: [(top: Double, height: Double, used: Double)] = []
    var bottom = 0.0
    for part in parts {
      let size = part.layout
      let found = shelves.indices.first { index in
        let shelf = shelves[index]
        let isLowest = index == shelves.count - 1
        return shelf.used + Self.partGap + size.width <= width - Self.margin
          && size.height <= (isLowest ? max(shelf.height * 1.6, shelf.height + 60) : shelf.height)
      }
      if let found {
        place(part, shelves[found].used + Self.partGap, shelves[found].top)
        shelves[found].used += Self.partGap + size.width
        shelves[found].height = max(shelves[found].height, size.height)
      } else {
        let top = shelves.isEmpty ? Self.margin : bottom + Self.partGap
        place(part, Self.margin, top)
        shelves.append((top, size.height, Self.margin + size.width))
      }
      if let lowest = shelves.last { bottom = lowest.top + lowest.height }
      width = max(width, Self.margin * 2 + size.width)
    }
    height = parts.isEmpty ? 0 : bottom + Self.margin
  }

  private mutating func place(_ part: Part, _ x: Double, _ y: Double) {
    for (node, box) in zip(part.nodes, part.layout.boxes) {
      var node = node
      node.box = box.moved(x, y)
      nodes.append(node)
    }
    for (edge, route) in zip(part.edges, part.layout.routes) {
      let points = route.points.map { SVGCanvas.Point(x: $0.x + x, y: $0.y + y) }
      edges.append(
        PlacedEdge(
          edge: edge, label: StepGraphLayout.label(edge), labelBox: route.label.moved(x, y),
          points: route.isReversed ? points.reversed() : points,
          direction: part.layout.direction))
    }
  }

  static func label(_ edge: StepGraph.Edge) -> String {
    let words = edge.holder + (edge.isInferred ? " (inferred)" : "")
    return TextMeasure.lines(words, width: 118, size: 12, most: 1).first ?? ""
  }
}

extension StepGraphLayout {
  /// One connected part.
  fileprivate struct Part {
    var nodes: [PlacedNode] = []
    var edges: [StepGraph.Edge] = []
    var layout: LayeredLayout

    /// Deadlocks first, by number; then what is larger.
    var rank: (Int, Int) {
      (nodes.compactMap(\.circle).min() ?? .max, -nodes.count)
    }

    init(
      _ graph: StepGraph, _ members: [Int], _ shown: [StepGraph.Edge], _ places: [String: Int],
      _ width: Double
    ) {
      var local: [Int: Int] = [:]
      for (position, member) in members.enumerated() { local[member] = position }
      var ends: [(from: Int, to: Int)] = []
      for edge in shown {
        guard let a = places[edge.from].flatMap({ local[$0] }),
          let b = places[edge.to].flatMap({ local[$0] })
        else { continue }
        ends.append((a, b))
        edges.append(edge)
      }
      let numbered = edges
      nodes = members.enumerated().map { position, member in
        let lines = TextMeasure.lines(
          graph.nodes[member].label, width: boxWidth - 20, size: textSize, most: 4)
        let circle = zip(ends, numbered).compactMap { end, edge in
          end.from == position || end.to == position ? edge.circle : nil
        }.min()
        return PlacedNode(
          node: graph.nodes[member], lines: lines,
          box: .init(
            x: 0, y: 0, width: boxWidth,
            height: headHeight + Double(lines.count) * lineHeight + 12), circle: circle)
      }
      let sizes = nodes.map { LayeredLayout.Size(width: $0.box.width, height: $0.box.height) }
      let labels = edges.map { edge in
        LayeredLayout.Size(
          width: TextMeasure.width(StepGraphLayout.label(edge), size: 12) + 8, height: 15)
      }
      func layout(_ direction: LayeredLayout.Direction) -> LayeredLayout {
        LayeredLayout(sizes, edges: ends, labels: labels, direction: direction)
      }
      let room = width - 2 * margin
      let rightwards = layout(.rightwards)
      self.layout = rightwards
      if rightwards.width > room {
        let downwards = layout(.downwards)
        if downwards.width < rightwards.width { self.layout = downwards }
      }
    }
  }
}

extension LayeredLayout.Box {
  fileprivate func moved(_ dx: Double, _ dy: Double) -> LayeredLayout.Box {
    .init(x: x + dx, y: y + dy, width: width, height: height)
  }
}
