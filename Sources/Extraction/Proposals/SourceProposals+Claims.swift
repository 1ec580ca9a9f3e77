internal import CaseModel

/// Two claims that one person makes in one sentence, and what must stay together.
extension SourceProposals {
  /// `demanded 27 per cent and would not sign above 28`: two statements, where each does something else or
  /// has a number of its own; where something waits on a condition, it is left whole.
  func claims(_ place: Range<Int>, _ report: Candidate) -> [Range<Int>] {
    let words = SpanText(text.text(place.lowerBound, place.upperBound))
    guard words.count <= 120, ConditionReader.conditions(in: words).isEmpty else { return [place] }
    let cue = report.cue.map { text.text($0.start, $0.end) }.joined(separator: " ")
    for index in words.pieces.indices
    where index > 1 && Self.joins.contains(words.lower(index)) && isClaim(words, from: index + 1) {
      let (left, right) = (words.words(0..<index), words.words(index + 1..<words.count))
      guard isApart(cue + " " + left, right) else { continue }
      var end = index
      while end > 1, words.pieces[end - 1].kind == .sign { end -= 1 }
      let first = words.place(0..<end).clamped(to: 0..<place.count)
      let second = words.place(index + 1..<words.count).clamped(to: 0..<place.count)
      return [first, second].map {
        $0.lowerBound + place.lowerBound..<$0.upperBound + place.lowerBound
      }
    }
    return [place]
  }

  private func isApart(_ left: String, _ right: String) -> Bool {
    let acts = [left, right].map { ActReader.read($0).act }
    if acts[0] != acts[1], acts.allSatisfy(Self.actions.contains) { return true }
    return [left, right].allSatisfy { words in
      QuantityReader.mentions(in: SpanText(words), leavingOut: places(ofDatesIn: words)).contains {
        $0.quantity.unit != nil
      }
    }
  }

  private func places(ofDatesIn words: String) -> [Range<Int>] {
    DateReader.mentions(in: SpanText(words), dates).map(\.place)
  }

  /// A verb that looks ahead, with a pronoun before it or none.
  private func isClaim(_ words: SpanText, from place: Int) -> Bool {
    let isSubject = ["he", "she", "it", "they", "we"].contains(words.lower(place))
    return Self.ahead.contains(words.lower(isSubject ? place + 1 : place))
  }

  private static let joins: Set<String> = ["and", "but", ";"]
  private static let ahead: Set<String> = [
    "would", "will", "could", "can", "must", "should", "shall", "might", "may",
  ]

  /// A condition goes with the step that waits on it, and a relative clause with its noun.
  static func isHeld(
    _ words: SpanText, _ index: Int, by conditions: [ConditionReading]
  ) -> Bool {
    if ["which", "who", "whose", "where"].contains(words.lower(index + 1)) { return true }
    // "Without tracking, a quota is …"
    if words.has(",", at: index), index <= 6, fronted.contains(words.lower(0)),
      !(0..<index).contains(where: { ActWords.phrases[words.lower($0)] != nil })
    {
      return true
    }
    let place = words.pieces[index]
    return conditions.contains { condition in
      guard condition.kind != .exchange else { return false }
      if condition.awaited.contains(place.start) { return true }
      // The comma before it, with the marker between, or behind it.
      let between = words.pieces.filter {
        $0.start >= place.end && $0.end <= condition.awaited.lowerBound
      }
      return place.end <= condition.awaited.lowerBound && between.count <= 4
        || (0...2).contains(place.start - condition.awaited.upperBound)
    }
  }

  private static let fronted: Set<String> = [
    "without", "with", "in", "at", "on", "after", "before", "under", "by", "for", "during", "since",
    "until", "despite", "given", "as",
  ]
}
