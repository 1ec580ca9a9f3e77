extension Case.Scenario {
  /// One who must accept: what it makes of each answer, the least it takes, what it rules out.
  public struct Party: FieldShaped, Evidenced {
    /// How the worth of a package comes from its parts.
    public enum Utility: String, Vocabulary {
      /// The sum of weight times value over the issues.
      case additive
      /// The plain mean of the values of the issues that the package does not leave out.
      case mean
      /// Listed package by package.
      case table
      public static let noun = "kind of utility"
    }

    public enum Scale: String, Vocabulary {
      /// Values are taken as they stand.
      case raw
      /// Each value is divided by the largest of its issue.
      case largest
      public static let noun = "scale of values"
    }

    public var id: Slug = ""
    public var actors: [Case.Actor.ID] = []
    public var title: String?
    public var utility = Utility.additive
    public var scale = Scale.raw
    public var weights = NameMap<Number>()
    public var values = NameMap<NameMap<Number>>()
    public var lines = NameMap<Line>()
    public var interactions: [Interaction] = []
    public var table: [Worth] = []
    public var otherwise: Amount?
    public var reservation: Number?
    public var discount: Amount?
    public var redLines: [RedLine] = []
    public var orderings: [Ordering] = []
    public var evidence = Evidence()
    public init() {}

    public init(id: Slug, actors: [Case.Actor.ID] = []) { (self.id, self.actors) = (id, actors) }

    public static let noun = "scenario party"
    public static let fields: [Field<Party>] =
      [
        .required("id", \.id, "Its id, unique in the scenario"),
        .list("actors", \.actors, orOne: true, "The actors of the case that it stands for"),
        .optional("title", \.title, "What people call it, if not by the actors' names"),
        .defaulted(
          "utility", \.utility, .additive, "How the worth of a package comes from its parts"),
        .defaulted("scale", \.scale, .raw, "What an issue's values are divided by"),
        .defaulted(
          "weights", \.weights, NameMap(),
          "How much each issue matters to it; 1 each, by default, where absent"),
        .defaulted(
          "values", \.values, NameMap(),
          "What each option of each issue is worth to it; of a range, what some numbers are worth, straight between them"
        ),
        .defaulted("lines", \.lines, NameMap(), "The same for a range, as a straight line"),
        .list("interactions", \.interactions, "What two options are worth beyond their sum"),
        .list("table", \.table, "What each package is worth, for the kind `table`"),
        .optional("otherwise", \.otherwise, "What a package not in the table is worth"),
        .optional(
          "reservation", \.reservation, "The least worth it accepts; 0, by default, where absent"),
        .optional("discount", \.discount, "What a session's delay multiplies its worth by, to 1"),
        .list("redLines", \.redLines, "What it never accepts, whatever it gains elsewhere"),
        .list("orderings", \.orderings, "What surely matters more than what, whatever the numbers"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// What a party never accepts.
  public struct RedLine: FieldShaped, Evidenced {
    public var never = ""
    public var title: String?
    public var evidence = Evidence()
    public init() {}

    public init(never: String) { self.never = never }

    public static let noun = "red line"
    public static let fields: [Field<RedLine>] =
      [
        .required(
          "never", \.never,
          "A formula over choices such as `issue=option` or `issue>5`: not, and, or, if, iff, parentheses"
        ),
        .optional("title", \.title, "The same in words"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// That one thing matters to a party at least as much as another.
  public struct Ordering: FieldShaped, Evidenced {
    public var more = ""
    public var less = ""
    public var title: String?
    public var evidence = Evidence()
    public init() {}

    public init(more: String, less: String) { (self.more, self.less) = (more, less) }

    public static let noun = "ordering"
    public static let fields: [Field<Ordering>] =
      [
        .required("more", \.more, "The issue that weighs at least as much, or the `issue=option`"),
        .required("less", \.less, "Than which issue, or `issue=option`"),
        .optional("title", \.title, "The same in words"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// What two options together add to a package's worth.
  public struct Interaction: FieldShaped, Evidenced {
    public var both: [Choice] = []
    public var adds = Amount(0)
    public var evidence = Evidence()
    public init() {}
    public static let noun = "interaction"
    public static let fields: [Field<Interaction>] =
      [
        .list("both", \.both, required: true, "Two choices of different issues"),
        .required("adds", \.adds, "What a package with both is worth beyond its parts"),
      ] + Evidence.fields.within(\.evidence)

    public func validate(_ node: Node, _ reader: inout NodeReader) {
      guard both.count != 2 else { return }
      reader.fail(
        "bad-interaction", at: node.place, "an interaction is between two options",
        hint: "write `both: [issue=option, issue=option]`")
    }
  }

  /// What one package is worth.
  public struct Worth: FieldShaped, Evidenced {
    public var package = NameMap<String>()
    public var value = Amount(0)
    public var evidence = Evidence()
    public init() {}
    public static let noun = "value of a package"
    public static let fields: [Field<Worth>] =
      [
        .required("package", \.package, "The option, or the number, of every issue"),
        .required("value", \.value, "What it is worth"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// A number's worth as a straight line: slope × (number − origin) + offset.
  public struct Line: FieldShaped, Evidenced {
    public var slope = Amount(0)
    public var offset = Amount(0)
    public var origin = Amount(0)
    public var clamped = false
    public var evidence = Evidence()
    public init() {}
    public static let noun = "straight line"
    public static let fields: [Field<Line>] =
      [
        .required("slope", \.slope, "What one more is worth"),
        .defaulted("offset", \.offset, Amount(0), "What the origin is worth"),
        .defaulted("origin", \.origin, Amount(0), "From where it counts"),
        .defaulted("clamped", \.clamped, false, "No less than 0 and no more than 1"),
      ] + Evidence.fields.within(\.evidence)
  }
}
