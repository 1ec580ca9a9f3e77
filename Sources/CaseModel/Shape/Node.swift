/// Where something stands in a file. Lines and columns count from 1, columns in code points;
/// `start` and `end` are UTF-8 byte offsets, `end` exclusive.
public struct Place: Sendable, Hashable {
  /// The line, from 1.
  public var line: UInt32
  /// The column, from 1, in code points.
  public var column: UInt32
  /// The offset of its first byte.
  public var start: Int
  /// The offset of the byte after its last.
  public var end: Int

  /// A place by line and column, and by its bytes.
  public init(line: UInt32, column: UInt32, start: Int, end: Int) {
    self.line = line
    self.column = column
    self.start = start
    self.end = end
  }

  /// The place of a value that came from no file.
  public static let nowhere = Place(line: 0, column: 0, start: 0, end: 0)
}

/// A piece of a document before it has a meaning: what YAML and JSON have in common.
///
/// Scalars are text whatever the notation would make of them, so `2022`, `no` and `on` arrive as
/// they were written.
public struct Node: Sendable {
  /// A key and its value.
  public struct Pair: Sendable {
    /// The key.
    public var key: String
    /// Where the key is.
    public var keyPlace: Place
    /// The value.
    public var value: Node

    /// A key and its value.
    public init(_ key: String, _ value: Node, keyPlace: Place = .nowhere) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  /// What a node holds.
  public enum Content: Sendable {
    case null
    case scalar(String)
    /// A number, `true` or `false` in JSON; written without quotes in both notations.
    case literal(String)
    case list([Node])
    case map([Pair])
  }

  /// What it holds.
  public var content: Content
  /// Where it was read; nowhere where it was made.
  public var place: Place

  /// A node and its place.
  public init(_ content: Content, at place: Place = .nowhere) {
    self.content = content
    self.place = place
  }

  /// Text, quoted where it has to be.
  public static func text(_ text: String) -> Node { Node(.scalar(text)) }
  /// A number or a truth value, never quoted.
  public static func literal(_ text: String) -> Node { Node(.literal(text)) }
  /// A list.
  public static func list(_ items: [Node]) -> Node { Node(.list(items)) }
  /// A map, in the order given.
  public static func map(_ pairs: [Pair]) -> Node { Node(.map(pairs)) }
  /// Nothing.
  public static var null: Node { Node(.null) }

  /// The text of a scalar, nil for anything else.
  public var scalar: String? {
    switch content {
    case .scalar(let text), .literal(let text): text
    case .null, .list, .map: nil
    }
  }

  /// The value under `key`, nil where there is none or this is no map.
  public subscript(key: String) -> Node? {
    guard case .map(let pairs) = content else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// What a person would call it, for messages.
  package var kindInWords: String {
    switch content {
    case .null: "nothing"
    case .scalar(let text), .literal(let text): "`\(text.shortened(to: 40))`"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

extension String {
  /// The text cut to `limit` code points, with an ellipsis where something was cut.
  package func shortened(to limit: Int) -> String {
    guard unicodeScalars.count > limit else { return self }
    var short = String.UnicodeScalarView()
    short.append(contentsOf: unicodeScalars.prefix(max(0, limit - 1)))
    return String(short) + "…"
  }
}
