/// A layered drawing of one connected graph (Sugiyama's method): boxes in layers, a label on each
/// edge with room of its own, edges as curves that run between the boxes.
struct LayeredLayout {
  enum Direction: Hashable { case rightwards, downwards }

  struct Size: Hashable {
    var width: Double
    var height: Double
  }

  struct Box: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var middle: SVGCanvas.Point { .init(x: x + width / 2, y: y + height / 2) }

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }
  }

  /// A curve: where it starts, and the straight pieces it goes through on its way.
  struct Route: Hashable {
    var points: [SVGCanvas.Point]
    /// Runs against the layers.
    var isReversed: Bool
    var label: Box
  }

  let direction: Direction
  private(set) var boxes: [Box] = []
  private(set) var routes: [Route] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let vertexGap = 16.0
  private static let portGap = 13.0

  /// `edges` join different boxes.
  init(
    _ sizes: [Size], edges: [(from: Int, to: Int)], labels: [Size], direction: Direction
  ) {
    self.direction = direction
    let assignment = LayerAssignment(count: sizes.count, edges: edges)
    var net = Net(assignment, sizes, edges, labels)
    let order = CrossingReduction(layerOf: net.layers, edges: net.links)
    let acrossSizes = net.sizes.map { across($0) }
    var middles = LayerCoordinates.middles(
      order.layers, sizes: acrossSizes, edges: net.links, weights: net.weights,
      gap: Self.vertexGap)
    LayerCoordinates.straighten(
      &middles, order.layers, sizes: acrossSizes, chains: net.chains, gap: Self.vertexGap)
    net.place(
      order.layers, middles,
      depths: order.layers.enumerated().map { layer, members in
        let least = layer.isMultiple(of: 2) ? 0.0 : direction == .rightwards ? 26.0 : 12.0
        return max(least, members.map { along(net.sizes[$0]) }.max() ?? 0)
      }, gap: direction == .rightwards ? 28 : 20)
    let low = net.vertices.indices.map { middles[$0] - acrossSizes[$0] / 2 }.min() ?? 0
    boxes = sizes.indices.map { box(net.vertices[$0], sizes[$0], low) }
    routes = edges.indices.map { edge in
      route(edge, net, labels[edge], isReversed: assignment.isReversed[edge], low)
    }
    spreadPorts(edges, net, low)
    let all = boxes + routes.map(\.label)
    width = all.map { $0.x + $0.width }.max() ?? 0
    height = all.map { $0.y + $0.height }.max() ?? 0
  }

  private func along(_ size: Size) -> Double {
    direction == .rightwards ? size.width : size.height
  }

  private func across(_ size: Size) -> Double {
    direction == .rightwards ? size.height : size.width
  }

  private func point(along: Double, across: Double) -> SVGCanvas.Point {
    direction == .rightwards ? .init(x: along, y: across) : .init(x: across, y: along)
  }

  private func box(_ vertex: Net.Vertex, _ size: Size, _ low: Double) -> Box {
    let middle = point(along: vertex.middleAlong, across: vertex.middle - low)
    return Box(
      x: middle.x - size.width / 2, y: middle.y - size.height / 2, width: size.width,
      height: size.height)
  }

  private func route(
    _ edge: Int, _ net: Net, _ label: Size, isReversed: Bool, _ low: Double
  ) -> Route {
    let chain = net.chains[edge].map { net.vertices[$0] }
    var points: [SVGCanvas.Point] = []
    for (position, vertex) in chain.enumerated() {
      let across = vertex.middle - low
      // Through a layer an edge runs straight, so that it passes between the boxes.
      if position == 0 {
        points.append(point(along: vertex.end, across: across))
      } else if position == chain.count - 1 {
        points.append(point(along: vertex.start, across: across))
      } else {
        points.append(point(along: vertex.start, across: across))
        points.append(point(along: vertex.end, across: across))
      }
    }
    return Route(points: points, isReversed: isReversed, label: box(chain[1], label, low))
  }

  /// Edges that meet on one side of a box get places of their own there, in the order in which
  /// they come.
  private mutating func spreadPorts(_ edges: [(from: Int, to: Int)], _ net: Net, _ low: Double) {
    for vertex in boxes.indices {
      for isStart in [true, false] {
        let here = edges.indices.filter { edge in
          net.chains[edge].first == vertex && isStart || net.chains[edge].last == vertex && !isStart
        }.sorted { a, b in
          let (x, y) = (
            net.vertices[net.neighbour(a, isStart)].middle,
            net.vertices[net.neighbour(b, isStart)].middle
          )
          return (x, a) < (y, b)
        }
        let box = boxes[vertex]
        let size = across(Size(width: box.width, height: box.height))
        let gap = min(Self.portGap, (size - 14) / Double(max(1, here.count - 1)))
        for (position, edge) in here.enumerated() {
          let shift = (Double(position) - Double(here.count - 1) / 2) * gap
          let depth = direction == .rightwards ? box.width : box.height
          let place = net.vertices[vertex]
          let across = place.middle - low + shift
          let port = point(
            along: place.middleAlong + (isStart ? depth / 2 : -depth / 2), across: across)
          // A box may be less deep than its layer: straight on to the layer's end.
          let rim = point(along: isStart ? place.end : place.start, across: across)
          let last = routes[edge].points.count - 1
          routes[edge].points[isStart ? 0 : last] = rim
          if port != rim { routes[edge].points.insert(port, at: isStart ? 0 : last + 1) }
        }
      }
    }
  }
}
