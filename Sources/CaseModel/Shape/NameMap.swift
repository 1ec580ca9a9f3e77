/// A map from ids, or from numbers, to values, in the file's order.
public struct NameMap<Value: Shaped>: Shaped {
  /// A name and its value.
  public struct Pair: Sendable, Hashable {
    /// The name, an id or a number.
    public var name: String
    /// The value.
    public var value: Value
  }

  /// The pairs, in the order of the file.
  public private(set) var pairs: [Pair] = []

  /// One with every field empty.
  public init() {}

  /// A map of the pairs in their order.
  public init(_ pairs: [(String, Value)]) {
    for (name, value) in pairs { self[name] = value }
  }

  /// Whether there is no pair.
  public var isEmpty: Bool { pairs.isEmpty }
  /// The names, in the order of the file.
  public var names: [String] { pairs.map(\.name) }

  /// - Complexity: O(pairs).
  public subscript(name: String) -> Value? {
    get { pairs.first { $0.name == name }?.value }
    set {
      let place = pairs.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): pairs[place].value = value
      case (let place?, nil): pairs.remove(at: place)
      case (nil, let value?): pairs.append(Pair(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The value of a name; nil where it has none.
  public subscript(name: Slug) -> Value? {
    get { self[name.raw] }
    set { self[name.raw] = newValue }
  }

  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { Value.holdsReferences }

  /// Whether a key can be `text`: an id, or a number.
  public static func isName(_ text: String) -> Bool { Slug.isSlug(text) || Amount(text) != nil }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> NameMap? {
    guard case .map(let found) = node.content else {
      reader.fail(
        .wrongType, at: node.place, "expected a map, found \(node.kindInWords)",
        hint: "write `{name: …, name: …}`")
      return nil
    }
    var map = NameMap()
    var seen: Set<String> = []
    map.pairs.reserveCapacity(found.count)
    for pair in found {
      guard isName(pair.key) else {
        reader.fail(
          .badID, at: pair.keyPlace,
          "`\(pair.key.shortened(to: 60))` is neither an id nor a number",
          hint: "ids are lower-case letters, digits and hyphens")
        continue
      }
      guard seen.insert(pair.key).inserted else {
        reader.fail(.duplicateKey, at: pair.keyPlace, "the key `\(pair.key)` is given twice here")
        continue
      }
      guard let value = reader.inside(.key(pair.key), { Value.read(pair.value, &$0) }) else {
        continue
      }
      map.pairs.append(Pair(name: pair.key, value: value))
    }
    return map
  }

  /// Its form in the file.
  public func node() -> Node { .map(pairs.map { .init($0.name, $0.value.node()) }) }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("object")), ("additionalProperties", Value.schema(&book)))
  }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    for index in pairs.indices {
      walker.inside(.key(pairs[index].name)) { pairs[index].value.walk(&$0) }
    }
  }
}
