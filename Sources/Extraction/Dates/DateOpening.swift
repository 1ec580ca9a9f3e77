/// The word or words before a date that say what it is a date of.
struct DateOpening {
  /// `lasting` for words that take a length and a date alike, as `for`.
  var role: DateMention.Role
  /// The piece after the words.
  var end: Int

  static func at(_ place: Int, in text: SpanText) -> DateOpening? {
    for (words, role) in several[text.lower(place)] ?? [] where text.has(words, at: place) {
      return DateOpening(role: role, end: place + words.count)
    }
    guard let role = single[text.lower(place)] else { return nil }
    // A document dates from a year; `на прошлой неделе` is a date as a whole.
    if text.has("from", at: place),
      ["dates", "dated", "dating", "date"].contains(text.lower(place - 1))
    {
      return DateOpening(role: .at, end: place + 1)
    }
    if text.has("на", at: place), case .which = DateWord.of(text.lower(place + 1)) { return nil }
    return DateOpening(role: role, end: place + 1)
  }

  /// First words of all of them.
  static var words: [String] { Array(several.keys) + Array(single.keys) }

  /// By the first word.
  private static let several: [String: [(words: [String], role: DateMention.Role)]] = {
    let phrases: [(String, DateMention.Role)] = [
      ("no later than", .by), ("not later than", .by), ("no earlier than", .since),
      ("not earlier than", .since), ("not before", .since), ("ahead of", .before),
      ("prior to", .before), ("up to", .until), ("on or before", .until), ("as of", .since),
      ("as from", .since),
      ("with effect from", .since), ("starting on", .since), ("starting from", .since),
      ("starting in", .since), ("beginning on", .since), ("beginning in", .since),
      ("effective from", .since), ("in the course of", .lasting), ("for a period of", .lasting),
      ("for a term of", .lasting), ("не позднее", .by), ("не пізніше", .by),
      ("в течение", .within), ("начиная с", .since), ("починаючи з", .since),
    ]
    let split = phrases.map { ($0.0.split(separator: " ").map(String.init), $0.1) }
    return Dictionary(grouping: split) { $0.0[0] }
  }()

  private static let single: [String: DateMention.Role] = [
    "by": .by, "before": .before, "since": .since, "until": .until, "till": .until,
    "from": .since, "starting": .since, "effective": .since, "after": .after, "within": .within,
    "in": .in, "for": .lasting, "over": .lasting, "during": .lasting, "on": .at,
    "до": .by, "к": .by, "с": .since, "со": .since, "з": .since, "із": .since, "после": .after,
    "після": .after, "через": .in, "протягом": .within, "упродовж": .within, "на": .lasting,
    "в": .at, "у": .at,
  ]
}
