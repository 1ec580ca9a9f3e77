internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// Actors on the left and answers on the right, joined by solid lines for agreement and dashed ones
  /// for disagreement. Nil where there is nothing to draw.
  package func positionsPicture(_ view: NetworksView) -> Picture? {
    var drawing = PositionsDrawing(view: view) { index.name($0) }
    guard !drawing.lines.isEmpty else { return nil }
    drawing.draw()
    return Picture(
      title: "Who is for and against what",
      description:
        "\(drawing.actors.count.counted("actor")) of \(view.actors.count) on the left, \(drawing.answers.count.counted("answer")) of \(view.answers.count) on the right, those spoken of most. A solid line is agreement, a dashed one disagreement. The table gives the same data.",
      width: Int(PositionsDrawing.width), height: Int(drawing.height), body: drawing.canvas.body,
      links: drawing.canvas.links, alternative: nil)
  }
}

/// Draws a network of two kinds in two columns.
private struct PositionsDrawing {
  typealias Point = SVGCanvas.Point

  let actors: [NetworksView.Actor]
  let answers: [NetworksView.Answer]
  let lines: [NetworksView.Position]
  let name: (Case.Actor.ID) -> String
  var canvas = SVGCanvas()

  static let width = 960.0
  private static let most = (actors: 16, answers: 18)
  private static let row = 34.0
  private static let left = 250.0
  private static let right = 520.0

  var height: Double { Double(max(actors.count, answers.count)) * Self.row + 56 }

  init(view: NetworksView, name: @escaping (Case.Actor.ID) -> String) {
    self.name = name
    let speakers = Dictionary(grouping: view.positions, by: \.answer)
    // What only one speaks of joins no one.
    let shared = view.answers.enumerated().filter { (speakers[$0.element.id]?.count ?? 0) > 1 }
      .sorted { a, b in
        let (x, y) = (speakers[a.element.id]?.count ?? 0, speakers[b.element.id]?.count ?? 0)
        return x == y ? a.offset < b.offset : x > y
      }.prefix(Self.most.answers).sorted { $0.offset < $1.offset }.map(\.element)
    let known = Set(shared.map(\.id))
    let speaking = Set(view.positions.filter { known.contains($0.answer) }.map(\.actor))
    let active = view.actors.filter { speaking.contains($0.id) }.enumerated().sorted { a, b in
      (b.element.statements, a.offset) < (a.element.statements, b.offset)
    }.prefix(Self.most.actors).map(\.element)
    let chosen = Set(active.map(\.id))
    lines = view.positions.filter { known.contains($0.answer) && chosen.contains($0.actor) }
    // Each actor beside the middle of the answers it speaks of, so that fewer lines cross.
    let places = Dictionary(
      shared.enumerated().map { ($1.id, Double($0)) }, uniquingKeysWith: { first, _ in first })
    let own = Dictionary(grouping: lines, by: \.actor)
    func middle(_ actor: NetworksView.Actor) -> Double {
      let rows = (own[actor.id] ?? []).compactMap { places[$0.answer] }
      return rows.reduce(0, +) / Double(max(rows.count, 1))
    }
    actors = active.sorted { (middle($0), $0.id.raw) < (middle($1), $1.id.raw) }
    answers = shared
  }

  private func y(_ place: Int, of count: Int) -> Double {
    let rows = Double(max(actors.count, answers.count))
    return 24 + (Double(place) + 0.5) * rows * Self.row / Double(max(count, 1))
  }

  mutating func draw() {
    let rows = Dictionary(
      actors.enumerated().map { ($1.id, y($0, of: actors.count)) },
      uniquingKeysWith: { first, _ in first })
    let columns = Dictionary(
      answers.enumerated().map { ($1.id, y($0, of: answers.count)) },
      uniquingKeysWith: { first, _ in first })
    for line in lines {
      guard let from = rows[line.actor], let to = columns[line.answer] else { continue }
      draw(line, from, to)
    }
    for actor in actors {
      guard let y = rows[actor.id] else { continue }
      canvas.group(name(actor.id), to: .entry(.actors, actor.id.raw)) { canvas in
        canvas.circle(x: Self.left, y: y, radius: 6, "camp-\(actor.camp ?? 0)")
        let words = TextMeasure.lines(name(actor.id), width: Self.left - 30, size: 13, most: 1)[0]
        canvas.text(words, x: Self.left - 13, y: y + 4.5, "bold", anchor: .end)
      }
    }
    for answer in answers {
      guard let y = columns[answer.id] else { continue }
      canvas.group(answer.title, to: .entry(.issues, answer.issue.raw)) { canvas in
        canvas.rect(x: Self.right - 5, y: y - 5, width: 10, height: 10, "box")
        let words = TextMeasure.lines(
          answer.title, width: Self.width - Self.right - 24, size: 12, most: 2)
        for (place, line) in words.enumerated() {
          canvas.text(
            line, x: Self.right + 13,
            y: y + 4.5 + (words.count > 1 ? Double(place) * 14 - 7 : 0), "small")
        }
      }
    }
  }

  private mutating func draw(_ line: NetworksView.Position, _ from: Double, _ to: Double) {
    let apart = line.isAmbivalent ? 2.5 : 0.0
    func data(_ shift: Double) -> String {
      let middle = SVGCanvas.number((Self.left + Self.right) / 2)
      let (start, end) = (SVGCanvas.number(from + shift), SVGCanvas.number(to + shift))
      return
        "M\(SVGCanvas.number(Self.left)) \(start)C\(middle) \(start) \(middle) \(end) \(SVGCanvas.number(Self.right)) \(end)"
    }
    func width(_ weight: Double) -> String { SVGCanvas.number(min(1.2 + 0.6 * weight, 5)) }
    let title =
      "\(name(line.actor)): \(SettlementWords.number(line.agreement)) for, \(SettlementWords.number(line.disagreement)) against"
    canvas.group(title, to: line.statements.first.map { .statement($0) }) { canvas in
      if line.agreement > 0 {
        canvas.path(data(-apart), "tie", strokeWidth: width(line.agreement))
      }
      if line.disagreement > 0 {
        canvas.path(data(apart), "tie conflict", strokeWidth: width(line.disagreement))
      }
    }
  }
}
