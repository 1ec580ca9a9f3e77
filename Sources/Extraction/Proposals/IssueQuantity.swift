internal import CaseModel

/// The number that words give as an answer to an issue: of several the one that is put forward now, with the
/// bound that the words put on it.
struct IssueQuantity {
  /// Nil where there is none, or more than one.
  private(set) var value: Quantity?

  /// - Parameter isBare: a number alone counts in the unit, as where the words point back.
  /// - Complexity: O(words).
  init(
    words: String, unit: String?, act: Case.Statement.Act?, _ dates: DateContext,
    isBare: Bool = false
  ) {
    let text = SpanText(words)
    let dated = DateReader.mentions(in: text, dates)
      .filter { mention in mention.dating != nil || unit == nil || !Self.isTime(unit) }.map(\.place)
    var found = QuantityReader.mentions(
      in: text, unit: unit, leavingOut: dated, isRefused: act == .reject
    ).filter { $0.fitsUnit && (isBare || unit == nil || $0.quantity.unit != nil) }
    if found.count > 1 { found.removeAll { Self.isEarlier($0, text) } }
    guard var first = found.first?.quantity, let place = found.first?.place, found.count == 1 else {
      return
    }
    let pieces = text.pieces.indices.filter {
      text.pieces[$0].start < place.upperBound && text.pieces[$0].end > place.lowerBound
    }
    guard let start = pieces.first, let end = pieces.last else { return }
    if let to = first.to, text.has("from", at: start),
      (max(0, start - 9)..<start).contains(where: { Self.changing.contains(text.lower($0)) })
    {
      // "raise it from 12 to 14 per cent": 14 is what is offered.
      first = Quantity(to, .equal, unit: first.unit)
    }
    // "Over two years" is how long, and not that it is longer.
    if Self.isTime(unit), first.comparator == .more, text.has("over", at: start) {
      first.comparator = .equal
    }
    if first.comparator == .equal, first.to == nil {
      if text.pieces.indices.contains(where: { place in
        Self.below.contains { text.has($0, at: place) }
      }) {
        first.comparator = .atLeast
      }
      let near = Array(max(0, start - 3)..<start) + Array(end + 1..<min(text.count, end + 6))
      if near.contains(where: { Self.floors.contains(text.lower($0)) }) {
        first.comparator = .atLeast
      } else if near.contains(where: { Self.ceilings.contains(text.lower($0)) }) {
        first.comparator = .atMost
      }
    }
    value = first
  }

  private static func isTime(_ unit: String?) -> Bool {
    guard let unit else { return false }
    return ["day", "week", "month", "year", "hour"].contains(MeasureUnit(written: unit).name)
  }

  /// `down from the 640,000 it asked for`, `rather than 5 per cent`: what was, or what is not.
  private static func isEarlier(_ mention: QuantityMention, _ text: SpanText) -> Bool {
    guard let start = text.pieces.firstIndex(where: { $0.end > mention.place.lowerBound }) else {
      return false
    }
    var before = start - 1
    if text.has("the", at: before) { before -= 1 }
    switch text.lower(before) {
    case "from", "not": return true
    case "of": return text.has("instead", at: before - 1) || text.has("place", at: before - 1)
    case "than": return text.has("rather", at: before - 1)
    case "with", "to": return text.has("compared", at: before - 1)
    case "against": return true
    default: return false
    }
  }

  private static let floors: Set<String> = ["floor", "minimum", "least"]
  private static let ceilings: Set<String> = ["ceiling", "maximum", "cap"]
  private static let below = [
    ["not", "go", "below"], ["not", "go", "under"], ["nothing", "below"],
  ]
  private static let changing: Set<String> = VerbForms.set(
    "raise increase lift cut/cut lower reduce move go/went shift extend bring/brought double shorten"
  )
}
