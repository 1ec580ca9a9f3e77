extension Case.Commitment {
  /// A time to fall within, counted from an event or a date, in days, weeks, months or years.
  public struct Window: FieldShaped {
    /// The id of a meeting, of a milestone or of a draft that is to be signed, or a date.
    public var after = ""
    /// First and last one, counted from it; one of the four units is given.
    public var days: [Int] = []
    /// First and last week after it.
    public var weeks: [Int] = []
    /// First and last month after it.
    public var months: [Int] = []
    /// First and last year after it.
    public var years: [Int] = []
    /// One with every field empty.
    public init() {}

    /// What one is called in messages.
    public static let noun = "window"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Window>] = [
      .required(
        "after", \.afterForm,
        "The meeting, the milestone, the draft once it is signed, or the date from which it is "
          + "counted"),
      .list("days", \.days, "First and last day after it"),
      .list("weeks", \.weeks, "First and last week after it"),
      .list("months", \.months, "First and last month after it"),
      .list("years", \.years, "First and last year after it"),
    ]

    private var given: [(unit: TimeUnit, bounds: [Int])] {
      [(.day, days), (.week, weeks), (.month, months), (.year, years)].filter { !$0.1.isEmpty }
    }

    /// First and last one after ``after``, and what is counted; nil only before it is read.
    public var span: (first: Int, last: Int, unit: TimeUnit)? {
      guard let given = given.first, given.bounds.count == 2 else { return nil }
      return (given.bounds[0], given.bounds[1], given.unit)
    }

    /// The first and the last day, where it counts from `start`.
    public func days(from start: EDTFDate) -> ClosedRange<CivilDay>? {
      guard let span, !start.hasOpenStart, !start.hasOpenEnd else { return nil }
      let first = start.earliest.adding(span.first, span.unit)
      let last = start.latest.adding(span.last, span.unit)
      return first <= last ? first...last : nil
    }

    /// `14 to 21 days after the talks`, `within 2 weeks of the talks`
    ///
    /// - Parameter start: what it is counted from.
    public func words(after start: String) -> String {
      guard let span else { return "" }
      let unit = span.unit.rawValue + (span.last == 1 ? "" : "s")
      if span.first == 0, span.last > 0 { return "within \(span.last) \(unit) of \(start)" }
      return span.first == span.last
        ? "\(span.last) \(unit) after \(start)"
        : "\(span.first) to \(span.last) \(unit) after \(start)"
    }

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      let given = given
      let bounds = given.first?.bounds ?? []
      if given.count != 1 || bounds.count != 2 || bounds[0] > bounds[1] || bounds[1] > 36_500 {
        reader.fail(
          .badWindow, at: node.place,
          "a window has a first and a last day, week, month or year, in one of these units",
          hint: "write `days: [14, 21]`, `weeks: [0, 2]`, `months: [0, 6]` or `years: [1, 2]`")
      }
    }

    fileprivate var afterForm: EventOrDate {
      get { EventOrDate(raw: after) }
      set { after = newValue.raw }
    }
  }
}

/// The id of a meeting, milestone or draft, or a date, as text.
private struct EventOrDate: Shaped {
  var raw: String

  static func read(_ node: Node, _ reader: inout NodeReader) -> EventOrDate? {
    guard let text = String.read(node, &reader) else { return nil }
    // An id that reads as a date is one where none of them has it, which only the case knows.
    guard (try? EDTFDate(text)) != nil else { return EventOrDate(raw: text) }
    return EDTFDate.read(node, &reader).map { EventOrDate(raw: $0.text) }
  }

  func node() -> Node { .text(raw) }
  static func schema(_ book: inout SchemaBook) -> Node { String.schema(&book) }
  mutating func walk(_ walker: inout ReferenceWalker) { walker.visit(&raw, .eventOrDate) }
}
