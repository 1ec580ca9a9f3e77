/// An id that is text and nothing else: written, compared and coded as that text.
public protocol IDText: Sendable, Hashable, Comparable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  var raw: String { get }
  init(_ raw: String)
}

extension IDText {
  /// As written in code.
  public init(stringLiteral raw: String) { self.init(raw) }

  /// From JSON.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Its form in JSON.
  public func encode(to encoder: any Encoder) throws {
    try encoder.encode(raw)
  }

  /// Its form in the file.
  public var description: String { raw }
  /// Whether the left comes first.
  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
}

/// The id of an entry of one kind, as in `EntryID<Case.Actor>`: a slug, unique by kind.
public struct EntryID<Owner: SectionEntry>: IDText, Shaped {
  /// Its form in the file.
  public var raw: String

  /// An id by its text.
  public init(_ raw: String) { self.raw = raw }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> EntryID? {
    Slug.read(node, &reader).map { EntryID($0.raw) }
  }

  /// Its form in the file.
  public func node() -> Node { .text(raw) }
  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    Slug.schema(&book).referring(to: Owner.section.rawValue)
  }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    walker.visit(&raw, .entry(Owner.section))
  }
}

/// An id within its owner or on its own: lower-case ASCII letters, digits and hyphens, beginning
/// with a letter or digit, at most 100 long.
public struct Slug: IDText, Shaped {
  /// Its form in the file.
  public var raw: String

  /// An id by its text.
  public init(_ raw: String) { self.raw = raw }

  /// What it is the id of, its owner knows and walks.
  public static var holdsReferences: Bool { false }

  /// Whether text is lower-case letters, digits and hyphens and nothing else.
  public static func isSlug(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, bytes.count <= 100, first != UInt8(ascii: "-") else {
        return false
      }
      return bytes.allSatisfy { byte in
        byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
          || byte == UInt8(ascii: "-")
      }
    }
  }

  /// The nearest slug to `text`: lower case, other characters as hyphens; nil where nothing is left.
  public static func from(_ text: String) -> Slug? {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
      if slug.utf8.count >= 60 { break }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? nil : Slug(slug)
  }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Slug? {
    guard let text = reader.text(node, wanted: "an id") else { return nil }
    if isSlug(text) { return Slug(text) }
    reader.fail(
      .badID, at: node.place, "`\(text.shortened(to: 60))` is not an id",
      hint: "ids are lower-case letters, digits and hyphens"
        + (from(text).map { ", such as `\($0)`" } ?? ""))
    return nil
  }

  /// Its form in the file.
  public func node() -> Node { .text(raw) }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    book.reference("id") { _ in
      SchemaBook.object(
        ("type", .text("string")), ("pattern", .text("^[a-z0-9][a-z0-9-]*$")),
        ("maxLength", .literal("100")))
    }
  }
}

/// An entry of one section of the case.
public protocol SectionEntry: Shaped {
  static var section: Case.Section { get }
  /// Nil where entries of the section have none.
  var entryID: String? { get }
  /// Who put it in, and when.
  var recorded: Provenance { get }
}

extension SectionEntry {
  /// The entry's id; nil where it has none.
  public var entryID: String? { nil }
  /// Who entered it, when, and whether it is confidential.
  public var recorded: Provenance { Provenance() }
}

extension SectionEntry where Self: IdentifiedEntry {
  /// The entry's id.
  public var entryID: String? { id.raw }
}

extension SectionEntry where Self: Recorded {
  /// Who entered it, when, and whether it is confidential.
  public var recorded: Provenance { provenance }
}
