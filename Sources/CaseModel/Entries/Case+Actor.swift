extension Case {
  /// Anyone in the record: a state, organisation, group or person.
  public struct Actor: FieldShaped, IdentifiedEntry, Recorded {
    public typealias ID = EntryID<Actor>

    public enum Kind: String, Vocabulary {
      case state, organisation, body, group, person, outlet, unnamed
      public static let noun = "kind of actor"
    }

    /// A part played in the talks, with dates.
    public struct Role: FieldShaped, Evidenced {
      public enum Name: String, Vocabulary {
        case mediator, facilitator, host, guarantor, observer, outside
        public static let noun = "role"
      }

      public var role = Name.outside
      public var from: EDTFDate?
      public var to: EDTFDate?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "actor's role"
      public static let fields: [Field<Role>] =
        [
          .required("role", \.role, "The part played"),
          .optional("from", \.from, "Since when"),
          .optional("to", \.to, "Until when"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// A post held, with dates.
    public struct Office: FieldShaped, Evidenced {
      public var title = ""
      public var of: Actor.ID?
      public var from: EDTFDate?
      public var to: EDTFDate?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "office"
      public static let fields: [Field<Office>] =
        [
          .required("title", \.title, "The post"),
          .optional("of", \.of, "The actor it is a post of"),
          .optional("from", \.from, "Since when"),
          .optional("to", \.to, "Until when; absent where it lasts"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// Whose position this actor's words express, with dates.
    public struct SpeaksFor: FieldShaped, Evidenced {
      public var actor: Actor.ID = ""
      public var from: EDTFDate?
      public var to: EDTFDate?
      public var evidence = Evidence()
      public init() {}

      public init(_ actor: Actor.ID, from: EDTFDate? = nil, to: EDTFDate? = nil) {
        self.actor = actor
        self.from = from
        self.to = to
      }

      public static let noun = "speaks-for link"
      public static let fields: [Field<SpeaksFor>] =
        [
          .required("actor", \.actor, "The actor spoken for"),
          .optional("from", \.from, "Since when"),
          .optional("to", \.to, "Until when; absent where it lasts"),
        ] + Evidence.fields.within(\.evidence)
    }

    public var id: ID = ""
    public var name = ""
    public var kind = Kind.person
    public var aliases: [String] = []
    public var roles: [Role] = []
    public var offices: [Office] = []
    public var speaksFor: [SpeaksFor] = []
    /// Belongs to it without speaking for it.
    public var partOf: [ID] = []
    public var provenance = Provenance()

    public init() {}

    public init(id: ID, name: String, kind: Kind) {
      self.id = id
      self.name = name
      self.kind = kind
    }

    public static let section = Case.Section.actors
    public static let noun = "actor"
    public static let fields: [Field<Actor>] =
      [
        .required("id", \.id, "The actor's id"),
        .required("name", \.name, "The name to print"),
        .required("kind", \.kind, "What kind of actor"),
        .list("aliases", \.aliases, "Other names and spellings"),
        .list("roles", \.roles, "Parts played that are not a party's"),
        .list("offices", \.offices, "Posts held"),
        .list("speaksFor", \.speaksFor, "Whose position its words express"),
        .list("partOf", \.partOf, orOne: true, "What it belongs to without speaking for it"),
      ] + Provenance.fields.within(\.provenance)
  }
}
