internal import CaseModel

/// Marks under one piece of the axis, and the words below them.
struct TimelineTicks {
  struct Tick {
    var day: Int
    var label: String
  }

  var ticks: [Tick] = []
  /// The year or month that the ticks belong to.
  var heading = ""

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  init(_ segment: TimelineAxis.Segment) {
    let first = CivilDay(number: Int32(clamping: segment.first)).civil
    let last = CivilDay(number: Int32(clamping: segment.last)).civil
    let room = segment.right - segment.left
    if segment.finest < 28, segment.days <= 45 {
      let step = Self.step([1, 2, 5, 10], count: segment.days, label: 22, room)
      for day in stride(from: segment.first, through: segment.last, by: step) {
        ticks.append(
          Tick(day: day, label: "\(CivilDay(number: Int32(clamping: day)).civil.day)"))
      }
      let (from, to) = (Self.months[first.month - 1], Self.months[last.month - 1])
      heading =
        first.year != last.year
        ? "\(from) \(first.year) – \(to) \(last.year)"
        : first.month == last.month ? "\(from) \(last.year)" : "\(from) – \(to) \(last.year)"
    } else if segment.finest < 360, segment.days <= 1200 {
      let count = (last.year - first.year) * 12 + last.month - first.month + 1
      let step = Self.step([1, 2, 3, 6, 12], count: count, label: 34, room)
      for offset in 0..<count {
        let month = first.month - 1 + offset
        guard offset % step == 0,
          let day = CivilDay(year: first.year + month / 12, month: month % 12 + 1, day: 1)
        else { continue }
        ticks.append(Tick(day: max(segment.first, Int(day.number)), label: Self.months[month % 12]))
      }
      heading = first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)"
    } else {
      let count = last.year - first.year + 1
      let step = Self.step(
        [1, 2, 5, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000], count: count, label: 46, room)
      for year in stride(from: first.year, through: last.year, by: step) {
        guard let day = CivilDay(year: year, month: 1, day: 1) else { continue }
        ticks.append(Tick(day: max(segment.first, Int(day.number)), label: "\(year)"))
      }
    }
  }

  /// The smallest step at which labels of that width do not touch.
  private static func step(_ steps: [Int], count: Int, label: Double, _ room: Double) -> Int {
    let most = max(1, Int(room / label))
    return steps.first { (count + $0 - 1) / $0 <= most } ?? steps.last ?? 1
  }
}
