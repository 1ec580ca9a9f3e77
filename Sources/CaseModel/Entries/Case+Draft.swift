internal import Foundations

extension Case {
  /// A text under negotiation, clause by clause.
  public struct Draft: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Draft>

    /// Whether the clause is agreed.
    public enum BracketStatus: String, Vocabulary {
      case agreed, provisional
      /// Put forward, and not yet answered.
      case proposed
      case bracketed, alternatives, refusedToDiscuss
      /// What one is called in messages.
      public static let noun = "bracket status"
    }

    /// How far the text has come, on a date.
    public struct Status: FieldShaped, Evidenced {
      /// How far the text has been accepted.
      public enum Level: String, Vocabulary {
        case proposed, tabled, agreed, signed, inForce, ended
        /// What one is called in messages.
        public static let noun = "level of a draft"
      }

      /// Proposed, tabled, agreed, signed, in force or ended.
      public var level = Level.proposed
      /// Since when.
      public var date: EDTFDate?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}

      /// How far it was accepted, and when.
      public init(_ level: Level, date: EDTFDate? = nil) {
        (self.level, self.date) = (level, date)
      }

      /// What one is called in messages.
      public static let noun = "draft status"
      /// The field that a bare value stands for.
      public static let shorthand: String? = "level"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Status>] =
        [
          .required("level", \.level, "Proposed, tabled, agreed, signed, in force or ended"),
          .optional("date", \.date, "Since when"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// That parties signed the text; each on its own day where they are several.
    public struct Signing: FieldShaped, Evidenced {
      /// When.
      public var date: EDTFDate?
      /// Who signed.
      public var by: [Actor.ID] = []
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "signing"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Signing>] =
        [
          .optional("date", \.date, "When"),
          .list("by", \.by, orOne: true, required: true, "Who signed"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// What someone would have a clause say instead.
    public struct Alternative: FieldShaped, Evidenced {
      /// Who proposes it.
      public var by: [Actor.ID] = []
      /// Its words, if they may be shown.
      public var text: String?
      /// The issue and option it would settle.
      public var about: Subject?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "alternative"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Alternative>] =
        [
          .list("by", \.by, orOne: true, required: true, "Who proposes it"),
          .optional("text", \.text, "Its words, if they may be shown"),
          .optional("about", \.about, "The issue and option it would settle"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// One clause of a text.
    public struct Clause: FieldShaped, Evidenced {
      /// The clause's id, unique in its draft.
      public var id: Slug = ""
      /// The clause in a few words.
      public var title: String?
      /// Its words, if they may be shown.
      public var text: String?
      /// Wordings proposed by others instead.
      public var alternatives: [Alternative] = []
      /// The issue and option it settles.
      public var about: Subject?
      /// How far it is agreed.
      public var status = BracketStatus.bracketed
      /// Who agrees, brackets or refuses.
      public var by: [Actor.ID] = []
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "clause"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Clause>] =
        [
          .required("id", \.id, "The clause's id, unique in its draft"),
          .optional("title", \.title, "The clause in a few words"),
          .optional("text", \.text, "Its words, if they may be shown"),
          .list("alternatives", \.alternatives, "Wordings proposed by others instead"),
          .optional("about", \.about, "The issue and option it settles"),
          .required("status", \.status, "How far it is agreed"),
          .list("by", \.by, orOne: true, "Who agrees, brackets or refuses"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// The draft's id.
    public var id: ID = ""
    /// What people call it.
    public var title: String?
    /// When it was written.
    public var date: EDTFDate?
    /// Who wrote it.
    public var by: [Actor.ID] = []
    /// To whom it was given.
    public var to: [Actor.ID] = []
    /// How far it has come, each with its date.
    public var status: [Status] = []
    /// Who signed it, and when.
    public var signed: [Signing] = []
    /// Whom it binds without their consent.
    public var binds: [Actor.ID] = []
    /// Who is not a party but must consent or can stop it.
    public var consent: [Actor.ID] = []
    /// Its clauses.
    public var clauses: [Clause] = []
    /// What it rests on.
    public var evidence = Evidence()
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// The section of a case that holds it.
    public static let section = Case.Section.drafts
    /// What one is called in messages.
    public static let noun = "draft"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Draft>] =
      [
        .required("id", \.id, "The draft's id"),
        .optional("title", \.title, "Its title"),
        .optional("date", \.date, "When it was written"),
        .list("by", \.by, orOne: true, "Who wrote it"),
        .list("to", \.to, orOne: true, "To whom it was given"),
        .list(
          "status", \.status, orOne: true,
          "Its stage: proposed, tabled, agreed, signed, inForce or ended, each with its "
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
        .defaulted(
          "confidential", \.provenance.confidential, false, "Left out where the case is redacted"),
      ]
  }
}
