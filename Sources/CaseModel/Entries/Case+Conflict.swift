extension Case {
  /// An analyst's model of a conflict for the graph model: who can change what, which combinations
  /// cannot be, and who prefers what, each part with what it rests on.
  ///
  /// It has one of two forms. In option form a state is a combination of options, and who owns an
  /// option can change it. In graph form `states` names the states and `moves` lists what each can
  /// do. The file's shape only: formulas and patterns are text here; the code that analyses the
  /// model reads them.
  public struct Conflict: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Conflict>

    /// Something a decision maker can do or leave.
    public struct Option: FieldShaped, Evidenced {
      /// Whether an option can be taken, taken back, or both.
      public enum Direction: String, Vocabulary {
        case both
        /// Once taken it stays taken.
        case forward
        /// Once left it stays left.
        case back
        /// What one is called in messages.
        public static let noun = "direction"
      }

      /// Its id, unique in the conflict; used in formulas.
      public var id: Slug = ""
      /// The action it stands for, as a verb phrase that follows a name: accept the terms.
      public var title = ""
      /// The decision makers who can each change it.
      public var owners: [Slug] = []
      /// Whether it can be taken and given up, only taken, or only given up.
      public var direction = Direction.both
      /// The issue and option of the case that it stands for.
      public var about: Subject?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}

      /// An option and who can change it.
      public init(id: Slug, title: String, owners: [Slug]) {
        (self.id, self.title, self.owners) = (id, title, owners)
      }

      /// What one is called in messages.
      public static let noun = "conflict option"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Option>] =
        [
          .required("id", \.id, "Its id, unique in the conflict; used in formulas"),
          .required(
            "title", \.title,
            "The action it stands for, as a verb phrase that follows a name: accept the terms"),
          .list(
            "owners", \.owners, orOne: true, required: true,
            "The decision makers who can each change it"),
          .defaulted(
            "direction", \.direction, .both,
            "Whether it can be taken and given up, only taken, or only given up"),
          .optional("about", \.about, "The issue and option of the case that it stands for"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// A combination of options that cannot be; one of the four ways to say which.
    public struct Infeasible: FieldShaped, Evidenced {
      /// One sign per option: Y taken, N not, - either.
      public var pattern: String?
      /// Combinations for which this is true are impossible.
      public var formula: String?
      /// Of these options at most one can be taken.
      public var exclusive: [Slug] = []
      /// Of these options at least one is taken.
      public var atLeastOne: [Slug] = []
      /// Why, in a few words.
      public var title: String?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "infeasible combination"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Infeasible>] =
        [
          .optional("pattern", \.pattern, "One sign per option: Y taken, N not, - either"),
          .optional("formula", \.formula, "Combinations for which this is true are impossible"),
          .list("exclusive", \.exclusive, "Of these options at most one can be taken"),
          .list("atLeastOne", \.atLeastOne, "Of these options at least one is taken"),
          .optional("title", \.title, "Why, in a few words"),
        ] + Evidence.fields.within(\.evidence)

      /// Reports what its fields cannot be together.
      public func validate(_ node: Node, _ reader: inout NodeReader) {
        let ways = [pattern != nil, formula != nil, !exclusive.isEmpty, !atLeastOne.isEmpty]
        guard ways.count(where: { $0 }) != 1 else { return }
        reader.fail(
          .badInfeasible, at: node.place, "an infeasible combination is described in one way",
          hint: "give one of pattern, formula, exclusive and atLeastOne")
      }
    }

    /// A move that its mover cannot make, though the options would allow it.
    public struct Forbidden: FieldShaped, Evidenced {
      /// The decision maker who cannot make it.
      public var mover: Slug = ""
      /// The pattern of the states it would leave.
      public var from = ""
      /// The pattern of the states it would go to.
      public var to = ""
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "forbidden move"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Forbidden>] =
        [
          .required("mover", \.mover, "The decision maker who cannot make it"),
          .required("from", \.from, "The pattern of the states it would leave"),
          .required("to", \.to, "The pattern of the states it would go to"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// A state that has a name of its own.
    public struct State: FieldShaped, Evidenced {
      /// Its pattern; in graph form, its name.
      public var state = ""
      /// What people call this outcome.
      public var title: String?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}

      /// A state with a name of its own.
      public init(_ state: String, title: String? = nil) {
        (self.state, self.title) = (state, title)
      }

      /// What one is called in messages.
      public static let noun = "state"
      /// The field that a bare value stands for.
      public static let shorthand: String? = "state"
      /// Its fields, in the order of the file.
      public static let fields: [Field<State>] =
        [
          .required("state", \.state, "Its pattern; in graph form, its name"),
          .optional("title", \.title, "The title of this outcome"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// Graph form: something a decision maker can do.
    public struct Move: FieldShaped, Evidenced {
      /// The decision maker who can make it.
      public var mover: Slug = ""
      /// The state it leaves.
      public var from = ""
      /// The state it goes to.
      public var to = ""
      /// The action, as a verb phrase that follows a name: withdraw its forces.
      public var title: String?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}

      /// A move from one state to another.
      public init(_ mover: Slug, from: String, to: String) {
        (self.mover, self.from, self.to) = (mover, from, to)
      }

      /// What one is called in messages.
      public static let noun = "move"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Move>] =
        [
          .required("mover", \.mover, "The decision maker who can make it"),
          .required("from", \.from, "The state it leaves"),
          .required("to", \.to, "The state it goes to"),
          .optional(
            "title", \.title,
            "The action, as a verb phrase that follows a name: withdraw its forces"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// The conflict's id.
    public var id: ID = ""
    /// What people call it.
    public var title = ""
    /// What is modelled, and as whose hypothesis.
    public var description: String?
    /// Who can change something.
    public var decisionMakers: [DecisionMaker] = []
    /// What can be done or not done; patterns use this order.
    public var options: [Option] = []
    /// Which combinations are impossible.
    public var infeasible: [Infeasible] = []
    /// If given, only these patterns exist.
    public var feasible: [String] = []
    /// States with titles; without options, the complete list of states.
    public var states: [State] = []
    /// Without options, who can go from which state to which.
    public var moves: [Move] = []
    /// Patterns whose combinations count as one state.
    public var coalesced: [String] = []
    /// Single moves that cannot be made.
    public var forbidden: [Forbidden] = []
    /// The pattern or name of the state that holds now.
    public var statusQuo: String?
    /// Remarks for the reader.
    public var notes: [String] = []
    /// What it rests on.
    public var evidence = Evidence()
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// The section of a case that holds it.
    public static let section = Case.Section.conflicts
    /// What one is called in messages.
    public static let noun = "conflict"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Conflict>] =
      [
        .required("id", \.id, "The conflict's id"),
        .required("title", \.title, "Its title"),
        .optional("description", \.description, "What is modelled, and as whose hypothesis"),
        .list("decisionMakers", \.decisionMakers, required: true, "Who can change something"),
        .list("options", \.options, "What can be done or not done; patterns use this order"),
        .list("infeasible", \.infeasible, "Which combinations are impossible"),
        .list("feasible", \.feasible, "If given, only these patterns exist"),
        .list(
          "states", \.states, "States with titles; without options, the complete list of states"),
        .list("moves", \.moves, "Without options, who can go from which state to which"),
        .list("coalesced", \.coalesced, "Patterns whose combinations count as one state"),
        .list("forbidden", \.forbidden, "Single moves that cannot be made"),
        .optional("statusQuo", \.statusQuo, "The pattern or name of the state that holds now"),
        .list("notes", \.notes, "Remarks for the reader"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)

    /// Whether its states are named, and not combinations of options.
    public var isGraph: Bool { options.isEmpty }

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      func refuse(_ key: String, _ message: String, _ hint: String) {
        reader.fail(.conflictForm, at: node[key]?.place ?? node.place, message, hint: hint)
      }
      guard isGraph else {
        if !moves.isEmpty {
          refuse(
            "moves", "a conflict with options lists no moves: the owner of an option can change it",
            "drop `moves`, or `options` for a conflict in graph form")
        }
        return
      }
      if states.isEmpty {
        refuse(
          "options", "this conflict has no `options`, and no `states` either",
          "add options and their owners; or, in graph form, states and moves")
      }
      let parts = [
        ("infeasible", infeasible.isEmpty), ("feasible", feasible.isEmpty),
        ("coalesced", coalesced.isEmpty), ("forbidden", forbidden.isEmpty),
      ]
      for (key, isEmpty) in parts where !isEmpty {
        refuse(
          key, "`\(key)` concerns options, and this conflict has none",
          "list only the existing states and moves")
      }
      for maker in decisionMakers where !maker.prefers.isEmpty || !maker.weights.isEmpty {
        refuse(
          "decisionMakers", "`\(maker.id)` has preferences over options, but there are none",
          "give it a `ranking` of the states, or `compares`")
      }
    }
  }
}
