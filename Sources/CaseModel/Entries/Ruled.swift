/// What a legal act forbids, requires or allows under a reading: an action, or a step.
public enum Ruled: Sendable, Hashable {
  case action(Case.Constraint.RuledAction)
  /// An issue settled on an option, a milestone, a meeting, a commitment or a draft signed.
  case step(Step)
}

extension Ruled: Shaped {
  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Ruled? {
    if node["act"] != nil || node["with"] != nil {
      return Case.Constraint.RuledAction.read(node, &reader).map { .action($0) }
    }
    guard case .map = node.content else {
      reader.fail(
        .wrongType, at: node.place,
        "expected an action or a step, found \(node.kindInWords)",
        hint: "write `{act: negotiate, with: ID}` or `{issue: ID, option: ID}`")
      return nil
    }
    return Step.read(node, &reader).map { .step($0) }
  }

  /// Its form in the file.
  public func node() -> Node {
    switch self {
    case .action(let action): action.node()
    case .step(let step): step.node()
    }
  }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    .map([
      .init("anyOf", .list([Case.Constraint.RuledAction.schema(&book), Step.schema(&book)]))
    ])
  }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    switch self {
    case .action(var action):
      action.walk(&walker)
      self = .action(action)
    case .step(var step):
      step.walk(&walker)
      self = .step(step)
    }
  }
}
