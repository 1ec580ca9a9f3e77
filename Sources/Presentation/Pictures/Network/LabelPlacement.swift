/// Where names stand beside circles: none over another, none over a circle.
struct LabelPlacement {
  /// A circle with a name.
  struct Circle {
    var x: Double
    var y: Double
    var radius: Double
  }

  /// A rectangle with its sides along the axes.
  struct Box: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var midX: Double { x + width / 2 }
    var midY: Double { y + height / 2 }
    var maxX: Double { x + width }
    var maxY: Double { y + height }

    func overlaps(_ other: Box) -> Bool {
      x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    func overlaps(_ circle: Circle) -> Bool {
      let dx = circle.x - min(max(circle.x, x), maxX)
      let dy = circle.y - min(max(circle.y, y), maxY)
      return dx * dx + dy * dy < circle.radius * circle.radius
    }

    func contains(_ other: Box) -> Bool {
      other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY
    }
  }

  /// A name's place.
  struct Label: Equatable {
    var box: Box
    /// So far from its circle that a line must join them.
    var isApart: Bool
  }

  let circles: [Circle]
  /// No name leaves it.
  let room: Box

  /// - Parameter widths: of the names, in the order of the circles; the first have the first choice.
  /// - Complexity: O(circles² · places tried)
  func labels(_ widths: [Double], height: Double) -> [Label] {
    labels(widths.map { (width: $0, height: height) })
  }

  /// The same of names of several lines.
  func labels(_ sizes: [(width: Double, height: Double)]) -> [Label] {
    var placed: [Label] = []
    for (circle, (width, height)) in zip(circles, sizes) {
      let free = Self.offsets.lazy.map { offset in
        (box(circle, width, height, offset), offset.ring > 0)
      }.first { box, _ in
        room.contains(box) && !placed.contains { $0.box.overlaps(box) }
          && !circles.contains { box.overlaps($0) }
      }
      // Where there is room for none at all, above its circle.
      let standard = (box(circle, width, height, Self.offsets[0]), false)
      let (found, isApart) = free ?? standard
      placed.append(Label(box: found, isApart: isApart))
    }
    return placed
  }

  private typealias Offset = (x: Double, y: Double, ring: Int)

  /// Above, below, right, left, at the corners; then the same ever farther away.
  private static let offsets: [Offset] = {
    var offsets: [Offset] = []
    for ring in 0..<24 {
      let near: [(Double, Double)] = [
        (0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1),
      ]
      let between: [(Double, Double)] = [
        (0.5, -1), (-0.5, -1), (0.5, 1), (-0.5, 1), (1, -0.5), (-1, -0.5), (1, 0.5), (-1, 0.5),
      ]
      offsets += (near + between).map { ($0.0, $0.1, ring) }
    }
    return offsets
  }()

  private func box(
    _ circle: Circle, _ width: Double, _ height: Double, _ offset: Offset
  ) -> Box {
    let gap = circle.radius + 3 + Double(offset.ring) * 12
    let x = circle.x + offset.x * (gap + width / 2) - width / 2
    let y = circle.y + offset.y * (gap + height / 2) - height / 2
    return Box(x: x, y: y, width: width, height: height)
  }
}
