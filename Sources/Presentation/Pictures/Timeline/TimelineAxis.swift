internal import CaseModel

/// Days on a line, with the stretches cut out in which nothing happened.
struct TimelineAxis {
  /// A piece of the axis with a scale of its own.
  struct Segment {
    /// Days since 1970, both included.
    var first: Int
    var last: Int
    /// From `left` to `right` on the page.
    var left = 0.0
    var right = 0.0
    /// The shortest date in it, in days; no finer ticks than that are drawn.
    var finest: Int
    /// How many things it holds.
    var count: Int

    var days: Int { last - first + 1 }
  }

  /// A stretch of days that something fills; both included.
  struct Stretch {
    var first: Int
    var last: Int
    /// An end of something longer.
    var isEnd = false
  }

  static let gap = 26.0
  private static let least = 84.0

  private(set) var segments: [Segment] = []

  /// Nil where there is nothing to show.
  init?(_ stretches: [Stretch], left: Double, right: Double, mostSegments: Int = 5) {
    let sorted = stretches.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    guard let first = sorted.first?.first, let last = sorted.map(\.last).max() else { return nil }
    var threshold = max(40, (last - first) / 8)
    repeat {
      segments = Self.segments(sorted, threshold: threshold)
      threshold *= 2
    } while segments.count > mostSegments
    let room =
      right - left - Double(segments.count - 1) * Self.gap - Double(segments.count) * Self.least
    let total = segments.map(\.count).reduce(0, +)
    var x = left
    for index in segments.indices {
      segments[index].left = x
      x += Self.least + max(0, room) * Double(segments[index].count) / Double(max(1, total))
      segments[index].right = x
      x += Self.gap
    }
  }

  /// What the axis must have room for. Of what goes on for longer than a year, or without an end,
  /// only the ends count, so that it does not hold open a stretch in which nothing else happens.
  static func stretches(of marks: [TimelineItem.Mark]) -> [Stretch] {
    marks.flatMap { mark -> [Stretch] in
      if let first = mark.first, let last = mark.last, last - first <= 366 {
        return [Stretch(first: first, last: last)]
      }
      return [mark.first, mark.last].compactMap { day in
        day.map { Stretch(first: $0, last: $0, isEnd: true) }
      }
    }
  }

  private static func segments(_ sorted: [Stretch], threshold: Int) -> [Segment] {
    var segments: [Segment] = []
    for stretch in sorted {
      let days = stretch.isEnd ? 366 : stretch.last - stretch.first + 1
      if let last = segments.last, stretch.first - last.last <= threshold {
        segments[segments.count - 1].last = max(last.last, stretch.last)
        segments[segments.count - 1].finest = min(last.finest, days)
        segments[segments.count - 1].count += 1
      } else {
        segments.append(
          Segment(first: stretch.first, last: stretch.last, finest: days, count: 1))
      }
    }
    return segments
  }

  var left: Double { segments.first?.left ?? 0 }
  var right: Double { segments.last?.right ?? 0 }

  /// Where the day begins; a day within a gap stands at its edge.
  func x(startOf day: Int) -> Double {
    var best = left
    for segment in segments {
      if day < segment.first { break }
      let share = Double(min(day - segment.first, segment.days)) / Double(segment.days)
      best = segment.left + share * (segment.right - segment.left)
    }
    return best
  }

  func x(endOf day: Int) -> Double {
    guard let segment = segments.first(where: { $0.first <= day && day <= $0.last }) else {
      return x(startOf: day)
    }
    let share = Double(day - segment.first + 1) / Double(segment.days)
    return segment.left + share * (segment.right - segment.left)
  }
}
