extension Case {
  /// A legal act that limits who may negotiate or sign.
  public struct Constraint: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    public typealias ID = EntryID<Constraint>

    /// Who is said to have issued the act.
    public struct Issuer: FieldShaped, Evidenced {
      public var actor: Actor.ID = ""
      public var evidence = Evidence()
      public init() {}
      public static let noun = "issuer"
      public static let fields: [Field<Issuer>] =
        [.required("actor", \.actor, "Who issued it")] + Evidence.fields.within(\.evidence)
    }

    /// What an act forbids under a reading.
    public struct Forbidden: FieldShaped {
      public enum Deed: String, Vocabulary {
        case negotiate, meet, sign
        public static let noun = "forbidden deed"
      }

      public var act = Deed.negotiate
      public var with: [Actor.ID] = []
      public init() {}
      public static let noun = "prohibition"
      public static let fields: [Field<Forbidden>] = [
        .required("act", \.act, "What is forbidden"),
        .list("with", \.with, orOne: true, "With whom"),
      ]
    }

    /// One way to understand the act.
    public struct Reading: FieldShaped, Evidenced {
      public var id: Slug = ""
      public var title: String?
      public var forbids = Forbidden()
      public var heldBy: [Actor.ID] = []
      public var evidence = Evidence()
      public init() {}
      public static let noun = "reading"
      public static let fields: [Field<Reading>] =
        [
          .required("id", \.id, "The reading's id, unique in its act"),
          .optional("title", \.title, "The reading in a few words"),
          .required("forbids", \.forbids, "What the act forbids under it"),
          .list("heldBy", \.heldBy, orOne: true, "Who reads it so"),
        ] + Evidence.fields.within(\.evidence)
    }

    public var id: ID = ""
    public var title: String?
    public var holder: Actor.ID = ""
    public var issued: EDTFDate?
    public var until: EDTFDate?
    public var issuedBy: [Issuer] = []
    public var readings: [Reading] = []
    public var evidence = Evidence()
    public var provenance = Provenance()

    public init() {}

    public static let section = Case.Section.constraints
    public static let noun = "constraint"
    public static let fields: [Field<Constraint>] =
      [
        .required("id", \.id, "The constraint's id"),
        .optional("title", \.title, "What people call it"),
        .required("holder", \.holder, "Whom it binds"),
        .optional("issued", \.issued, "When it was issued"),
        .optional("until", \.until, "When it ended"),
        .list("issuedBy", \.issuedBy, "Who is said to have issued it"),
        .list("readings", \.readings, required: true, "The ways it is understood"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)
  }
}
