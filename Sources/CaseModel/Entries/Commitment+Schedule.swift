extension Case.Commitment {
  /// One of several dues.
  public struct Instalment: FieldShaped {
    /// By when.
    public var due = EDTFDate.unwritten
    /// How much of it, in the commitment's unit.
    public var quantity: Amount?
    /// One with every field empty.
    public init() {}

    /// One date on which something falls due, and how much.
    public init(due: EDTFDate, quantity: Amount? = nil) {
      (self.due, self.quantity) = (due, quantity)
    }

    /// What one is called in messages.
    public static let noun = "instalment"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Instalment>] = [
      .required("due", \.due, "By when"),
      .optional("quantity", \.quantity, "How much of it, in the commitment's unit"),
    ]
  }

  /// A due that comes round: every year on 10 December, every second month, every week.
  public struct Recurrence: FieldShaped {
    /// Day, week, month or year.
    public var every = TimeUnit.year
    /// Every so many of them.
    public var count = 1
    /// The day within the year, `12-10`, or of the month, `10`.
    public var on: String?
    /// The first day on which it is due, or from which it is.
    public var from: EDTFDate?
    /// Until when.
    public var until: EDTFDate?
    /// How often.
    public var times: Int?
    /// How much each time, in the commitment's unit.
    public var quantity: Amount?
    /// One with every field empty.
    public init() {}

    /// What one is called in messages.
    public static let noun = "recurrence"
    /// Its fields, in the order of the file.
    public static let fields: [Field<Recurrence>] = [
      .required("every", \.every, "Day, week, month or year"),
      .defaulted("count", \.count, 1, "The interval, as a number of these periods"),
      .optional(
        "on", \.on, "The day: 12-10 for 10 December of a year, 10 for the tenth of a month"),
      .optional("from", \.from, "From when; absent, from when it was agreed"),
      .optional("until", \.until, "Until when"),
      .optional("times", \.times, "How often"),
      .optional("quantity", \.quantity, "How much each time, in the commitment's unit"),
    ]

    /// Reports what its fields cannot be together.
    public func validate(_ node: Node, _ reader: inout NodeReader) {
      if count < 1 || count > 1000 {
        reader.fail(.badSchedule, at: node.place, "`count` is a number from 1 to 1000")
      }
      if times == 0 { reader.fail(.badSchedule, at: node.place, "`times` is a number from 1") }
      guard let on else { return }
      let isRight: Bool =
        switch every {
        case .year: monthAndDay != nil
        case .month: dayOfMonth != nil
        case .day, .week: false
        }
      if !isRight {
        reader.fail(
          .badSchedule, at: node["on"]?.place ?? node.place,
          "`\(on.shortened(to: 20))` is not a day of a \(every.rawValue)",
          hint: every == .year
            ? "write the month and the day, as `on: 12-10`"
            : every == .month
              ? "write the day of the month, as `on: 10`"
              : "leave out `on`, and give the first day as `from`")
      }
    }

    /// Of a yearly due: `12-10`.
    private var monthAndDay: (month: Int, day: Int)? {
      guard let parts = on?.split(separator: "-"), parts.count == 2, let month = Int(parts[0]),
        let day = Int(parts[1]), (1...12).contains(month), day >= 1,
        day <= CivilDay.days(inMonth: month, of: 2000)
      else { return nil }
      return (month, day)
    }

    private var dayOfMonth: Int? {
      every == .month ? on.flatMap { Int($0) }.flatMap { (1...31).contains($0) ? $0 : nil } : nil
    }

    /// The days on which it falls due, up to `last`, at most `limit` of them.
    /// - Parameter agreed: counted from where there is no `from`; with neither there is nothing to
    ///   count from, and no day.
    /// - Complexity: O(days given).
    public func days(agreed: EDTFDate?, through last: CivilDay, limit: Int = 1000) -> [CivilDay] {
      guard let begins = from ?? agreed, !begins.hasOpenStart else { return [] }
      let start = begins.earliest
      let end = until.map { $0.hasOpenEnd ? last : min($0.latest, last) } ?? last
      let most = min(limit, times ?? limit)
      var days: [CivilDay] = []
      // What is agreed on a day is first due one period on, unless a day of the calendar is named.
      var turn = from == nil && namedDay == nil ? 1 : 0
      while days.count < most {
        let day = day(turn, from: start)
        turn += 1
        guard day <= end, days.last.map({ $0 < day }) ?? true else { break }
        if day >= start { days.append(day) }
      }
      return days
    }

    private var namedDay: Int? { every == .year ? monthAndDay?.day : dayOfMonth }

    /// The day of the turn `turn`, from 0; the first may lie before `start`.
    private func day(_ turn: Int, from start: CivilDay) -> CivilDay {
      guard let named = namedDay else { return start.adding(turn * count, every) }
      let civil = start.civil
      let month = every == .year ? monthAndDay?.month ?? 1 : civil.month
      let first = CivilDay(year: civil.year, month: month, day: 1) ?? start
      let reached = first.adding(turn * count, every).civil
      // A day that the month lacks is its last.
      let length = CivilDay.days(inMonth: reached.month, of: reached.year)
      return CivilDay(year: reached.year, month: reached.month, day: min(named, length)) ?? start
    }

    /// `every year on 12-10`
    public var words: String {
      var words = count == 1 ? "every \(every.rawValue)" : "every \(count) \(every.rawValue)s"
      if let named = monthAndDay, every == .year {
        words += " on \(named.day) \(Self.months[named.month - 1])"
      } else if let on {
        words += " on day \(on)"
      }
      if let from { words += " from \(from.words)" }
      if let until { words += " until \(until.words)" }
      if let times { words += times == 1 ? ", once" : ", \(times) times" }
      return words
    }

    private static let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
  }

  /// Several dues, or one that comes round.
  public enum Schedule: Sendable, Hashable {
    case instalments([Instalment])
    case recurring(Recurrence)
  }
}

extension Case.Commitment.Schedule: Shaped {
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Self? {
    guard case .list(let items) = node.content else {
      return Case.Commitment.Recurrence.read(node, &reader).map { .recurring($0) }
    }
    var instalments: [Case.Commitment.Instalment] = []
    for (index, item) in items.enumerated() {
      guard
        let instalment = reader.inside(
          .index(index), { Case.Commitment.Instalment.read(item, &$0) })
      else { continue }
      instalments.append(instalment)
    }
    return .instalments(instalments)
  }

  /// Its form in the file.
  public func node() -> Node {
    switch self {
    case .instalments(let instalments): .list(instalments.map { $0.node() })
    case .recurring(let recurrence): recurrence.node()
    }
  }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    let list = SchemaBook.object(
      ("type", .text("array")), ("items", Case.Commitment.Instalment.schema(&book)))
    return .map([.init("anyOf", .list([list, Case.Commitment.Recurrence.schema(&book)]))])
  }
}
