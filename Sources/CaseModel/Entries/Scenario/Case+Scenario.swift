extension Case {
  /// An analyst's model of a bargain: what is to be settled, what each party makes of it, the least
  /// it takes and what it rules out, each number with what it rests on.
  ///
  /// The file's shape only. Formulas are text here, and a number may be a range; the code that
  /// analyses the model reads them.
  public struct Scenario: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Scenario>

    /// Options that depend on each other, regardless of who gains by it.
    public struct Link: FieldShaped, Evidenced {
      /// Two options that no package contains together.
      public var excludes: [Choice] = []
      /// Two options: a package with the first must contain the second.
      public var requires: [Choice] = []
      /// Why, in a few words.
      public var title: String?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "link"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Link>] =
        [
          .list("excludes", \.excludes, "Two options that no package contains together"),
          .list(
            "requires", \.requires, "Two options: a package with the first must contain the second"),
          .optional("title", \.title, "Why, in a few words"),
        ] + Evidence.fields.within(\.evidence)

      /// Reports what its fields cannot be together.
      public func validate(_ node: Node, _ reader: inout NodeReader) {
        guard excludes.isEmpty == requires.isEmpty || excludes.count + requires.count != 2 else {
          return
        }
        reader.fail(
          .badLink, at: node.place, "a link joins two options",
          hint: "write `excludes: [issue=option, issue=option]`, or `requires:` with two")
      }
    }

    /// A package with a name: a draft on the table, or one to compare with.
    public struct Package: FieldShaped, Evidenced {
      /// Its id, unique in the scenario.
      public var id: Slug = ""
      /// What people call it.
      public var title: String?
      /// The option, or the number, of every issue.
      public var choose = NameMap<String>()
      /// The draft of the case that it stands for.
      public var draft: Case.Draft.ID?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}

      /// A package by what it chooses on each issue.
      public init(id: Slug, choose: NameMap<String>) { (self.id, self.choose) = (id, choose) }

      /// What one is called in messages.
      public static let noun = "package"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Package>] =
        [
          .required("id", \.id, "Its id, unique in the scenario"),
          .optional("title", \.title, "Its title"),
          .required("choose", \.choose, "The option, or the number, of every issue"),
          .optional("draft", \.draft, "The draft of the case that it stands for"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// The scenario's id.
    public var id: ID = ""
    /// What people call it.
    public var title = ""
    /// What is modelled, and as whose hypothesis.
    public var description: String?
    /// The day whose positions it was drafted from.
    public var asOf: EDTFDate?
    /// What is to be settled.
    public var issues: [Issue] = []
    /// Who must accept, and how each values the outcome.
    public var parties: [Party] = []
    /// Options that exclude or require each other.
    public var links: [Link] = []
    /// Packages with a name, such as a draft on the table.
    public var packages: [Package] = []
    /// Remarks for the reader.
    public var notes: [String] = []
    /// What it rests on.
    public var evidence = Evidence()
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// A scenario without issues.
    public init(id: ID, title: String) { (self.id, self.title) = (id, title) }

    /// The section of a case that holds it.
    public static let section = Case.Section.scenarios
    /// What one is called in messages.
    public static let noun = "scenario"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Scenario>] =
      [
        .required("id", \.id, "The scenario's id"),
        .required("title", \.title, "Its title"),
        .optional("description", \.description, "What is modelled, and as whose hypothesis"),
        .optional("asOf", \.asOf, "The date of the positions that it was drafted from"),
        .list("issues", \.issues, required: true, "What is to be settled"),
        .list(
          "parties", \.parties, required: true, "Who must accept, and how each values the outcome"),
        .list("links", \.links, "Options that exclude or require each other"),
        .list("packages", \.packages, "Packages with a name, such as a draft on the table"),
        .list("notes", \.notes, "Remarks for the reader"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)
  }
}
