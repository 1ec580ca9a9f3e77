internal import StateOfPlay
internal import Foundations

/// Two parties: a plane, one's worth to the right, the other's upward.
struct OutcomePlane {
  typealias Point = SVGCanvas.Point

  let view: SettlementView
  let marks: [OutcomeMark]
  let scales: [OutcomeScale]
  var canvas = SVGCanvas()

  static let width = 860.0
  static let height = 560.0
  private let left = 62.0
  private let right = 610.0
  private let top = 40.0
  private let bottom = 492.0

  init(view: SettlementView, marks: [OutcomeMark], scales: [OutcomeScale]) {
    (self.view, self.marks, self.scales) = (view, marks, scales)
  }

  /// A little room round the ends, so that marks there are whole.
  private func place(_ values: [Double]) -> Point {
    let room = 14.0
    return Point(
      x: left + room + scales[0].share(values[0]) * (right - left - 2 * room),
      y: bottom - room - scales[1].share(values[1]) * (bottom - top - 2 * room))
  }

  mutating func draw() {
    canvas.rect(x: left, y: top, width: right - left, height: bottom - top, "band")
    drawScales()
    drawZone()
    for other in view.frontier.others where other.count == 2 {
      let point = place(other)
      canvas.circle(x: point.x, y: point.y, radius: 1.8, "other")
    }
    drawFrontier()
    drawLeast()
    drawMarks()
    drawLegend()
  }

  private mutating func drawScales() {
    for tick in scales[0].ticks {
      let x = place([tick, scales[1].low]).x
      canvas.line(.init(x: x, y: top), .init(x: x, y: bottom), "grid")
      canvas.text(SettlementWords.number(tick), x: x, y: bottom + 16, "small soft", anchor: .middle)
    }
    for tick in scales[1].ticks {
      let y = place([scales[0].low, tick]).y
      canvas.line(.init(x: left, y: y), .init(x: right, y: y), "grid")
      canvas.text(SettlementWords.number(tick), x: left - 8, y: y + 4, "small soft", anchor: .end)
    }
    canvas.text("Value to \(view.parties[1].name) ↑", x: left, y: top - 14, "bold")
    canvas.text(
      "Value to \(view.parties[0].name) →", x: right, y: bottom + 38, "bold", anchor: .end)
  }

  private mutating func drawZone() {
    let corner = place(scales.map(\.least))
    canvas.rect(
      x: corner.x, y: top, width: max(0, right - corner.x), height: max(0, corner.y - top), "zone")
  }

  private mutating func drawLeast() {
    let corner = place(scales.map(\.least))
    canvas.line(.init(x: corner.x, y: top), .init(x: corner.x, y: bottom), "least")
    canvas.line(.init(x: left, y: corner.y), .init(x: right, y: corner.y), "least")
    let first = "\(view.parties[0].name.possessive) minimum"
    let fits = TextMeasure.width(first, size: 11) < right - corner.x - 10
    canvas.text(
      first, x: corner.x + (fits ? 5 : -5), y: bottom - 6, "small warn over",
      anchor: fits ? .start : .end)
    canvas.text(
      "\(view.parties[1].name.possessive) minimum", x: left + 5, y: corner.y - 5, "small warn over")
  }

  private mutating func drawFrontier() {
    let points = view.frontier.points.map { (place($0.utilities.map(\.value)), $0) }
      .sorted { ($0.0.x, $0.0.y) < ($1.0.x, $1.0.y) }
    if points.count > 1 {
      canvas.path("M" + points.map { SVGCanvas.pair($0.0) }.joined(separator: "L"), "front")
    }
    for (point, line) in points {
      let words = zip(view.parties, line.utilities)
        .map { "\($0.name) \(SettlementWords.number($1.value))" }.joined(separator: ", ")
      canvas.group(words) {
        $0.circle(
          x: point.x, y: point.y, radius: 3.4,
          line.isAcceptable ? "dot k-front" : "dot k-front hollow")
      }
    }
  }

  private mutating func drawMarks() {
    let placed = marks.map { ($0, place($0.values)) }.sorted { $0.1.y < $1.1.y }
    let heights = placed.map { mark, _ in
      Double(TextMeasure.lines(mark.label, width: 210, size: 13, most: 3).count) * 16 + 8
    }
    let gap = heights.max() ?? 24
    let places = LabelColumn.places(
      placed.map(\.1.y), gap: gap, within: (top + 8)...(bottom - 8))
    for (position, (mark, point)) in placed.enumerated() {
      let y = places[position]
      canvas.line(
        .init(x: point.x + 7, y: point.y), .init(x: right + 14, y: y), "leader")
      canvas.group(mark.label, to: mark.link) { canvas in
        if mark.isNamedPoint {
          canvas.circle(x: point.x, y: point.y, radius: 6.5, "dot \(mark.colour)")
        } else {
          canvas.polygon(
            [
              .init(x: point.x, y: point.y - 7), .init(x: point.x + 7, y: point.y),
              .init(x: point.x, y: point.y + 7), .init(x: point.x - 7, y: point.y),
            ], "dot \(mark.colour)")
        }
      }
      let lines = TextMeasure.lines(mark.label, width: 210, size: 13, most: 3)
      for (number, line) in lines.enumerated() {
        canvas.text(
          line, x: right + 18, y: y + 4 + Double(number) * 16,
          mark.isNamedPoint ? "ink \(mark.colour) bold" : "bold")
      }
    }
  }

  private mutating func drawLegend() {
    var x = left
    let y = Self.height - 12
    func word(_ text: String, _ canvas: inout SVGCanvas) {
      canvas.text(text, x: x, y: y + 4, "tiny soft")
      x += TextMeasure.width(text, size: 12) + 20
    }
    canvas.circle(x: x + 4, y: y, radius: 3.4, "dot k-front")
    x += 13
    word("efficient, acceptable to both", &canvas)
    canvas.circle(x: x + 4, y: y, radius: 3.4, "dot k-front hollow")
    x += 13
    word("efficient, unacceptable to one", &canvas)
    if !view.frontier.others.isEmpty {
      canvas.circle(x: x + 4, y: y, radius: 1.8, "other")
      x += 12
      word("any other package", &canvas)
    }
    if marks.contains(where: { !$0.isFeasible }) {
      canvas.polygon(
        [
          .init(x: x + 5, y: y - 5), .init(x: x + 10, y: y), .init(x: x + 5, y: y + 5),
          .init(x: x, y: y),
        ], "dot k-asked hollow")
      x += 15
      word("breaks a red line or link", &canvas)
    }
    canvas.rect(x: x, y: y - 5, width: 18, height: 10, "zone")
    x += 23
    word(view.zone.isEmpty ? "where an agreement would lie" : "acceptable to both", &canvas)
  }
}
