package import CaseModel
package import StateOfPlay

/// The numbers of one issue over time: time across, value up, a stepped line for each party, and
/// the gap between those who want more and those who want less shaded.
///
/// Nil where fewer than two numbers are dated.
/// - Parameter now: where the lines end: as-of, else the newest date on record.
package func valuePicture(
  _ title: String, _ ways: [(name: String, values: ValuePosition)], now: EDTFDate?
) -> Picture? {
  let strands = ways.enumerated().compactMap { place, way in
    ValueStrand(
      way.name, way.values, colour: ValueStrand.colours[place % ValueStrand.colours.count])
  }
  guard strands.reduce(0, { $0 + $1.points.count }) >= 2,
    let plane = ValuePlane(title, strands, unit: ways.compactMap(\.values.unit).first, now: now)
  else { return nil }
  var drawing = plane
  drawing.draw()
  let told = ways.map { "\($0.name) \($0.values.trajectoryWords)" }.joined(separator: "; ")
  return Picture(
    title: "\(title) over time",
    description:
      "Time across, value up, one stepped line for each party: \(told). The gap between them is shaded.",
    width: Int(ValuePlane.width), height: Int(ValuePlane.height), body: drawing.canvas.body,
    alternative: nil)
}

/// One party's dated numbers.
struct ValueStrand {
  struct Point {
    var day: Int
    var value: Double
    /// The upper end, of a range.
    var upper: Double?
    var isReported: Bool
    /// The party only said that it was open to it: no value at which it stood.
    var isConsidered: Bool
  }

  let name: String
  let wants: Case.Issue.Want?
  let points: [Point]
  let colour: String

  /// Distinguished by brightness too, and dashed from the third on.
  static let colours = ["k-front", "k-kalai", "k-even dashed", "k-sum dashed", "k-asked dashed"]

  init?(_ name: String, _ values: ValuePosition, colour: String) {
    self.name = name
    self.colour = colour
    wants = values.wants
    points = values.trajectory.compactMap { point in
      guard let said = point.said, !said.hasOpenStart, !said.hasOpenEnd, let low = point.low else {
        return nil
      }
      let (a, b) = (low.approximate, point.high?.approximate)
      guard a.isFinite, b?.isFinite ?? true else { return nil }
      // Who wants less and names a range would go up to its upper end.
      let isUpper = values.wants == .less
      return Point(
        day: Int(said.latest.number), value: isUpper ? b ?? a : a,
        upper: b == nil ? nil : isUpper ? a : b,
        isReported: point.voice != .own, isConsidered: point.isConsidered)
    }.sorted { $0.day < $1.day }
    if points.isEmpty { return nil }
  }

  /// What it stood at by the end of a day; nil before its first word.
  func value(at day: Int) -> Double? { stood.last { $0.day <= day }?.value }

  /// Those that it would take.
  var stood: [Point] { points.filter { !$0.isConsidered } }
}

struct ValuePlane {
  typealias Point = SVGCanvas.Point

  // Narrow enough that its letters can be read on a telephone.
  static let width = 440.0
  static let height = 216.0
  private let left = 52.0
  private let right = 318.0
  private let top = 34.0
  private let bottom = 172.0

  private let title: String
  private let unit: String?
  private let strands: [ValueStrand]
  private let segment: TimelineAxis.Segment
  private let low: Double
  private let high: Double
  var canvas = SVGCanvas()

  init?(_ title: String, _ strands: [ValueStrand], unit: String?, now: EDTFDate?) {
    (self.title, self.strands, self.unit) = (title, strands, unit)
    let points = strands.flatMap(\.points)
    let values = points.flatMap { [$0.value, $0.upper ?? $0.value] }
    guard let first = points.map(\.day).min(), let newest = points.map(\.day).max(),
      let least = values.min(), let most = values.max()
    else { return nil }
    let end = now.flatMap { $0.hasOpenEnd ? nil : Int($0.latest.number) } ?? newest
    // A little room after the last word shows where each stands.
    let last = max(end, newest) + max(2, (newest - first) / 20)
    segment = TimelineAxis.Segment(
      first: first, last: last, left: left, right: right, finest: 1, count: points.count)
    let margin = most > least ? (most - least) * 0.12 : max(1, abs(most) * 0.1)
    (low, high) = (least - margin, most + margin)
  }

  /// `months`, `percent`
  private static func plural(_ unit: String) -> String {
    String(Quantity(Amount(2), unit: unit).words.drop { $0 != " " }.dropFirst())
  }

  private func x(_ day: Int) -> Double {
    left + Double(day - segment.first) / Double(max(1, segment.days - 1)) * (right - left)
  }

  private func y(_ value: Double) -> Double {
    bottom - (value - low) / (high - low) * (bottom - top)
  }

  mutating func draw() {
    let unitWords = unit.map { ", \(Self.plural($0))" } ?? ""
    let heading = TextMeasure.lines(
      title + unitWords, width: Self.width - 8, size: 13, most: 1, isBold: true)
    canvas.text(heading.first ?? "", x: 4, y: 16, "bold")
    drawScales()
    drawGap()
    for strand in strands { draw(strand) }
    drawNames()
  }

  private mutating func drawScales() {
    canvas.rect(x: left, y: top, width: right - left, height: bottom - top, "band")
    for tick in RoundNumbers.ticks(from: low, to: high) {
      canvas.line(.init(x: left, y: y(tick)), .init(x: right, y: y(tick)), "grid")
      canvas.text(
        SettlementWords.number(tick), x: left - 6, y: y(tick) + 4, "small soft", anchor: .end)
    }
    canvas.line(.init(x: left, y: bottom), .init(x: right, y: bottom), "axis")
    let scale = TimelineTicks(segment)
    var free = left - 4
    for tick in scale.ticks {
      let x = x(tick.day)
      canvas.line(.init(x: x, y: bottom), .init(x: x, y: bottom + 4), "axis")
      let width = TextMeasure.width(tick.label, size: 11)
      guard x >= free, x + width <= right + 12 else { continue }
      canvas.text(tick.label, x: x, y: bottom + 16, "small soft")
      free = x + width + 6
    }
    canvas.text(
      scale.heading, x: (left + right) / 2, y: bottom + 31, "small bold", anchor: .middle)
  }

  /// What lies between those who want more and those who want less, or between two who say nothing
  /// of what they want.
  private mutating func drawGap() {
    let days = Set(strands.flatMap { $0.points.map(\.day) }).sorted() + [segment.last]
    for (from, to) in zip(days, days.dropFirst()) {
      guard let gap = gap(at: from) else { continue }
      canvas.rect(
        x: x(from), y: y(gap.upperBound), width: x(to) - x(from),
        height: y(gap.lowerBound) - y(gap.upperBound), "gap")
    }
  }

  private func gap(at day: Int) -> ClosedRange<Double>? {
    let more = strands.filter { $0.wants == .more }.compactMap { $0.value(at: day) }
    let less = strands.filter { $0.wants == .less }.compactMap { $0.value(at: day) }
    if let asked = more.max(), let given = less.min() {
      return asked > given ? given...asked : nil
    }
    guard strands.count == 2, strands.allSatisfy({ $0.wants == nil }),
      let a = strands[0].value(at: day), let b = strands[1].value(at: day), a != b
    else { return nil }
    return min(a, b)...max(a, b)
  }

  private mutating func draw(_ strand: ValueStrand) {
    var data = ""
    var last: ValueStrand.Point?
    for point in strand.stood {
      let place = SVGCanvas.pair(.init(x: x(point.day), y: y(point.value)))
      if let last {
        data += "L\(SVGCanvas.pair(.init(x: x(point.day), y: y(last.value))))L\(place)"
      } else {
        data = "M\(place)"
      }
      last = point
    }
    if let last { data += "L\(SVGCanvas.pair(.init(x: right, y: y(last.value))))" }
    let (colour, isSolid) = (strand.colour, last != nil)
    canvas.group(strand.name) { [self] canvas in
      if isSolid { canvas.path(data, "strand \(colour)") }
      for point in strand.points {
        if let upper = point.upper {
          canvas.line(
            .init(x: x(point.day), y: y(point.value)), .init(x: x(point.day), y: y(upper)),
            "strand \(colour)")
        }
        canvas.circle(
          x: x(point.day), y: y(point.value), radius: 3.6,
          "dot \(colour)\(point.isReported || point.isConsidered ? " hollow" : "")")
      }
    }
  }

  private mutating func drawNames() {
    let named = strands.compactMap { strand in
      (strand.stood.last ?? strand.points.last).map { (strand, $0.value) }
    }.sorted { y($0.1) < y($1.1) }
    let room = Self.width - right - 12
    let lines = named.map { strand, value in
      TextMeasure.lines(
        "\(SettlementWords.number(value)) \(strand.name)", width: room, size: 11, most: 2,
        isBold: true)
    }
    let places = LabelColumn.places(
      named.map { y($0.1) }, gap: Double(lines.map(\.count).max() ?? 1) * 13 + 4,
      within: (top + 4)...(Self.height - 20))
    for (place, (strand, value)) in named.enumerated() {
      canvas.line(
        .init(x: right + 1, y: y(value)), .init(x: right + 8, y: places[place]), "leader")
      for (number, line) in lines[place].enumerated() {
        canvas.text(
          line, x: right + 10, y: places[place] + 4 + Double(number) * 13,
          "ink small bold \(strand.colour)")
      }
    }
  }
}

/// Round numbers for a scale.
enum RoundNumbers {
  /// Four or so between the two ends, both included where they are round.
  static func ticks(from low: Double, to high: Double) -> [Double] {
    guard high > low, low.isFinite, high.isFinite else { return [] }
    var step = 1.0
    while step * 5 > high - low, step > 1e-9 { step /= 10 }
    while step * 50 < high - low, step < 1e9 { step *= 10 }
    let stride = [1.0, 2, 5, 10].first { (high - low) / ($0 * step) <= 6 } ?? 10
    let size = stride * step
    let first = (low / size).rounded(.up)
    return (0..<8).map { (first + Double($0)) * size }.filter { $0 <= high + size / 1e6 }
  }
}
