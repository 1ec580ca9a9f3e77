/// Forms of English verbs by rule.
enum Inflection {
  /// Verbs of several syllables that double their last letter, and those that may.
  private static let doubling: Set<String> = [
    "admit", "commit", "permit", "refer", "submit", "rebut", "prefer", "concur", "occur", "begin",
    "forget", "regret", "transfer", "control", "quip", "quit", "signal", "label", "cancel",
    "travel",
    "channel", "compel", "expel", "repel", "deter", "omit", "fuel", "level", "model", "marvel",
    "withdraw",
  ]
  private static let single: Set<String> = [
    "open", "offer", "answer", "enter", "suffer", "consider", "deliver", "question", "mention",
    "echo",
  ]

  static func third(_ base: String) -> String {
    if base.hasSuffix("s") || base.hasSuffix("x") || base.hasSuffix("z") || base.hasSuffix("ch")
      || base.hasSuffix("sh") || base.hasSuffix("o")
    {
      return base + "es"
    }
    if base.hasSuffix("y"), let last = base.dropLast().last, !isVowel(last) {
      return String(base.dropLast()) + "ies"
    }
    return base + "s"
  }

  static func past(_ base: String) -> [String] {
    if base.hasSuffix("e") { return [base + "d"] }
    if base.hasSuffix("y"), let last = base.dropLast().last, !isVowel(last) {
      return [String(base.dropLast()) + "ied"]
    }
    return stems(base).map { $0 + "ed" }
  }

  static func ing(_ base: String) -> [String] {
    if base.hasSuffix("ie") { return [String(base.dropLast(2)) + "ying"] }
    if base.hasSuffix("e"), !base.hasSuffix("ee"), base != "be" {
      return [String(base.dropLast()) + "ing"]
    }
    return stems(base).map { $0 + "ing" }
  }

  /// The base, with its last letter doubled where that is or may be the rule.
  private static func stems(_ base: String) -> [String] {
    guard let last = base.last, "bdfglmnprt".contains(last) else { return [base] }
    let doubled = base + String(last)
    if doubling.contains(base) {
      // Both spellings are in use for -l.
      return last == "l" ? [base, doubled] : [doubled]
    }
    let letters = Array(base)
    guard letters.count >= 3, !single.contains(base), isVowel(letters[letters.count - 2]),
      !isVowel(letters[letters.count - 3]) || letters.starts(with: ["q", "u"]),
      letters.filter(isVowel).count == 1
    else { return [base] }
    return [doubled]
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}
