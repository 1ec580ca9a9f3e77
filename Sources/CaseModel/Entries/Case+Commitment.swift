extension Case {
  /// One checkable promise: who owes what to whom, how much, by when.
  public struct Commitment: FieldShaped, IdentifiedEntry, Recorded, Evidenced {
    /// The id by which other entries name one.
    public typealias ID = EntryID<Commitment>

    /// How firmly it was undertaken.
    public enum Strength: String, Vocabulary {
      case promised
      case inPrinciple
      /// Someone expects it; it is later met or missed, not kept or broken.
      case expected
      /// What one is called in messages.
      public static let noun = "strength"
    }

    /// How far it is carried out: the Peace Accords Matrix scale, and what ends it otherwise.
    public enum Level: String, Vocabulary {
      case notInitiated = "0"
      case minimal = "1"
      case intermediate = "2"
      case full = "3"
      case breached, denied, superseded, met, missed
      /// What one is called in messages.
      public static let noun = "implementation status"

      /// Its form in the file.
      public func node() -> Node {
        switch self {
        case .notInitiated, .minimal, .intermediate, .full: .literal(rawValue)
        case .breached, .denied, .superseded, .met, .missed: .text(rawValue)
        }
      }

      /// Editors read an unquoted 0 to 3 as a number.
      public static func schema(_ book: inout SchemaBook) -> Node {
        book.reference("implementation-status") { _ in
          SchemaBook.object(
            (
              "enum",
              .list(
                allCases.map { .text($0.rawValue) } + (0...3).map { .literal(String($0)) })
            ))
        }
      }
    }

    /// What was reported of it on a date.
    public struct Report: FieldShaped, Evidenced {
      /// When it stood so.
      public var date: EDTFDate?
      /// 0 not initiated … 3 full; breached, denied (of a report), superseded, met, missed.
      public var level: Level?
      /// How much of the quantity is done.
      public var done: Amount?
      /// Further remarks.
      public var note: String?
      /// What it rests on.
      public var evidence = Evidence()
      /// One with every field empty.
      public init() {}
      /// What one is called in messages.
      public static let noun = "status report"
      /// Its fields, in the order of the file.
      public static let fields: [Field<Report>] =
        [
          .optional("date", \.date, "The date to which it applies"),
          .optional(
            "level", \.level,
            "0 not initiated … 3 full; breached, denied (of a report), superseded, met, missed"),
          .optional("done", \.done, "How much of the quantity is done"),
          .optional("note", \.note, "Further remarks"),
        ] + Evidence.fields.within(\.evidence)
    }

    /// The commitment's id.
    public var id: ID = ""
    /// Who owes it.
    public var debtors: [Actor.ID] = []
    /// To whom.
    public var creditors: [Actor.ID] = []
    /// What is owed.
    public var what = ""
    /// How much.
    public var quantity: Amount?
    /// Whether the number is exact, approximate, a minimum or a maximum.
    public var comparator = Comparator.equal
    /// What is counted.
    public var unit: String?
    /// The quantity is owed by each debtor.
    public var each = false
    /// Promised, agreed in principle, or merely expected.
    public var strength = Strength.promised
    /// The meeting it was made at.
    public var at: Meeting.ID?
    /// When it was made.
    public var agreed: EDTFDate?
    /// By when.
    public var due: EDTFDate?
    /// Until when it is to be kept, where it is to keep or refrain from something.
    public var until: EDTFDate?
    /// A step it waits for, comes before, or is to be kept until, instead of a date.
    public var dueStep: DueStep?
    /// The period within which it is due.
    public var window: Window?
    /// Several due dates, or a recurring one.
    public var schedule: Schedule?
    /// What must come first, or is given in exchange.
    public var requires: [Requirement] = []
    /// It waits for nothing: `requires: none`.
    public var requiresNone = false
    /// The issue of which it settles a part.
    public var about: Subject?
    /// What was reported about it; empty means unknown, never 0.
    public var status: [Report] = []
    /// What it rests on.
    public var evidence = Evidence()
    /// Who entered it, when, and whether it is confidential.
    public var provenance = Provenance()

    /// One with every field empty.
    public init() {}

    /// The section of a case that holds it.
    public static let section = Case.Section.commitments
    /// What one is called in messages.
    public static let noun = "commitment"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Commitment>] =
      [
        .required("id", \.id, "The commitment's id"),
        .list("debtors", \.debtors, orOne: true, "Who owes it"),
        .list("creditors", \.creditors, orOne: true, "To whom"),
        .required("what", \.what, "What is owed"),
        .optional("quantity", \.quantity, "How much"),
        .defaulted(
          "comparator", \.comparator, .equal,
          "Whether the number is exact, approximate, a minimum or a maximum"),
        .optional("unit", \.unit, "What is counted"),
        .defaulted("each", \.each, false, "The quantity is owed by each debtor"),
        .required("strength", \.strength, "Promised, agreed in principle, or merely expected"),
        .optional("at", \.at, "The meeting at which it was made"),
        .optional("agreed", \.agreed, "When it was made"),
        .optional("due", \.due, "By when"),
        .optional(
          "until", \.until,
          "The last day until which it is to be kept, where it is to keep or refrain from something"
        ),
        .optional(
          "dueStep", \.dueStep,
          "The step after or before which it is due, or until which it is to be kept, instead of a "
            + "date"),
        .optional("window", \.window, "The period within which it is due"),
        .optional("schedule", \.schedule, "Several due dates, or a recurring one"),
        .listOrNone(
          "requires", \.requires, none: \.requiresNone,
          "What it waits for; `none` if the words say that nothing is required"),
        .optional("about", \.about, "The issue of which it settles a part"),
        .list("status", \.status, "What was reported about it; empty means unknown, never 0"),
      ] + Evidence.fields.within(\.evidence) + Provenance.fields.within(\.provenance)
  }
}
