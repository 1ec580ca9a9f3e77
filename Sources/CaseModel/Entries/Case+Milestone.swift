extension Case {
  /// A state of the world that steps wait on and that is no issue's option.
  public struct Milestone: FieldShaped, IdentifiedEntry, Recorded {
    public typealias ID = EntryID<Milestone>

    public enum Kind: String, Vocabulary {
      case state, event, attack, release, vote, deadline
      public static let noun = "kind of milestone"
    }

    /// That it came about.
    public struct Reached: FieldShaped, Evidenced {
      public var date: EDTFDate?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "milestone reached"
      public static let fields: [Field<Reached>] =
        [.optional("date", \.date, "When")] + Evidence.fields.within(\.evidence)
    }

    /// That what was reached no longer holds, or that what was planned failed.
    public struct Lost: FieldShaped, Evidenced {
      public var date: EDTFDate?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "milestone lost"
      public static let fields: [Field<Lost>] =
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
    public var kind = Kind.state
    /// Whose deed it is: who votes, releases or attacks.
    public var by: [Actor.ID] = []
    /// The day it was planned for, with the words for it.
    public var planned: Dating?
    /// The day it must come about by, with the words for it.
    public var due: Dating?
    public var reached: Reached?
    public var lost: Lost?
    /// The issue and option that it carries out.
    public var of: Step?
    public var sameAs: [SameAs] = []
    /// What the plan, the deadline and the rest are known from.
    public var evidence = Evidence()
    public var provenance = Provenance()

    public init() {}

    public func validate(_ node: Node, _ reader: inout NodeReader) {
      guard let of else { return }
      if case .issue(_, .options) = of { return }
      if case .issue(_, .value) = of { return }
      reader.fail(
        "bad-step", at: node["of"]?.place ?? node.place,
        "a milestone carries out one answer to an issue",
        hint: "write `of: {issue: ID, option: ID}`")
    }

    public static let section = Case.Section.milestones
    public static let noun = "milestone"
    public static let fields: [Field<Milestone>] =
      [
        .required("id", \.id, "The milestone's id"),
        .required("title", \.title, "The state of the world, in a few words"),
        .defaulted("kind", \.kind, .state, "What it is; a state of the world where absent"),
        .optional("planned", \.planned, "The day it was planned for, with the words for it"),
        .optional("due", \.due, "The day it must come about by, with the words for it"),
        .optional("reached", \.reached, "That it came about, and when"),
        .optional("lost", \.lost, "That it failed, or no longer holds, and since when"),
        .optional("of", \.of, "The issue and option that it carries out"),
        .list("sameAs", \.sameAs, "Other wordings of the same milestone"),
      ] + Evidence.fields.within(\.evidence) + recordedFields

    private static let recordedFields: [Field<Milestone>] = [
      .optional("entered", \.provenance.entered, "When the entry was made in the record"),
      .optional(
        "by", \.byForm,
        "A list: whose deed it is, such as [parliament]. One id without brackets: the analyst "
          + "who made the entry"),
      .optional("enteredBy", \.enteredBy, "The analyst who made the entry, where `by` is a list"),
      .defaulted("confidential", \.provenance.confidential, false, "Left out by --redact"),
    ]

    /// What stands under `by`: every other entry's `by` is its analyst, and so was a milestone's
    /// before it had a deed to ascribe.
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

/// The `by` of a milestone: a list of actors whose deed it is, or the analyst who made the entry.
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
