extension Case.Statement: FieldsApart {
  /// The fields themselves.
  @usableFromInline struct Content: Sendable, Hashable {
    @usableFromInline var id: ID = ""
    @usableFromInline var source: Case.Source.ID = ""
    @usableFromInline var quote: Quote = Quote([])
    @usableFromInline var gist: String = ""
    @usableFromInline var speaker: [Case.Actor.ID] = []
    @usableFromInline var to: [Case.Actor.ID] = []
    @usableFromInline var via: [Case.Actor.ID] = []
    @usableFromInline var date: Dating?
    @usableFromInline var act: Act = Act.state
    @usableFromInline var of: [Case.Actor.ID] = []
    @usableFromInline var about: Subject?
    @usableFromInline var stance: Stance?
    @usableFromInline var requires: [Requirement] = []
    @usableFromInline var requiresNone: Bool = false
    @usableFromInline var redLine: Bool = false
    @usableFromInline var verbatim: Bool = false
    @usableFromInline var credibility: Credibility?
    @usableFromInline var hedge: String?
    @usableFromInline var provenance: Provenance = Provenance()
    @usableFromInline var seldom = SeldomFields()

    @usableFromInline init() {}

    /// In the order of the file.
    static let fields: [Field<Content>] =
      [
        .required("id", \.id, "The statement's id"),
        .required("source", \.source, "The source that contains it"),
        .required("quote", \.quote, "The exact words, by their position in the source"),
        .required("gist", \.gist, "The reading in one line of your own words"),
        .list("speaker", \.speaker, orOne: true, required: true, "Who says or holds it"),
        .list("to", \.to, orOne: true, "To whom"),
        .list("via", \.via, orOne: true, "Who reported it, nearest the speaker first"),
        seldom(.optional("at", \.at, "The meeting at which it was said")),
        .optional("date", \.date, "When it was said or held"),
        seldom(.optional("told", \.told, "When the last reporter said so")),
        .required("act", \.act, "What it does"),
        .list(
          "of", \.of, orOne: true, "The actor whose position, action or requirement it concerns"),
        seldom(.optional("change", \.change, "The change of position it claims")),
        .optional("about", \.about, "What it is about"),
        .optional("stance", \.stance, "What it says about the option, if the act does not show it"),
        .listOrNone(
          "requires", \.requires, none: \.requiresNone,
          "What the step in question waits for; `none` if the words say that nothing is required"),
        seldom(
          .list(
            "drops", \.drops, orOne: true,
            "The speaker's own earlier statements that it withdraws")),
        seldom(.optional("due", \.due, "By when the words want it done")),
        seldom(.optional("until", \.until, "The last day on which the words are valid")),
        .defaulted(
          "redLine", \.redLine, false, "True if stated as a limit that must not be crossed"),
        .defaulted("verbatim", \.verbatim, false, "The speaker's own words in quotation marks"),
        .optional("credibility", \.credibility, "Admiralty grade 1 to 6"),
        .optional("hedge", \.hedge, "The text's own reservation"),
        seldom(.optional("doubted", \.doubted, "Why the analyst doubts it")),
        seldom(
          .optional(
            "proposedBy", \.proposedBy, "What proposed it, where a suggestion was accepted")),
      ] + Provenance.fields.within(\.provenance)

    private static func seldom(_ field: Field<Seldom>) -> Field<Content> {
      field.apart(in: SeldomFields.self).within(\.seldom)
    }
  }

  /// Holds the fields of all copies of a value. They are changed only while there are no copies.
  @usableFromInline final class Box<Fields: Sendable>: @unchecked Sendable {
    // No two accesses overlap: who changes it is the only one that holds it.
    @exclusivity(unchecked) @usableFromInline var content: Fields

    @inlinable init(_ content: Fields) { self.content = content }
  }

  /// The fields; a change of them changes no copy.
  @inlinable var content: Content {
    _read { yield box.content }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.content) }
      yield &box.content
    }
  }

  func reading<Result>(_ body: (UnsafePointer<Content>) -> Result) -> Result {
    withUnsafeMutablePointer(to: &box.content) { body(UnsafePointer($0)) }
  }
}
