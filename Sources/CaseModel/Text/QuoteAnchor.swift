/// Where a quote stands in its source: the selectors of the W3C Web Annotation Data Model
/// (2017), TextPositionSelector and TextQuoteSelector, in one.
///
/// A quote written by hand may name no place, where its words occur once in the text, or its
/// surroundings or `nth` say which place is meant; see ``reading(in:)``.
public struct QuoteAnchor: FieldShaped {
  /// Code points from the start of the text; `end` is exclusive. Both are 0 where no place is named.
  public var start: Int
  /// The offset of the code point after the last.
  public var end: Int
  /// The words themselves and what stands round them, where the text may be shown.
  public var exact: String?
  /// The text before them.
  public var prefix: String?
  /// The text after them.
  public var suffix: String?
  /// Which of the places where the words occur is meant, from 1.
  public var nth: Int?
  /// SHA-256 of the words' UTF-8 bytes, which proves them where they are not shown.
  public var sha256: SHA256Digest?

  /// One with every field empty.
  public init() { self.init(start: 0, end: 0) }

  /// A span of a text by place, by words, or by both.
  public init(
    start: Int, end: Int, exact: String? = nil, prefix: String? = nil, suffix: String? = nil,
    nth: Int? = nil, sha256: SHA256Digest? = nil
  ) {
    self.start = start
    self.end = end
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.nth = nth
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

  /// The quote names a place.
  public var isPlaced: Bool { start != 0 || end != 0 }

  /// What one is called in messages.
  public static let noun = "quote span"
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }
  /// Its fields, in the order of the file.
  public static let fields: [Field<QuoteAnchor>] = [
    .optional(
      "start", \.writtenStart,
      "First code point, from 0; start and end may be left out if exact gives the words"),
    .optional("end", \.writtenEnd, "Code point after the last"),
    .optional("exact", \.exact, "The words, if the text may be shown"),
    .optional("prefix", \.prefix, "The text before them"),
    .optional("suffix", \.suffix, "The text after them"),
    .optional("nth", \.nth, "Which occurrence of the words is meant, from 1"),
    .optional("sha256", \.sha256, "SHA-256 of the words' UTF-8 bytes"),
  ]

  private var writtenStart: Int? {
    get { isPlaced ? start : nil }
    set { start = newValue ?? 0 }
  }

  private var writtenEnd: Int? {
    get { isPlaced ? end : nil }
    set { end = newValue ?? 0 }
  }

  /// Reports what its fields cannot be together.
  public func validate(_ node: Node, _ reader: inout NodeReader) {
    func isGiven(_ key: String) -> Bool {
      guard let value = node[key] else { return false }
      if case .null = value.content { return false }
      return true
    }
    if let nth, nth < 1 {
      reader.fail(
        .badNth, at: node.place, "`nth: \(nth)` names no occurrence: the first is 1",
        hint: "count the occurrences of the words from the beginning of the text")
    }
    switch (isGiven("start"), isGiven("end")) {
    case (true, true):
      guard start >= end else { return }
      reader.fail(
        .backwardQuote, at: node.place, "the quote ends at \(end), not after its start \(start)",
        hint: "`end` is the offset of the code point after the last")
    case (false, false):
      if exact?.isEmpty ?? true {
        reader.fail(
          .quoteWithoutPlace, at: node.place, "the quote has neither a position nor words",
          hint: "give `exact` with the words, or `start` and `end`")
      }
    case (true, false), (false, true):
      reader.fail(
        .quoteWithoutPlace, at: node.place,
        "the quote has \(isGiven("start") ? "a start but no end" : "an end but no start")",
        hint: "give both, or neither and `exact` with the words")
    }
  }
}

extension QuoteAnchor {
  /// The anchor without words, proved by digest alone; unchanged where there is nothing to digest, or
  /// no place that would remain.
  public var withheld: QuoteAnchor {
    guard isPlaced else { return self }
    let digest = sha256 ?? exact.map { SHA256Digest(of: $0.utf8) }
    return digest.map { QuoteAnchor(start: start, end: end, sha256: $0) } ?? self
  }
}

/// The exact words a statement rests on: one span, or several that belong together.
public struct Quote: Shaped {
  /// The spans, in the order of the quote.
  public var spans: [QuoteAnchor]

  /// A quote of one or several spans.
  public init(_ spans: [QuoteAnchor]) { self.spans = spans }

  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
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
      reader.fail(.emptyQuote, at: node.place, "a quote needs at least one span")
    }
    return spans.count == items.count && !items.isEmpty ? Quote(spans) : nil
  }

  /// Its form in the file.
  public func node() -> Node {
    spans.count == 1 ? spans[0].node() : .list(spans.map { $0.node() })
  }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    let span = QuoteAnchor.schema(&book)
    let several = SchemaBook.object(
      ("type", .text("array")), ("items", span), ("minItems", .literal("1")))
    return .map([.init("anyOf", .list([span, several]))])
  }

  /// The words, from the text or, where they are not found there, as kept; several spans joined by an
  /// ellipsis; nil where the text is withheld and no words are kept.
  public func words(in text: SourceText?) -> String? {
    var parts: [String] = []
    for span in spans {
      if let text, let place = span.place(in: text) {
        parts.append(text.text(place.lowerBound, place.upperBound))
      } else if let exact = span.exact {
        parts.append(exact)
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
