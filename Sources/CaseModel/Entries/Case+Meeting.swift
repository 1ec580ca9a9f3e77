extension Case {
  /// One dated sitting.
  public struct Meeting: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    public typealias ID = EntryID<Meeting>

    public enum Kind: String, Vocabulary {
      case talks, summit, call
      public static let noun = "kind of meeting"
    }

    public enum Status: String, Vocabulary {
      case proposed, planned, held, notHeld
      public static let noun = "meeting status"
    }

    /// The people one party sends.
    public struct Delegation: FieldShaped, Evidenced {
      public var party: Actor.ID = ""
      public var members: [Delegate] = []
      /// Members not named.
      public var others: Int?
      /// Who was expected and did not come.
      public var absent: [Actor.ID] = []
      public var evidence = Evidence()
      public init() {}
      public static let noun = "delegation"
      public static let fields: [Field<Delegation>] =
        [
          .required("party", \.party, "Who sends it"),
          .list("members", \.members, "Who is in it"),
          .optional("others", \.others, "How many more, not named"),
          .list("absent", \.absent, "Who was expected and did not come"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// One member of a delegation.
    public struct Delegate: FieldShaped, Evidenced {
      /// How high a member stands, highest first, so that delegations can be compared.
      public enum Level: String, Vocabulary {
        case leader, minister, deputyMinister, serviceChief, aide, official
        public static let noun = "level"
      }

      public var actor: Actor.ID = ""
      public var role: String?
      public var rank: String?
      public var level: Level?
      public var head = false
      public var evidence = Evidence()
      public init() {}
      public static let noun = "delegate"
      public static let fields: [Field<Delegate>] =
        [
          .required("actor", \.actor, "The person"),
          .optional("role", \.role, "What the person does in the delegation"),
          .optional("rank", \.rank, "The rank held, in words"),
          .optional("level", \.level, "The rank's level, so that delegations compare"),
          .defaulted("head", \.head, false, "Leads the delegation"),
        ] + Evidence.fields.within(\.evidence)
    }

    public var id: ID = ""
    public var title: String?
    public var kind = Kind.talks
    /// The numbered or named set of meetings it belongs to.
    public var round: Slug?
    public var status = Status.held
    public var planned: Dating?
    public var date: Dating?
    public var place: String?
    public var host: [Actor.ID] = []
    public var delegations: [Delegation] = []
    public var evidence = Evidence()
    public var provenance = Provenance()

    public init() {}

    /// The day it was held, else planned for.
    public var day: EDTFDate? { (date ?? planned)?.value }

    public static let section = Case.Section.meetings
    public static let noun = "meeting"
    public static let fields: [Field<Meeting>] =
      [
        .required("id", \.id, "The meeting's id"),
        .optional("title", \.title, "What people call it"),
        .required("kind", \.kind, "Talks, summit or call"),
        .optional("round", \.round, "The set of meetings it belongs to"),
        .required("status", \.status, "Whether it was held"),
        .optional("planned", \.planned, "The day it was planned for, with the words for it"),
        .optional("date", \.date, "The day it was held, with the words for it"),
        .optional("place", \.place, "Where"),
        .list("host", \.host, orOne: true, "Who hosted it"),
        .list("delegations", \.delegations, "Who was sent"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)
  }
}
