internal import Foundations

/// One front per grade: per number of articles included, or of options changed from a draft.
/// Rows are compared within a grade only.
struct GradedFront<S: Score>: Sendable {
  var fronts: [Front<S>]

  init(width: Int, gradeCount: Int) {
    fronts = Array(repeating: .empty(width: width), count: gradeCount)
  }

  static func origin(width: Int, gradeCount: Int) -> GradedFront {
    var result = GradedFront(width: width, gradeCount: gradeCount)
    result.fronts[0] = .origin(width: width)
    return result
  }

  var count: Int { fronts.reduce(0) { $0 + $1.count } }
  var isEmpty: Bool { fronts.allSatisfy(\.isEmpty) }

  /// Every sum of one row of each, grades adding up; sums past the last grade are dropped.
  func sum(
    _ other: GradedFront, width: Int, keeping reduction: FrontReduction, _ checkpoint: Checkpoint
  ) throws -> GradedFront {
    let (large, small) = count >= other.count ? (self, other) : (other, self)
    var sources: [[ShiftedFront<S>]] = Array(repeating: [], count: fronts.count)
    for (smallGrade, shifts) in small.fronts.enumerated() {
      for index in 0..<shifts.count {
        let shift = Array(shifts.row(index))
        for (grade, front) in large.fronts.enumerated() where !front.isEmpty {
          if grade + smallGrade >= fronts.count { break }
          sources[grade + smallGrade].append(
            ShiftedFront(front, by: shift, times: shifts.counts[index]))
        }
      }
    }
    var result = self
    result.fronts = try sources.map {
      try S.union(of: $0, width: width, keeping: reduction, checkpoint)
    }
    return result
  }
}
