extension Case.Conflict {
  /// One who can change options, and what it prefers. Without any preference all is unknown.
  public struct DecisionMaker: FieldShaped {
    /// Its id, unique in the conflict.
    public var id: Slug = ""
    /// The actors of the case that it stands for.
    public var actors: [Case.Actor.ID] = []
    /// Its title, if not the actors' names.
    public var title: String?
    /// What it wants, in order of importance.
    public var prefers: [Priority] = []
    /// What each option is worth to it, instead.
    public var weights: [Weight] = []
    /// Its ranking of the states, the best first, instead.
    public var ranking: [Tier] = []
    /// Comparisons of pairs of states, instead; what no pair compares stays unknown.
    public var compares: [Comparison] = []
    /// One with every field empty.
    public init() {}

    /// A decision maker of the conflict, and the actors it stands for.
    public init(id: Slug, actors: [Case.Actor.ID] = [], title: String? = nil) {
      (self.id, self.actors, self.title) = (id, actors, title)
    }

    /// What one is called in messages.
    public static let noun = "decision maker"
    /// Its fields, in the order of the file.
    public static let fields: [Field<DecisionMaker>] = [
      .required("id", \.id, "Its id, unique in the conflict"),
      .list("actors", \.actors, orOne: true, "The actors of the case that it stands for"),
      .optional("title", \.title, "Its title, if not the actors' names"),
      .list("prefers", \.prefers, "What it wants, in order of importance"),
      .list("weights", \.weights, "What each option is worth to it, instead"),
      .list("ranking", \.ranking, "Its ranking of the states, the best first, instead"),
      .list(
        "compares", \.compares,
        "Comparisons of pairs of states, instead; what no pair compares stays unknown"),
    ]

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      let ways = [prefers.isEmpty, weights.isEmpty, ranking.isEmpty, compares.isEmpty]
      guard ways.count(where: { !$0 }) > 1 else { return }
      reader.fail(
        .twoPreferences, at: node.place, "a decision maker's preferences are given in one way",
        hint: "keep one of prefers, weights, ranking and compares")
    }
  }

  /// One thing a decision maker wants.
  public struct Priority: FieldShaped, Evidenced {
    /// A formula over options: not, and, or, if, iff, parentheses.
    public var that = ""
    /// The same in words.
    public var title: String?
    /// The evidence does not settle it.
    public var uncertain = false
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}

    /// A wish that a formula be true.
    public init(that: String) { self.that = that }

    /// What one is called in messages.
    public static let noun = "priority"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Priority>] =
      [
        .required("that", \.that, "A formula over options: not, and, or, if, iff, parentheses"),
        .optional("title", \.title, "The same in words"),
        .defaulted("uncertain", \.uncertain, false, "The evidence does not settle it"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// What one option is worth to a decision maker.
  public struct Weight: FieldShaped, Evidenced {
    /// The option.
    public var option: Slug = ""
    /// What it is worth taken.
    public var taken = 0
    /// What it is worth not taken.
    public var notTaken = 0
    /// The evidence does not settle it.
    public var uncertain = false
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}
    /// What one is called in messages.
    public static let noun = "option weight"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Weight>] =
      [
        .required("option", \.option, "The option"),
        .defaulted("taken", \.taken, 0, "Its value if taken"),
        .defaulted("notTaken", \.notTaken, 0, "Its value if not taken"),
        .defaulted("uncertain", \.uncertain, false, "The evidence does not settle it"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// States a decision maker likes equally well.
  public struct Tier: FieldShaped, Evidenced {
    /// Patterns of the states.
    public var states: [String] = []
    /// Greatly preferred to all that follow.
    public var greatly = false
    /// The evidence does not settle its place.
    public var uncertain = false
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}
    /// What one is called in messages.
    public static let noun = "tier of a ranking"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Tier>] =
      [
        .list("states", \.states, orOne: true, required: true, "Patterns of the states"),
        .defaulted("greatly", \.greatly, false, "Greatly preferred to all that follow"),
        .defaulted("uncertain", \.uncertain, false, "The evidence does not settle its place"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// How a decision maker likes one state against another; a pattern with dashes stands for every
  /// state it covers.
  public struct Comparison: FieldShaped, Evidenced {
    /// The state it likes better.
    public var better: String?
    /// The state it likes less.
    public var than: String?
    /// Greatly preferred.
    public var greatly = false
    /// Instead: states between which it is indifferent.
    public var equal: [String] = []
    /// The evidence does not settle it.
    public var uncertain = false
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}
    /// Every state it names.
    public var states: [String] { [better, than].compactMap { $0 } + equal }

    /// What one is called in messages.
    public static let noun = "comparison"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Comparison>] =
      [
        .optional("better", \.better, "The preferred state"),
        .optional("than", \.than, "The less preferred state"),
        .defaulted("greatly", \.greatly, false, "Greatly preferred"),
        .list("equal", \.equal, "Instead: states between which it is indifferent"),
        .defaulted("uncertain", \.uncertain, false, "The evidence does not settle it"),
      ] + Evidence.fields.within(\.evidence)

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      let isStrict = better != nil && than != nil && equal.isEmpty
      let isEqual = better == nil && than == nil && equal.count > 1 && !greatly
      guard !isStrict, !isEqual else { return }
      reader.fail(
        .badComparison, at: node.place, "a comparison names two states",
        hint: "write `better: YN, than: NN`, or `equal: [YN, NN]`")
    }
  }
}
