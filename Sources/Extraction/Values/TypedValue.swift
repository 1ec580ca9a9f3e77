package import CaseModel

/// Why words are no value, for the person who typed them.
package struct TypedValueError: Error, Hashable, Sendable {
  package var reason: String
  package var hint: String
  /// The dates that the words may mean, where they may mean several.
  package var readings: [EDTFDate] = []
}

extension AnswerValue {
  /// The value that someone typed for an issue: `15–18 %`, `at least 6.5 million`, `by 1 June`, `Donetsk
  /// and Kherson, among others`, `all but Crimea`. What ``words`` prints is read as what it was.
  /// - Throws: ``TypedValueError`` where the words are no value of the issue's kind.
  package init(
    typed text: String, for issue: Case.Issue, actors: [Case.Actor] = [],
    context: DateContext = DateContext()
  ) throws(TypedValueError) {
    let words = SpanText(text)
    guard words.count > 0 else {
      throw TypedValueError(reason: "nothing is written", hint: Self.hint(issue))
    }
    switch issue.value {
    case .option:
      throw TypedValueError(
        reason: "`\(issue.title)` is answered by an option", hint: "choose one of its options")
    case .quantity: self = .quantity(try Self.quantity(words, issue))
    case .date: self = .date(try Self.date(text, words, context, issue))
    case .set:
      let names = MemberReader.names(of: issue, actors: issue.members.isEmpty ? actors : [])
      let all = issue.members.map(\.id)
      guard let found = MemberReader.set(in: text, names: names, all: all) else {
        throw TypedValueError(
          reason: "`\(text.shortened(to: 40))` names none of what the issue may hold",
          hint: Self.hint(issue))
      }
      self = .set(found.set)
    }
  }

  private static func quantity(
    _ words: SpanText, _ issue: Case.Issue
  ) throws(TypedValueError) -> Quantity {
    let found = QuantityReader.mentions(in: words, unit: issue.unit)
    guard let first = found.first else {
      throw TypedValueError(
        reason: "there is no number in what is written, or it has over 15 digits",
        hint: hint(issue))
    }
    guard found.count == 1 else {
      throw TypedValueError(
        reason: "there are \(found.count) numbers, and one quantity is wanted", hint: hint(issue))
    }
    guard first.fitsUnit else {
      throw TypedValueError(
        reason:
          "`\(words.words(0..<words.count).shortened(to: 40))` is in another unit than the issue's, "
          + (issue.unit ?? "none"), hint: hint(issue))
    }
    return first.quantity
  }

  private static func date(
    _ text: String, _ words: SpanText, _ context: DateContext, _ issue: Case.Issue
  ) throws(TypedValueError) -> Dating {
    let trimmed = words.words(0..<words.count)
    do {
      let date = try WrittenDate.read(trimmed)
      return date.text == trimmed ? Dating(date) : Dating(date, text: trimmed, rule: "as given")
    } catch {
      if !error.readings.isEmpty {
        throw TypedValueError(
          reason: "`\(text.shortened(to: 40))` is not a date: \(error.reason)",
          hint: "choose the one that is meant", readings: error.readings)
      }
    }
    let found = DateReader.mentions(in: words, context)
    guard let first = found.first else {
      throw TypedValueError(
        reason: "`\(text.shortened(to: 40))` is no date that the program can read",
        hint: hint(issue))
    }
    guard found.count == 1 else {
      throw TypedValueError(
        reason: "there are \(found.count) dates, and one is wanted", hint: hint(issue))
    }
    guard var dating = first.dating else {
      throw TypedValueError(
        reason: first.length == nil
          ? "`\(text.shortened(to: 40))` needs a day to count from" : "it is a length, and no date",
        hint: "give the date in full, as 16 May 2025")
    }
    if let bounded = Self.bounded(dating.value, first.role) { dating.value = bounded }
    return dating
  }

  /// What is so by a day, or before it, ends there.
  private static func bounded(_ date: EDTFDate, _ role: DateMention.Role) -> EDTFDate? {
    switch role {
    case .by, .until: try? EDTFDate("../\(date.text)")
    case .before: try? EDTFDate("../\(date.earliest.adding(days: -1).iso)")
    default: nil
    }
  }

  private static func hint(_ issue: Case.Issue) -> String {
    switch issue.value {
    case .option: return "choose one of its options"
    case .quantity:
      let unit = issue.unit.map { " \($0)" } ?? ""
      return "write 15\(unit), at least 15\(unit), 15–18\(unit) or about 15\(unit)"
    case .date: return "write 16 May 2025, early May 2025, before 16 May 2025 or 9–16 May 2025"
    case .set:
      let names = issue.members.prefix(2).map { $0.name ?? $0.id.raw }
      return names.count == 2
        ? "write \(names[0]) and \(names[1]), or: \(names[0]), among others"
        : "name one or several of them"
    }
  }
}
