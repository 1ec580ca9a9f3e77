extension Case {
  /// A state of the world that steps wait on and that is no issue's option.
  public struct Milestone: FieldShaped, IdentifiedEntry, Recorded {
    public typealias ID = EntryID<Milestone>

    /// That it came about.
    public struct Reached: FieldShaped, Evidenced {
      public var date: EDTFDate?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "milestone reached"
      public static let fields: [Field<Reached>] =
        [.optional("date", \.date, "When")] + Evidence.fields.within(\.evidence)
    }

    /// That another wording means the same milestone, and who says so.
    public struct SameAs: FieldShaped, Evidenced {
      public var milestone: Milestone.ID = ""
      public var by: Who?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "same-as link"
      public static let fields: [Field<SameAs>] =
        [
          .required("milestone", \.milestone, "The other wording"),
          .optional("by", \.by, "Who says that both are one"),
        ] + Evidence.fields.within(\.evidence)
    }

    public var id: ID = ""
    public var title = ""
    public var reached: Reached?
    public var sameAs: [SameAs] = []
    public var provenance = Provenance()

    public init() {}

    public static let section = Case.Section.milestones
    public static let noun = "milestone"
    public static let fields: [Field<Milestone>] =
      [
        .required("id", \.id, "The milestone's id"),
        .required("title", \.title, "The state of the world, in a few words"),
        .optional("reached", \.reached, "That it came about, and when"),
        .list("sameAs", \.sameAs, "Other wordings of the same milestone"),
      ] + Provenance.fields.within(\.provenance)
  }

  /// Why a party wants what it wants.
  public struct Interest: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    public typealias ID = EntryID<Interest>

    public var id: ID = ""
    public var actor: Actor.ID = ""
    public var title = ""
    /// The basic requirement beneath.
    public var need: String?
    public var evidence = Evidence()
    public var provenance = Provenance()

    public init() {}

    public static let section = Case.Section.interests
    public static let noun = "interest"
    public static let fields: [Field<Interest>] =
      [
        .required("id", \.id, "The interest's id"),
        .required("actor", \.actor, "Whose it is"),
        .required("title", \.title, "What it wants"),
        .optional("need", \.need, "The basic requirement beneath"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)
  }
}
