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
    var threshold = max(40, (last - first) / 30)
    repeat {
      segments = Self.segments(sorted, threshold: threshold)
      threshold += threshold / 2
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

  /// Dates less exact than this, in days, hold open no part of the axis that exact ones do not.
  private static let coarse = 100

  /// What the axis must have room for: all that is fairly exact, and of the rest what lies apart
  /// from it. A year on record as "2025" is drawn from edge to edge of what happened within it.
  static func stretches(of marks: [TimelineItem.Mark]) -> [Stretch] {
    var fine: [Stretch] = []
    var rest: [Stretch] = []
    for mark in marks {
      guard let first = mark.first ?? mark.last, let last = mark.last ?? mark.first else {
        continue
      }
      let isOpen = mark.first == nil || mark.last == nil
      if last - first < coarse, !isOpen {
        fine.append(Stretch(first: first, last: last))
      } else {
        rest.append(Stretch(first: first, last: last, isEnd: isOpen))
      }
    }
    let held = segments(
      fine.sorted { ($0.first, $0.last) < ($1.first, $1.last) }, threshold: 1)
    rest.removeAll { long in
      held.contains { $0.first <= long.last && long.first <= $0.last }
    }
    // Of what goes on for more than a year only the ends count.
    return fine
      + rest.flatMap { long in
        long.last - long.first <= 366
          ? [long]
          : [long.first, long.last].map { Stretch(first: $0, last: $0, isEnd: true) }
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
