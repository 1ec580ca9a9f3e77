extension Case {
  /// Anyone in the record: a state, organisation, group or person.
  public struct Actor: FieldShaped, IdentifiedEntry, Recorded {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Actor>

    /// What kind of actor it is.
    public enum Kind: String, Vocabulary {
      case state, organisation, body, group, person, outlet, unnamed
      /// What one is called in messages.
      public static let noun = "kind of actor"
    }

    /// A part played in the talks, with dates.
    public struct Role: FieldShaped, Evidenced {
      /// The part an actor has in the conflict.
      public enum Name: String, Vocabulary {
        case mediator, facilitator, host, guarantor, observer, outside
        /// What one is called in messages.
        public static let noun = "role"
      }

      /// The part played.
      public var role = Name.outside
      /// Since when.
      public var from: EDTFDate?
      /// Until when.
      public var to: EDTFDate?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "actor's role"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Role>] =
        [
          .required("role", \.role, "The role"),
          .optional("from", \.from, "Since when"),
          .optional("to", \.to, "Until when"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// A post held, with dates.
    public struct Office: FieldShaped, Evidenced {
      /// The post.
      public var title = ""
      /// The actor to which the office belongs.
      public var of: Actor.ID?
      /// Since when.
      public var from: EDTFDate?
      /// Until when; absent if it continues.
      public var to: EDTFDate?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "office"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Office>] =
        [
          .required("title", \.title, "The title of the office"),
          .optional("of", \.of, "The actor to which the office belongs"),
          .optional("from", \.from, "Since when"),
          .optional("to", \.to, "Until when; absent if it continues"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// Whose position this actor's words express, with dates.
    public struct SpeaksFor: FieldShaped, Evidenced {
      /// The actor spoken for.
      public var actor: Actor.ID = ""
      /// Since when.
      public var from: EDTFDate?
      /// Until when; absent if it continues.
      public var to: EDTFDate?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}

      /// Whose position the actor expresses, and from when to when.
      public init(_ actor: Actor.ID, from: EDTFDate? = nil, to: EDTFDate? = nil) {
        self.actor = actor
        self.from = from
        self.to = to
      }

      /// What one is called in messages.
      public static let noun = "speaks-for link"
      /// Its fields, in the order of the file.
      public static let fields: [Field<SpeaksFor>] =
        [
          .required("actor", \.actor, "The actor spoken for"),
          .optional("from", \.from, "Since when"),
          .optional("to", \.to, "Until when; absent if it continues"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// The actor's id.
    public var id: ID = ""
    /// The name to print.
    public var name = ""
    /// What kind of actor.
    public var kind = Kind.person
    /// Other names and spellings.
    public var aliases: [String] = []
    /// Roles other than party.
    public var roles: [Role] = []
    /// Posts held.
    public var offices: [Office] = []
    /// Whose position its words express.
    public var speaksFor: [SpeaksFor] = []
    /// Belongs to it without speaking for it.
    public var partOf: [ID] = []
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// An actor by id, name and kind.
    public init(id: ID, name: String, kind: Kind) {
      self.id = id
      self.name = name
      self.kind = kind
    }

    /// The section of a case that holds it.
    public static let section = Case.Section.actors
    /// What one is called in messages.
    public static let noun = "actor"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Actor>] =
      [
        .required("id", \.id, "The actor's id"),
        .required("name", \.name, "The name to display"),
        .required("kind", \.kind, "What kind of actor"),
        .list("aliases", \.aliases, "Other names and spellings"),
        .list("roles", \.roles, "Roles other than party"),
        .list("offices", \.offices, "Offices held"),
        .list("speaksFor", \.speaksFor, "Whose position its words express"),
        .list("partOf", \.partOf, orOne: true, "What it is part of without speaking for it"),
      ] + Provenance.fields.within(\.provenance)
  }
}
