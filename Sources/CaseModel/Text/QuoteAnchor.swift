/// Where a quote stands in its source: the selectors of the W3C Web Annotation Data Model
/// (2017), TextPositionSelector and TextQuoteSelector, in one.
public struct QuoteAnchor: FieldShaped {
  /// Code points from the start of the text; `end` is exclusive.
  public var start: Int
  public var end: Int
  /// The words themselves and what stands round them, where the text may be shown.
  public var exact: String?
  public var prefix: String?
  public var suffix: String?
  /// SHA-256 of the words' UTF-8 bytes, which proves them where they are not shown.
  public var sha256: SHA256Digest?

  public init() { self.init(start: 0, end: 0) }

  public init(
    start: Int, end: Int, exact: String? = nil, prefix: String? = nil, suffix: String? = nil,
    sha256: SHA256Digest? = nil
  ) {
    self.start = start
    self.end = end
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.sha256 = sha256
  }

  /// An anchor on part of a text, with the words, 20 code points either side, and the digest.
  /// Nil where the part is empty or not all in the text.
  public init?(_ start: Int, _ end: Int, in text: SourceText) {
    guard start < end, let words = text.slice(start, end) else { return nil }
    self.init(
      start: start, end: end, exact: String(decoding: words, as: UTF8.self),
      prefix: text.text(start - 20, start).nonEmpty, suffix: text.text(end, end + 20).nonEmpty,
      sha256: SHA256Digest(of: words))
  }

  public static let noun = "quote span"
  public static var holdsReferences: Bool { false }
  public static let fields: [Field<QuoteAnchor>] = [
    .required("start", \.start, "First code point, from 0"),
    .required("end", \.end, "Code point after the last"),
    .optional("exact", \.exact, "The words, where the text may be shown"),
    .optional("prefix", \.prefix, "What stands before them"),
    .optional("suffix", \.suffix, "What stands after them"),
    .optional("sha256", \.sha256, "SHA-256 of the words' UTF-8 bytes"),
  ]

  public func validate(_ node: Node, _ reader: inout NodeReader) {
    if start >= end {
      reader.fail(
        "backward-quote", at: node.place, "the quote ends at \(end), not after its start \(start)",
        hint: "`end` is the offset of the code point after the last")
    }
  }
}

/// What became of an anchor in a text.
public enum AnchorStatus: Sendable, Hashable {
  /// The words stand where the anchor says.
  case ok
  /// They stand elsewhere, nearest to the anchor at `start` to `end`.
  case drifted(start: Int, end: Int)
  /// They are not in the text.
  case orphan
  /// Neither words nor digest were kept, so nothing can be proved.
  case unproven
}

extension QuoteAnchor {
  /// Compares the anchor with a text.
  ///
  /// A drifted quote is found by its words; where only a digest is kept, by trying every place
  /// within 2,000 code points.
  /// - Complexity: O(quote) where it stands; else O(text × quote).
  public func status(in text: SourceText) -> AnchorStatus {
    guard exact != nil || sha256 != nil else { return .unproven }
    if let words = text.slice(start, end), matches(words) { return .ok }
    if let exact {
      let length = exact.unicodeScalars.count
      let found = text.occurrences(of: Array(exact.utf8)).min { a, b in
        (abs(a - start), a) < (abs(b - start), b)
      }
      return found.map { .drifted(start: $0, end: $0 + length) } ?? .orphan
    }
    let (length, overflow) = end.subtractingReportingOverflow(start)
    guard !overflow, length > 0, length <= text.count else { return .orphan }
    // Beyond this nothing within reach can hold the quote; what follows cannot overflow.
    guard start <= text.count + 2000 else { return .orphan }
    for shift in 1...2000 {
      for candidate in [start - shift, start + shift] where candidate >= 0 {
        if let words = text.slice(candidate, candidate + length), matches(words) {
          return .drifted(start: candidate, end: candidate + length)
        }
      }
    }
    return .orphan
  }

  private func matches(_ words: ArraySlice<UInt8>) -> Bool {
    if let exact { return words.elementsEqual(exact.utf8) }
    return sha256 == SHA256Digest(of: words)
  }

  /// The anchor without words, proved by digest alone; unchanged where there is nothing to digest.
  public var withheld: QuoteAnchor {
    let digest = sha256 ?? exact.map { SHA256Digest(of: $0.utf8) }
    return digest.map { QuoteAnchor(start: start, end: end, sha256: $0) } ?? self
  }
}

/// The exact words a statement rests on: one span, or several that belong together.
public struct Quote: Shaped {
  public var spans: [QuoteAnchor]

  public init(_ spans: [QuoteAnchor]) { self.spans = spans }

  public static var holdsReferences: Bool { false }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> Quote? {
    guard case .list(let items) = node.content else {
      return QuoteAnchor.read(node, &reader).map { Quote([$0]) }
    }
    var spans: [QuoteAnchor] = []
    for (index, item) in items.enumerated() {
      guard let span = reader.inside(.index(index), { QuoteAnchor.read(item, &$0) }) else {
        continue
      }
      spans.append(span)
    }
    if items.isEmpty {
      reader.fail("empty-quote", at: node.place, "a quote needs at least one span")
    }
    return spans.count == items.count && !items.isEmpty ? Quote(spans) : nil
  }

  public func node() -> Node {
    spans.count == 1 ? spans[0].node() : .list(spans.map { $0.node() })
  }

  public static func schema(_ book: inout SchemaBook) -> Node {
    let span = QuoteAnchor.schema(&book)
    let several = SchemaBook.object(
      ("type", .text("array")), ("items", span), ("minItems", .literal("1")))
    return .map([.init("anyOf", .list([span, several]))])
  }

  /// The words, from the text or as kept; several spans joined by an ellipsis; nil where the text
  /// is withheld and no words are kept.
  public func words(in text: SourceText?) -> String? {
    var parts: [String] = []
    for span in spans {
      if let exact = span.exact {
        parts.append(exact)
      } else if let text, span.status(in: text) == .ok {
        parts.append(text.text(span.start, span.end))
      } else {
        return nil
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " … ")
  }
}

extension String {
  package var nonEmpty: String? { isEmpty ? nil : self }
}
