internal import CaseModel

/// A gist of our own, made of what was read: who, what it does, on what. Never nine words of the text in
/// a row.
enum Gist {
  static let longestRow = 7

  static func of(
    speakers: [String], act: Case.Statement.Act, stance: Case.Statement.Stance?, title: String?,
    words: String, isAuthor: Bool
  ) -> String {
    let who = speakers.isEmpty ? "Someone" : list(speakers)
    let several = speakers.count > 1
    let verb = several ? plural(act) : singular(act)
    let own = short(words, words: longestRow)
    let against =
      stance == .against && ![.reject, .deny, .withdraw].contains(act) ? " (against)" : ""
    let head = "\(who) \(verb)\(against)"
    guard let title else { return "\(head): \(own)".shortened(to: 180) }
    guard act == .state || act == .assess || act == .accuse else {
      return "\(head): \(title)".shortened(to: 180)
    }
    return "\(head), on \(title.prefix(80)): \(own)".shortened(to: 180)
  }

  /// The first words, without marks of quotation at either end.
  static func short(_ text: String, words limit: Int) -> String {
    var words = text.split(whereSeparator: { $0.isWhitespace }).map(String.init)
    let isLonger = words.count > limit
    words = Array(words.prefix(limit))
    var short = words.joined(separator: " ")
    let marks: Set<Character> = [
      "\"", "“", "”", "«", "»", "„", "‘", "’", "'", ",", ".", ";", ":", "…", "—", "–",
    ]
    while let first = short.first, marks.contains(first) { short.removeFirst() }
    while let last = short.last, marks.contains(last) || last == " " { short.removeLast() }
    return isLonger ? short + " …" : short
  }

  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    if names.count > 3 { return "\(names[0]) and \(names.count - 1) others" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func singular(_ act: Case.Statement.Act) -> String {
    switch act {
    case .state: "says"
    case .deny: "denies"
    case .demand: "demands"
    case .propose: "proposes"
    case .offer: "offers"
    case .accept: "accepts"
    case .reject: "rejects"
    case .condition: "sets a condition"
    case .concede: "concedes"
    case .withdraw: "withdraws"
    case .commit: "undertakes"
    case .threaten: "threatens"
    case .accuse: "accuses"
    case .takeNote: "takes note"
    case .silent: "does not answer"
    case .ask: "asks"
    case .confirm: "confirms"
    case .assess: "judges"
    }
  }

  private static func plural(_ act: Case.Statement.Act) -> String {
    switch act {
    case .state: "say"
    case .deny: "deny"
    case .condition: "set a condition"
    case .takeNote: "take note"
    case .silent: "do not answer"
    default: String(singular(act).dropLast())
    }
  }
}
