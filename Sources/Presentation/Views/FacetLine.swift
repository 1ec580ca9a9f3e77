internal import CaseModel

/// How many of the rows each further choice would leave, each with the link that makes it.
struct FacetLine {
  let title: String
  /// In the order shown.
  let values: [(words: String, count: Int, asked: [Link.Asked])]
  /// Values shown at most.
  var most = 10

  /// Nil where there is nothing to choose between.
  var inline: Inline? {
    guard values.count > 1 else { return nil }
    var line = Inline("\(title): ", .strong)
    for (place, value) in values.prefix(most).enumerated() {
      if place > 0 { line += Inline(" · ") }
      line += Inline(value.words, to: .asking(value.asked)) + Inline(" \(value.count)", .faint)
    }
    let more = values.count - most
    return more > 0 ? line + Inline(" and \(more) more", .faint) : line
  }

  /// Counted values, the most frequent first.
  static func counts<Value: Hashable & Comparable>(_ values: [[Value]]) -> [(Value, Int)] {
    var counts: [Value: Int] = [:]
    for row in values { for value in Set(row) { counts[value, default: 0] += 1 } }
    return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .map { ($0.key, $0.value) }
  }
}
