extension Case {
  /// A legal act that limits who may negotiate or sign.
  public struct Constraint: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Constraint>

    /// Who is said to have issued the act.
    public struct Issuer: FieldShaped, Evidenced {
      /// Who issued it.
      public var actor: Actor.ID = ""
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "issuer"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Issuer>] =
        [.required("actor", \.actor, "Who issued it")] + Evidence.fields.within(\.evidence)
    }

    /// An action that an act forbids, requires or allows under a reading.
    public struct RuledAction: FieldShaped {
      /// What a legal act rules on.
      public enum Act: String, Vocabulary {
        case negotiate, meet, sign
        /// What one is called in messages.
        public static let noun = "action"
      }

      /// The action.
      public var act = Act.negotiate
      /// With whom.
      public var with: [Actor.ID] = []
      /// One with every field empty.
      public init() {}

      /// Something done, and with whom.
      public init(_ act: Act, with: [Actor.ID] = []) {
        (self.act, self.with) = (act, with)
      }

      /// What one is called in messages.
      public static let noun = "action ruled on"
      /// Its fields, in the order of the file.
      public static let fields: [Field<RuledAction>] = [
        .required("act", \.act, "The action"),
        .list("with", \.with, orOne: true, "With whom"),
      ]
    }

    /// One way to understand the act.
    public struct Reading: FieldShaped, Evidenced {
      /// The reading's id, unique in its act.
      public var id: Slug = ""
      /// The reading in a few words.
      public var title: String?
      /// What the act forbids under it.
      public var forbids: [Ruled] = []
      /// What the act requires under it.
      public var requires: [Ruled] = []
      /// What the act allows under it.
      public var allows: [Ruled] = []
      /// Who reads it so.
      public var heldBy: [Actor.ID] = []
      /// Since when it is interpreted this way.
      public var since: EDTFDate?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "reading"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Reading>] =
        [
          .required("id", \.id, "The reading's id, unique in its act"),
          .optional("title", \.title, "The reading in a few words"),
          .list("forbids", \.forbids, orOne: true, "What the act forbids under it"),
          .list("requires", \.requires, orOne: true, "What the act requires under it"),
          .list("allows", \.allows, orOne: true, "What the act allows under it"),
          .list("heldBy", \.heldBy, orOne: true, "Who interprets it this way"),
          .optional("since", \.since, "Since when it is interpreted this way"),
        ] + Evidence.fields.within(\.evidence)

      /// Reports what its fields cannot be together.
      public func validate(_ node: Node, _ reader: inout NodeReader) {
        guard forbids.isEmpty, requires.isEmpty, allows.isEmpty else { return }
        reader.fail(
          .missingKey, at: node.place,
          "this reading says neither what the act forbids nor what it requires or allows",
          hint: "add `forbids:`, `requires:` or `allows:`, such as "
            + "`forbids: {act: negotiate, with: ID}` or `requires: {issue: ID, option: ID}`")
      }
    }

    /// The constraint's id.
    public var id: ID = ""
    /// What people call it.
    public var title: String?
    /// Whom it binds; several where it binds each of them.
    public var holders: [Actor.ID] = []
    /// When it was issued.
    public var issued: EDTFDate?
    /// When it ended.
    public var until: EDTFDate?
    /// Who is said to have issued it.
    public var issuedBy: [Issuer] = []
    /// Its interpretations.
    public var readings: [Reading] = []
    /// What it rests on.
    public var evidence = Evidence()
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// The section of a case that holds it.
    public static let section = Case.Section.constraints
    /// What one is called in messages.
    public static let noun = "constraint"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Constraint>] =
      [
        .required("id", \.id, "The constraint's id"),
        .optional("title", \.title, "Its title"),
        .list(
          "holder", \.holders, orOne: true, required: true,
          "Whom it binds; a list where it binds several"),
        .optional("issued", \.issued, "When it was issued"),
        .optional("until", \.until, "When it ended"),
        .list("issuedBy", \.issuedBy, "Who is said to have issued it"),
        .list("readings", \.readings, required: true, "Its interpretations"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)
  }
}
