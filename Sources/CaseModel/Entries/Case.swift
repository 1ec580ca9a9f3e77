/// The record of one negotiation: everything a case file holds, as a value.
///
/// A case may be incomplete or contradict itself; ``IntegrityCheck`` says where.
public struct Case: Sendable, Hashable {
  /// What the file says of the case as a whole.
  public struct Header: FieldShaped {
    /// The case's id.
    public var id: Slug = ""
    /// What people call it.
    public var title = ""
    /// The actors with a decision centre of their own in this conflict.
    public var parties: [Case.Actor.ID] = []
    /// What the case is about.
    public var description: String?
    /// Who is not a party but must consent or can stop an agreement.
    public var consent: [Case.Actor.ID] = []
    /// Nothing is agreed until everything is agreed.
    public var singleUndertaking = false

    /// One with every field empty.
    public init() {}

    /// What the case is called, and its parties.
    public init(id: Slug, title: String, parties: [Case.Actor.ID] = []) {
      self.id = id
      self.title = title
      self.parties = parties
    }

    /// What one is called in messages.
    public static let noun = "case header"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Header>] = [
      .required("id", \.id, "The case's id"),
      .required("title", \.title, "Its title"),
      .list("parties", \.parties, "The actors that decide for themselves in this conflict"),
      .optional("description", \.description, "What the case is about"),
      .list(
        "consent", \.consent, orOne: true,
        "Who is not a party but must consent or can stop an agreement"),
      .defaulted(
        "singleUndertaking", \.singleUndertaking, false,
        "True if nothing is agreed until everything is agreed"),
    ]
  }

  /// The lists a case file holds, in canonical order.
  public enum Section: String, Sendable, Hashable, Codable, CaseIterable {
    case actors, issues, sources, meetings, milestones, interests, statements, commitments
    case constraints, drafts, verdicts, analysts, notes, candidates
    case conflicts, scenarios

    /// Its place among all sections.
    var position: Int {
      switch self {
      case .actors: 0
      case .issues: 1
      case .sources: 2
      case .meetings: 3
      case .milestones: 4
      case .interests: 5
      case .statements: 6
      case .commitments: 7
      case .constraints: 8
      case .drafts: 9
      case .verdicts: 10
      case .analysts: 11
      case .notes: 12
      case .candidates: 13
      case .conflicts: 14
      case .scenarios: 15
      }
    }

    /// One entry of it, in words.
    public var noun: String {
      switch self {
      case .candidates: "candidate"
      default: String(rawValue.dropLast())
      }
    }
  }

  /// Title, parties and description.
  public var header: Header
  /// Everybody in the record.
  public var actors: [Actor] = []
  /// What is to be settled, and what is in dispute as fact.
  public var issues: [Issue] = []
  /// The documents.
  public var sources: [Source] = []
  /// Sittings, with their delegations.
  public var meetings: [Meeting] = []
  /// States of the world that steps wait on.
  public var milestones: [Milestone] = []
  /// Why parties want what they want.
  public var interests: [Interest] = []
  /// What was said, each tied to its words.
  public var statements: [Statement] = []
  /// Checkable promises.
  public var commitments: [Commitment] = []
  /// Acts that limit who may negotiate or sign.
  public var constraints: [Constraint] = []
  /// Texts under negotiation.
  public var drafts: [Draft] = []
  /// Analysts' decisions on contradictions.
  public var verdicts: [Verdict] = []
  /// Who keeps the record.
  public var analysts: [Analyst] = []
  /// Remarks on entries.
  public var notes: [Note] = []
  /// Statements suggested and not yet accepted.
  public var candidates: [Candidate] = []
  /// Models of who can do what and wants what.
  public var conflicts: [Conflict] = []
  /// Models of packages and what they are worth.
  public var scenarios: [Scenario] = []

  /// A case without entries.
  public init(_ header: Header) { self.header = header }
}

/// One thing to be done for each section, whatever its entries' type.
public protocol SectionVisitor {
  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>)
}

extension Case {
  /// Visits the sections in canonical order.
  public static func forEachSection(_ visitor: inout some SectionVisitor) {
    for section in Section.allCases { visit(section, &visitor) }
  }

  /// Gives the section's entries to the visitor.
  public static func visit(_ section: Section, _ visitor: inout some SectionVisitor) {
    switch section {
    case .actors: visitor.visit(section, \.actors)
    case .issues: visitor.visit(section, \.issues)
    case .sources: visitor.visit(section, \.sources)
    case .meetings: visitor.visit(section, \.meetings)
    case .milestones: visitor.visit(section, \.milestones)
    case .interests: visitor.visit(section, \.interests)
    case .statements: visitor.visit(section, \.statements)
    case .commitments: visitor.visit(section, \.commitments)
    case .constraints: visitor.visit(section, \.constraints)
    case .drafts: visitor.visit(section, \.drafts)
    case .verdicts: visitor.visit(section, \.verdicts)
    case .analysts: visitor.visit(section, \.analysts)
    case .notes: visitor.visit(section, \.notes)
    case .candidates: visitor.visit(section, \.candidates)
    case .conflicts: visitor.visit(section, \.conflicts)
    case .scenarios: visitor.visit(section, \.scenarios)
    }
  }
}

/// An entry that has an id.
public protocol IdentifiedEntry: SectionEntry {
  var id: EntryID<Self> { get }
}
