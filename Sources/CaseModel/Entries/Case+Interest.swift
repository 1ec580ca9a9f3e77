extension Case {
  /// Why a party wants what it wants.
  public struct Interest: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Interest>

    /// The interest's id.
    public var id: ID = ""
    /// Whose it is.
    public var actor: Actor.ID = ""
    /// What it wants.
    public var title = ""
    /// The underlying basic need.
    public var need: String?
    /// What it rests on.
    public var evidence = Evidence()
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// The section of a case that holds it.
    public static let section = Case.Section.interests
    /// What one is called in messages.
    public static let noun = "interest"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Interest>] =
      [
        .required("id", \.id, "The interest's id"),
        .required("actor", \.actor, "Whose it is"),
        .required("title", \.title, "What it wants"),
        .optional("need", \.need, "The underlying basic need"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)
  }
}
