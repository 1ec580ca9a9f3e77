/// The forms of English verbs by their endings, so that a list names each verb once.
enum VerbForms {
  /// Of a regular verb: demand, demands, demanded, demanding. Irregular pasts are given with the verb, as
  /// `say/said`, `withdraw/withdrew/withdrawn`.
  static func all(_ entry: Substring) -> [String] {
    let parts = entry.split(separator: "/").map(String.init)
    guard let base = parts.first else { return [] }
    var forms = [base] + parts.dropFirst()
    let endsInY = base.hasSuffix("y") && !"aeiou".contains(base.dropLast().last ?? "a")
    let isHissed = ["s", "x", "z", "ch", "sh"].contains { base.hasSuffix($0) }
    forms.append(endsInY ? base.dropLast() + "ies" : base + (isHissed ? "es" : "s"))
    let stem = base.hasSuffix("e") && !base.hasSuffix("ee") ? String(base.dropLast()) : base
    let doubled = doubling.contains(base) ? stem + String(base.last ?? "t") : stem
    forms.append(doubled + "ing")
    if parts.count == 1 { forms.append(endsInY ? base.dropLast() + "ied" : doubled + "ed") }
    return forms
  }

  /// All forms of verbs between blanks.
  static func set(_ verbs: String) -> Set<String> {
    Set(verbs.split(separator: " ").flatMap { all($0) })
  }

  static let `let` = set("let/let")

  private static let doubling: Set<String> = [
    "admit", "commit", "refer", "permit", "drop", "stop", "set", "put", "cut", "submit", "omit",
    "get", "let", "dub", "beg", "shrug",
  ]
}
