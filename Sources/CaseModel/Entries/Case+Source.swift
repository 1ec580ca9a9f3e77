extension Case {
  /// One dated document from one publisher, unalterable once added.
  public struct Source: FieldShaped, IdentifiedEntry, Recorded {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Source>

    /// What kind of document it is.
    public enum Kind: String, Vocabulary {
      case report, analysis, official, transcript, note
      /// What one is called in messages.
      public static let noun = "kind of source"
    }

    /// The Admiralty grade of a source: A reliable … E unreliable, F cannot be judged.
    public enum Reliability: String, Vocabulary {
      case a = "A"
      case b = "B"
      case c = "C"
      case d = "D"
      case e = "E"
      case f = "F"
      /// What one is called in messages.
      public static let noun = "reliability"
    }

    /// The source's id.
    public var id: ID = ""
    /// The actor that published it.
    public var publisher: Actor.ID?
    /// What it says in its own voice as judgement is its own.
    public var authors: [Actor.ID] = []
    /// The document's title.
    public var title = ""
    /// Entered by a person, never guessed.
    public var published: EDTFDate?
    /// An IETF language tag.
    public var language: String?
    /// What kind of document; report if absent.
    public var kind = Kind.report
    /// Admiralty grade A to F.
    public var reliability: Reliability?
    /// Where the text is, or that it is withheld.
    public var text = TextRecord()
    /// Where it was found.
    public var url: String?
    /// The earlier version of the same document.
    public var replaces: Source.ID?
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// A document and the record of its text.
    public init(id: ID, title: String, text: TextRecord) {
      self.id = id
      self.title = title
      self.text = text
    }

    /// The section of a case that holds it.
    public static let section = Case.Section.sources
    /// What one is called in messages.
    public static let noun = "source"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Source>] =
      [
        .required("id", \.id, "The source's id"),
        .optional("publisher", \.publisher, "The actor that published it"),
        .list("author", \.authors, orOne: true, "Who wrote it"),
        .required("title", \.title, "The document's title"),
        .optional("published", \.published, "The date stated in it, never guessed"),
        .optional("language", \.language, "IETF language tag, such as en"),
        .defaulted("kind", \.kind, .report, "What kind of document; report if absent"),
        .optional("reliability", \.reliability, "Admiralty grade A to F"),
        .required("text", \.text, "Where the text is, or that it is withheld"),
        .optional("url", \.url, "Where it was found"),
        .optional("replaces", \.replaces, "The source this is a new version of"),
      ] + Provenance.fields.within(\.provenance)
  }

  /// Where a source's text is kept, and its digest, which never changes.
  public struct TextRecord: FieldShaped {
    /// Relative to the case file's folder, and below its `texts`; see ``TextPath``.
    public var file: String?
    /// The text is not with the case; digest and length stay.
    public var withheld = false
    /// SHA-256 of the text's bytes; no text is without it.
    public var sha256: SHA256Digest?
    /// In UTF-8 bytes.
    public var length: Int?

    /// One with every field empty.
    public init() {}

    /// The record of a text that is kept with the case.
    public init(file: String, sha256: SHA256Digest) {
      self.file = file
      self.sha256 = sha256
    }

    /// The record of a text that is withheld.
    public init(withheld sha256: SHA256Digest, length: Int) {
      withheld = true
      self.sha256 = sha256
      self.length = length
    }

    /// What one is called in messages.
    public static let noun = "text record"
    /// Its fields, in the order of the file.
    public static let fields: [Field<TextRecord>] = [
      .optional(
        "file", \.file, "The text's file below texts/ beside the case file, such as texts/NAME.txt"),
      .defaulted("withheld", \.withheld, false, "True if the text is not with the case"),
      .optional("sha256", \.sha256, "SHA-256 of the text's bytes"),
      .optional("length", \.length, "Length in UTF-8 bytes, for a withheld text"),
    ]

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      if withheld, file != nil {
        reader.fail(
          .fileAndWithheld, at: node.place, "a withheld text has no file",
          hint: "leave out `file`, or `withheld`")
      } else if !withheld, file == nil {
        reader.fail(
          .noText, at: node.place, "this source has neither a text file nor a withheld text",
          hint: "write {file: texts/NAME.txt, sha256: …} or {withheld: true, sha256: …, length: …}")
      } else if sha256 == nil {
        reader.fail(
          .missingKey, at: node.place, "this text record has no `sha256`",
          hint: "`sha256sum FILE` prints it", missing: .init(noun: "text record", key: "sha256"))
      } else if withheld, length == nil {
        reader.fail(
          .missingKey, at: node.place, "a withheld text needs its `length` in bytes")
      }
      if let file, let fault = TextPath.fault(file) {
        reader.fail(
          .pathOutside, at: node.place,
          "`\(TextPath.shown(file))` is not a place for a text: \(fault)",
          hint: "keep the text in the folder `texts` beside the case file, as texts/NAME.txt")
      }
    }
  }
}
