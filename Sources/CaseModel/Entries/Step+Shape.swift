extension Step: Shaped {
  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Step? {
    guard let subject = Subject.read(node, &reader) else { return nil }
    if let step = Step(subject) { return step }
    let isClause = if case .draft(_, .some) = subject { true } else { false }
    reader.fail(
      .badStep, at: node.place, "nothing can wait for this",
      hint: isClause
        ? "for a clause of a draft, name the issue and the answer that it settles"
        : "a step is an issue with its option, a milestone, a meeting, a commitment or a draft")
    return nil
  }

  /// Nil where the subject cannot be waited for.
  public init?(_ subject: Subject) {
    switch subject {
    case .issue(let id, let answer): self = .issue(id, answer)
    case .milestone(let id): self = .milestone(id)
    case .meeting(let id): self = .meeting(id)
    case .commitment(let id): self = .commitment(id)
    case .draft(let id, nil): self = .draft(id)
    case .delegation, .constraint, .draft, .interest, .actor, .statement, .requirement, .together:
      return nil
    }
  }

  /// Its form in the file.
  public func node() -> Node { subject.node() }
  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node { SubjectForm.schema(&book) }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    var walked = subject
    walked.walk(&walker)
    if let step = Step(walked) { self = step }
  }
}
