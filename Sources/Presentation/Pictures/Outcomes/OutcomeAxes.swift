internal import StateOfPlay

/// Three parties or more: an axis for each, a line for every outcome.
struct OutcomeAxes {
  typealias Point = SVGCanvas.Point

  let view: SettlementView
  let marks: [OutcomeMark]
  let scales: [OutcomeScale]
  var canvas = SVGCanvas()

  static let width = 860.0
  static let height = 500.0
  /// More lines than these cannot be distinguished; an even selection of them is drawn.
  private static let mostLines = 160
  private let left = 58.0
  private let right = 600.0
  private let top = 40.0
  private let bottom = 400.0

  init(view: SettlementView, marks: [OutcomeMark], scales: [OutcomeScale]) {
    (self.view, self.marks, self.scales) = (view, marks, scales)
  }

  private func x(_ party: Int) -> Double {
    left + Double(party) * (right - left) / Double(max(1, scales.count - 1))
  }

  private func point(_ party: Int, _ value: Double) -> Point {
    Point(x: x(party), y: bottom - scales[party].share(value) * (bottom - top))
  }

  private func strand(_ values: [Double]) -> String {
    "M"
      + values.enumerated().map { SVGCanvas.pair(point($0, $1)) }.joined(separator: "L")
  }

  mutating func draw() {
    // What all accept lies above every reservation value.
    let edge = scales.indices.map { point($0, scales[$0].least) }
    canvas.polygon(
      edge + [.init(x: x(scales.count - 1), y: top), .init(x: x(0), y: top)], "zone")
    let points = view.frontier.points
    let stride = max(1, points.count / Self.mostLines)
    for (position, line) in points.enumerated() where position % stride == 0 {
      canvas.path(
        strand(line.utilities.map(\.value)), line.isAcceptable ? "trail open" : "trail")
    }
    drawAxes()
    drawMarks()
    drawLegend()
  }

  private mutating func drawAxes() {
    for (party, scale) in scales.enumerated() {
      let x = x(party)
      canvas.line(.init(x: x, y: top), .init(x: x, y: bottom), "axis")
      canvas.text(
        SettlementWords.number(scale.high), x: x, y: top - 8, "small soft", anchor: .middle)
      canvas.text(
        SettlementWords.number(scale.low), x: x, y: bottom + 15, "small soft", anchor: .middle)
      let least = point(party, scale.least)
      canvas.line(.init(x: x - 9, y: least.y), .init(x: x + 9, y: least.y), "least")
      canvas.text(
        "least \(SettlementWords.number(scale.least))", x: x + 11, y: least.y + 13,
        "small warn over")
      let room = (right - left) / Double(max(1, scales.count - 1)) - 8
      let lines = TextMeasure.lines(
        view.parties[party].name, width: max(60, min(150, room)), size: 13, most: 2, isBold: true)
      for (number, line) in lines.enumerated() {
        canvas.text(
          line, x: x, y: bottom + 34 + Double(number) * 16, "bold", anchor: .middle)
      }
    }
  }

  private mutating func drawMarks() {
    let last = scales.count - 1
    let placed = marks.map { ($0, point(last, $0.values[last]).y) }.sorted { $0.1 < $1.1 }
    let heights = placed.map { mark, _ in
      Double(TextMeasure.lines(mark.label, width: 210, size: 13, most: 3).count) * 16 + 8
    }
    let places = LabelColumn.places(
      placed.map(\.1), gap: heights.max() ?? 24, within: top...(bottom - 8))
    for (position, (mark, y)) in placed.enumerated() {
      let line = strand(mark.values)
      let points = mark.values.enumerated().map { point($0, $1) }
      canvas.group(mark.label, to: mark.link) { canvas in
        canvas.path(
          line, "strand \(mark.isNamedPoint ? mark.colour : "k-asked dashed")")
        for point in points {
          canvas.circle(x: point.x, y: point.y, radius: 4.5, "dot \(mark.colour)")
        }
      }
      canvas.line(.init(x: right + 6, y: y), .init(x: right + 24, y: places[position]), "leader")
      for (number, line) in TextMeasure.lines(mark.label, width: 210, size: 13, most: 3)
        .enumerated()
      {
        canvas.text(
          line, x: right + 28, y: places[position] + 4 + Double(number) * 16,
          mark.isNamedPoint ? "ink \(mark.colour) bold" : "bold")
      }
    }
  }

  private mutating func drawLegend() {
    var x = left - 30
    let y = Self.height - 12
    func word(_ text: String, _ canvas: inout SVGCanvas) {
      canvas.text(text, x: x, y: y + 4, "tiny soft")
      x += TextMeasure.width(text, size: 12) + 20
    }
    canvas.line(.init(x: x, y: y), .init(x: x + 20, y: y), "trail open")
    x += 25
    word("efficient, acceptable to all", &canvas)
    canvas.line(.init(x: x, y: y), .init(x: x + 20, y: y), "trail")
    x += 25
    word("efficient, unacceptable to one", &canvas)
    canvas.rect(x: x, y: y - 5, width: 18, height: 10, "zone")
    x += 23
    word("above each reservation value", &canvas)
  }
}
