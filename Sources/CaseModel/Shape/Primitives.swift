extension String: Shaped {
  public static var holdsReferences: Bool { false }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> String? {
    guard let text = reader.text(node, wanted: "text") else { return nil }
    if text.isEmpty {
      reader.fail("empty-text", at: node.place, "expected text, found nothing between the quotes")
      return nil
    }
    return text
  }

  public func node() -> Node { .text(self) }

  /// YAML editors see unquoted `2022` or `no` as a number or a truth value; here both are text.
  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .list(["string", "number", "boolean"].map { .text($0) })))
  }
}

extension Bool: Shaped {
  public static var holdsReferences: Bool { false }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> Bool? {
    switch node.scalar {
    case "true": return true
    case "false": return false
    default:
      reader.fail(
        "wrong-type", at: node.place, "expected true or false, found \(node.kindInWords)")
      return nil
    }
  }

  public func node() -> Node { .literal(self ? "true" : "false") }

  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("boolean")))
  }
}

extension Int: Shaped {
  public static var holdsReferences: Bool { false }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> Int? {
    if let text = node.scalar, let number = Int(text), number >= 0 { return number }
    reader.fail(
      "wrong-type", at: node.place, "expected a whole number from 0, found \(node.kindInWords)")
    return nil
  }

  public func node() -> Node { .literal(String(self)) }

  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("integer")), ("minimum", .literal("0")))
  }
}

/// A closed list of words, as the acts or the kinds of actor.
public protocol Vocabulary: Shaped, RawRepresentable, CaseIterable, Codable, Comparable
where RawValue == String {
  /// What the list is of, as in "act".
  static var noun: String { get }
}

extension Vocabulary {
  public static var holdsReferences: Bool { false }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> Self? {
    guard let text = reader.text(node, wanted: noun.withArticle) else { return nil }
    if let value = Self(rawValue: text) { return value }
    let words = allCases.map(\.rawValue)
    reader.fail(
      "unknown-word", at: node.place, "unknown \(noun) `\(text.shortened(to: 40))`",
      hint: suggestion(for: text, among: words)
        ?? "\(noun.withArticle) is \(words.alternatives)")
    return nil
  }

  public func node() -> Node { .text(rawValue) }

  public static func schema(_ book: inout SchemaBook) -> Node {
    book.reference(noun.replacing(" ", with: "-")) { _ in
      SchemaBook.object(("enum", .list(allCases.map { .text($0.rawValue) })))
    }
  }

  /// In the order of the list.
  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }

  private var position: Int { Array(Self.allCases).firstIndex(of: self) ?? 0 }
}

/// Who is named as the basis of a reading: an analyst, an actor, or just `analyst`.
public struct Who: IDText, Shaped {
  public var raw: String
  public init(_ raw: String) { self.raw = raw }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> Who? {
    Slug.read(node, &reader).map { Who($0.raw) }
  }

  public func node() -> Node { .text(raw) }
  public static func schema(_ book: inout SchemaBook) -> Node {
    Slug.schema(&book).referring(to: "who")
  }
  public mutating func walk(_ walker: inout ReferenceWalker) { walker.visit(&raw, .who) }
}
