internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// Actors where they agree near one another; solid lines for congruence, dashed ones for conflict,
  /// both side by side for both. Nil where there is nothing to draw.
  package func networkPicture(_ view: NetworksView) -> Picture? {
    let tied = Set(view.ties.flatMap { [$0.first, $0.second] })
    let drawn = view.actors.filter { $0.place != nil && tied.contains($0.id) }
      .enumerated().sorted { a, b in
        (b.element.statements, a.offset) < (a.element.statements, b.offset)
      }.prefix(NetworkDrawing.mostActors).map(\.element)
    guard drawn.count > 1 else { return nil }
    var drawing = NetworkDrawing(view: view, actors: drawn) { index.name($0) }
    drawing.draw()
    let isAll = drawn.count == tied.count
    return Picture(
      title: "Who says the same as whom",
      description:
        "\(isAll ? "" : "The \(drawn.count) most active of ")\(tied.count.counted("actor")) with ties. A solid line joins two who say the same, a dashed one two who say the opposite, both lines two who do both; thicker lines rest on more. The table gives the same data.",
      width: Int(NetworkDrawing.width), height: Int(drawing.height), body: drawing.canvas.body,
      links: drawing.canvas.links, alternative: nil)
  }
}

/// Draws a network of actors.
private struct NetworkDrawing {
  typealias Point = SVGCanvas.Point

  let view: NetworksView
  let actors: [NetworksView.Actor]
  let name: (Case.Actor.ID) -> String
  var canvas = SVGCanvas()

  static let mostActors = 30
  static let width = 960.0
  /// The same for every window, so that no one moves as it does.
  var height: Double { view.known > 12 ? 640 : 480 }

  private static let margin = (x: 120.0, y: 46.0)
  private static let legend = 30.0

  private var centres: [Case.Actor.ID: Point] {
    let room = Point(
      x: Self.width - 2 * Self.margin.x, y: height - 2 * Self.margin.y - Self.legend)
    var centres: [Case.Actor.ID: Point] = [:]
    for actor in actors {
      let x = actor.place?.x ?? 0.5
      let y = actor.place?.y ?? 0.5
      centres[actor.id] = Point(x: Self.margin.x + x * room.x, y: Self.margin.y + y * room.y)
    }
    return centres
  }

  private func radius(_ actor: NetworksView.Actor) -> Double {
    let most = Double(actors.map(\.statements).max() ?? 1)
    return 6 + 10 * (Double(actor.statements) / max(most, 1)).squareRoot()
  }

  mutating func draw() {
    let centres = self.centres
    let most = view.ties.map { max($0.congruence, $0.conflict) }.max() ?? 1
    // The weakest first, so that the strongest are on top.
    for tie in view.ties.reversed() {
      guard let from = centres[tie.first], let to = centres[tie.second] else { continue }
      draw(tie, from, to, most: most)
    }
    let labels = labels(centres)
    for (actor, label) in zip(actors, labels).reversed() {
      guard let centre = centres[actor.id] else { continue }
      let radius = radius(actor)
      if label.isApart {
        canvas.path(
          "M\(SVGCanvas.number(centre.x)) \(SVGCanvas.number(centre.y))L\(SVGCanvas.number(label.box.midX)) \(SVGCanvas.number(label.box.midY))",
          "leader")
      }
      canvas.group(
        "\(name(actor.id)), \(actor.statements.counted("statement"))",
        to: .entry(.actors, actor.id.raw)
      ) { canvas in
        canvas.circle(x: centre.x, y: centre.y, radius: radius, "camp-\(actor.camp ?? 0)")
        let lines = Self.lines(name(actor.id))
        for (place, words) in lines.enumerated() {
          canvas.text(
            words, x: label.box.midX,
            y: label.box.maxY - 4 - Double(lines.count - 1 - place) * Self.line, "over bold",
            anchor: .middle)
        }
      }
    }
    drawLegend()
  }

  /// From one line of a name to the next.
  private static let line = 15.0

  /// A long name takes two lines, as half a name may be another's.
  private static func lines(_ name: String) -> [String] {
    TextMeasure.lines(name, width: 150, size: 13, most: 2, isBold: true)
  }

  /// Where the name of each actor stands: beside its circle, and over no other.
  func labels(_ centres: [Case.Actor.ID: Point]) -> [LabelPlacement.Label] {
    let placement = LabelPlacement(
      circles: actors.map { actor in
        let centre = centres[actor.id] ?? Point(x: 0, y: 0)
        return .init(x: centre.x, y: centre.y, radius: radius(actor))
      },
      room: .init(x: 4, y: 4, width: Self.width - 8, height: height - Self.legend - 8))
    return placement.labels(
      actors.map { actor in
        let lines = Self.lines(name(actor.id))
        let width = lines.map { TextMeasure.width($0, size: 13, isBold: true) }.max() ?? 0
        return (width, 17 + Double(lines.count - 1) * Self.line)
      })
  }

  private mutating func draw(
    _ tie: NetworksView.Tie, _ from: Point, _ to: Point, most: Double
  ) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    // The two lines of an ambivalent tie stand apart.
    let apart = tie.side == .ambivalent ? 3.0 : 0
    let shift = Point(x: -dy / length * apart, y: dx / length * apart)
    func width(_ weight: Double) -> String { SVGCanvas.number(1.2 + 5 * weight / max(most, 1e-9)) }
    func line(_ sign: Double) -> String {
      "M\(SVGCanvas.number(from.x + sign * shift.x)) \(SVGCanvas.number(from.y + sign * shift.y))L\(SVGCanvas.number(to.x + sign * shift.x)) \(SVGCanvas.number(to.y + sign * shift.y))"
    }
    let title =
      "\(name(tie.first)) – \(name(tie.second)): congruence \(SettlementWords.number(tie.congruence)), conflict \(SettlementWords.number(tie.conflict))"
    canvas.group(title, to: .tie(tie.first, tie.second)) { canvas in
      // Room for a pointer.
      canvas.path(line(0), "tie all")
      if tie.congruence > 0 {
        canvas.path(line(1), "tie", strokeWidth: width(tie.congruence))
      }
      if tie.conflict > 0 {
        canvas.path(line(-1), "tie conflict", strokeWidth: width(tie.conflict))
      }
    }
  }

  private mutating func drawLegend() {
    let y = height - 12
    var x = 16.0
    func sample(_ words: String, _ classes: [String]) {
      for (place, name) in classes.enumerated() {
        let line = y - 4 + (classes.count > 1 ? Double(place) * 6 - 3 : 0)
        canvas.path(
          "M\(SVGCanvas.number(x)) \(SVGCanvas.number(line))L\(SVGCanvas.number(x + 34)) \(SVGCanvas.number(line))",
          name, strokeWidth: "2.5")
      }
      canvas.text(words, x: x + 42, y: y, "small")
      x += 60 + TextMeasure.width(words, size: 12)
    }
    sample("say the same", ["tie"])
    sample("say the opposite", ["tie conflict"])
    sample("both", ["tie", "tie conflict"])
    guard view.actors.contains(where: { $0.camp != nil }) else { return }
    for camp in 1...2 {
      canvas.circle(x: x + 7, y: y - 4, radius: 6, "camp-\(camp)")
      let words = camp == 1 ? "one group" : "the other"
      canvas.text(words, x: x + 20, y: y, "small")
      x += 38 + TextMeasure.width(words, size: 12)
    }
  }
}
