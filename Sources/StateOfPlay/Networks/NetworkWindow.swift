internal import CaseModel
internal import Networks

/// How much a statement counts by when it was said: all or nothing in a window, more or less by a
/// kernel.
struct NetworkWindow {
  private let start: Int?
  private let end: Int?
  private let kernel: Kernel?
  private let width: Int
  private let departures: Set<Departure>
  private let centre: Int

  init(_ questions: NetworkQuestions, _ entries: [NetworkStatements.Entry]) {
    start = questions.from.map { Int($0.earliest.number) }
    end = questions.until.map { Int($0.latest.number) }
    kernel = questions.kernel
    width = max(1, questions.width)
    departures = Set(questions.departures ?? [])
    let given = questions.centre.map { date in
      // The middle of a month or year that is named.
      (Int(date.earliest.number) + Int(date.latest.number)) / 2
    }
    centre = given ?? entries.compactMap(\.day).max() ?? 0
  }

  /// Whether everything is in it, dated or not.
  var isAll: Bool { start == nil && end == nil && kernel == nil }

  func weight(_ entry: NetworkStatements.Entry) -> Double {
    guard let day = entry.day else { return isAll ? 1 : 0 }
    if let start, day < start { return 0 }
    if let end, day > end { return 0 }
    guard
      let weight = kernel?.weight(days: day - centre, width: width, departures: departures)
    else { return 1 }
    // What counts less than that is nothing to any measure, and no number the search can divide by.
    return weight > 1e-9 ? weight : 0
  }
}

extension NetworkStatements.Entry {
  /// Says for or against, and when cannot be said.
  var isUndated: Bool { day == nil && agrees != nil }
}
