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

    /// Behind a reference, as a statement has many fields and goes through many hands: to pass it on
    /// costs one count of references, and not one for each field.
    @usableFromInline var box: Box<Content>

    /// One with every field empty.
    public init() { box = Box(Content()) }

    /// The section of a case that holds it.
    public static let section = Case.Section.statements
    /// What one is called in messages.
    public static let noun = "statement"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Statement>] = Content.fields.map { $0.apart(in: Self.self) }

    /// Whether all fields are equal.
    public static func == (a: Statement, b: Statement) -> Bool {
      a.box === b.box || a.box.content == b.box.content
    }

    /// Hashes all fields.
    public func hash(into hasher: inout Hasher) { hasher.combine(box.content) }
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
