extension Case {
  /// An analyst's model of a bargain: what is to be settled, what each party makes of it, the least
  /// it takes and what it rules out, each number with what it rests on.
  ///
  /// The file's shape only. Formulas are text here, and a number may be a range; whoever analyses the
  /// model reads them.
  public struct Scenario: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    public typealias ID = EntryID<Scenario>

    /// Options that depend on each other, whoever gains by it.
    public struct Link: FieldShaped, Evidenced {
      public var excludes: [Choice] = []
      public var requires: [Choice] = []
      public var title: String?
      public var evidence = Evidence()
      public init() {}
      public static let noun = "link"
      public static let fields: [Field<Link>] =
        [
          .list("excludes", \.excludes, "Two options of which no package holds both"),
          .list("requires", \.requires, "Two options: a package with the first holds the second"),
          .optional("title", \.title, "Why, in a few words"),
        ] + Evidence.fields.within(\.evidence)

      public func validate(_ node: Node, _ reader: inout NodeReader) {
        guard excludes.isEmpty == requires.isEmpty || excludes.count + requires.count != 2 else {
          return
        }
        reader.fail(
          "bad-link", at: node.place, "a link is of two options",
          hint: "write `excludes: [issue=option, issue=option]`, or `requires:` with two")
      }
    }

    /// A package with a name: a draft on the table, or one to compare with.
    public struct Package: FieldShaped, Evidenced {
      public var id: Slug = ""
      public var title: String?
      public var choose = NameMap<String>()
      public var draft: Case.Draft.ID?
      public var evidence = Evidence()
      public init() {}

      public init(id: Slug, choose: NameMap<String>) { (self.id, self.choose) = (id, choose) }

      public static let noun = "package"
      public static let fields: [Field<Package>] =
        [
          .required("id", \.id, "Its id, unique in the scenario"),
          .optional("title", \.title, "What people call it"),
          .required("choose", \.choose, "The option, or the number, of every issue"),
          .optional("draft", \.draft, "The draft of the case that it stands for"),
        ] + Evidence.fields.within(\.evidence)
    }

    public var id: ID = ""
    public var title = ""
    public var description: String?
    /// The day whose positions it was drafted from.
    public var asOf: EDTFDate?
    public var issues: [Issue] = []
    public var parties: [Party] = []
    public var links: [Link] = []
    public var packages: [Package] = []
    public var notes: [String] = []
    public var evidence = Evidence()
    public var provenance = Provenance()

    public init() {}

    public init(id: ID, title: String) { (self.id, self.title) = (id, title) }

    public static let section = Case.Section.scenarios
    public static let noun = "scenario"
    public static let fields: [Field<Scenario>] =
      [
        .required("id", \.id, "The scenario's id"),
        .required("title", \.title, "What people call it"),
        .optional("description", \.description, "What is modelled, and as whose hypothesis"),
        .optional("asOf", \.asOf, "The date of the positions that it was drafted from"),
        .list("issues", \.issues, required: true, "What is to be settled"),
        .list("parties", \.parties, required: true, "Who must accept, and what each makes of it"),
        .list("links", \.links, "Options that exclude or require each other"),
        .list("packages", \.packages, "Packages with a name, as a draft on the table"),
        .list("notes", \.notes, "Remarks for the reader"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)
  }
}
