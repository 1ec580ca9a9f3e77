internal import Foundations

/// One named field of a struct's form.
public struct Field<Root: Sendable>: Sendable {
  /// The key in the file.
  public let name: String
  /// Whether the key has to be there.
  public let required: Bool
  /// One sentence for the reference page and the schema.
  public let doc: String
  let read: @Sendable (Node, inout NodeReader, UnsafeMutablePointer<Root>) -> Void
  let write: @Sendable (UnsafePointer<Root>) -> Node?
  let schema: @Sendable (inout SchemaBook) -> Node
  let walk: @Sendable (UnsafeMutablePointer<Root>, inout ReferenceWalker) -> Void
  /// False where no reference can stand in it.
  let holdsReferences: Bool

  /// A field that must be there.
  public static func required<V: Shaped>(
    _ name: String, _ path: any WritableKeyPath<Root, V> & Sendable, _ doc: String
  ) -> Field {
    let slot = FieldSlot(path)
    return Field(
      name: name, required: true, doc: doc,
      read: { node, reader, root in
        if let value = V.read(node, &reader) { slot.set(root, value) }
      },
      write: { slot.value($0).node() },
      schema: { V.schema(&$0) },
      walk: { root, walker in slot.update(root) { $0.walk(&walker) } },
      holdsReferences: V.holdsReferences)
  }

  /// A field that may be absent.
  public static func optional<V: Shaped>(
    _ name: String, _ path: any WritableKeyPath<Root, V?> & Sendable, _ doc: String
  ) -> Field {
    let slot = FieldSlot(path)
    return Field(
      name: name, required: false, doc: doc,
      read: { node, reader, root in
        if case .null = node.content { return }
        slot.set(root, V.read(node, &reader))
      },
      write: { slot.value($0)?.node() },
      schema: { book in nullable(V.schema(&book)) },
      walk: { root, walker in slot.update(root) { $0?.walk(&walker) } },
      holdsReferences: V.holdsReferences)
  }

  /// A field with a default, which is not written.
  public static func defaulted<V: Shaped>(
    _ name: String, _ path: any WritableKeyPath<Root, V> & Sendable, _ standard: V, _ doc: String
  ) -> Field {
    let slot = FieldSlot(path)
    return Field(
      name: name, required: false, doc: doc,
      read: { node, reader, root in
        if case .null = node.content { return }
        if let value = V.read(node, &reader) { slot.set(root, value) }
      },
      write: { root in
        let value = slot.value(root)
        return value == standard ? nil : value.node()
      },
      schema: { book in nullable(V.schema(&book)) },
      walk: { root, walker in slot.update(root) { $0.walk(&walker) } },
      holdsReferences: V.holdsReferences)
  }

  /// A list; empty means absent. With `orOne`, a single element may stand without brackets.
  public static func list<V: Shaped>(
    _ name: String, _ path: any WritableKeyPath<Root, [V]> & Sendable, orOne: Bool = false,
    required: Bool = false, _ doc: String
  ) -> Field {
    let slot = FieldSlot(path)
    return Field(
      name: name, required: required, doc: doc,
      read: { node, reader, root in
        if let values = readList(V.self, node, orOne: orOne, &reader) { slot.set(root, values) }
      },
      write: { root in
        let values = slot.value(root)
        if values.isEmpty { return required ? .list([]) : nil }
        if orOne, values.count == 1 { return values[0].node() }
        return .list(values.map { $0.node() })
      },
      schema: { book in
        let element = V.schema(&book)
        let array = SchemaBook.object(("type", .text("array")), ("items", element))
        return nullable(orOne ? .map([.init("anyOf", .list([element, array]))]) : array)
      },
      walk: { root, walker in
        let values = slot.value(root)
        for (index, value) in values.enumerated() {
          var walked = value
          walker.inside(.index(index)) { walked.walk(&$0) }
          // Most walks change nothing, and then the list need not be copied.
          if walked != value { slot.update(root) { $0[index] = walked } }
        }
      },
      holdsReferences: V.holdsReferences)
  }

  /// A list for which the word `none` may stand, which says that it is known to be empty; nothing
  /// says nothing.
  public static func listOrNone<V: Shaped>(
    _ name: String, _ path: any WritableKeyPath<Root, [V]> & Sendable,
    none: any WritableKeyPath<Root, Bool> & Sendable, _ doc: String
  ) -> Field {
    let list = Field.list(name, path, doc)
    let isNone = FieldSlot(none)
    return Field(
      name: name, required: false, doc: doc,
      read: { node, reader, root in
        if node.scalar == "none" { return isNone.set(root, true) }
        list.read(node, &reader, root)
      },
      write: { root in isNone.value(root) ? .text("none") : list.write(root) },
      schema: { book in
        let word = SchemaBook.object(("const", .text("none")))
        return .map([.init("anyOf", .list([list.schema(&book), word]))])
      },
      walk: list.walk,
      holdsReferences: list.holdsReferences)
  }

  /// The same field, whose ids name parts of another entry.
  func referring(to target: String) -> Field {
    let (read, write, schema, walk) = (read, write, schema, walk)
    return Field(
      name: name, required: required, doc: doc, read: read, write: write,
      schema: { schema(&$0).referring(to: target) }, walk: walk, holdsReferences: holdsReferences)
  }

  fileprivate func within<Outer>(_ path: any WritableKeyPath<Outer, Root> & Sendable) -> Field<
    Outer
  > {
    let slot = FieldSlot(path)
    return Field<Outer>(
      name: name, required: required, doc: doc,
      read: { node, reader, outer in
        slot.update(outer) { inner in
          withUnsafeMutablePointer(to: &inner) { read(node, &reader, $0) }
        }
      },
      write: { outer in withUnsafePointer(to: slot.value(outer)) { write($0) } },
      schema: schema,
      walk: { outer, walker in
        slot.update(outer) { inner in
          withUnsafeMutablePointer(to: &inner) { walk($0, &walker) }
        }
      },
      holdsReferences: holdsReferences)
  }

  /// The field of a struct that keeps its fields behind a reference.
  func apart<Outer: FieldsApart>(in type: Outer.Type) -> Field<Outer> where Outer.Content == Root {
    let (read, write, walk) = (read, write, walk)
    return Field<Outer>(
      name: name, required: required, doc: doc,
      read: { node, reader, outer in
        withUnsafeMutablePointer(to: &outer.pointee.content) { read(node, &reader, $0) }
      },
      write: { outer in outer.pointee.reading { write($0) } },
      schema: schema,
      walk: { outer, walker in
        withUnsafeMutablePointer(to: &outer.pointee.content) { walk($0, &walker) }
      },
      holdsReferences: holdsReferences)
  }

  private static func readList<V: Shaped>(
    _ type: V.Type, _ node: Node, orOne: Bool, _ reader: inout NodeReader
  ) -> [V]? {
    switch node.content {
    case .null: return []
    case .list(let items):
      var values: [V] = []
      values.reserveCapacity(items.count)
      for (index, item) in items.enumerated() {
        if let value = reader.inside(.index(index), { V.read(item, &$0) }) { values.append(value) }
      }
      return values
    case .scalar, .literal, .map:
      if orOne { return V.read(node, &reader).map { [$0] } }
      reader.fail(
        .wrongType, at: node.place, "expected a list, found \(node.kindInWords)",
        hint: "put it in brackets: `[…]`")
      return nil
    }
  }

  private static func nullable(_ schema: Node) -> Node {
    .map([.init("anyOf", .list([schema, .map([.init("type", .text("null"))])]))])
  }
}

extension Array {
  /// The fields of a struct that holds these fields' struct at `path`, without a key of its own.
  func within<Inner, Outer>(_ path: any WritableKeyPath<Outer, Inner> & Sendable)
    -> [Field<Outer>] where Element == Field<Inner>
  {
    map { $0.within(path) }
  }
}

/// A struct that keeps its fields in another one, behind a reference.
protocol FieldsApart: Sendable {
  associatedtype Content: Sendable
  var content: Content { get set }
  /// The fields where they lie, without a copy.
  func reading<Result>(_ body: (UnsafePointer<Content>) -> Result) -> Result
}

/// A struct whose form is a map of fields.
public protocol FieldShaped: Shaped {
  /// A value with nothing in it, to read into.
  init()
  /// In canonical order.
  static var fields: [Field<Self>] { get }
  /// What a person calls one, as in "statement".
  static var noun: String { get }
  /// A key whose value alone stands for the whole, as a date's `value`.
  static var shorthand: String? { get }
  /// What must hold between fields; reported to `reader` at `node`.
  func validate(_ node: Node, _ reader: inout NodeReader)
}

extension FieldShaped {
  /// The field that a bare value stands for; nil where there is none.
  public static var shorthand: String? { nil }
  /// Reports what its fields cannot be together.
  public func validate(_ node: Node, _ reader: inout NodeReader) {}

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Self? {
    let pairs: [Node.Pair]
    if case .map(let found) = node.content {
      pairs = found
    } else if let key = shorthand {
      pairs = [.init(key, node, keyPlace: node.place)]
    } else {
      reader.fail(
        .wrongType, at: node.place, "expected \(noun.withArticle), found \(node.kindInWords)")
      return nil
    }
    let before = reader.findings.count + reader.uncounted
    let fields = Self.fields
    var value = Self()
    var seen: UInt64 = 0
    // Keys stand in canonical order as a rule, so each is looked for from the one before it.
    var expected = 0
    for at in pairs.indices {
      guard let index = index(of: pairs[at].key, in: fields, from: expected) else {
        let pair = pairs[at]
        reader.fail(
          .unknownKey, at: pair.keyPlace,
          "unknown key `\(pair.key.shortened(to: 60))` in \(noun.withArticle)",
          hint: nearest(to: pair.key, among: fields.lazy.map(\.name)).map {
            "did you mean `\($0)`?"
          }
            ?? "\(noun.withArticle) may have \(fields.map(\.name).alternatives)")
        continue
      }
      if seen & (1 << UInt64(index)) != 0 {
        reader.fail(
          .duplicateKey, at: pairs[at].keyPlace,
          "the key `\(pairs[at].key)` is given twice in this \(noun)",
          hint: "keep one of them")
        continue
      }
      seen |= 1 << UInt64(index)
      expected = index + 1
      reader.inside(.key(fields[index].name)) { reader in
        withUnsafeMutablePointer(to: &value) { fields[index].read(pairs[at].value, &reader, $0) }
      }
    }
    for index in fields.indices
    where fields[index].required && seen & (1 << UInt64(index)) == 0 {
      let field = fields[index]
      reader.fail(
        .missingKey, at: node.place, "this \(noun) has no `\(field.name)`",
        hint: "add `\(field.name):` (\(field.doc.lowercasedFirst))",
        missing: .init(noun: noun, key: field.name))
    }
    guard reader.findings.count + reader.uncounted == before else { return nil }
    value.validate(node, &reader)
    return reader.findings.count + reader.uncounted == before ? value : nil
  }

  /// Its form in the file.
  public func node() -> Node {
    var pairs: [Node.Pair] = []
    let fields = Self.fields
    withUnsafePointer(to: self) { root in
      for index in fields.indices {
        if let node = fields[index].write(root) { pairs.append(.init(fields[index].name, node)) }
      }
    }
    if pairs.count == 1, pairs[0].key == Self.shorthand { return pairs[0].value }
    return .map(pairs)
  }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    let named = book.reference(noun.filter { $0 != "'" }.replacing(" ", with: "-")) { book in
      let properties = properties(&book)
      let needed = fields.filter(\.required).map { Node.text($0.name) }
      var object: [Node.Pair] = [
        .init("type", .text("object")), .init("properties", .map(properties)),
        .init("additionalProperties", .literal("false")),
      ]
      if !needed.isEmpty { object.append(.init("required", .list(needed))) }
      return .map(object)
    }
    guard let key = shorthand, let field = fields.first(where: { $0.name == key }) else {
      return named
    }
    return .map([.init("anyOf", .list([field.schema(&book), named]))])
  }

  /// The fields' schemas, each with its sentence.
  static func properties(_ book: inout SchemaBook) -> [Node.Pair] {
    var properties: [Node.Pair] = []
    for field in fields {
      properties.append(.init(field.name, described(field.schema(&book), field.doc)))
    }
    return properties
  }

  private static func described(_ schema: Node, _ doc: String) -> Node {
    guard case .map(let pairs) = schema.content else { return schema }
    return .map([.init("description", .text(doc))] + pairs)
  }

  /// The place of the field `name`, looked for from `start` on and then from the first.
  private static func index(
    of name: String, in fields: [Field<Self>], from start: Int
  ) -> Int? {
    for index in start..<fields.count where fields[index].name == name { return index }
    for index in 0..<start where fields[index].name == name { return index }
    return nil
  }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) { walkFields(&walker) }

  mutating func walkFields(_ walker: inout ReferenceWalker) {
    let fields = Self.fields
    withUnsafeMutablePointer(to: &self) { root in
      for index in fields.indices {
        guard fields[index].holdsReferences else { continue }
        walker.inside(.key(fields[index].name)) { fields[index].walk(root, &$0) }
      }
    }
  }
}

extension String {
  package var withArticle: String {
    guard let first = unicodeScalars.first else { return self }
    return ("aeiou".unicodeScalars.contains(first) ? "an " : "a ") + self
  }

  package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
