/// An answer to an issue that is not one of its named options.
public enum AnswerValue: Sendable, Hashable {
  case quantity(Quantity)
  /// The words it came from and the rule stay with it, and make no other answer of it.
  case date(Dating)
  case set(MemberSet)
}

/// Some of an issue's declared members, or actors; open where the text says "such as".
public struct MemberSet: FieldShaped {
  /// Members of the issue, or actors.
  public var members: [Slug]
  /// More may belong to it.
  public var open: Bool
  /// What the text excludes by name.
  public var except: [Slug]

  /// One with every field empty.
  public init() { self.init([]) }

  /// A set of members, perhaps with others, perhaps without some.
  public init(_ members: [Slug], open: Bool = false, except: [Slug] = []) {
    self.members = members
    self.open = open
    self.except = except
  }

  /// A closed set without the members it excepts by name, which it does not hold; an exception that
  /// is a part of a member stays.
  package var withoutExceptions: MemberSet {
    if open || except.isEmpty { return self }
    let (all, left) = (Set(members), Set(except))
    return MemberSet(
      members.filter { !left.contains($0) }, except: except.filter { !all.contains($0) })
  }

  /// What one is called in messages.
  public static let noun = "set"
  /// Its fields, in the order of the file.
  public static let fields: [Field<MemberSet>] = [
    .list("set", \.members, required: true, "Members of the issue, or actors")
      .referring(to: "members"),
    .defaulted("open", \.open, false, "True if the text allows for more (\"such as\")"),
    .list("except", \.except, "What the text excludes by name").referring(to: "members"),
  ]
}

extension AnswerValue: Shaped {
  /// A set's members need their issue: ``Subject`` walks them.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> AnswerValue? {
    guard case .map = node.content else {
      reader.fail(
        .wrongType, at: node.place, "expected a value, found \(node.kindInWords)", hint: hint)
      return nil
    }
    if node["quantity"] != nil { return Quantity.read(node, &reader).map { .quantity($0) } }
    if node["set"] != nil { return MemberSet.read(node, &reader).map { .set($0) } }
    if node["date"] != nil { return DateValue.read(node, &reader).map { .date($0.date) } }
    reader.fail(
      .badValue, at: node.place, "this value is neither a quantity, a date nor a set", hint: hint)
    return nil
  }

  private static let hint =
    "write {quantity: 2, unit: hour}, {date: 2025-05} or {set: [a, b], open: true}"

  /// Its form in the file.
  public func node() -> Node {
    switch self {
    case .quantity(let quantity): quantity.node()
    case .date(let date): .map([.init("date", date.node())])
    case .set(let set): set.node()
    }
  }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    .map([
      .init(
        "anyOf",
        .list([Quantity.schema(&book), DateValue.schema(&book), MemberSet.schema(&book)]))
    ])
  }

  /// The same for the same answer: a set's members in order and once, without those it excepts.
  public var key: String {
    guard case .set(let given) = self else { return words }
    var set = given.withoutExceptions
    set.members = Set(set.members).sorted()
    set.except = Set(set.except).sorted()
    return AnswerValue.set(set).words
  }

  /// `14–21 days`, `May 2025`, `donetsk, kherson, …`
  public var words: String {
    switch self {
    case .quantity(let quantity): quantity.words
    case .date(let date): date.value.wordsOfLimit
    case .set(let set):
      set.members.map(\.raw).joined(separator: ", ") + (set.open ? ", …" : "")
        + (set.except.isEmpty ? "" : " except " + set.except.map(\.raw).joined(separator: ", "))
    }
  }
}

private struct DateValue: FieldShaped {
  var date = Dating()
  static let noun = "date value"
  static let fields: [Field<DateValue>] = [.required("date", \.date, "The date")]
}
