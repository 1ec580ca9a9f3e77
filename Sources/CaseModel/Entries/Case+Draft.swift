extension Case {
  /// A text under negotiation, clause by clause.
  public struct Draft: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    public typealias ID = EntryID<Draft>

    public enum BracketStatus: String, Vocabulary {
      case agreed, provisional, bracketed, alternatives, refusedToDiscuss
      public static let noun = "bracket status"
    }

    /// How far the text has come, on a date.
    public struct Status: FieldShaped, Evidenced {
      public enum Level: String, Vocabulary {
        case proposed, tabled, agreed, signed, inForce, ended
        public static let noun = "level of a draft"
      }

      public var level = Level.proposed
      public var date: EDTFDate?
      public var evidence = Evidence()
      public init() {}

      public init(_ level: Level, date: EDTFDate? = nil) {
        (self.level, self.date) = (level, date)
      }

      public static let noun = "draft status"
      public static let shorthand: String? = "level"
      public static let fields: [Field<Status>] =
        [
          .required("level", \.level, "Proposed, tabled, agreed, signed, in force or ended"),
          .optional("date", \.date, "Since when"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// That parties signed the text; each on its own day where they are several.
    public struct Signing: FieldShaped, Evidenced {
      public var date: EDTFDate?
      public var by: [Actor.ID] = []
      public var evidence = Evidence()
      public init() {}
      public static let noun = "signing"
      public static let fields: [Field<Signing>] =
        [
          .optional("date", \.date, "When"),
          .list("by", \.by, orOne: true, required: true, "Who signed"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// What somebody would have a clause say instead.
    public struct Alternative: FieldShaped, Evidenced {
      public var by: [Actor.ID] = []
      public var text: String?
      public var about: Subject?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "alternative"
      public static let fields: [Field<Alternative>] =
        [
          .list("by", \.by, orOne: true, required: true, "Who proposes it"),
          .optional("text", \.text, "Its words, where they may be shown"),
          .optional("about", \.about, "The issue and option it would settle"),
        ] + Evidence.fields.within(\.evidence)
    }

    public struct Clause: FieldShaped, Evidenced {
      public var id: Slug = ""
      public var title: String?
      /// Its words, where they may be shown.
      public var text: String?
      public var alternatives: [Alternative] = []
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
          .optional("text", \.text, "Its words, where they may be shown"),
          .list("alternatives", \.alternatives, "What others would have it say instead"),
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
    /// How far it has come, each with its date.
    public var status: [Status] = []
    public var signed: [Signing] = []
    /// Whom it binds without their consent.
    public var binds: [Actor.ID] = []
    /// Who is not a party but must consent or can stop it.
    public var consent: [Actor.ID] = []
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
        .list(
          "status", \.status, orOne: true,
          "How far it has come: proposed, tabled, agreed, signed, inForce or ended, each with its "
            + "date"),
        .list("signed", \.signed, orOne: true, "Who signed it, and when"),
        .list("binds", \.binds, orOne: true, "Whom it binds without their consent"),
        .list(
          "consent", \.consent, orOne: true,
          "Who is not a party but must consent or can stop it"),
        .list("clauses", \.clauses, required: true, "Its clauses"),
      ] + Evidence.fields.within(\.evidence) + [
        .optional("entered", \.provenance.entered, "When the entry was made in the record"),
        // `by` are the drafters here.
        .optional("enteredBy", \.provenance.by, "The analyst who made it"),
        .defaulted("confidential", \.provenance.confidential, false, "Left out by --redact"),
      ]
  }
}
