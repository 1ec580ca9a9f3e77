extension Case.Commitment {
  /// A step by which a promise falls due: once the step is reached, or before it is.
  public struct DueStep: Sendable, Hashable {
    /// Whether it falls due before the step or after it, or is to be kept until the step.
    public enum Order: String, Sendable, Hashable, Codable, CaseIterable {
      case before, after, until
    }

    /// The step.
    public var step: Step
    /// Whether before it, after it, or until it.
    public var order: Order

    /// A promise that falls due with a step.
    public init(_ step: Step, _ order: Order = .after) {
      (self.step, self.order) = (step, order)
    }
  }
}

extension Case.Commitment.DueStep: Shaped {
  private static let words = Order.allCases.map(\.rawValue)

  /// `{before: STEP}`, `{after: STEP}`, `{until: STEP}`, or the step alone, which is *after*.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Self? {
    guard case .map(let pairs) = node.content, pairs.contains(where: { words.contains($0.key) })
    else { return Step.read(node, &reader).map { Self($0) } }
    guard pairs.count == 1, let pair = pairs.first, let order = Order(rawValue: pair.key) else {
      reader.fail(
        .badStep, at: node.place,
        "a promise is due before or after a step, or to be kept until one",
        hint: "write `{before: {milestone: ID}}`, `{after: …}` or `{until: …}` and nothing else")
      return nil
    }
    return reader.inside(.key(pair.key)) { Step.read(pair.value, &$0) }.map { Self($0, order) }
  }

  /// What is due after a step is written as the step alone, as files had it before there were several
  /// orders.
  public func node() -> Node {
    order == .after ? step.node() : .map([.init(order.rawValue, step.node())])
  }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    let step = Step.schema(&book)
    let ordered = book.reference("due-step") { _ in
      SchemaBook.object(
        ("type", .text("object")), ("minProperties", .literal("1")),
        ("maxProperties", .literal("1")),
        ("properties", .map(words.map { .init($0, step) })),
        ("additionalProperties", .literal("false")))
    }
    return .map([.init("anyOf", .list([step, ordered]))])
  }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    guard order != .after else { return step.walk(&walker) }
    walker.inside(.key(order.rawValue)) { step.walk(&$0) }
  }
}
