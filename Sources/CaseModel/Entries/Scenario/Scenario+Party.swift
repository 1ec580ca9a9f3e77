extension Case.Scenario {
  /// One who must accept: what it makes of each answer, the least it takes, what it rules out.
  public struct Party: FieldShaped, Evidenced {
    /// How the value of a package is computed from its parts.
    public enum Utility: String, Vocabulary {
      /// The sum of weight times value over the issues.
      case additive
      /// The plain mean of the values of the issues that the package does not leave out.
      case mean
      /// Listed package by package.
      case table
      /// What one is called in messages.
      public static let noun = "kind of utility"
    }

    /// How the party's values are brought to one scale.
    public enum Scale: String, Vocabulary {
      /// Values are taken as they stand.
      case raw
      /// Each value is divided by the largest of its issue.
      case largest
      /// What one is called in messages.
      public static let noun = "scale of values"
    }

    /// Its id, unique in the scenario.
    public var id: Slug = ""
    /// The actors of the case that it stands for.
    public var actors: [Case.Actor.ID] = []
    /// Its title, if not the actors' names.
    public var title: String?
    /// How the value of a package is computed from its parts.
    public var utility = Utility.additive
    /// What an issue's values are divided by.
    public var scale = Scale.raw
    /// How much each issue matters to it; 1 each, by default, if absent.
    public var weights = NameMap<Number>()
    /// What each option of each issue is worth to it; of a range, what some numbers are worth,
    /// straight between them.
    public var values = NameMap<NameMap<Number>>()
    /// The same for a range, as a straight line.
    public var lines = NameMap<Line>()
    /// The value of two options together, beyond their sum.
    public var interactions: [Interaction] = []
    /// The value of each package, for the kind `table`.
    public var table: [Worth] = []
    /// The value of a package not in the table.
    public var otherwise: Amount?
    /// The lowest value it accepts; 0, by default, if absent.
    public var reservation: Number?
    /// Discount factor for the delay of one session, at most 1.
    public var discount: Amount?
    /// What it never accepts, whatever it gains elsewhere.
    public var redLines: [RedLine] = []
    /// Which issue or option certainly matters more than another, whatever the numbers.
    public var orderings: [Ordering] = []
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}

    /// A party of the scenario, and the actors it stands for.
    public init(id: Slug, actors: [Case.Actor.ID] = []) { (self.id, self.actors) = (id, actors) }

    /// What one is called in messages.
    public static let noun = "scenario party"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Party>] =
      [
        .required("id", \.id, "Its id, unique in the scenario"),
        .list("actors", \.actors, orOne: true, "The actors of the case that it stands for"),
        .optional("title", \.title, "Its title, if not the actors' names"),
        .defaulted(
          "utility", \.utility, .additive, "How the value of a package is computed from its parts"),
        .defaulted("scale", \.scale, .raw, "What an issue's values are divided by"),
        .defaulted(
          "weights", \.weights, NameMap(),
          "How much each issue matters to it; 1 each, by default, if absent"),
        .defaulted(
          "values", \.values, NameMap(),
          "The value to it of each option of each issue; for a range, the values of some numbers, interpolated linearly"
        ),
        .defaulted("lines", \.lines, NameMap(), "The same for a range, as a straight line"),
        .list(
          "interactions", \.interactions, "The value of two options together, beyond their sum"),
        .list("table", \.table, "The value of each package, for the kind `table`"),
        .optional("otherwise", \.otherwise, "The value of a package not in the table"),
        .optional(
          "reservation", \.reservation, "The lowest value it accepts; 0, by default, if absent"),
        .optional(
          "discount", \.discount, "Discount factor for the delay of one session, at most 1"),
        .list("redLines", \.redLines, "What it never accepts, whatever it gains elsewhere"),
        .list(
          "orderings", \.orderings,
          "Which issue or option certainly matters more than another, whatever the numbers"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// What a party never accepts.
  public struct RedLine: FieldShaped, Evidenced {
    /// A formula over choices such as `issue=option` or `issue>5`: not, and, or, if, iff,
    /// parentheses.
    public var never = ""
    /// The same in words.
    public var title: String?
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}

    /// What the party rules out, as a formula.
    public init(never: String) { self.never = never }

    /// What one is called in messages.
    public static let noun = "red line"
    /// Its fields, in the order of the file.
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
    /// The issue that weighs at least as much, or the `issue=option`.
    public var more = ""
    /// Than which issue, or `issue=option`.
    public var less = ""
    /// The same in words.
    public var title: String?
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}

    /// That one number is larger than another.
    public init(more: String, less: String) { (self.more, self.less) = (more, less) }

    /// What one is called in messages.
    public static let noun = "ordering"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Ordering>] =
      [
        .required("more", \.more, "The issue that weighs at least as much, or the `issue=option`"),
        .required("less", \.less, "The issue, or `issue=option`, that weighs less"),
        .optional("title", \.title, "The same in words"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// What two options together add to a package's worth.
  public struct Interaction: FieldShaped, Evidenced {
    /// Two choices of different issues.
    public var both: [Choice] = []
    /// The value of a package with both, beyond its parts.
    public var adds = Amount(0)
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}
    /// What one is called in messages.
    public static let noun = "interaction"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Interaction>] =
      [
        .list("both", \.both, required: true, "Two choices of different issues"),
        .required("adds", \.adds, "The value of a package with both, beyond its parts"),
      ] + Evidence.fields.within(\.evidence)

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      guard both.count != 2 else { return }
      reader.fail(
        .badInteraction, at: node.place, "an interaction is between two options",
        hint: "write `both: [issue=option, issue=option]`")
    }
  }

  /// What one package is worth.
  public struct Worth: FieldShaped, Evidenced {
    /// The option, or the number, of every issue.
    public var package = NameMap<String>()
    /// What it is worth.
    public var value = Amount(0)
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}
    /// What one is called in messages.
    public static let noun = "value of a package"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Worth>] =
      [
        .required("package", \.package, "The option, or the number, of every issue"),
        .required("value", \.value, "Its value"),
      ] + Evidence.fields.within(\.evidence)
  }

  /// A number's worth as a straight line: slope × (number − origin) + offset.
  public struct Line: FieldShaped, Evidenced {
    /// What one more is worth.
    public var slope = Amount(0)
    /// What the origin is worth.
    public var offset = Amount(0)
    /// From where it counts.
    public var origin = Amount(0)
    /// No less than 0 and no more than 1.
    public var clamped = false
    /// What it rests on.
    public var evidence = Evidence()
    /// One with every field empty.
    public init() {}
    /// What one is called in messages.
    public static let noun = "straight line"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Line>] =
      [
        .required("slope", \.slope, "The value of one more"),
        .defaulted("offset", \.offset, Amount(0), "The value at the origin"),
        .defaulted("origin", \.origin, Amount(0), "The number from which it counts"),
        .defaulted("clamped", \.clamped, false, "Limited to values from 0 to 1"),
      ] + Evidence.fields.within(\.evidence)
  }
}
