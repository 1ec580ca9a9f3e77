internal import CaseModel
internal import Foundation
internal import Foundations
package import StateOfPlay

/// The improvements of a conflict as a graph: text for Graphviz, and a picture.
extension ViewContext {
  /// The states and the moves that their movers like, in the language of Graphviz. Equilibria have
  /// a double frame, the status quo a thick one; moves that their movers may like are dashed.
  package func dot(_ view: StabilityView) -> String {
    func quoted(_ text: String) -> String {
      "\"" + text.shown().replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    var lines = ["digraph \(quoted(view.conflict.raw)) {", "  node [shape=box];"]
    for state in view.states {
      var marks = ["tooltip=\(quoted(state.words))"]
      if !state.equilibrium.isEmpty { marks.append("peripheries=2") }
      if state.isStatusQuo { marks.append("penwidth=2") }
      lines.append("  \(quoted(state.pattern)) [\(marks.joined(separator: ", "))];")
    }
    let names = Dictionary(
      view.decisionMakers.map { ($0.id, $0.name) }, uniquingKeysWith: { name, _ in name })
    for move in view.moves where move.isImprovement {
      let mover = names[move.mover] ?? move.mover
      let style = move.liking == .unknown ? ", style=dashed" : ""
      lines.append(
        "  \(quoted(move.from)) -> \(quoted(move.to)) [label=\(quoted(mover)), tooltip=\(quoted(move.words))\(style)];"
      )
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The same drawn with the states on a circle; nil for models too large to be seen.
  package func transitionPicture(_ view: StabilityView) -> Picture? {
    guard view.isComplete, (2...Self.mostDrawnStates).contains(view.states.count) else {
      return nil
    }
    var drawing = TransitionDrawing(view: view)
    drawing.draw()
    let liked = view.moves.count { $0.isImprovement }
    let isSure = view.moves.allSatisfy { !$0.isImprovement || $0.liking == .better }
    return Picture(
      title: isSure ? "Improving moves" : "Improving and possibly improving moves",
      description:
        "\(view.states.count.counted("state")) on a circle, \(liked.counted("improving move")) as arrows named by their mover's number. Equilibria have a heavy frame; the table gives the same data.",
      width: Int(drawing.width), height: Int(drawing.height), body: drawing.canvas.body,
      links: drawing.canvas.links, alternative: nil)
  }

  private static let mostDrawnStates = 32
}

private struct TransitionDrawing {
  typealias Point = SVGCanvas.Point

  let view: StabilityView
  var canvas = SVGCanvas()
  let width = 720.0
  var height: Double { 2 * radius + 150 + 18 * Double(view.decisionMakers.count) }
  private var radius: Double { view.states.count > 12 ? 250 : 170 }

  /// To why the state holds or does not.
  private func link(_ state: StabilityView.StateLine) -> Link {
    .asking(
      [.init("conflict", view.conflict.raw), .init("state", state.pattern)],
      of: StabilityView.declaration.name)
  }

  private func centre(_ position: Int) -> Point {
    let angle = 2 * Double.pi * Double(position) / Double(view.states.count) - Double.pi / 2
    return Point(x: width / 2 + radius * cos(angle), y: radius + 50 + radius * sin(angle))
  }

  mutating func draw() {
    var places: [String: Point] = [:]
    for (position, state) in view.states.enumerated() { places[state.pattern] = centre(position) }
    let numbers = Dictionary(
      view.decisionMakers.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { a, _ in a })
    for move in view.moves where move.isImprovement {
      guard let from = places[move.from], let to = places[move.to] else { continue }
      arrow(from, to, number: numbers[move.mover] ?? 0, words: move.words)
    }
    for state in view.states {
      guard let place = places[state.pattern] else { continue }
      let half = 5.0 * Double(state.pattern.count) + 10
      canvas.group(state.words, to: link(state)) { canvas in
        canvas.rect(
          x: place.x - half, y: place.y - 13, width: 2 * half, height: 26,
          state.equilibrium.isEmpty ? "box" : "box circle", radius: 5)
        canvas.text(
          state.pattern, x: place.x, y: place.y + 5, state.isStatusQuo ? "bold" : "",
          anchor: .middle)
      }
    }
    var y = 2 * radius + 108
    canvas.text(
      "Heavy frame: equilibrium. Bold: the status quo. Arrows: improving moves.", x: 10,
      y: y, "small soft")
    for (position, maker) in view.decisionMakers.enumerated() {
      y += 18
      canvas.text("\(position + 1)  \(maker.name)", x: 10, y: y, "small")
    }
  }

  private mutating func arrow(_ from: Point, _ to: Point, number: Int, words: String) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    let (ux, uy) = (dx / length, dy / length)
    let gap = min(30, length / 3)
    let tip = Point(x: to.x - ux * gap, y: to.y - uy * gap)
    let tail = Point(x: from.x + ux * gap, y: from.y + uy * gap)
    canvas.group(words) { canvas in
      canvas.line(tail, tip, "edge")
      canvas.polygon(
        [
          tip, Point(x: tip.x - ux * 9 - uy * 4, y: tip.y - uy * 9 + ux * 4),
          Point(x: tip.x - ux * 9 + uy * 4, y: tip.y - uy * 9 - ux * 4),
        ], "head")
      canvas.text(
        "\(number)", x: tail.x + (tip.x - tail.x) * 0.4 - uy * 7,
        y: tail.y + (tip.y - tail.y) * 0.4 + ux * 7 + 4, "tiny over soft", anchor: .middle)
    }
  }
}
