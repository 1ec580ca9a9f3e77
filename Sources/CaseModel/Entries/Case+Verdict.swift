internal import Foundations

extension Case {
  /// What an analyst holds of statements that cannot all be right.
  public struct Verdict: FieldShaped, SectionEntry {
    /// What was decided.
    public enum Kind: String, Vocabulary {
      case open, explained, oneWrong, bothPartial
      /// What one is called in messages.
      public static let noun = "verdict"

      /// Some of the statements may be taken to be right.
      public var canTake: Bool { self == .oneWrong || self == .explained }
    }

    /// The statements it is on.
    public var statements: [Statement.ID] = []
    /// What the analyst holds.
    public var verdict = Kind.open
    /// Of the statements, those that are taken to be right.
    public var taken: [Statement.ID] = []
    /// Why.
    public var reason: String?
    /// The analyst.
    public var by: Who?
    /// When it was entered.
    public var entered: EDTFDate?

    /// One with every field empty.
    public init() {}

    /// Who decided it and when.
    public var recorded: Provenance { Provenance(entered: entered, by: by) }

    /// The section of a case that holds it.
    public static let section = Case.Section.verdicts
    /// What one is called in messages.
    public static let noun = "analyst's verdict"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Verdict>] = [
      .list("statements", \.statements, required: true, "The statements it is on"),
      .required("verdict", \.verdict, "The analyst's assessment"),
      .list("taken", \.taken, "Those of them that are accepted as right"),
      .optional("reason", \.reason, "Why"),
      .optional("by", \.by, "The analyst"),
      .optional("entered", \.entered, "When it was entered"),
    ]
  }

  /// Someone who codes.
  public struct Analyst: FieldShaped, IdentifiedEntry {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Analyst>
    /// The analyst's id.
    public var id: ID = ""
    /// The name to print.
    public var name = ""

    /// One with every field empty.
    public init() {}

    /// An analyst by id and name.
    public init(id: ID, name: String) {
      self.id = id
      self.name = name
    }

    /// The section of a case that holds it.
    public static let section = Case.Section.analysts
    /// What one is called in messages.
    public static let noun = "analyst"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Analyst>] = [
      .required("id", \.id, "The analyst's id"),
      .required("name", \.name, "The name to display"),
    ]
  }

  /// A remark on an entry.
  public struct Note: FieldShaped, SectionEntry {
    /// The entry it is on, as {statement: ID}.
    public var to = EntryReference()
    /// The remark.
    public var text = ""
    /// Who makes it.
    public var by: Who?
    /// When it was entered.
    public var entered: EDTFDate?
    /// Left out where the case is redacted.
    public var confidential = false

    /// One with every field empty.
    public init() {}

    /// Who wrote it, when, and whether it is confidential.
    public var recorded: Provenance {
      Provenance(entered: entered, by: by, confidential: confidential)
    }

    /// The section of a case that holds it.
    public static let section = Case.Section.notes
    /// What one is called in messages.
    public static let noun = "note"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Note>] = [
      .required("to", \.to, "The entry it is on, as {statement: ID}"),
      .required("text", \.text, "The remark"),
      .optional("by", \.by, "Who makes it"),
      .optional("entered", \.entered, "When it was entered"),
      .defaulted("confidential", \.confidential, false, "Left out where the case is redacted"),
    ]
  }

  /// A statement that someone or something proposes, waiting for a person's yes or rejected.
  public struct Candidate: FieldShaped, SectionEntry {
    /// What became of the suggestion.
    public enum Status: String, Vocabulary {
      case waiting, rejected
      /// What one is called in messages.
      public static let noun = "candidate status"
    }

    /// The statement proposed.
    public var statement = Statement()
    /// Waiting, or rejected so that it is not proposed again.
    public var status = Status.waiting
    /// What proposed it.
    public var proposedBy: String?
    /// 0 to 1.
    public var confidence: Amount?
    /// The rules that fired.
    public var rules: [String] = []
    /// Who rejected it.
    public var decidedBy: Who?
    /// When.
    public var decided: EDTFDate?

    /// One with every field empty.
    public init() {}

    /// Who entered it, when, and whether it is confidential.
    public var recorded: Provenance { statement.provenance }

    /// The section of a case that holds it.
    public static let section = Case.Section.candidates
    /// What one is called in messages.
    public static let noun = "candidate"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Candidate>] = [
      .required("statement", \.statement, "The statement proposed"),
      .defaulted(
        "status", \.status, .waiting, "Waiting, or rejected so that it is not proposed again"),
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
  /// The section of the entry.
  public var section: Case.Section
  /// The id by which other entries name it.
  public var id: String

  /// An entry by its section and id.
  public init(_ section: Case.Section = .statements, _ id: String = "") {
    self.section = section
    self.id = id
  }

  /// Sections whose entries have ids.
  public static let sections = Case.Section.allCases.filter {
    ![.verdicts, .notes, .candidates].contains($0)
  }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> EntryReference? {
    guard case .map(let pairs) = node.content, pairs.count == 1, let pair = pairs.first else {
      reader.fail(
        .wrongType, at: node.place, "expected one entry, found \(node.kindInWords)",
        hint: "write the kind and the id, as `{statement: ID}`")
      return nil
    }
    guard let section = sections.first(where: { $0.noun == pair.key }) else {
      reader.fail(
        .unknownKey, at: pair.keyPlace, "`\(pair.key.shortened(to: 40))` is not a kind of entry",
        hint: "a note can be on \(sections.map(\.noun).alternatives)")
      return nil
    }
    return Slug.read(pair.value, &reader).map { EntryReference(section, $0.raw) }
  }

  /// Its form in the file.
  public func node() -> Node { .map([.init(section.noun, .text(id))]) }

  /// Its form for JSON Schema.
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

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    walker.inside(.key(section.noun)) { $0.visit(&id, .entry(section)) }
  }
}
