extension Case {
  /// A text under negotiation, clause by clause.
  public struct Draft: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    public typealias ID = EntryID<Draft>

    public enum BracketStatus: String, Vocabulary {
      case agreed, provisional, bracketed, alternatives, refusedToDiscuss
      public static let noun = "bracket status"
    }

    public struct Clause: FieldShaped, Evidenced {
      public var id: Slug = ""
      public var title: String?
      public var about: Subject?
      public var status = BracketStatus.bracketed
      /// Who agrees, brackets or refuses.
      public var by: [Actor.ID] = []
      public var evidence = Evidence()
      public init() {}
      public static let noun = "clause"
      public static let fields: [Field<Clause>] =
        [
          .required("id", \.id, "The clause's id, unique in its draft"),
          .optional("title", \.title, "The clause in a few words"),
          .optional("about", \.about, "The issue and option it settles"),
          .required("status", \.status, "How far it is agreed"),
          .list("by", \.by, orOne: true, "Who agrees, brackets or refuses"),
        ] + Evidence.fields.within(\.evidence)
    }

    public var id: ID = ""
    public var title: String?
    public var date: EDTFDate?
    public var by: [Actor.ID] = []
    public var to: [Actor.ID] = []
    public var clauses: [Clause] = []
    public var evidence = Evidence()
    public var provenance = Provenance()

    public init() {}

    public static let section = Case.Section.drafts
    public static let noun = "draft"
    public static let fields: [Field<Draft>] =
      [
        .required("id", \.id, "The draft's id"),
        .optional("title", \.title, "What people call it"),
        .optional("date", \.date, "When it was written"),
        .list("by", \.by, orOne: true, "Who wrote it"),
        .list("to", \.to, orOne: true, "To whom it was given"),
        .list("clauses", \.clauses, required: true, "Its clauses"),
      ] + Evidence.fields.within(\.evidence) + [
        .optional("entered", \.provenance.entered, "When the entry was made in the record"),
        // `by` are the drafters here.
        .optional("enteredBy", \.provenance.by, "The analyst who made it"),
        .defaulted("confidential", \.provenance.confidential, false, "Left out by --redact"),
      ]
  }
}
