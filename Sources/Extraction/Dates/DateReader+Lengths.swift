internal import CaseModel

extension DateReader {
  // MARK: Lengths

  func length(at place: Int) -> (Quantity, Int, ClosedRange<Int>, TimeSpan)? {
    var start = place
    var comparator = Comparator.equal
    if let (found, end) = text.comparator(at: place) { (comparator, start) = (found, end) }
    guard let (counts, unit, end) = scanner.counted(at: start), counts.upperBound < 1_000_000 else {
      return nil
    }
    let (name, times) = unit.counted
    guard let low = Int32(exactly: counts.lowerBound * times),
      let high = Int32(exactly: counts.upperBound * times)
    else { return nil }
    var quantity = Quantity(Amount(low), comparator, unit: name)
    if high > low {
      quantity = Quantity(Amount(low), to: Amount(high), unit: name)
    } else if comparator == .equal, let (after, last) = text.comparator(after: end) {
      quantity.comparator = after
      return (quantity, last, counts, unit)
    }
    return (quantity, end, counts, unit)
  }

  func lasting(_ length: Quantity, _ range: Range<Int>) -> (DateMention, Int) {
    (
      DateMention(place: text.place(range), role: .lasting, dating: nil, length: length),
      range.upperBound
    )
  }

  func counted(
    _ counts: ClosedRange<Int>, _ unit: TimeSpan, _ length: Quantity, _ role: DateMention.Role,
    place: Range<Int>
  ) -> (DateMention, Int) {
    let words = text.words(place)
    var dating: Dating?
    if role == .within {
      if let day = context.day, let end = DateResolver.day(day, counts.upperBound, unit) {
        dating = DateResolver.Answer(
          "\(day.iso)/\(end.iso)", "counted from \(context.origin)"
        ).dating(words)
      }
    } else {
      let core = DateExpression.Core.distance(counts, unit, isFuture: true, fromNamed: false)
      dating = resolver.answer(DateExpression(core: core), .future)?.dating(words)
    }
    return (
      DateMention(place: text.place(place), role: role, dating: dating, length: length),
      place.upperBound
    )
  }
}
