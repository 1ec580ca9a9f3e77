internal import CaseModel
internal import Foundations

/// The contradictions of each issue by its place in the case, with what they were found in: after an
/// edit those are kept whose statements are as they were.
struct ContradictionParts: Sendable {
  /// All of an issue that contradictions are found in.
  struct Inputs: Equatable, Sendable {
    var assertions: [Assertion]
    /// The places of statements that leave the issue open.
    var undecided: [Int]
    /// Of the assertions those whose authors have taken them back since.
    var givenUp: [Int]
  }

  struct Part: Sendable {
    var groups: [ContradictionsView.Group] = []
    var variants: [ContradictionsView.Group] = []
    var accounts: [ContradictionsView.Account] = []
  }

  private struct Kept: Sendable {
    let inputs: Inputs
    let part: Part
  }

  private var before: [Int: Kept] = [:]
  /// The case before, and in which statements this one differs.
  private(set) var succeeded: (case: FilteredCase, edit: StatementEdit)?
  private var made: [Int: Kept] = [:]
  /// Of the case before, until those of this one are found.
  var coders: CoderDifferences?
  var assessments: AssessmentContradictions?
  /// Another case may follow. Else nothing is kept.
  let isFollowed: Bool

  init(isFollowed: Bool = false) { self.isFollowed = isFollowed }

  /// For a case that differs from the one before in the statements of `edit`.
  init(after before: ContradictionParts, of old: FilteredCase, _ edit: StatementEdit) {
    self.before = before.made
    (coders, assessments) = (before.coders, before.assessments)
    succeeded = (old, edit)
    isFollowed = true
  }

  /// Releases what was made of the case before, once all is made of this one.
  mutating func forget() { (before, succeeded) = ([:], nil) }

  /// The contradictions of each of `issues`: those of the case before where the statements are as they
  /// were, else what `make` gives, on all cores where there is enough to do.
  ///
  /// - Parameter work: the statements on all of them.
  mutating func parts<Stop: Error>(
    of issues: [Int], _ finder: ContradictionFinder, work: Int,
    _ make: @Sendable (Int) throws(Stop) -> Part
  ) throws(Stop) -> [Part] {
    guard isFollowed else {
      return try Parallel.map(count: issues.count, work: work) { (number) throws(Stop) in
        try make(issues[number])
      }
    }
    let inputs = issues.map(finder.inputs)
    var parts = zip(issues, inputs).map { issue, inputs in
      kept(issue, inputs, isKept: finder.table.isKept[issue])
    }
    let missing = parts.indices.filter { parts[$0] == nil }
    let found = try Parallel.map(count: missing.count, work: work) { (number) throws(Stop) in
      try make(issues[missing[number]])
    }
    for (number, part) in zip(missing, found) {
      made[issues[number]] = Kept(inputs: inputs[number], part: part)
      parts[number] = part
    }
    return parts.compactMap(\.self)
  }

  /// - Parameter isKept: what is asserted on the issue is as it was, which need not be compared.
  private mutating func kept(_ issue: Int, _ inputs: Inputs, isKept: Bool) -> Part? {
    if let edit = succeeded?.edit, let kept = before[issue],
      isKept
        ? kept.inputs.givenUp.map({ edit.place(of: $0) }) == inputs.givenUp
        : kept.inputs.moved(by: edit) == inputs && !inputs.isFound(in: edit.after)
    {
      made[issue] = Kept(inputs: inputs, part: kept.part)
      return kept.part
    }
    return nil
  }
}

extension ContradictionParts.Inputs {
  /// The same in a case in which statements stand elsewhere; nil where some of them are there no more,
  /// or are not as they were.
  fileprivate func moved(by edit: StatementEdit) -> Self? {
    if edit.keepsPlaces { return isFound(in: edit.before) ? nil : self }
    var moved = self
    for place in assertions.indices {
      guard let position = edit.place(of: assertions[place].position) else { return nil }
      moved.assertions[place].position = position
    }
    moved.undecided = undecided.compactMap { edit.place(of: $0) }
    moved.givenUp = givenUp.compactMap { edit.place(of: $0) }
    return moved.undecided.count == undecided.count ? moved : nil
  }

  fileprivate func isFound(in places: Range<Int>) -> Bool {
    assertions.contains { places.contains($0.position) }
      || undecided.contains(where: places.contains)
  }
}
