extension Case.Scenario {
  /// Something to be settled: by one of several options, or by a number within a range.
  public struct Issue: FieldShaped {
    /// One answer. Its id alone stands for it where that says enough.
    public struct Option: FieldShaped {
      /// Its id, unique in the issue; used in packages and formulas.
      public var id: Slug = ""
      /// What it settles, if it is not an option of the case.
      public var title: String?
      /// Where its id is not that of the case's option.
      public var option: Slug?
      /// With it, the issue is not part of the package, and is left out of means.
      public var leftOut = false
      /// One with every field empty.
      public init() {}

      /// An option by id and title.
      public init(id: Slug, title: String? = nil) { (self.id, self.title) = (id, title) }

      /// What one is called in messages.
      public static let noun = "scenario option"
      /// The field that a bare value stands for.
      public static let shorthand: String? = "id"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Option>] = [
        .required("id", \.id, "Its id, unique in the issue; used in packages and formulas"),
        .optional("title", \.title, "What it settles, if it is not an option of the case"),
        .optional(
          "option", \.option, "The option of the case that it stands for, if ids differ"),
        .defaulted(
          "leftOut", \.leftOut, false,
          "With it, the issue is not part of the package, and is left out of means"),
      ]
    }

    /// Numbers from one to another.
    public struct Range: FieldShaped {
      /// The lowest.
      public var from = Amount(0)
      /// The highest.
      public var to = Amount(0)
      /// The distance between possible numbers.
      public var step: Amount?
      /// Any number in between can be chosen.
      public var continuous = false
      /// One with every field empty.
      public init() {}

      /// The numbers from one end to the other, by a step; any number between where there is none.
      public init(from: Amount, to: Amount, step: Amount?) {
        (self.from, self.to, self.step, continuous) = (from, to, step, step == nil)
      }

      /// What one is called in messages.
      public static let noun = "range of numbers"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Range>] = [
        .required("from", \.from, "The lowest"),
        .required("to", \.to, "The highest"),
        .optional("step", \.step, "The distance between possible numbers"),
        .defaulted("continuous", \.continuous, false, "Any number in between can be chosen"),
      ]

      /// Reports what its fields cannot be together.
      public func validate(_ node: Node, _ reader: inout NodeReader) {
        if (step == nil) != continuous {
          reader.fail(
            .badRange, at: node.place, "a range has a step, or is continuous",
            hint: "add `step: 1`, or `continuous: true`")
        }
        if to < from {
          reader.fail(
            .backwardRange, at: node.place,
            "the range runs backwards, from \(from.text) to \(to.text)", hint: "swap the bounds")
        }
        if let step, step <= Amount(0) {
          reader.fail(
            .badRange, at: node.place, "the step \(step.text) is not above 0",
            hint: "give a step above 0")
        }
      }
    }

    /// Its id, unique in the scenario; by default that of the case's issue.
    public var id: Slug?
    /// The issue of the case that it stands for.
    public var issue: Case.Issue.ID?
    /// The question in a few words, if it is not the case's.
    public var title: String?
    /// The answers; an id of the case's option stands for that option.
    public var options: [Option] = []
    /// The numbers that can be chosen, instead of options.
    public var range: Range?
    /// What the numbers count, such as day or person.
    public var unit: String?
    /// One with every field empty.
    public init() {}

    /// An issue with options of its own.
    public init(id: Slug, options: [Option]) { (self.id, self.options) = (id, options) }

    /// What formulas, weights and packages call it.
    public var name: Slug { id ?? Slug(issue?.raw ?? "") }

    /// What one is called in messages.
    public static let noun = "scenario issue"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Issue>] = [
      .optional(
        "id", \.id, "Its id, unique in the scenario; by default that of the case's issue"),
      .optional("issue", \.issue, "The issue of the case that it stands for"),
      .optional("title", \.title, "The question in a few words, if it is not the case's"),
      .list("options", \.options, "The answers; an id of the case's option stands for that option"),
      .optional("range", \.range, "The numbers that can be chosen, instead of options"),
      .optional("unit", \.unit, "What the numbers count, such as day or person"),
    ]

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      if id == nil, issue == nil {
        reader.fail(
          .missingKey, at: node.place, "this scenario issue has neither `issue` nor `id`",
          hint: "name the issue of the case in `issue`, or give it an `id` of its own")
      }
      if options.isEmpty == (range == nil) {
        reader.fail(
          .emptyIssue, at: node.place,
          options.isEmpty
            ? "there is nothing to choose from on `\(name)`"
            : "`\(name)` has both options and a range",
          hint: "list its `options`, or give a `range` of numbers")
      }
      if issue == nil, options.contains(where: { $0.option != nil }) {
        reader.fail(
          .optionWithoutIssue, at: node.place,
          "an option stands for one of the case, but its issue does not",
          hint: "name the issue of the case in `issue`")
      }
    }

    /// Visits the ids of other entries in it, in the order of the file.
    public mutating func walk(_ walker: inout ReferenceWalker) {
      walkFields(&walker)
      guard let issue else { return }
      walker.inside(.key("options")) { walker in
        for index in options.indices {
          guard var id = options[index].option?.raw else { continue }
          walker.inside(.index(index)) { walker in
            walker.inside(.key("option")) { $0.visit(&id, .option(issue: issue.raw)) }
          }
          options[index].option = Slug(id)
        }
      }
    }
  }
}
