/// How packages are sorted into grades before they are compared: the grade of a package is the sum
/// of its options' grades.
struct Grading: Sendable {
  /// Per issue and option.
  let grades: [[Int]]
  let count: Int
  /// A grade is `included + stride × changes`.
  let stride: Int

  /// By the number of articles included, where a party scores by the mean; else one grade for all.
  init<S: Score>(of model: ScoreModel<S>) {
    self.init(included: model.included, optionCounts: model.optionCounts)
  }

  /// One grade for all.
  init(single optionCounts: [Int]) {
    self.init(included: [], optionCounts: optionCounts)
  }

  private init(included: [[Bool]], optionCounts: [Int]) {
    if included.isEmpty {
      grades = optionCounts.map { Array(repeating: 0, count: $0) }
      stride = 1
    } else {
      grades = included.map { $0.map { $0 ? 1 : 0 } }
      stride = optionCounts.count + 1
    }
    count = stride
  }

  /// Also by the number of options that differ from a draft, up to `most`; packages that differ in
  /// more are dropped.
  init<S: Score>(of model: ScoreModel<S>, changesFrom draft: [Int], most: Int) {
    let base = Grading(of: model)
    stride = base.stride
    grades = base.grades.indices.map { issue in
      base.grades[issue].indices.map { option in
        base.grades[issue][option] + (option == draft[issue] ? 0 : base.stride)
      }
    }
    count = stride * (most + 1)
  }

  func included(_ grade: Int) -> Int { stride == 1 ? 0 : grade % stride }
  func changes(_ grade: Int) -> Int { grade / stride }
}
