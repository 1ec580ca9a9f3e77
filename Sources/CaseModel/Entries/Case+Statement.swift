extension Case {
  /// The typed reading of one quote: who, through whom, to whom, when, which act, on what.
  public struct Statement: FieldShaped, IdentifiedEntry, Recorded {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Statement>

    /// What a statement does.
    public enum Act: String, Vocabulary {
      case state, deny, demand, propose, offer, accept, reject, condition, concede, withdraw
      case commit, threaten, accuse, takeNote, silent, ask, confirm, assess
      /// What one is called in messages.
      public static let noun = "act"
    }

    /// What a statement says of the option it is about.
    public enum Stance: String, Vocabulary {
      case `for`, against, open, unclear
      /// What one is called in messages.
      public static let noun = "stance"
    }

    /// A change of position that an author claims.
    public enum ClaimedChange: String, Vocabulary {
      case reversed, softened, hardened, mixed, changed, new, reaffirmed, withdrawn
      /// What one is called in messages.
      public static let noun = "kind of change"
    }

    /// The statement's id.
    public var id: ID = ""
    /// The source that contains it.
    public var source: Source.ID = ""
    /// The exact words, by their position in the source.
    public var quote = Quote([])
    /// The reading in the analyst's own words, one line.
    public var gist = ""
    /// Who says or holds it.
    public var speaker: [Actor.ID] = []
    /// To whom.
    public var to: [Actor.ID] = []
    /// Who reported it, nearest the speaker first; the source's publisher is implied.
    public var via: [Actor.ID] = []
    /// The occasion.
    public var at: Meeting.ID?
    /// When the speaker spoke or held it.
    public var date: Dating?
    /// When the last reporter said so; absent, the source's date.
    public var told: Dating?
    /// What it does.
    public var act = Act.state
    /// The actor whose position, action or requirement it concerns.
    public var of: [Actor.ID] = []
    /// The change of position it claims.
    public var change: ClaimedChange?
    /// What it is about.
    public var about: Subject?
    /// What it says about the option, if the act does not show it.
    public var stance: Stance?
    /// What the step in question waits for; `none` if the words say that nothing is required.
    public var requires: [Requirement] = []
    /// The words say that the step waits for nothing: `requires: none`.
    public var requiresNone = false
    /// Earlier words of the speaker's own that these take back.
    public var drops: [ID] = []
    /// By when the words want it done.
    public var due: Dating?
    /// The last day on which the words are valid, as an offer's or a truce's.
    public var until: Dating?
    /// Marks a limit stated as such.
    public var redLine = false
    /// The speaker's own words, in quotation marks.
    public var verbatim = false
    /// The Admiralty grade of the single statement: 1 confirmed … 5 improbable, 6 cannot be judged.
    public var credibility: Credibility?
    /// The text's own reservation, as "reportedly".
    public var hedge: String?
    /// Why the analyst doubts the text; a doubted statement decides nothing.
    public var doubted: String?
    /// What proposed it, where a suggestion was accepted.
    public var proposedBy: String?
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// The section of a case that holds it.
    public static let section = Case.Section.statements
    /// What one is called in messages.
    public static let noun = "statement"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Statement>] =
      [
        .required("id", \.id, "The statement's id"),
        .required("source", \.source, "The source that contains it"),
        .required("quote", \.quote, "The exact words, by their position in the source"),
        .required("gist", \.gist, "The reading in one line of your own words"),
        .list("speaker", \.speaker, orOne: true, required: true, "Who says or holds it"),
        .list("to", \.to, orOne: true, "To whom"),
        .list("via", \.via, orOne: true, "Who reported it, nearest the speaker first"),
        .optional("at", \.at, "The meeting at which it was said"),
        .optional("date", \.date, "When it was said or held"),
        .optional("told", \.told, "When the last reporter said so"),
        .required("act", \.act, "What it does"),
        .list(
          "of", \.of, orOne: true, "The actor whose position, action or requirement it concerns"),
        .optional("change", \.change, "The change of position it claims"),
        .optional("about", \.about, "What it is about"),
        .optional("stance", \.stance, "What it says about the option, if the act does not show it"),
        .listOrNone(
          "requires", \.requires, none: \.requiresNone,
          "What the step in question waits for; `none` if the words say that nothing is required"),
        .list(
          "drops", \.drops, orOne: true,
          "The speaker's own earlier statements that it withdraws"),
        .optional("due", \.due, "By when the words want it done"),
        .optional("until", \.until, "The last day on which the words are valid"),
        .defaulted(
          "redLine", \.redLine, false, "True if stated as a limit that must not be crossed"),
        .defaulted("verbatim", \.verbatim, false, "The speaker's own words in quotation marks"),
        .optional("credibility", \.credibility, "Admiralty grade 1 to 6"),
        .optional("hedge", \.hedge, "The text's own reservation"),
        .optional("doubted", \.doubted, "Why the analyst doubts it"),
        .optional(
          "proposedBy", \.proposedBy, "What proposed it, where a suggestion was accepted"),
      ] + Provenance.fields.within(\.provenance)
  }
}

/// The Admiralty grade of a single statement, independent of its source's.
public enum Credibility: Int, Shaped, CaseIterable, Codable {
  case confirmed = 1
  case probable, possible, doubtful, improbable, unjudged

  /// Smaller is better: 1 over 5; 6 is no grade, and so is none.
  public static func order(_ grade: Credibility?) -> Int {
    guard let grade, grade != .unjudged else { return 6 }
    return grade.rawValue
  }

  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Credibility? {
    if let text = node.scalar, let number = Int(text), let grade = Credibility(rawValue: number) {
      return grade
    }
    reader.fail(
      .badGrade, at: node.place, "expected a credibility of 1 to 6, found \(node.kindInWords)",
      hint: "1 confirmed, 2 probable, 3 possible, 4 doubtful, 5 improbable, 6 cannot be judged")
    return nil
  }

  /// Its form in the file.
  public func node() -> Node { .literal(String(rawValue)) }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(
      ("type", .text("integer")), ("minimum", .literal("1")), ("maximum", .literal("6")))
  }
}
