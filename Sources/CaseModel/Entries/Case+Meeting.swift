extension Case {
  /// One dated sitting.
  public struct Meeting: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Meeting>

    /// What kind of sitting it is.
    public enum Kind: String, Vocabulary {
      case talks, summit, call
      /// What one is called in messages.
      public static let noun = "kind of meeting"
    }

    /// Whether it took place.
    public enum Status: String, Vocabulary {
      case proposed, planned, held, notHeld
      /// What one is called in messages.
      public static let noun = "meeting status"
    }

    /// The people one party sends.
    public struct Delegation: FieldShaped, Evidenced {
      /// Who sends it.
      public var party: Actor.ID = ""
      /// Who is in it.
      public var members: [Delegate] = []
      /// Members not named.
      public var others: Int?
      /// Who was expected but did not come.
      public var absent: [Actor.ID] = []
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "delegation"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Delegation>] =
        [
          .required("party", \.party, "Who sends it"),
          .list("members", \.members, "Who is in it"),
          .optional("others", \.others, "How many more, not named"),
          .list("absent", \.absent, "Who was expected but did not come"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// One member of a delegation.
    public struct Delegate: FieldShaped, Evidenced {
      /// How high a member stands, highest first, so that delegations can be compared.
      public enum Level: String, Vocabulary {
        case leader, minister, deputyMinister, serviceChief, aide, official
        /// What one is called in messages.
        public static let noun = "level"
      }

      /// The person.
      public var actor: Actor.ID = ""
      /// What the person does in the delegation.
      public var role: String?
      /// The rank held, in words.
      public var rank: String?
      /// The level of the rank, so that delegations can be compared.
      public var level: Level?
      /// Leads the delegation.
      public var head = false
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "delegate"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Delegate>] =
        [
          .required("actor", \.actor, "The person"),
          .optional("role", \.role, "What the person does in the delegation"),
          .optional("rank", \.rank, "The rank held, in words"),
          .optional("level", \.level, "The level of the rank, so that delegations can be compared"),
          .defaulted("head", \.head, false, "Leads the delegation"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// The meeting's id.
    public var id: ID = ""
    /// What people call it.
    public var title: String?
    /// Talks, summit or call.
    public var kind = Kind.talks
    /// The numbered or named set of meetings it belongs to.
    public var round: Slug?
    /// Whether it was held.
    public var status = Status.held
    /// The day it was planned for, with the words for it.
    public var planned: Dating?
    /// The day it was held, with the words for it.
    public var date: Dating?
    /// Where.
    public var place: String?
    /// Who hosted it.
    public var host: [Actor.ID] = []
    /// Who was sent.
    public var delegations: [Delegation] = []
    /// What it rests on.
    public var evidence = Evidence()
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// The day it was held, else planned for.
    public var day: EDTFDate? { (date ?? planned)?.value }

    /// The section of a case that holds it.
    public static let section = Case.Section.meetings
    /// What one is called in messages.
    public static let noun = "meeting"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Meeting>] =
      [
        .required("id", \.id, "The meeting's id"),
        .optional("title", \.title, "Its title"),
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
