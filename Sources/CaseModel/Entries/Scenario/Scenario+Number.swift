extension Case.Scenario {
  /// A number of a model: as surely known as its range says, resting on what its basis says. The
  /// number alone stands for it where it is certain and rests on what the whole rests on.
  public struct Number: FieldShaped {
    public var value: Amount?
    public var from: Amount?
    public var to: Amount?
    public var evidence: [Case.Statement.ID] = []
    public var basis: Basis?
    public var note: String?
    public init() {}

    public init(_ value: Amount, from: Amount? = nil, to: Amount? = nil) {
      (self.value, self.from, self.to) = (value, from, to)
    }

    public static let noun = "scenario number"
    public static let shorthand: String? = "value"
    public static let fields: [Field<Number>] = [
      .optional("value", \.value, "The value used; the midpoint of the range where absent"),
      .optional("from", \.from, "The least it may be"),
      .optional("to", \.to, "The most it may be"),
      .list("evidence", \.evidence, "The statements it rests on"),
      .optional("basis", \.basis, "Whose judgement it is, or `default` where it is nobody's"),
      .optional("note", \.note, "Why this number, in a few words"),
    ]

    public func validate(_ node: Node, _ reader: inout NodeReader) {
      if (from == nil) != (to == nil) {
        reader.fail(
          "half-range", at: node.place, "a range has two ends",
          hint: from == nil ? "add `from`" : "add `to`")
        return
      }
      guard let from, let to else {
        if value == nil {
          reader.fail(
            "missing-key", at: node.place, "this scenario number has no `value`",
            hint: "add `value:`, or the range `from:` and `to:`")
        }
        return
      }
      if to < from {
        reader.fail(
          "backward-range", at: node.place,
          "the range runs backwards, from \(from.text) to \(to.text)", hint: "turn it round")
      } else if let value, value < from || to < value {
        reader.fail(
          "outside-range", at: node.place,
          "\(value.text) lies outside its own range, \(from.text) to \(to.text)",
          hint: "widen the range, or correct the number")
      }
    }

    public var isDefault: Bool { basis == .standard }
  }

  /// Whose judgement a number is: an analyst's, an actor's, or nobody's.
  public enum Basis: Shaped {
    /// Nobody's: what the program takes where nothing is known.
    case standard
    case who(Who)

    public static func read(_ node: Node, _ reader: inout NodeReader) -> Basis? {
      if node.scalar == "default" { return .standard }
      return Who.read(node, &reader).map(Basis.who)
    }

    public func node() -> Node {
      switch self {
      case .standard: .text("default")
      case .who(let who): who.node()
      }
    }

    public static func schema(_ book: inout SchemaBook) -> Node {
      Slug.schema(&book).referring(to: "who")
    }

    public mutating func walk(_ walker: inout ReferenceWalker) {
      guard case .who(var who) = self else { return }
      who.walk(&walker)
      self = .who(who)
    }
  }

  /// One option, or one number, of one issue: `ceasefire=lasting`, `days=30`.
  public struct Choice: Shaped {
    public var issue: Slug
    public var option: String

    public init(_ issue: Slug, _ option: String) { (self.issue, self.option) = (issue, option) }

    public static var holdsReferences: Bool { false }

    /// Nil where the text has not one `=` between a name and an option or a number.
    public init?(_ text: String) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        .map { $0.trimmingBlanks }
      guard parts.count == 2, Slug.isSlug(parts[0]), NameMap<String>.isName(parts[1]) else {
        return nil
      }
      self.init(Slug(parts[0]), parts[1])
    }

    public var text: String { "\(issue)=\(option)" }

    public static func read(_ node: Node, _ reader: inout NodeReader) -> Choice? {
      guard let text = reader.text(node, wanted: "a choice such as `issue=option`") else {
        return nil
      }
      if let choice = Choice(text) { return choice }
      reader.fail(
        "bad-choice", at: node.place, "`\(text.shortened(to: 60))` is no choice",
        hint: "write the issue's id and the option's, as `issue=option`")
      return nil
    }

    public func node() -> Node { .text(text) }

    public static func schema(_ book: inout SchemaBook) -> Node {
      book.reference("choice") { _ in
        SchemaBook.object(
          ("type", .text("string")), ("pattern", .text("^[a-z0-9-]+ *= *-?[a-z0-9.-]+$")),
          ("description", .text("An issue and its option, or number, as `issue=option`")))
      }
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
