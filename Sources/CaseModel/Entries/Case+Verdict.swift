extension Case {
  /// What an analyst holds of statements that cannot all be right.
  public struct Verdict: FieldShaped, SectionEntry {
    public enum Kind: String, Vocabulary {
      case open, explained, oneWrong, bothPartial
      public static let noun = "verdict"

      /// Some of the statements may be taken to be right.
      public var canTake: Bool { self == .oneWrong || self == .explained }
    }

    public var statements: [Statement.ID] = []
    public var verdict = Kind.open
    /// Of the statements, those that are taken to be right.
    public var taken: [Statement.ID] = []
    public var reason: String?
    public var by: Who?
    public var entered: EDTFDate?

    public init() {}

    public var recorded: Provenance { Provenance(entered: entered, by: by) }

    public static let section = Case.Section.verdicts
    public static let noun = "analyst's verdict"
    public static let fields: [Field<Verdict>] = [
      .list("statements", \.statements, required: true, "The statements it is on"),
      .required("verdict", \.verdict, "What the analyst holds"),
      .list("taken", \.taken, "Those of them that are taken to be right"),
      .optional("reason", \.reason, "Why"),
      .optional("by", \.by, "The analyst"),
      .optional("entered", \.entered, "When it was entered"),
    ]
  }

  /// Someone who codes.
  public struct Analyst: FieldShaped, IdentifiedEntry {
    public typealias ID = EntryID<Analyst>
    public var id: ID = ""
    public var name = ""

    public init() {}

    public init(id: ID, name: String) {
      self.id = id
      self.name = name
    }

    public static let section = Case.Section.analysts
    public static let noun = "analyst"
    public static let fields: [Field<Analyst>] = [
      .required("id", \.id, "The analyst's id"),
      .required("name", \.name, "The name to print"),
    ]
  }

  /// A remark on an entry.
  public struct Note: FieldShaped, SectionEntry {
    public var to = EntryReference()
    public var text = ""
    public var by: Who?
    public var entered: EDTFDate?
    public var confidential = false

    public init() {}

    public var recorded: Provenance {
      Provenance(entered: entered, by: by, confidential: confidential)
    }

    public static let section = Case.Section.notes
    public static let noun = "note"
    public static let fields: [Field<Note>] = [
      .required("to", \.to, "The entry it is on, as {statement: ID}"),
      .required("text", \.text, "The remark"),
      .optional("by", \.by, "Who makes it"),
      .optional("entered", \.entered, "When it was entered"),
      .defaulted("confidential", \.confidential, false, "Left out by --redact"),
    ]
  }

  /// A statement somebody or something proposes, waiting for a person's yes or rejected.
  public struct Candidate: FieldShaped, SectionEntry {
    public enum Status: String, Vocabulary {
      case waiting, rejected
      public static let noun = "candidate status"
    }

    public var statement = Statement()
    public var status = Status.waiting
    /// What proposed it.
    public var proposedBy: String?
    /// 0 to 1.
    public var confidence: Amount?
    /// The rules that fired.
    public var rules: [String] = []
    public var decidedBy: Who?
    public var decided: EDTFDate?

    public init() {}

    public var recorded: Provenance { statement.provenance }

    public static let section = Case.Section.candidates
    public static let noun = "candidate"
    public static let fields: [Field<Candidate>] = [
      .required("statement", \.statement, "The statement proposed"),
      .defaulted("status", \.status, .waiting, "Waiting, or rejected so that it does not return"),
      .optional("proposedBy", \.proposedBy, "What proposed it"),
      .optional("confidence", \.confidence, "From 0 to 1"),
      .list("rules", \.rules, "The rules that fired"),
      .optional("decidedBy", \.decidedBy, "Who rejected it"),
      .optional("decided", \.decided, "When"),
    ]
  }
}

/// One entry of the case, by section and id, as `{statement: osw-07}`.
public struct EntryReference: Shaped {
  public var section: Case.Section
  public var id: String

  public init(_ section: Case.Section = .statements, _ id: String = "") {
    self.section = section
    self.id = id
  }

  /// Sections whose entries have ids.
  public static let sections = Case.Section.allCases.filter {
    ![.verdicts, .notes, .candidates].contains($0)
  }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> EntryReference? {
    guard case .map(let pairs) = node.content, pairs.count == 1, let pair = pairs.first else {
      reader.fail(
        "wrong-type", at: node.place, "expected one entry, found \(node.kindInWords)",
        hint: "write the kind and the id, as `{statement: ID}`")
      return nil
    }
    guard let section = sections.first(where: { $0.noun == pair.key }) else {
      reader.fail(
        "unknown-key", at: pair.keyPlace, "`\(pair.key.shortened(to: 40))` is no kind of entry",
        hint: "a note can be to \(sections.map(\.noun).alternatives)")
      return nil
    }
    return Slug.read(pair.value, &reader).map { EntryReference(section, $0.raw) }
  }

  public func node() -> Node { .map([.init(section.noun, .text(id))]) }

  public static func schema(_ book: inout SchemaBook) -> Node {
    let id = Slug.schema(&book)
    return SchemaBook.object(
      ("type", .text("object")), ("minProperties", .literal("1")), ("maxProperties", .literal("1")),
      (
        "properties",
        .map(sections.map { .init($0.noun, id.referring(to: $0.rawValue)) })
      ),
      ("additionalProperties", .literal("false")))
  }

  public mutating func walk(_ walker: inout ReferenceWalker) {
    walker.inside(.key(section.noun)) { $0.visit(&id, .entry(section)) }
  }
}
