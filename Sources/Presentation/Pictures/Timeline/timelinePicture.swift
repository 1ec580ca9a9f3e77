internal import CaseModel
internal import Foundations
package import StateOfPlay

/// The case on one axis: lanes for meetings, texts, acts and commitments; dots for days, bars for
/// dates less exact, hollow for what was only planned; the axis is cut where nothing happened.
///
/// Nil where nothing is dated. `width` is in units of a 13-unit text.
/// - Complexity: O(n²) in things of one lane.
package func timelinePicture(_ view: TimelineView, width: Int = 1000) -> Picture? {
  let items = TimelineItem.items(view)
  let stretches = TimelineAxis.stretches(of: items.flatMap(\.marks))
  let gutter = 104.0
  guard let axis = TimelineAxis(stretches, left: gutter, right: Double(width) - 14) else {
    return nil
  }
  var drawing = TimelineDrawing(axis: axis, layout: TimelineLayout(items, axis), width: width)
  drawing.draw()
  return Picture(
    title: "Timeline", description: description(of: items, axis), width: width,
    height: Int(drawing.height.rounded(.up)), body: drawing.canvas.body,
    links: drawing.canvas.links, alternative: nil)
}

private func description(of items: [TimelineItem], _ axis: TimelineAxis) -> String {
  let lanes = TimelineItem.Lane.allCases.compactMap { lane -> String? in
    let count = items.count { $0.lane == lane }
    return count == 0 ? nil : "\(lane.title.lowercased()): \(count)"
  }
  var words = "Marks on an axis of dates, in lanes (\(lanes.joined(separator: ", "))). "
  if axis.segments.count > 1 {
    words += "The axis is cut \((axis.segments.count - 1).counted("time")) where nothing is dated. "
  }
  return words + "A table beside it gives the same dates."
}

private struct TimelineDrawing {
  let axis: TimelineAxis
  let layout: TimelineLayout
  let width: Int
  var canvas = SVGCanvas()
  var height = 0.0

  mutating func draw() {
    var bottom = 6.0
    for lane in layout.lanes { bottom += lane.rowHeights.reduce(0, +) + 9 }
    drawGround(to: bottom)
    var y = 6.0
    for (position, lane) in layout.lanes.enumerated() {
      if position > 0 {
        canvas.line(.init(x: 0, y: y), .init(x: Double(width), y: y), "grid")
      }
      y += 4
      canvas.text(lane.lane.title, x: 0, y: y + 13, "bold")
      if lane.unlabelled > 0, lane.lane != .statements {
        canvas.text("\(lane.unlabelled) unlabelled", x: 0, y: y + 27, "tiny soft")
      }
      var tops: [Double] = []
      for height in lane.rowHeights {
        tops.append(y)
        y += height
      }
      for placed in lane.placed { draw(placed, lane.lane, y: tops[placed.row]) }
      y += 5
    }
    drawScale(y: bottom)
    drawLegend(y: bottom + 50)
    height = bottom + 58
  }

  /// Light ground under each piece of the axis, so that the cuts show as gaps.
  private mutating func drawGround(to bottom: Double) {
    for segment in axis.segments {
      canvas.rect(
        x: segment.left, y: 0, width: segment.right - segment.left, height: bottom, "band")
      for tick in TimelineTicks(segment).ticks {
        let x = axis.x(startOf: tick.day)
        if x > segment.left + 1 { canvas.line(.init(x: x, y: 0), .init(x: x, y: bottom), "grid") }
      }
    }
  }

  private mutating func drawScale(y: Double) {
    for (position, segment) in axis.segments.enumerated() {
      canvas.line(.init(x: segment.left, y: y), .init(x: segment.right, y: y), "axis")
      let scale = TimelineTicks(segment)
      for (place, tick) in scale.ticks.enumerated() {
        let x = axis.x(startOf: tick.day)
        let next =
          place + 1 < scale.ticks.count
          ? axis.x(startOf: scale.ticks[place + 1].day) : segment.right
        canvas.line(.init(x: x, y: y), .init(x: x, y: y + 5), "axis")
        // A name stands in the middle of its month or day, where there is room for it.
        let room = next - x
        if TextMeasure.width(tick.label, size: 12) + 2 <= room {
          canvas.text(tick.label, x: x + room / 2, y: y + 15, "small soft", anchor: .middle)
        }
      }
      canvas.text(
        scale.heading, x: (segment.left + segment.right) / 2, y: y + 29, "small bold",
        anchor: .middle)
      if position > 0 {
        let x = segment.left - TimelineAxis.gap / 2
        for shift in [-3.0, 3.0] {
          canvas.line(
            .init(x: x + shift - 3, y: y + 6), .init(x: x + shift + 3, y: y - 6), "axis")
        }
      }
    }
  }

  private mutating func draw(
    _ placed: TimelineLayout.Placed, _ lane: TimelineItem.Lane, y: Double
  ) {
    let middle = y + TimelineLayout.lineHeight / 2 + 1
    let axis = axis
    canvas.group(placed.item.title, to: placed.item.link) { canvas in
      if placed.item.marks.count > 1 {
        canvas.line(
          .init(x: placed.left + 5, y: middle), .init(x: placed.right - 5, y: middle), "edge")
      }
      for mark in placed.item.marks {
        let edges = TimelineLayout.edges(of: mark, axis)
        let colour = lane.colour + (mark.isAhead ? " hollow" : "")
        if mark.isDay {
          let x = (edges.lowerBound + edges.upperBound) / 2
          canvas.circle(x: x, y: middle, radius: 4.2, "dot \(colour)")
        } else {
          let isOpen = mark.first == nil || mark.last == nil || mark.isAhead
          canvas.rect(
            x: edges.lowerBound, y: middle - 4, width: edges.upperBound - edges.lowerBound,
            height: 8, "\(isOpen ? "open-span" : "span") \(lane.colour)", radius: 4)
        }
      }
      let top = placed.isUnder ? y + TimelineLayout.lineHeight : y
      for (line, words) in placed.lines.enumerated() {
        canvas.text(
          words, x: placed.labelX, y: top + 12.5 + Double(line) * TimelineLayout.lineHeight,
          lane == .statements ? "over soft small" : "over")
      }
    }
  }

  private mutating func drawLegend(y: Double) {
    var x = axis.left
    func word(_ text: String, _ canvas: inout SVGCanvas) {
      canvas.text(text, x: x, y: y + 4, "tiny soft")
      x += TextMeasure.width(text, size: 12) + 22
    }
    canvas.circle(x: x + 4, y: y, radius: 4.2, "dot k-event")
    x += 13
    word("on a day", &canvas)
    canvas.rect(x: x, y: y - 4, width: 22, height: 8, "span k-event", radius: 4)
    x += 27
    word("some time within", &canvas)
    canvas.circle(x: x + 4, y: y, radius: 4.2, "dot k-event hollow")
    x += 13
    word("planned or due", &canvas)
    if axis.segments.count > 1 {
      canvas.text("⫽", x: x, y: y + 4, "small soft")
      x += 14
      word("nothing dated in between; each piece has its own scale", &canvas)
    }
  }
}
