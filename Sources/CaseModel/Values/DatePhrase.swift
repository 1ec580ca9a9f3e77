/// Reads a date with the words round it, in small letters, into the notation of the case's file.
struct DatePhrase {
  /// How `5/6/2025` is read.
  enum Order { case dayFirst, monthFirst }

  /// Nil where it has to be asked.
  var order: Order?
  var isLimit: Bool

  init(isLimit: Bool) { self.isLimit = isLimit }

  /// What stands before a date, or behind it, and the side on which it leaves it open.
  private enum Bound { case from, after, by, before }

  private static let openings: [(String, Bound)] = [
    ("not earlier than ", .from), ("no earlier than ", .from), ("not before ", .from),
    ("since ", .from), ("starting on ", .from), ("starting ", .from), ("as of ", .from),
    ("from ", .from), ("later than ", .after), ("after ", .after),
    ("not later than ", .by), ("no later than ", .by), ("at the latest by ", .by),
    ("at the latest on ", .by), ("on or before ", .by), ("not after ", .by), ("by ", .by),
    ("until ", .by), ("till ", .by), ("up to ", .by), ("to ", .by),
    ("earlier than ", .before), ("prior to ", .before), ("before ", .before),
  ]

  private static let closings: [(String, Bound)] = [
    (" at the latest", .by), (" or earlier", .by), (" or before", .by), (" at the earliest", .from),
    (" onwards", .from), (" onward", .from), (" or later", .from), (" or after", .from),
    (" on", .from),
  ]

  /// Nil where no form fits.
  func notation(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    if isLimit, let last = try lastDay(text) { return last }
    if let found = try halfKnown(text) { return found }
    if let found = try single(text) { return found }
    if let found = try between(text) { return found }
    for (opening, bound) in Self.openings {
      guard let rest = text.without(prefix: opening) else { continue }
      if bound == .by || bound == .before, let last = try lastDay(rest) {
        return isLimit ? last : "../" + last
      }
      let bare = Self.closings.lazy.filter { $0.1 == bound }.compactMap {
        rest.without(suffix: $0.0)
      }.first
      guard let found = try single(bare ?? rest) else { continue }
      return bounded(found, bound)
    }
    for (closing, bound) in Self.closings where closing != " on" {
      guard let rest = text.without(suffix: closing), let found = try single(rest) else { continue }
      return bounded(found, bound)
    }
    return try range(text, by: Self.joints)
  }

  /// `from May 2025, end unknown`, as the program prints it.
  private func halfKnown(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    if let rest = text.without(suffix: ", end unknown")?.without(prefix: "from ") {
      return try single(rest).map { $0 + "/" }
    }
    if let rest = text.without(suffix: ", start unknown")?.without(prefix: "to ") {
      return try single(rest).map { "/" + $0 }
    }
    return nil
  }

  /// By the end of May is by its last day.
  private func lastDay(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    let body = text.without(prefix: "the ") ?? text
    guard let rest = body.without(prefix: "end of "),
      let whole = try PlainDate(order: order).read(rest), let date = try? EDTFDate(whole)
    else { return nil }
    return date.latest.iso
  }

  private func bounded(_ notation: String, _ bound: Bound) -> String? {
    let ends = notation.split(separator: "/").map(String.init)
    guard let first = ends.first, let last = ends.last else { return nil }
    switch bound {
    case .from: return first + "/.."
    case .by: return isLimit ? last : "../" + last
    case .before: return moved(first, by: -1).map { isLimit ? $0 : "../" + $0 }
    case .after: return moved(last, by: 1).map { $0 + "/.." }
    }
  }

  /// The day, month or year next to it: before May 2025 is by April 2025.
  private func moved(_ notation: String, by step: Int) -> String? {
    guard let date = try? EDTFDate(notation) else { return nil }
    let mark = date.isApproximate ? "~" : ""
    let body = notation.prefix { $0.isNumber || $0 == "-" }
    let parts = body.split(separator: "-")
    switch parts.count {
    case 1: return date.earliest.monthMoved(by: 12 * step).isoYear + mark
    case 2 where (Int(parts[1]) ?? 21) <= 12:
      return date.earliest.monthMoved(by: step).isoMonth + mark
    default:
      return (step < 0 ? date.earliest : date.latest).adding(days: step).iso + mark
    }
  }

  // MARK: Two dates

  private static let joints = [
    " – ", "–", " — ", "—", " - ", " to ", " until ", " till ", " through ", " and ", " & ", "-",
    "/",
  ]

  private func between(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    if let rest = text.without(prefix: "between ") { return try range(rest, by: [" and "]) }
    guard let rest = text.without(prefix: "from ") else { return nil }
    return try range(rest, by: [" to ", " until ", " till ", " through ", " – "])
  }

  private func range(
    _ text: String, by joints: [String]
  ) throws(WrittenDate.SyntaxError) -> String? {
    for joint in joints {
      // Between figures alone a stroke or hyphen divides the parts of one date.
      let isBetweenFigures = !text.contains { $0.isLetter || $0 == "." } && !isYears(text)
      guard !isBetweenFigures || !["/", "-"].contains(joint) else { continue }
      let places = text.ranges(of: joint)
      guard places.count <= Self.mostJoints else { continue }
      for place in places {
        let head = String(text[..<place.lowerBound]).trimmed
        let tail = String(text[place.upperBound...]).trimmed
        if let found = try joined(head, tail) { return found }
      }
    }
    return nil
  }

  /// Two dates of figures have four hyphens of their own besides the one between them. What has more joints
  /// is no range, and each of them would have to be tried.
  private static let mostJoints = 5
  /// The longest way in which one end is written, as `on Tuesday, the 12th of May 2026, at 14:00 UTC`, has
  /// fewer words. Each word of one end is tried with the other.
  private static let mostWords = 12

  private func isYears(_ text: String) -> Bool {
    let parts = text.split(separator: "-")
    return parts.count == 2 && parts.allSatisfy { PlainDate.year(String($0)) != nil }
  }

  /// `12–15 May 2025`, `12 May – 3 June 2025` and `May 12–14, 2025` say of one end what the other says.
  private func joined(_ head: String, _ tail: String) throws(WrittenDate.SyntaxError) -> String? {
    guard !head.isEmpty, !tail.isEmpty else { return nil }
    let (before, behind) = (head.split(separator: " "), tail.split(separator: " "))
    guard max(before.count, behind.count) <= Self.mostWords else { return nil }
    var end = try single(tail)
    for count in 1..<max(1, before.count) + 1 where end == nil {
      end = try single((before.prefix(count) + behind).joined(separator: " "))
    }
    guard let end else { return nil }
    for count in 0...behind.count {
      let lent = behind.suffix(count)
      guard let start = try single(([head] + lent.map(String.init)).joined(separator: " ")) else {
        continue
      }
      return Self.interval(start, end, isLent: count > 0)
    }
    // `12.–14.5.2025`
    let dotted = tail.split(separator: ".")
    guard dotted.count == 3, head.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
    let own = head.split(separator: ".")
    guard own.count <= 2,
      let start = try single((own + dotted.dropFirst(own.count)).joined(separator: "."))
    else { return nil }
    return Self.interval(start, end, isLent: true)
  }

  private static func interval(_ start: String, _ end: String, isLent: Bool) -> String {
    var first = start.split(separator: "/").first.map(String.init) ?? start
    let last = end.split(separator: "/").last.map(String.init) ?? end
    // From November to February 2026 begins the year before.
    if isLent, first.dropFirst(5).prefix(2) > last.dropFirst(5).prefix(2),
      first.prefix(4) == last.prefix(4),
      let year = Int(first.prefix(4))
    {
      first = "\(year - 1)" + first.dropFirst(4)
    }
    return "\(first)/\(last)"
  }

  // MARK: One date

  /// A day, month, season or year, or a part of one, perhaps marked as doubtful.
  func single(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    var body = text
    for front in ["on ", "in ", "during "] { body = body.without(prefix: front) ?? body }
    var (isAbout, isUncertain) = (false, false)
    for front in ["about ", "around ", "approximately ", "circa ", "ca. ", "c. "] {
      if let rest = body.without(prefix: front) { (body, isAbout) = (rest, true) }
    }
    for front in ["perhaps ", "possibly ", "probably "] {
      if let rest = body.without(prefix: front) { (body, isUncertain) = (rest, true) }
    }
    if let rest = body.without(suffix: " (uncertain)") { (body, isUncertain) = (rest, true) }
    let mark = isAbout ? (isUncertain ? "%" : "~") : isUncertain ? "?" : ""
    if let part = try part(body) { return part }
    guard let plain = try PlainDate(order: order).read(body) else { return nil }
    // What is a stretch is known by its ends.
    return mark.isEmpty || plain.contains("/") ? plain : plain + mark
  }

  private static let parts: [(String, DatePart)] = [
    ("early in ", .early), ("early ", .early), ("beginning of ", .early), ("start of ", .early),
    ("mid-", .mid), ("mid ", .mid), ("middle of ", .mid), ("late in ", .late), ("late ", .late),
    ("end of ", .end), ("first half of ", .firstHalf), ("second half of ", .secondHalf),
  ]

  /// `early May 2025`, `the end of 2025`.
  private func part(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    let body = text.without(prefix: "the ") ?? text
    for (front, part) in Self.parts {
      guard let rest = body.without(prefix: front) else { continue }
      guard let whole = try PlainDate(order: order).read(rest), let date = try? EDTFDate(whole),
        !date.isDay
      else { return nil }
      return part.notation(of: date)
    }
    return nil
  }

  /// Whether what it says depends on which of two numbers is the day.
  func hasTwoReadings(_ written: String) -> Bool {
    var (first, second) = (self, self)
    (first.order, second.order) = (.dayFirst, .monthFirst)
    let text = written.lowercased()
    guard let one = try? first.notation(text), let other = try? second.notation(text) else {
      return false
    }
    return one != other
  }
}

extension String {
  func without(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }

  func without(suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
  }

  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
