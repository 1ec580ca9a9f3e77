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

  func within<Outer>(_ path: any WritableKeyPath<Outer, Root> & Sendable) -> Field<
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
