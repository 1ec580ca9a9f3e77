internal import Foundations

extension String: Shaped {
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> String? {
    guard let text = reader.text(node, wanted: "text") else { return nil }
    if text.isEmpty {
      reader.fail(.emptyText, at: node.place, "expected text, found nothing between the quotes")
      return nil
    }
    return text
  }

  /// Its form in the file.
  public func node() -> Node { .text(self) }

  /// YAML editors see unquoted `2022` or `no` as a number or a truth value; here both are text.
  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .list(["string", "number", "boolean"].map { .text($0) })))
  }
}

extension Bool: Shaped {
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Bool? {
    switch node.scalar {
    case "true": return true
    case "false": return false
    default:
      reader.fail(
        .wrongType, at: node.place, "expected true or false, found \(node.kindInWords)")
      return nil
    }
  }

  /// Its form in the file.
  public func node() -> Node { .literal(self ? "true" : "false") }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("boolean")))
  }
}

extension Int: Shaped {
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Int? {
    if let text = node.scalar, let number = Int(text), number >= 0 { return number }
    reader.fail(
      .wrongType, at: node.place, "expected a whole number from 0, found \(node.kindInWords)")
    return nil
  }

  /// Its form in the file.
  public func node() -> Node { .literal(String(self)) }

  /// Its form for JSON Schema.
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
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Self? {
    guard let text = reader.text(node, wanted: noun.withArticle) else { return nil }
    if let value = Self(rawValue: text) { return value }
    let words = allCases.map(\.rawValue)
    reader.fail(
      .unknownWord, at: node.place, "unknown \(noun) `\(text.shortened(to: 40))`",
      hint: suggestion(for: text, among: words)
        ?? "\(noun.withArticle) is \(words.alternatives)")
    return nil
  }

  /// Its form in the file.
  public func node() -> Node { .text(rawValue) }

  /// Its form for JSON Schema.
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
  /// The id of an analyst or of an actor, or `default`.
  public var raw: String
  /// A name by its text.
  public init(_ raw: String) { self.raw = raw }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Who? {
    Slug.read(node, &reader).map { Who($0.raw) }
  }

  /// Its form in the file.
  public func node() -> Node { .text(raw) }
  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    Slug.schema(&book).referring(to: "who")
  }
  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) { walker.visit(&raw, .who) }
}
