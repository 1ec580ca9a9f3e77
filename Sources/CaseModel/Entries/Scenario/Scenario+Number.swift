extension Case.Scenario {
  /// A number of a model: as surely known as its range says, resting on what its basis says. The
  /// number alone stands for it where it is certain and rests on what the whole rests on.
  public struct Number: FieldShaped {
    /// The value used; the midpoint of the range if absent.
    public var value: Amount?
    /// The least it may be.
    public var from: Amount?
    /// The most it may be.
    public var to: Amount?
    /// The statements it rests on.
    public var evidence: [Case.Statement.ID] = []
    /// Whose judgement it is, or `default` if it is no one's.
    public var basis: Basis?
    /// Why this number, in a few words.
    public var note: String?
    /// One with every field empty.
    public init() {}

    /// A number, and the range in which it may be.
    public init(_ value: Amount, from: Amount? = nil, to: Amount? = nil) {
      (self.value, self.from, self.to) = (value, from, to)
    }

    /// What one is called in messages.
    public static let noun = "scenario number"
    /// The field that a bare value stands for.
    public static let shorthand: String? = "value"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Number>] = [
      .optional("value", \.value, "The value used; the midpoint of the range if absent"),
      .optional("from", \.from, "The lowest it may be"),
      .optional("to", \.to, "The highest it may be"),
      .list("evidence", \.evidence, "The statements it rests on"),
      .optional("basis", \.basis, "Whose judgement it is, or `default` if it is no one's"),
      .optional("note", \.note, "Why this number, in a few words"),
    ]

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      if (from == nil) != (to == nil) {
        reader.fail(
          .halfRange, at: node.place, "a range has two ends",
          hint: from == nil ? "add `from`" : "add `to`")
        return
      }
      guard let from, let to else {
        if value == nil {
          reader.fail(
            .missingKey, at: node.place, "this scenario number has no `value`",
            hint: "add `value:`, or the range `from:` and `to:`",
            missing: .init(noun: "scenario number", key: "value"))
        }
        return
      }
      if to < from {
        reader.fail(
          .backwardRange, at: node.place,
          "the range runs backwards, from \(from.text) to \(to.text)", hint: "swap the bounds")
      } else if let value, value < from || to < value {
        reader.fail(
          .outsideRange, at: node.place,
          "\(value.text) is outside its own range, \(from.text) to \(to.text)",
          hint: "widen the range, or correct the number")
      }
    }

    /// Whether it is no one's judgement.
    public var isDefault: Bool { basis == .standard }
  }

  /// Whose judgement a number is: an analyst's, an actor's, or no one's.
  public enum Basis: Shaped {
    /// No one's: what the program uses where nothing is known.
    case standard
    case who(Who)

    /// Reads it from a node; nil, with a finding, where that cannot be.
    public static func read(_ node: Node, _ reader: inout NodeReader) -> Basis? {
      if node.scalar == "default" { return .standard }
      return Who.read(node, &reader).map(Basis.who)
    }

    /// Its form in the file.
    public func node() -> Node {
      switch self {
      case .standard: .text("default")
      case .who(let who): who.node()
      }
    }

    /// Its form for JSON Schema.
    public static func schema(_ book: inout SchemaBook) -> Node {
      Slug.schema(&book).referring(to: "who")
    }

    /// Visits the ids of other entries in it, in the order of the file.
    public mutating func walk(_ walker: inout ReferenceWalker) {
      guard case .who(var who) = self else { return }
      who.walk(&walker)
      self = .who(who)
    }
  }

  /// One option, or one number, of one issue: `ceasefire=lasting`, `days=30`.
  public struct Choice: Shaped {
    /// The issue of the scenario.
    public var issue: Slug
    /// The option, or a number of the range.
    public var option: String

    /// An option of an issue.
    public init(_ issue: Slug, _ option: String) { (self.issue, self.option) = (issue, option) }

    /// Whether it may hold ids of other entries.
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

    /// Its form in the file: `issue=option`.
    public var text: String { "\(issue)=\(option)" }

    /// Reads it from a node; nil, with a finding, where that cannot be.
    public static func read(_ node: Node, _ reader: inout NodeReader) -> Choice? {
      guard let text = reader.text(node, wanted: "a choice such as `issue=option`") else {
        return nil
      }
      if let choice = Choice(text) { return choice }
      reader.fail(
        .badChoice, at: node.place, "`\(text.shortened(to: 60))` is not a choice",
        hint: "write the issue's id and the option's, as `issue=option`")
      return nil
    }

    /// Its form in the file.
    public func node() -> Node { .text(text) }

    /// Its form for JSON Schema.
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
