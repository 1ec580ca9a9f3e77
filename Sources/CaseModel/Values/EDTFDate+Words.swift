extension EDTFDate {
  /// For people: `16 May 2025`, `March 2022`, `autumn 2022`, `about March 2022`,
  /// `12–15 May 2025`, `early May 2025`, `since March 2022`, `the 1990s`. What it cannot say better it prints as written.
  public var words: String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      let (from, to) = (parts[0], parts[1])
      if to == ".." { return "since \(Self.single(from))" }
      if from == ".." { return "on or before \(Self.single(to))" }
      if to.isEmpty { return "from \(Self.single(from)), end unknown" }
      if from.isEmpty { return "to \(Self.single(to)), start unknown" }
      return Self.range(from, to)
    }
    return Self.single(text[...])
  }

  /// For people, of a day by or from which something is to come about: `by 1 January 2028`,
  /// `not before March 2022`.
  public var wordsOfLimit: String {
    if text.hasPrefix("../") { return "by \(Self.single(text.dropFirst(3)))" }
    if text.hasSuffix("/..") { return "not before \(Self.single(text.dropLast(3)))" }
    return words
  }

  /// Shorter: `16 May 2025` stays, and so do months.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  package static let seasons = ["spring", "summer", "autumn", "winter"]

  private static func single(_ text: Substring) -> String {
    var body = text
    var front = ""
    var back = ""
    switch body.last {
    case "~": front = "about "
    case "?": back = " (uncertain)"
    case "%": (front, back) = ("about ", " (uncertain)")
    default: break
    }
    if !front.isEmpty || !back.isEmpty { body = body.dropLast() }
    return front + plain(body) + back
  }

  private static func plain(_ text: Substring) -> String {
    let day = text.prefix { $0 != "T" }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    if let decade = text.wholeMatch(of: /(\d{3})X/) { return "the \(decade.output.1)0s" }
    guard parts.allSatisfy({ $0.allSatisfy(\.isNumber) && !$0.isEmpty }), parts.count <= 3 else {
      return String(text)
    }
    let time = text.dropFirst(day.count + 1)
    let zone = time.dropFirst(8)
    let suffix =
      time.isEmpty
      ? "" : ", \(time.prefix(5))" + (zone == "Z" ? " UTC" : zone.isEmpty ? "" : " UTC\(zone)")
    guard parts.count > 1, let code = Int(parts[1]) else { return String(parts[0]) + suffix }
    if (21...24).contains(code) { return "\(seasons[code - 21]) \(parts[0])" }
    guard months.indices.contains(code - 1) else { return String(text) }
    guard parts.count == 3, let number = Int(parts[2]) else {
      return "\(months[code - 1]) \(parts[0])"
    }
    return "\(number) \(months[code - 1]) \(parts[0])" + suffix
  }

  private static func range(_ from: Substring, _ to: Substring) -> String {
    if let part = part(from, to) { return part }
    let (a, b) = (from.split(separator: "-"), to.split(separator: "-"))
    let plainDays =
      a.count == 3 && b.count == 3 && !from.contains("T") && !to.contains("T")
      && (from + to).allSatisfy { $0.isNumber || $0 == "-" }
    if plainDays, a[0] == b[0], a[1] == b[1], let first = Int(a[2]) {
      return "\(first)–\(single(to))"
    }
    if plainDays, a[0] == b[0] {
      return
        "\(single(from).split(separator: " ").dropLast().joined(separator: " ")) – \(single(to))"
    }
    return "\(single(from)) – \(single(to))"
  }

  /// `early May 2025`, `mid-2025`, of ends that are both approximate and those of a third.
  private static func part(_ from: Substring, _ to: Substring) -> String? {
    guard from.last == "~", to.last == "~", from.count == to.count else { return nil }
    let whole = from.dropLast(4)
    guard whole == to.dropLast(4), let date = try? EDTFDate(String(whole)) else { return nil }
    let parts: [(DatePart, String)] = [(.early, "early "), (.mid, "mid-"), (.late, "late ")]
    return parts.first { $0.0.notation(of: date) == "\(from)/\(to)" }
      .map { $0.1 + single(whole) }
  }
}
