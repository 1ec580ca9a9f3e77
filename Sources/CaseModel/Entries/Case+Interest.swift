extension Case {
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
