extension Case.Conflict {
  /// One who can change options, and what it prefers. Without any preference all is unknown.
  public struct DecisionMaker: FieldShaped {
    public var id: Slug = ""
    public var actors: [Case.Actor.ID] = []
    public var title: String?
    public var prefers: [Priority] = []
    public var weights: [Weight] = []
    public var ranking: [Tier] = []
    public var compares: [Comparison] = []
    public init() {}

    public init(id: Slug, actors: [Case.Actor.ID] = [], title: String? = nil) {
      (self.id, self.actors, self.title) = (id, actors, title)
    }

    public static let noun = "decision maker"
    public static let fields: [Field<DecisionMaker>] = [
      .required("id", \.id, "Its id, unique in the conflict"),
      .list("actors", \.actors, orOne: true, "The actors of the case that it stands for"),
      .optional("title", \.title, "What people call it, if not by the actors' names"),
      .list("prefers", \.prefers, "What it wants, the most important first"),
      .list("weights", \.weights, "What each option is worth to it, instead"),
      .list("ranking", \.ranking, "Its ranking of the states, the best first, instead"),
      .list(
        "compares", \.compares,
        "Pairs of states as it likes them, instead; what no pair compares stays unknown"),
    ]

    public func validate(_ node: Node, _ reader: inout NodeReader) {
      let ways = [prefers.isEmpty, weights.isEmpty, ranking.isEmpty, compares.isEmpty]
      guard ways.count(where: { !$0 }) > 1 else { return }
      reader.fail(
        "two-preferences", at: node.place, "a decision maker's preferences are given in one way",
        hint: "keep one of prefers, weights, ranking and compares")
    }
  }

  /// One thing a decision maker wants.
  public struct Priority: FieldShaped, Evidenced {
    public var that = ""
    public var title: String?
    public var uncertain = false
    public var evidence = Evidence()
    public init() {}

    public init(that: String) { self.that = that }

    public static let noun = "priority"
    public static let fields: [Field<Priority>] =
      [
        .required("that", \.that, "A formula over options: not, and, or, if, iff, parentheses"),
        .optional("title", \.title, "The same in words"),
        .defaulted("uncertain", \.uncertain, false, "The evidence leaves it open"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// What one option is worth to a decision maker.
  public struct Weight: FieldShaped, Evidenced {
    public var option: Slug = ""
    public var taken = 0
    public var notTaken = 0
    public var uncertain = false
    public var evidence = Evidence()
    public init() {}
    public static let noun = "option weight"
    public static let fields: [Field<Weight>] =
      [
        .required("option", \.option, "The option"),
        .defaulted("taken", \.taken, 0, "What it is worth taken"),
        .defaulted("notTaken", \.notTaken, 0, "What it is worth not taken"),
        .defaulted("uncertain", \.uncertain, false, "The evidence leaves it open"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// States a decision maker likes equally well.
  public struct Tier: FieldShaped, Evidenced {
    public var states: [String] = []
    public var greatly = false
    public var uncertain = false
    public var evidence = Evidence()
    public init() {}
    public static let noun = "tier of a ranking"
    public static let fields: [Field<Tier>] =
      [
        .list("states", \.states, orOne: true, required: true, "Patterns of the states"),
        .defaulted("greatly", \.greatly, false, "Greatly preferred to all that follow"),
        .defaulted("uncertain", \.uncertain, false, "The evidence leaves its place open"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// How a decision maker likes one state against another; a pattern with dashes stands for every
  /// state it covers.
  public struct Comparison: FieldShaped, Evidenced {
    public var better: String?
    public var than: String?
    public var greatly = false
    public var equal: [String] = []
    public var uncertain = false
    public var evidence = Evidence()
    public init() {}
    /// Every state it names.
    public var states: [String] { [better, than].compactMap { $0 } + equal }

    public static let noun = "comparison"
    public static let fields: [Field<Comparison>] =
      [
        .optional("better", \.better, "The state it likes better"),
        .optional("than", \.than, "The state it likes less"),
        .defaulted("greatly", \.greatly, false, "Greatly preferred"),
        .list("equal", \.equal, "Instead: states it likes equally well"),
        .defaulted("uncertain", \.uncertain, false, "The evidence leaves it open"),
      ] + Evidence.fields.within(\.evidence)

    public func validate(_ node: Node, _ reader: inout NodeReader) {
      let isStrict = better != nil && than != nil && equal.isEmpty
      let isEqual = better == nil && than == nil && equal.count > 1 && !greatly
      guard !isStrict, !isEqual else { return }
      reader.fail(
        "bad-comparison", at: node.place, "a comparison names two states",
        hint: "write `better: YN, than: NN`, or `equal: [YN, NN]`")
    }
  }
}
