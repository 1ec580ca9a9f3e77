extension Case {
  /// An analyst's model of a conflict for the graph model: who can change what, which combinations
  /// cannot be, and who prefers what, each part with what it rests on.
  ///
  /// The file's shape only. Formulas and patterns are text here; whoever analyses the model reads
  /// them.
  public struct Conflict: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    public typealias ID = EntryID<Conflict>

    /// Something a decision maker can do or leave.
    public struct Option: FieldShaped, Evidenced {
      public enum Direction: String, Vocabulary {
        case both
        /// Once taken it stays taken.
        case forward
        /// Once left it stays left.
        case back
        public static let noun = "direction"
      }

      public var id: Slug = ""
      public var title = ""
      public var owners: [Slug] = []
      public var direction = Direction.both
      public var about: Subject?
      public var evidence = Evidence()
      public init() {}

      public init(id: Slug, title: String, owners: [Slug]) {
        (self.id, self.title, self.owners) = (id, title, owners)
      }

      public static let noun = "conflict option"
      public static let fields: [Field<Option>] =
        [
          .required("id", \.id, "Its id, unique in the conflict; formulas name it so"),
          .required("title", \.title, "What is done when it is taken"),
          .list(
            "owners", \.owners, orOne: true, required: true,
            "The decision makers who can each change it"),
          .defaulted(
            "direction", \.direction, .both,
            "Whether it can be taken and left, only taken, or only left"),
          .optional("about", \.about, "The issue and option of the case that it stands for"),
        ] + evidenceFields
    }

    /// A combination of options that cannot be; one of the four ways to say which.
    public struct Infeasible: FieldShaped, Evidenced {
      public var pattern: String?
      public var formula: String?
      public var exclusive: [Slug] = []
      public var atLeastOne: [Slug] = []
      public var title: String?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "infeasible combination"
      public static let fields: [Field<Infeasible>] =
        [
          .optional("pattern", \.pattern, "One sign per option: Y taken, N not, - either"),
          .optional("formula", \.formula, "Where this holds the combination cannot be"),
          .list("exclusive", \.exclusive, "Of these options at most one can be taken"),
          .list("atLeastOne", \.atLeastOne, "Of these options one at least is taken"),
          .optional("title", \.title, "Why, in a few words"),
        ] + evidenceFields

      public func validate(_ node: Node, _ reader: inout NodeReader) {
        let ways = [pattern != nil, formula != nil, !exclusive.isEmpty, !atLeastOne.isEmpty]
        guard ways.count(where: { $0 }) != 1 else { return }
        reader.fail(
          "bad-infeasible", at: node.place, "an infeasible combination is said in one way",
          hint: "give one of pattern, formula, exclusive and atLeastOne")
      }
    }

    /// A move that its mover cannot make, though the options would allow it.
    public struct Forbidden: FieldShaped, Evidenced {
      public var mover: Slug = ""
      public var from = ""
      public var to = ""
      public var evidence = Evidence()
      public init() {}
      public static let noun = "forbidden move"
      public static let fields: [Field<Forbidden>] =
        [
          .required("mover", \.mover, "The decision maker who cannot make it"),
          .required("from", \.from, "The pattern of the states it would leave"),
          .required("to", \.to, "The pattern of the states it would go to"),
        ] + evidenceFields
    }

    public var id: ID = ""
    public var title = ""
    public var description: String?
    public var decisionMakers: [DecisionMaker] = []
    public var options: [Option] = []
    public var infeasible: [Infeasible] = []
    public var states: [String] = []
    public var coalesced: [String] = []
    public var forbidden: [Forbidden] = []
    public var statusQuo: String?
    public var notes: [String] = []
    public var evidence = Evidence()
    public var provenance = Provenance()

    public init() {}

    public static let section = Case.Section.conflicts
    public static let noun = "conflict"
    public static let fields: [Field<Conflict>] =
      [
        .required("id", \.id, "The conflict's id"),
        .required("title", \.title, "What people call it"),
        .optional("description", \.description, "What is modelled, and as whose hypothesis"),
        .list("decisionMakers", \.decisionMakers, required: true, "Who can change something"),
        .list(
          "options", \.options, required: true, "What can be done or left; patterns keep this order"
        ),
        .list("infeasible", \.infeasible, "Which combinations cannot be"),
        .list("states", \.states, "If given, only these patterns exist"),
        .list("coalesced", \.coalesced, "Patterns whose combinations count as one state"),
        .list("forbidden", \.forbidden, "Single moves that cannot be made"),
        .optional("statusQuo", \.statusQuo, "The pattern of the state that holds now"),
        .list("notes", \.notes, "Remarks for the reader"),
      ] + evidenceFields + provenanceFields
  }
}
