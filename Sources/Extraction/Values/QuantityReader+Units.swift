internal import CaseModel

extension QuantityReader {
  // MARK: Units

  func unit(at place: Int) -> (unit: MeasureUnit, end: Int)? {
    var next = place
    if text.has("-", at: next), text[next]?.isSpaced == false, text[next + 1]?.isSpaced == false {
      next += 1
    }
    if text.has("of", at: next), isWanted(next + 1) != nil { next += 1 }
    if let end = isWanted(next), let wanted {
      return (MeasureUnit(wanted.name), end)
    }
    if let (name, end) = MeasureUnit.known(text, at: next) { return (MeasureUnit(name), end) }
    // `30,000 Ukrainian soldiers`, `six more hours`
    if let piece = text[next], piece.kind == .word,
      piece.isCapital || Self.fillers.contains(piece.lower)
    {
      if let end = isWanted(next + 1), let wanted { return (MeasureUnit(wanted.name), end) }
      if let (name, end) = MeasureUnit.known(text, at: next + 1) { return (MeasureUnit(name), end) }
    }
    if let filler = text[next], Self.fillers.contains(filler.lower) { next += 1 }
    // `boats`, `patrol boats`
    for noun in [next, next + 1] {
      guard let piece = text[noun], piece.kind == .word, !piece.isCapital,
        !Self.noNouns.contains(piece.lower)
      else { return nil }
      if isNoun(piece.lower) { return (MeasureUnit(MeasureUnit.singular(piece.lower)), noun + 1) }
    }
    return nil
  }

  /// The end of the unit asked for, where it stands here as the case names it.
  private func isWanted(_ place: Int) -> Int? {
    guard let wanted, let piece = text[place], piece.kind == .word else { return nil }
    if MeasureUnit.singular(piece.lower) == wanted.name { return place + 1 }
    return nil
  }

  private static let fillers: Set<String> = [
    "more", "additional", "further", "full", "consecutive", "working", "active", "extra", "other",
    "fresh", "new", "regular", "armed", "captured",
  ]

  private func isNoun(_ word: String) -> Bool { word.hasSuffix("s") && word.utf8.count > 3 }

  /// Words after a number that are neither what it counts nor part of its name.
  private static let noNouns: Set<String> = [
    "in", "on", "at", "by", "for", "from", "to", "of", "and", "or", "but", "the", "a", "an", "as",
    "if", "is", "was", "are", "were", "has", "had", "have", "will", "would", "this", "that", "its",
    "his", "their", "does", "times", "who", "which", "when", "than", "into", "until", "with", "per",
    "about", "over", "under", "after", "before", "said", "says", "it", "he", "she", "they", "we",
    "not", "only", "also", "across", "towards", "remains", "requires", "seems", "means", "less",
  ]

  // MARK: The value

  func finish(_ reading: Reading, from place: Int) -> (QuantityMention, Int)? {
    var (low, high) = (reading.low, reading.high)
    var fits = true
    var name = reading.unit?.name
    if let wanted {
      fits = reading.unit == nil || reading.unit?.name == wanted.name
      // A bare number is in the unit asked for, million included; `4 million` of it is not.
      let isScaled = reading.unit != nil || !isLess(low, ReadNumber(100_000))
      if fits, isScaled, wanted.scale != ReadNumber(1) {
        guard let lower = low.over(wanted.scale.numerator) else { return nil }
        low = lower
        if let upper = high {
          guard let divided = upper.over(wanted.scale.numerator) else { return nil }
          high = divided
        }
      }
      if fits { name = unit }
    }
    guard let amount = low.amount, Self.isReported(amount) else { return nil }
    var quantity = Quantity(amount, reading.comparator, unit: name)
    if let high {
      guard let to = high.amount, Self.isReported(to), to > amount else { return nil }
      quantity = Quantity(amount, to: to, unit: name)
    } else if let margin = reading.margin {
      quantity.within = share(margin, of: reading.low, isShare: reading.marginIsShare)
    }
    let mention = QuantityMention(
      place: text.place(place..<reading.end), quantity: quantity, fitsUnit: fits)
    return (mention, reading.end)
  }

  /// The margin as a share of the number, to three places, as a coder would round it.
  private func share(_ margin: ReadNumber, of value: ReadNumber, isShare: Bool) -> Amount? {
    let (top, first) = margin.numerator.multipliedReportingOverflow(
      by: isShare ? 1000 : value.denominator.multipliedReportingOverflow(by: 1000).partialValue)
    let (bottom, second) = margin.denominator.multipliedReportingOverflow(
      by: isShare ? 100 : value.numerator)
    guard !first, !second, bottom > 0, top >= 0 else { return nil }
    let (doubled, third) = top.multipliedReportingOverflow(by: 2)
    guard !third, doubled < Int128.max - bottom, bottom < Int128.max / 2 else { return nil }
    return Amount((doubled + bottom) / (2 * bottom), over: 1000)
  }

  /// Of no more digits than ``Quantity`` keeps.
  private static func isReported(_ amount: Amount) -> Bool {
    amount.places <= 9 && amount.digits.magnitude < 1_000_000_000_000_000
  }
}
