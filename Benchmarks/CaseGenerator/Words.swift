internal import Foundations

/// Words to make titles and gists of.
enum Words {
  static let plain = [
    "talks", "ceasefire", "prisoners", "border", "corridor", "guarantee", "army", "language",
    "withdrawal", "region", "exchange", "sanctions", "neutral", "status", "treaty", "draft", "law",
    "council", "observers", "convoy", "grain", "port", "bridge", "river", "dam", "election",
    "court",
    "amnesty", "timetable", "mandate", "delegation", "round", "proposal", "terms", "conditions",
    "demands", "offers", "refuses", "accepts", "says", "wants", "holds", "for", "the", "of", "on",
    "to", "and", "before", "after", "with", "without", "until", "under", "first", "again", "still",
  ]
  /// Words as records of other languages hold them.
  static let other = [
    "Türkiye", "Київ", "Москва", "Ердоган", "naïve", "façade", "Österreich", "Łódź", "São", "عمان",
  ]

  /// About `length` letters; a tenth with a comma or a colon, which YAML must quote.
  static func line(_ length: Int, _ random: inout SplitMix64) -> String {
    var line = ""
    while line.utf8.count < length {
      if !line.isEmpty { line += random.chance(14) ? ", " : random.chance(6) ? ": " : " " }
      line += random.chance(20) ? random.pick(other) ?? "" : random.pick(plain) ?? ""
    }
    return capitalised(line)
  }

  /// 24 to 86 letters, 52 in the mean, as the worked case's gists.
  static func gist(_ random: inout SplitMix64) -> String {
    line(24 + random.below(20) + random.below(20) + random.below(20), &random)
  }

  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
