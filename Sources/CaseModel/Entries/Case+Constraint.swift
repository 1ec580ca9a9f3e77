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

    /// A deed that an act forbids, requires or allows under a reading.
    public struct Deed: FieldShaped {
      public enum Act: String, Vocabulary {
        case negotiate, meet, sign
        public static let noun = "deed"
      }

      public var act = Act.negotiate
      public var with: [Actor.ID] = []
      public init() {}

      public init(_ act: Act, with: [Actor.ID] = []) {
        (self.act, self.with) = (act, with)
      }

      public static let noun = "legal deed"
      public static let fields: [Field<Deed>] = [
        .required("act", \.act, "The deed"),
        .list("with", \.with, orOne: true, "With whom"),
      ]
    }

    /// One way to understand the act.
    public struct Reading: FieldShaped, Evidenced {
      public var id: Slug = ""
      public var title: String?
      public var forbids: [Ruled] = []
      public var requires: [Ruled] = []
      public var allows: [Ruled] = []
      public var heldBy: [Actor.ID] = []
      /// Since when it is read so.
      public var since: EDTFDate?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "reading"
      public static let fields: [Field<Reading>] =
        [
          .required("id", \.id, "The reading's id, unique in its act"),
          .optional("title", \.title, "The reading in a few words"),
          .list("forbids", \.forbids, orOne: true, "What the act forbids under it"),
          .list("requires", \.requires, orOne: true, "What the act requires under it"),
          .list("allows", \.allows, orOne: true, "What the act allows under it"),
          .list("heldBy", \.heldBy, orOne: true, "Who reads it so"),
          .optional("since", \.since, "Since when it is read so"),
        ] + Evidence.fields.within(\.evidence)

      public func validate(_ node: Node, _ reader: inout NodeReader) {
        guard forbids.isEmpty, requires.isEmpty, allows.isEmpty else { return }
        reader.fail(
          "missing-key", at: node.place,
          "this reading says neither what the act forbids nor what it requires or allows",
          hint: "add `forbids:`, `requires:` or `allows:`, such as "
            + "`forbids: {act: negotiate, with: ID}` or `requires: {issue: ID, option: ID}`")
      }
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
