internal import CaseModel

/// Finds the quantities in a text: `15–18 %`, `at least 6.5 million euros`, `about 100,000 men`, `up to
/// 16 hours`, `between 90 and 100`, `96, give or take five`, `a dozen prisoners`.
package struct QuantityReader {
  let text: SpanText
  let wanted: MeasureUnit?
  let unit: String?
  /// Pieces that are part of a date, by their places in the text.
  private let dates: [Range<Int>]
  /// What is refused stays refused: `not more than 28` refuses more than 28.
  private let isRefused: Bool

  private init(_ text: SpanText, _ unit: String?, _ dates: [Range<Int>], _ isRefused: Bool) {
    self.isRefused = isRefused
    self.text = text
    self.unit = unit
    wanted = unit.map { MeasureUnit(written: $0) }
    self.dates = dates
  }

  /// In the order of the text; none overlaps another, or one of the places left out.
  /// - Parameters:
  ///   - unit: the unit of the issue that the text is read for, as the case writes it.
  ///   - dates: places in code points whose numbers are dates.
  ///   - isRefused: the words refuse, so that a `not` before a number does not turn its bound.
  /// - Complexity: O(text).
  package static func mentions(
    in text: SpanText, unit: String? = nil, leavingOut dates: [Range<Int>] = [],
    isRefused: Bool = false
  ) -> [QuantityMention] {
    QuantityReader(text, unit, dates.sorted { $0.lowerBound < $1.lowerBound }, isRefused)
      .mentions()
  }

  private func mentions() -> [QuantityMention] {
    var found: [QuantityMention] = []
    var place = 0
    var date = 0
    while place < text.count {
      let start = text.pieces[place].start
      while date < dates.count, dates[date].upperBound <= start { date += 1 }
      if date < dates.count, dates[date].contains(start) {
        place += 1
      } else if let (mention, end) = mention(at: place) {
        found.append(mention)
        place = max(end, place + 1)
      } else {
        place += 1
      }
    }
    return found
  }

  /// A number while what surrounds it is read.
  struct Reading {
    var low: ReadNumber
    var high: ReadNumber?
    var comparator = Comparator.equal
    /// The half-width, in the number's own unit.
    var margin: ReadNumber?
    var marginIsShare = false
    var unit: MeasureUnit?
    var end: Int
  }

  private func mention(at place: Int) -> (QuantityMention, Int)? {
    var start = place
    var comparator: Comparator?
    if let (found, end) = text.comparator(at: place) { (comparator, start) = (found, end) }
    var isNegative = false
    if text.has("-", at: start), text[start]?.isSpaced == true, text[start + 1]?.isSpaced == false,
      text[start + 1]?.kind == .number
    {
      isNegative = true
      start += 1
    }
    let opening = text.lower(start)
    if comparator == nil, opening == "between" || opening == "from", text[start + 1] != nil,
      let range = range(at: start + 1, isOpened: true)
    {
      return finish(range, from: place)
    }
    var money: String?
    if let (name, end) = moneyName(at: start) { (money, start) = (name, end) }
    guard var reading = range(at: start, isOpened: false) else { return nil }
    guard comparator != nil || money != nil || isCounted(place, reading) else { return nil }
    if let money, reading.unit == nil { reading.unit = MeasureUnit(money) }
    if isNegative {
      guard reading.high == nil, let value = reading.low.times(-1) else { return nil }
      reading.low = value
    }
    if let comparator, reading.high == nil { reading.comparator = comparator }
    if reading.high == nil { takeNegation(before: place, &reading) }
    return finish(reading, from: place)
  }

  /// `€`, `USD` before a number.
  private func moneyName(at place: Int) -> (String, Int)? {
    guard let (name, end) = MeasureUnit.known(text, at: place),
      SpanText.currencySigns.contains(text.lower(place)) || text[place]?.isUpper == true,
      text[end]?.kind == .number
    else { return nil }
    return (name, end)
  }

  /// `no duty lasts longer than 16 hours` is at most 16; `6.8, and not a tenth less` at least.
  private func takeNegation(before place: Int, _ reading: inout Reading) {
    if !isRefused, reading.comparator == .more || reading.comparator == .less {
      for before in stride(from: place - 1, through: max(0, place - 8), by: -1) {
        if text[before]?.kind == .sign { break }
        if Self.negations.contains(text.lower(before)) {
          reading.comparator = reading.comparator == .more ? .atMost : .atLeast
          return
        }
      }
    }
    guard reading.comparator == .equal else { return }
    for next in reading.end..<max(reading.end, min(text.count, reading.end + 20)) {
      if text.endsSentence(next) { return }
      guard text.has("and", "not", at: next), ["a", "one"].contains(text.lower(next + 2)) else {
        continue
      }
      switch text.lower(next + 4) {
      case "less", "below", "under": reading.comparator = .atLeast
      case "more", "above", "over": reading.comparator = .atMost
      default: break
      }
      return
    }
  }

  private static let negations: Set<String> = [
    "no", "not", "never", "nor", "nobody", "none", "cannot", "neither", "не", "ни",
  ]

  /// `one` and ordinals alone are no quantities: `one of them`, `no one`, `one hopes`.
  private func isCounted(_ place: Int, _ reading: Reading) -> Bool {
    guard let piece = text[place], piece.kind == .word else { return true }
    if piece.lower == "one" || piece.lower == "a" || piece.lower == "один" {
      return reading.unit != nil || reading.end > place + 1
    }
    return true
  }

  /// A number, or two that are the ends of a range, with unit, bound and margin.
  private func range(at place: Int, isOpened: Bool) -> Reading? {
    guard let first = text.number(at: place) else { return nil }
    var reading = Reading(low: first.value, end: first.end)
    var unitOfFirst = unit(at: first.end)
    var next = unitOfFirst?.end ?? first.end
    let joint = text.lower(next)
    let isRange =
      isOpened
      ? ["and", "to", "-", "и", "і", "та", "до"].contains(joint)
      : ["-", "to", "or", "или", "або"].contains(joint)
    if isRange, let second = text.number(at: pastMoney(next + 1)) {
      let isPair = joint != "or" || isNear(first.value, second.value)
      if var low = Optional(first.value), isPair {
        // `15–18 million`: the scale is of both.
        low = shared(low, second.value, at: pastMoney(next + 1), second.end)
        if isLess(low, second.value) {
          reading.low = low
          reading.high = second.value
          reading.end = second.end
          unitOfFirst = unit(at: second.end) ?? unitOfFirst.map { ($0.unit, second.end) }
          next = unitOfFirst?.end ?? second.end
        }
      }
    } else if isOpened {
      return nil
    }
    reading.unit = unitOfFirst?.unit
    reading.end = max(reading.end, next)
    takeShare(&reading)
    if reading.high == nil { takeBound(&reading) }
    return reading
  }

  /// `four in ten`, `four fifths` where a percentage is wanted.
  private func takeShare(_ reading: inout Reading) {
    guard wanted?.name == "percent", reading.unit == nil, reading.high == nil else { return }
    if text.has("in", at: reading.end) || text.has("out", "of", at: reading.end),
      let whole = text.number(at: reading.end + (text.has("in", at: reading.end) ? 1 : 2)),
      let total = whole.value.whole, total > 1, isLess(reading.low, whole.value),
      let share = reading.low.over(Int128(total))
    {
      reading.low = share
      reading.end = whole.end
    } else if reading.low.denominator == 1 || !isLess(reading.low, ReadNumber(1))
      || text[reading.end - 1]?.kind == .number
    {
      return
    }
    guard let percent = reading.low.times(100) else { return }
    reading.low = percent
    reading.unit = MeasureUnit("percent")
  }

  private func pastMoney(_ place: Int) -> Int {
    SpanText.currencySigns.contains(text.lower(place)) ? place + 1 : place
  }

  private func isNear(_ a: ReadNumber, _ b: ReadNumber) -> Bool {
    guard let a = a.whole, let b = b.whole else { return false }
    return b > a && b <= 2 * a + 1
  }

  func isLess(_ a: ReadNumber, _ b: ReadNumber) -> Bool {
    guard let a = a.amount, let b = b.amount else { return false }
    return a < b
  }

  /// The lower end with the scale that only the upper one bears.
  private func shared(
    _ low: ReadNumber, _ high: ReadNumber, at place: Int, _ end: Int
  ) -> ReadNumber {
    guard end > place + 1, case .scale(let scale) = NumberWords.part(text.lower(end - 1)),
      let scaled = low.times(scale), isLess(scaled, high), !isLess(low, ReadNumber(1))
    else { return low }
    return scaled
  }

  /// `or more`, `give or take five`, `± 5 %`, `to within five per cent`.
  private func takeBound(_ reading: inout Reading) {
    if let (comparator, end) = text.comparator(after: reading.end) {
      reading.comparator = comparator
      reading.end = end
      return
    }
    var place = reading.end
    if text.has(",", at: place) { place += 1 }
    for opening in Self.margins where text.has(opening, at: place) {
      guard let margin = text.number(at: place + opening.count) else { continue }
      let unit = unit(at: margin.end)
      let isEitherWay = text.has("either", "way", at: unit?.end ?? margin.end)
      if opening == ["within"], !isEitherWay { continue }
      reading.margin = margin.value
      reading.marginIsShare = unit?.unit.name == "percent" && reading.unit?.name != "percent"
      if reading.unit == nil, !reading.marginIsShare { reading.unit = unit?.unit }
      reading.end = (unit?.end ?? margin.end) + (isEitherWay ? 2 : 0)
      reading.comparator = .about
      return
    }
  }

  private static let margins = [
    ["give", "or", "take"], ["plus", "or", "minus"], ["±"], ["+", "/", "-"], ["to", "within"],
    ["within"], ["with", "an", "error", "of"],
  ]
}
