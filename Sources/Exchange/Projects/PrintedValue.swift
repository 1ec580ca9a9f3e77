internal import CaseModel

/// Numbers, dates and sets as people and this program write them, read for an issue whose answers are
/// such values. What cannot be read is nil: it is no option of such an issue.
struct PrintedValue {
  private let issue: Case.Issue
  /// The id of an actor of that name.
  private let actor: (String) -> Slug?

  init(_ issue: Case.Issue, actor: @escaping (String) -> Slug?) {
    (self.issue, self.actor) = (issue, actor)
  }

  func read(_ words: String) -> AnswerValue? {
    let text = Self.plain(words)
    guard !text.isEmpty else { return nil }
    switch issue.value {
    case .option: return nil
    case .quantity:
      // `25 million florins (≈ 5.95 percent)`: what it is in the issue's unit is worked out.
      let end = text.hasSuffix(")") ? text.firstRange(of: " (≈ ")?.lowerBound : nil
      return quantity(end.map { String(text[..<$0]) } ?? text).map { .quantity($0) }
    case .date: return Self.date(text).map { .date(Dating($0)) }
    case .set: return set(text).map { .set($0) }
    }
  }

  private static func plain(_ words: String) -> String {
    words.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : String($0) }.joined().trimmed
  }

  // MARK: Numbers

  private static let comparators: [(words: String, is: Comparator)] = [
    ("no more than ", .atMost), ("at most ", .atMost), ("up to ", .atMost),
    ("no less than ", .atLeast), ("at least ", .atLeast), ("more than ", .more),
    ("over ", .more), ("less than ", .less), ("fewer than ", .less), ("under ", .less),
    ("about ", .about), ("around ", .about), ("approximately ", .about), ("<=", .atMost),
    (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast), ("<", .less), (">", .more), ("≈", .about),
    ("~", .about), ("=", .equal),
  ]

  private func quantity(_ text: String) -> Quantity? {
    var rest = text[...]
    var quantity = Quantity()
    if let found = Self.comparators.first(where: { text.lowercased().hasPrefix($0.words) }) {
      quantity.comparator = found.is
      rest = rest.dropFirst(found.words.count).drop(while: \.isWhitespace)
    }
    guard let number = Self.number(&rest) else { return nil }
    quantity.quantity = number
    let after = rest.drop(while: \.isWhitespace)
    if let sign = after.first, "–-".contains(sign) {
      rest = after.dropFirst().drop(while: \.isWhitespace)
      guard quantity.comparator == .equal, let end = Self.number(&rest), number < end else {
        return nil
      }
      quantity.to = end
    }
    let unit = String(rest).trimmed
    guard !unit.isEmpty else { return quantity }
    let bare = quantity.words
    for own in [issue.unit].compactMap(\.self) + issue.units {
      quantity.unit = own
      // One and many: the unit is printed in the plural.
      if unit == own || quantity.words == "\(bare) \(unit)" || own == "percent" && unit == "%" {
        return quantity
      }
    }
    return nil
  }

  /// `1,000`, `9.5`: the digits a text begins with, which are taken off it.
  private static func number(_ text: inout Substring) -> Amount? {
    var body = text
    var digits = ""
    if let sign = body.first, "-−".contains(sign) {
      digits = "-"
      body = body.dropFirst()
    }
    while let next = body.first, next.isASCII, next.isNumber || ".,".contains(next) {
      // A sign at the end of a number is the sentence's.
      guard body.dropFirst().first.map({ $0.isASCII && $0.isNumber }) == true || next.isNumber
      else { break }
      if next == "," {
        // Between thousands alone: `1,5` is read by some as one and a half.
        let group = body.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard group.count == 3, !digits.contains(".") else { return nil }
      } else {
        digits.append(next)
      }
      body = body.dropFirst()
    }
    guard let amount = Amount(digits) else { return nil }
    text = body
    return amount
  }

  // MARK: Dates

  static func date(_ text: String) -> EDTFDate? {
    if let date = ForeignDate.read(text) { return date }
    // What it is read as must be printed so, else it is not what was meant.
    return candidates(text).lazy.compactMap { try? EDTFDate($0) }.first {
      $0.wordsOfLimit == text || $0.words == text
    }
  }

  private static func candidates(_ text: String) -> [String] {
    for (words, front, back) in [
      ("by ", "../", ""), ("on or before ", "../", ""), ("not before ", "", "/.."),
      ("since ", "", "/.."),
    ] where text.hasPrefix(words) {
      return single(text.dropFirst(words.count)).map { [front + $0 + back] } ?? []
    }
    if let one = single(text[...]) { return [one] }
    let parts = text.split(separator: "–").map { String($0).trimmed }
    guard parts.count == 2, let end = single(parts[1][...]) else { return [] }
    // `12–15 May 2025`, `30 April – 2 May 2025`, `30 April 2024 – 2 May 2025`.
    let words = parts[1].split(separator: " ")
    let rests = [0, 1, 2].map { words.suffix($0).joined(separator: " ") }
    return rests.compactMap { rest in
      single("\(parts[0]) \(rest)".trimmed[...]).map { "\($0)/\(end)" }
    }
  }

  private static func single(_ text: Substring) -> String? {
    if text.hasPrefix("about ") {
      let rest = text.dropFirst("about ".count)
      guard rest.hasSuffix(" (uncertain)") else { return single(rest).map { $0 + "~" } }
      return single(rest.dropLast(" (uncertain)".count)).map { $0 + "%" }
    }
    if text.hasSuffix(" (uncertain)") {
      return single(text.dropLast(" (uncertain)".count)).map { $0 + "?" }
    }
    var words = text.split(separator: " ")
    guard let year = words.popLast(), year.count == 4, Int(year) != nil else { return nil }
    guard let name = words.popLast() else { return String(year) }
    if let season = EDTFDate.seasons.firstIndex(of: name.lowercased()), words.isEmpty {
      return "\(year)-\(21 + season)"
    }
    guard let month = EDTFDate.months.firstIndex(of: name.lowercased().capitalisedFirst) else {
      return nil
    }
    let start = "\(year)-\(two(month + 1))"
    guard let day = words.popLast() else { return start }
    guard words.isEmpty, let number = Int(day), (1...31).contains(number) else { return nil }
    return "\(start)-\(two(number))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  // MARK: Sets

  private func set(_ text: String) -> MemberSet? {
    var set = MemberSet()
    var body = text
    for sign in [" except ", ", not "] {
      guard let range = body.firstRange(of: sign) else { continue }
      guard let left = members(String(body[range.upperBound...])) else { return nil }
      set.except = left
      body = String(body[..<range.lowerBound])
      break
    }
    for sign in [" and perhaps others", ", …", "…"] where body.hasSuffix(sign) {
      set.open = true
      body = String(body.dropLast(sign.count))
      break
    }
    guard let found = body.trimmed.isEmpty ? [] : members(body) else { return nil }
    set.members = found
    return set.members.isEmpty && !set.open ? nil : set
  }

  /// Names separated by commas or semicolons; a name may have a comma of its own.
  private func members(_ text: String) -> [Slug]? {
    let parts = text.split(whereSeparator: { ",;".contains($0) }).map { String($0).trimmed }
    var found: [Slug] = []
    var place = 0
    while place < parts.count {
      let longest = (place..<parts.count).reversed().lazy.compactMap { end in
        member(parts[place...end].joined(separator: ", ")).map { (end, $0) }
      }.first
      guard let (end, slug) = longest else { return nil }
      if !found.contains(slug) { found.append(slug) }
      place = end + 1
    }
    return found.isEmpty ? nil : found
  }

  private func member(_ name: String) -> Slug? {
    let wanted = Names.plain(name).lowercased()
    let own = issue.members.first { member in
      ([member.id.raw, member.name ?? ""] + member.aliases)
        .contains { Names.plain($0).lowercased() == wanted }
    }
    return own?.id ?? actor(name)
  }
}
