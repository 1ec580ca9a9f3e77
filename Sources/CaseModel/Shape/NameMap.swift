/// A map from ids, or from numbers, to values, in the file's order.
public struct NameMap<Value: Shaped>: Shaped {
  public struct Pair: Sendable, Hashable {
    public var name: String
    public var value: Value
  }

  public private(set) var pairs: [Pair] = []

  public init() {}

  public init(_ pairs: [(String, Value)]) {
    for (name, value) in pairs { self[name] = value }
  }

  public var isEmpty: Bool { pairs.isEmpty }
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

  public subscript(name: Slug) -> Value? {
    get { self[name.raw] }
    set { self[name.raw] = newValue }
  }

  public static var holdsReferences: Bool { Value.holdsReferences }

  /// Whether a key can be `text`: an id, or a number.
  public static func isName(_ text: String) -> Bool { Slug.isSlug(text) || Amount(text) != nil }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> NameMap? {
    guard case .map(let found) = node.content else {
      reader.fail(
        "wrong-type", at: node.place, "expected a map, found \(node.kindInWords)",
        hint: "write `{name: …, name: …}`")
      return nil
    }
    var map = NameMap()
    var seen: Set<String> = []
    map.pairs.reserveCapacity(found.count)
    for pair in found {
      guard isName(pair.key) else {
        reader.fail(
          "bad-id", at: pair.keyPlace,
          "`\(pair.key.shortened(to: 60))` is neither an id nor a number",
          hint: "ids are lower-case letters, digits and hyphens")
        continue
      }
      guard seen.insert(pair.key).inserted else {
        reader.fail("duplicate-key", at: pair.keyPlace, "the key `\(pair.key)` stands twice here")
        continue
      }
      guard let value = reader.inside(.key(pair.key), { Value.read(pair.value, &$0) }) else {
        continue
      }
      map.pairs.append(Pair(name: pair.key, value: value))
    }
    return map
  }

  public func node() -> Node { .map(pairs.map { .init($0.name, $0.value.node()) }) }

  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("object")), ("additionalProperties", Value.schema(&book)))
  }

  public mutating func walk(_ walker: inout ReferenceWalker) {
    for index in pairs.indices {
      walker.inside(.key(pairs[index].name)) { pairs[index].value.walk(&$0) }
    }
  }
}
