internal import CaseModel

/// Whether a step that waits on another is a threat, and short ways to say that one does.
extension ConditionReader {
  /// Something harmful is to be done: not `stop the strikes`, not `ready to cut our share`.
  func isHarm(_ range: Range<Int>) -> Bool {
    guard !has(["lift", "ease", "end", "ended", "lifted"], range) else { return false }
    return range.contains { place in
      ActWords.harms.contains(text.lower(place)) && !isSoftened(place, range)
    }
  }

  private func isSoftened(_ place: Int, _ range: Range<Int>) -> Bool {
    let before = max(range.lowerBound, place - 4)..<place
    let after = place + 1..<max(place + 1, min(range.upperBound, place + 5))
    // The harm is to end.
    if has(Self.endings, before) || text.has("call", "off", at: place - 2)
      || text.has("off", "the", at: place - 2)
    {
      return true
    }
    guard Self.mild.contains(text.lower(place)) else { return false }
    return has(Self.willing, before) || has(["own", "our", "my"], after)
      || has(ActWords.positions, after)
      || after.contains {
        ActWords.harms.contains(text.lower($0)) && Self.endings.contains(text.lower(place))
      }
  }

  /// `No tax relief, no access`: two things without a verb, of which the first has to come.
  func isNoneOf(_ place: Int) -> Bool {
    guard
      place == 0 || text.endsSentence(place - 1)
        || ["\"", "“", "‘", "'", "«", ":", ","].contains(text.lower(place - 1))
    else { return false }
    var comma = place + 1
    while comma - place <= 6, let piece = text[comma], piece.kind == .word || piece.lower == "-" {
      if piece.lower == "one" || Self.verbal.contains(piece.lower) { return false }
      comma += 1
    }
    guard comma > place + 1, text.has(",", at: comma) || text.has("-", at: comma),
      text.has("no", at: comma + 1)
    else { return false }
    var end = comma + 2
    while end - comma <= 8, let piece = text[end], piece.kind == .word || piece.lower == "-" {
      if piece.lower == "one" || Self.verbal.contains(piece.lower) { return false }
      end += 1
    }
    return end > comma + 2
      && (text[end].map { $0.kind == .sign && $0.lower != "'" && !text.has("no", at: end + 1) }
        ?? true)
  }

  static let endings: Set<String> = [
    "stop", "stops", "stopped", "suspend", "halt", "pause", "cancel", "withdraw", "drop", "freeze",
    "stopping", "suspending", "halting", "without", "renounce", "forgo",
  ]
  /// Steps that may be offered as well as threatened.
  private static let mild: Set<String> = [
    "cut", "stop", "suspend", "close", "shut", "leave", "block", "force",
  ]
  private static let willing: Set<String> = [
    "ready", "willing", "prepared", "offered", "offers", "offer", "offering", "happy", "open",
  ]
  private static let verbal: Set<String> = [
    "is", "are", "was", "were", "will", "would", "can", "could", "has", "have", "had", "said",
    "says", "matter",
  ]
}
