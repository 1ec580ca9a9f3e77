extension Case {
  /// A state of the world that steps wait on and that is no issue's option.
  public struct Milestone: FieldShaped, IdentifiedEntry, Recorded {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Milestone>

    /// What kind of state of the world it is.
    public enum Kind: String, Vocabulary {
      case state, event, attack, release, vote, deadline
      /// What one is called in messages.
      public static let noun = "kind of milestone"
    }

    /// That it came about.
    public struct Reached: FieldShaped, Evidenced {
      /// When.
      public var date: EDTFDate?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "milestone reached"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Reached>] =
        [.optional("date", \.date, "When")] + Evidence.fields.within(\.evidence)
    }

    /// That what was reached no longer holds, or that what was planned failed.
    public struct Lost: FieldShaped, Evidenced {
      /// When.
      public var date: EDTFDate?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "milestone lost"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Lost>] =
        [.optional("date", \.date, "When")] + Evidence.fields.within(\.evidence)
    }

    /// That the day it was planned for was given up, and no other set.
    public struct Postponed: FieldShaped, Evidenced {
      /// When that was said.
      public var date: EDTFDate?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "milestone postponed"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Postponed>] =
        [.optional("date", \.date, "When")] + Evidence.fields.within(\.evidence)
    }

    /// That another wording means the same milestone, and who says so.
    public struct SameAs: FieldShaped, Evidenced {
      /// The other wording.
      public var milestone: Milestone.ID = ""
      /// Who says that both are one.
      public var by: Who?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "same-as link"
      /// Its fields, in the order of the file.
      public static let fields: [Field<SameAs>] =
        [
          .required("milestone", \.milestone, "The other wording"),
          .optional("by", \.by, "Who says that both are the same"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// The milestone's id.
    public var id: ID = ""
    /// The state of the world, in a few words.
    public var title = ""
    /// Its kind; a state of the world if absent.
    public var kind = Kind.state
    /// Whose act it is: who votes, releases or attacks.
    public var by: [Actor.ID] = []
    /// The day it was planned for, with the words for it.
    public var planned: Dating?
    /// The day by which it must come about, with the words for it.
    public var due: Dating?
    /// That it came about, and when.
    public var reached: Reached?
    /// That it failed, or no longer holds, and since when.
    public var lost: Lost?
    /// That its planned day was given up without another; a new day is given in ``planned``.
    public var postponed: Postponed?
    /// The issue and option that it carries out, or the draft on which it is a vote.
    public var of: Step?
    /// Other wordings of the same milestone.
    public var sameAs: [SameAs] = []
    /// What the plan, the deadline and the rest are known from.
    public var evidence = Evidence()
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      guard let of else { return }
      if case .issue(_, .options) = of { return }
      if case .issue(_, .value) = of { return }
      if case .draft = of { return }
      reader.fail(
        .badStep, at: node["of"]?.place ?? node.place,
        "a milestone carries out one option of an issue, or approves a draft",
        hint: "write `of: {issue: ID, option: ID}`, or of a vote on a text `of: {draft: ID}`")
    }

    /// The section of a case that holds it.
    public static let section = Case.Section.milestones
    /// What one is called in messages.
    public static let noun = "milestone"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Milestone>] =
      [
        .required("id", \.id, "The milestone's id"),
        .required("title", \.title, "The state of the world, in a few words"),
        .defaulted("kind", \.kind, .state, "Its kind; a state of the world if absent"),
        .optional("planned", \.planned, "The day it was planned for, with the words for it"),
        .optional("due", \.due, "The day by which it must come about, with the words for it"),
        .optional("reached", \.reached, "That it came about, and when"),
        .optional("lost", \.lost, "That it failed, or no longer holds, and since when"),
        .optional(
          "postponed", \.postponed,
          "That the planned day was given up and no other set; a new day goes in `planned`"),
        .optional(
          "of", \.of, "The issue and option that it carries out, or the draft on which it is a vote"
        ),
        .list("sameAs", \.sameAs, "Other wordings of the same milestone"),
      ] + Evidence.fields.within(\.evidence) + recordedFields

    private static let recordedFields: [Field<Milestone>] = [
      .optional("entered", \.provenance.entered, "When the entry was made in the record"),
      .optional(
        "by", \.byForm,
        "A list: who brings it about, such as [parliament]. One id without brackets: the analyst "
          + "who made the entry"),
      .optional("enteredBy", \.enteredBy, "The analyst who made the entry, if `by` is a list"),
      .defaulted(
        "confidential", \.provenance.confidential, false, "Left out where the case is redacted"),
    ]

    /// What stands under `by`: every other entry's `by` is its analyst, and so was a milestone's
    /// before it had an act to ascribe.
    fileprivate var byForm: MilestoneBy? {
      get { by.isEmpty ? provenance.by.map { .analyst($0) } : .actors(by) }
      set {
        switch newValue {
        case .actors(let actors)?: by = actors
        case .analyst(let who)?: provenance.by = who
        case nil: break
        }
      }
    }

    fileprivate var enteredBy: Who? {
      get { by.isEmpty ? nil : provenance.by }
      set { if let newValue { provenance.by = newValue } }
    }
  }
}

/// The `by` of a milestone: a list of actors whose act it is, or the analyst who made the entry.
private enum MilestoneBy: Shaped {
  case analyst(Who)
  case actors([Case.Actor.ID])

  static func read(_ node: Node, _ reader: inout NodeReader) -> MilestoneBy? {
    guard case .list(let items) = node.content else {
      return Who.read(node, &reader).map { .analyst($0) }
    }
    var actors: [Case.Actor.ID] = []
    for (index, item) in items.enumerated() {
      guard let actor = reader.inside(.index(index), { Case.Actor.ID.read(item, &$0) }) else {
        continue
      }
      actors.append(actor)
    }
    return .actors(actors)
  }

  func node() -> Node {
    switch self {
    case .analyst(let who): who.node()
    case .actors(let actors): .list(actors.map { $0.node() })
    }
  }

  static func schema(_ book: inout SchemaBook) -> Node {
    let who = Who.schema(&book)
    let actor = Case.Actor.ID.schema(&book)
    return .map([
      .init("anyOf", .list([who, SchemaBook.object(("type", .text("array")), ("items", actor))]))
    ])
  }

  mutating func walk(_ walker: inout ReferenceWalker) {
    switch self {
    case .analyst(var who):
      who.walk(&walker)
      self = .analyst(who)
    case .actors(var actors):
      for index in actors.indices {
        walker.inside(.index(index)) { actors[index].walk(&$0) }
      }
      self = .actors(actors)
    }
  }
}
