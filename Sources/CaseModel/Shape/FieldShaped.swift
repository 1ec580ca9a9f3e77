internal import Foundations

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
