/// Where each thing of a timeline stands, so that no label lies on another or on a mark.
struct TimelineLayout {
  struct Placed {
    var item: TimelineItem
    /// From the left edge of the first mark to the right edge of the last.
    var left: Double
    var right: Double
    /// Empty where there was no room for words.
    var lines: [String]
    var labelX: Double
    var labelWidth: Double
    /// Words stand under the marks.
    var isUnder: Bool
    var row: Int

    /// What it keeps others from.
    var occupied: ClosedRange<Double> {
      lines.isEmpty ? left...right : min(left, labelX)...max(right, labelX + labelWidth)
    }

    var height: Double {
      max(1, Double(lines.count + (isUnder ? 1 : 0))) * TimelineLayout.lineHeight + 5
    }
  }

  struct LaneRows {
    var lane: TimelineItem.Lane
    var placed: [Placed]
    var rowHeights: [Double]
    /// Things whose words found no room.
    var unlabelled: Int
  }

  static let lineHeight = 15.0
  static let labelSize = 13.0
  private static let labelRoom = 205.0
  private static let clearance = 9.0
  private static let mostRows = 14

  private(set) var lanes: [LaneRows] = []

  init(_ items: [TimelineItem], _ axis: TimelineAxis) {
    for lane in TimelineItem.Lane.allCases {
      let members = items.filter { $0.lane == lane }
      if !members.isEmpty { lanes.append(Self.rows(members, lane, axis)) }
    }
  }

  private static func rows(
    _ items: [TimelineItem], _ lane: TimelineItem.Lane, _ axis: TimelineAxis
  ) -> LaneRows {
    var placed: [Placed] = []
    var rows: [[ClosedRange<Double>]] = []
    var unlabelled = 0
    let most = lane == .statements ? 5 : mostRows
    for item in items {
      let choices = placements(item, axis)
      var chosen: Placed?
      search: for row in 0..<min(most, rows.count + 1) {
        for choice in choices {
          let taken = row < rows.count ? rows[row] : []
          let wanted =
            (choice.occupied.lowerBound - clearance)...(choice.occupied.upperBound + clearance)
          if taken.contains(where: { $0.overlaps(wanted) }) { continue }
          chosen = choice
          chosen?.row = row
          break search
        }
      }
      if let chosen {
        if chosen.row == rows.count { rows.append([]) }
        rows[chosen.row].append(chosen.occupied)
        placed.append(chosen)
      } else if var choice = choices.first {
        // Marks may lie on marks in the last row; words may not.
        unlabelled += 1
        choice.lines = []
        choice.isUnder = false
        choice.row = rows.count
        placed.append(choice)
      }
    }
    var heights = [Double](repeating: lineHeight + 5, count: (placed.map(\.row).max() ?? 0) + 1)
    for one in placed { heights[one.row] = max(heights[one.row], one.height) }
    return LaneRows(lane: lane, placed: placed, rowHeights: heights, unlabelled: unlabelled)
  }

  /// Words to the right of the marks, to the left, or below where neither has room.
  private static func placements(_ item: TimelineItem, _ axis: TimelineAxis) -> [Placed] {
    var left = Double.infinity
    var right = -Double.infinity
    for mark in item.marks {
      let edges = edges(of: mark, axis)
      left = min(left, edges.lowerBound)
      right = max(right, edges.upperBound)
    }
    let lines = TextMeasure.lines(item.label, width: labelRoom, size: labelSize, most: 2)
    let width =
      lines.map { TextMeasure.width($0, size: labelSize) }.max() ?? 0
    func placed(_ x: Double, isUnder: Bool = false) -> Placed {
      Placed(
        item: item, left: left, right: right, lines: lines, labelX: x, labelWidth: width,
        isUnder: isUnder, row: 0)
    }
    var choices: [Placed] = []
    if right + 7 + width <= axis.right + 12 { choices.append(placed(right + 7)) }
    if left - 7 - width >= axis.left { choices.append(placed(left - 7 - width)) }
    if choices.isEmpty {
      choices.append(placed(max(axis.left, min(left, axis.right - width)), isUnder: true))
    }
    return choices
  }

  /// A day is a dot at its middle; anything else is a bar over all its days.
  static func edges(of mark: TimelineItem.Mark, _ axis: TimelineAxis) -> ClosedRange<Double> {
    let from = mark.first.map { axis.x(startOf: $0) } ?? axis.left
    let to = max(from, mark.last.map { axis.x(endOf: $0) } ?? axis.right)
    guard mark.isDay else { return from...max(to, from + 4) }
    let middle = (from + to) / 2
    return (middle - 5)...(middle + 5)
  }
}
