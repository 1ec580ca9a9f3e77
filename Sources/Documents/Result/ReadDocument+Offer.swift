internal import CaseModel

extension ReadDocument {
  /// A value that a document states of itself, for a person to accept or not.
  package struct Offer: Sendable, Hashable {
    package enum Field: String, Sendable, Hashable, CaseIterable {
      case title, published, modified, author, site, link, language
    }

    package let field: Field
    /// For a date in EDTF (`2025-05-16`), for a language its IETF tag, else the words.
    package let value: String
    /// Where it comes from, as in "JSON-LD datePublished".
    package let origin: String
    /// The words in the document, where they differ from the value.
    package let words: String?

    package init(_ field: Field, _ value: String, origin: String, words: String? = nil) {
      self.field = field
      self.value = value
      self.origin = origin
      self.words = words == value ? nil : words
    }
  }

  /// What a person should know before using the text.
  package struct Note: Sendable, Hashable {
    package let words: String
    /// Something may be wrong or missing; else it only states what was done.
    package let isWarning: Bool

    package static func warning(_ words: String) -> Note { Note(words: words, isWarning: true) }
    package static func remark(_ words: String) -> Note { Note(words: words, isWarning: false) }
  }
}

/// Values in the order in which they are found, each once a field, blank ones left out.
struct OfferList {
  private(set) var offers: [ReadDocument.Offer] = []
  private var seen: Set<[String]> = []

  mutating func add(
    _ field: ReadDocument.Offer.Field, _ value: String?, _ origin: String, words: String? = nil
  ) {
    guard let value, let clean = value.singleLine.nonEmpty, clean.utf8.count <= 2000,
      seen.insert([field.rawValue, clean.lowercased()]).inserted
    else { return }
    offers.append(ReadDocument.Offer(field, clean, origin: origin, words: words))
  }

  /// Adds what the document's own first lines say of it.
  mutating func addHead(_ parts: [ReadDocument.Part]) {
    for offer in HeadLines.offers(of: parts) {
      add(offer.field, offer.value, offer.origin, words: offer.words)
    }
  }

  /// Adds a date where the words are one.
  mutating func addDate(_ field: ReadDocument.Offer.Field, _ words: String?, _ origin: String) {
    guard let words = words?.singleLine, let date = WrittenDate.first(in: words) else { return }
    add(field, date.text, origin, words: words)
  }
}
