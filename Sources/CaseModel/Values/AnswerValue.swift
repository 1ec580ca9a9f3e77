/// An answer to an issue that is not one of its named options.
public enum AnswerValue: Sendable, Hashable {
  case quantity(Quantity)
  /// The words it came from and the rule stay with it, and make no other answer of it.
  case date(Dating)
  case set(MemberSet)
}

/// Some of an issue's declared members, or actors; open where the text says "such as".
public struct MemberSet: FieldShaped {
  public var members: [Slug]
  /// More may belong to it.
  public var open: Bool
  public var except: [Slug]

  public init() { self.init([]) }

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

  public static let noun = "set"
  public static let fields: [Field<MemberSet>] = [
    .list("set", \.members, required: true, "Members of the issue, or actors")
      .referring(to: "members"),
    .defaulted("open", \.open, false, "True where the text leaves room for more (\"such as\")"),
    .list("except", \.except, "What the text leaves out by name").referring(to: "members"),
  ]
}

extension AnswerValue: Shaped {
  /// A set's members need their issue: ``Subject`` walks them.
  public static var holdsReferences: Bool { false }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> AnswerValue? {
    guard case .map = node.content else {
      reader.fail(
        "wrong-type", at: node.place, "expected a value, found \(node.kindInWords)", hint: hint)
      return nil
    }
    if node["quantity"] != nil { return Quantity.read(node, &reader).map { .quantity($0) } }
    if node["set"] != nil { return MemberSet.read(node, &reader).map { .set($0) } }
    if node["date"] != nil { return DateValue.read(node, &reader).map { .date($0.date) } }
    reader.fail(
      "bad-value", at: node.place, "this value says neither quantity, date nor set", hint: hint)
    return nil
  }

  private static let hint =
    "write {quantity: 2, unit: hour}, {date: 2025-05} or {set: [a, b], open: true}"

  public func node() -> Node {
    switch self {
    case .quantity(let quantity): quantity.node()
    case .date(let date): .map([.init("date", date.node())])
    case .set(let set): set.node()
    }
  }

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
    case .date(let date): date.value.words
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
