extension SpanText {
  /// The number that begins at a piece, in digits or words, with `million` and its like; nil where none
  /// does, or it is too large to be kept.
  ///
  /// A comma before three digits parts thousands, any other is a decimal comma; so is a point, unless
  /// there are two. `nine and a half`, `four fifths`, `a dozen`, `10 000` are read.
  package func number(at place: Int) -> (value: ReadNumber, end: Int)? {
    guard let first = self[place] else { return nil }
    var found: (value: ReadNumber, end: Int)
    switch first.kind {
    case .sign: return nil
    case .number:
      guard let digits = digits(at: place) else { return nil }
      found = scaled(digits, isMoney: Self.currencySigns.contains(lower(place - 1)))
    case .word:
      guard let words = numberWords(at: place) else { return nil }
      found = words
    }
    return withFraction(found)
  }

  /// A whole number of things: as ``number(at:)``, and `a`, `a couple of`.
  package func count(at place: Int) -> (value: Int, end: Int)? {
    if has("a", "couple", "of", at: place) { return (2, place + 3) }
    if let number = number(at: place) { return number.value.whole.map { ($0, number.end) } }
    return has("a", at: place) || has("an", at: place) ? (1, place + 1) : nil
  }

  /// A number in digits with `st`, `nd`, `rd`, `th` or a Cyrillic ending, or an ordinal in words.
  package func ordinal(at place: Int) -> (value: Int, end: Int)? {
    guard let piece = self[place] else { return nil }
    if piece.kind == .word {
      if let value = NumberWords.ordinal(piece.lower) { return (value, place + 1) }
      // twenty-first
      if case .tens(let tens) = NumberWords.part(piece.lower), has("-", at: place + 1),
        let unit = NumberWords.ordinal(lower(place + 2)), unit < 10
      {
        return (tens + unit, place + 3)
      }
      return nil
    }
    guard piece.kind == .number, piece.lower.utf8.count <= 2, let value = Int(piece.lower) else {
      return nil
    }
    if let ending = self[place + 1], !ending.isSpaced,
      ["st", "nd", "rd", "th"].contains(ending.lower)
    {
      return (value, place + 2)
    }
    if has("-", at: place + 1), let ending = self[place + 2], !ending.isSpaced,
      ["го", "е", "й", "ое", "ого", "те"].contains(ending.lower)
    {
      return (value, place + 3)
    }
    return nil
  }

  private func digits(at place: Int) -> (value: ReadNumber, end: Int)? {
    guard let first = self[place], first.lower.utf8.count <= 24 else { return nil }
    var text = first.lower
    var end = place + 1
    // 10 000, with blanks between groups of three.
    if text.utf8.count <= 3, !text.contains("."), !text.contains(",") {
      while let next = self[end], next.kind == .number, next.isSpaced, next.lower.utf8.count == 3,
        next.start - pieces[end - 1].end == 1, text.utf8.count <= 15
      {
        text += next.lower
        end += 1
      }
    }
    return Self.value(ofDigits: text).map { ($0, end) }
  }

  private static func value(ofDigits text: String) -> ReadNumber? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let signs = text.filter { $0 == "." || $0 == "," }
    guard groups.allSatisfy({ !$0.isEmpty }), groups.joined().utf8.count <= 18 else { return nil }
    var isThousands = groups.count > 1 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    if groups.count == 2, signs == "." { isThousands = false }
    if groups.count == 2, groups[0] == "0" { isThousands = false }
    if isThousands || groups.count == 1 {
      return Int128(groups.joined()).map { ReadNumber($0) }
    }
    // The last sign is the decimal one, and no sign of its kind may stand before it.
    guard let last = signs.last, !signs.dropLast().contains(last), let places = groups.last else {
      return nil
    }
    let middle = groups.dropFirst().dropLast()
    guard middle.allSatisfy({ $0.utf8.count == 3 }), let all = Int128(groups.joined()) else {
      return nil
    }
    var denominator: Int128 = 1
    for _ in places.utf8 { denominator *= 10 }
    return ReadNumber(all, denominator)
  }

  /// With `million`, `m`, `bn` and the like behind it.
  private func scaled(
    _ number: (value: ReadNumber, end: Int), isMoney: Bool
  ) -> (value: ReadNumber, end: Int) {
    var (value, end) = number
    while let next = self[end], next.kind == .word, let scale = scale(next, isMoney: isMoney) {
      guard let product = value.times(scale) else { break }
      value = product
      end += 1
      if has(".", at: end), ["тыс", "тис", "млн", "млрд"].contains(next.lower) { end += 1 }
    }
    return (value, end)
  }

  /// A letter at the digits is one only behind a sign of money: `5m` alone is a length.
  private func scale(_ piece: Piece, isMoney: Bool) -> Int128? {
    if case .scale(let scale) = NumberWords.part(piece.lower) { return scale }
    guard isMoney, !piece.isSpaced else { return nil }
    switch piece.lower {
    case "k": return 1000
    case "m": return 1_000_000
    case "b": return 1_000_000_000
    default: return nil
    }
  }

  private func numberWords(at place: Int) -> (value: ReadNumber, end: Int)? {
    var total: Int128 = 0
    var group: Int128 = 0
    var end = place
    var isRead = false
    if has("a", at: end) || has("half", "a", at: end) {
      let isHalf = has("half", at: end)
      let next = end + (isHalf ? 2 : 1)
      guard lower(next) == "dozen" || isScale(next) else { return nil }
      if isHalf {
        guard case .scale(let scale) = NumberWords.part(lower(next)) else { return nil }
        return (ReadNumber(scale / 2), next + 1)
      }
      group = 1
      end = next
      if lower(next) == "dozen" { return (ReadNumber(12), next + 1) }
    }
    var lastWasUnit = false
    // No number in a text has more words.
    reading: while end - place < 24, let piece = self[end], piece.kind == .word {
      switch NumberWords.part(piece.lower) {
      case .unit(let value):
        if lastWasUnit { break reading }
        // `two dozen`
        if piece.lower == "dozen", isRead { break reading }
        group += Int128(value)
        lastWasUnit = true
      case .tens(let value):
        if lastWasUnit || group % 100 != 0 { break reading }
        group += Int128(value)
      case .scale(let scale):
        if scale == 100 {
          guard group < 100 else { break reading }
          group = max(1, group) * 100
        } else {
          guard isRead || group > 0 else { return nil }
          let (product, overflow) = max(1, group).multipliedReportingOverflow(by: scale)
          let (sum, second) = total.addingReportingOverflow(product)
          guard !overflow, !second else { return nil }
          (total, group) = (sum, 0)
        }
        lastWasUnit = false
      case nil: break reading
      }
      isRead = true
      end += 1
      if lower(end) == "dozen", group > 0 {
        return (ReadNumber(group * 12), end + 1)
      }
      // twenty-five; a hundred and ten
      if has("-", at: end), self[end + 1]?.isSpaced == false, !lastWasUnit,
        case .unit = NumberWords.part(lower(end + 1))
      {
        end += 1
      } else if has("and", at: end), isScaleBefore(end), NumberWords.part(lower(end + 1)) != nil,
        !isScale(end + 1)
      {
        end += 1
      }
    }
    let (sum, overflow) = total.addingReportingOverflow(group)
    return isRead && !overflow ? (ReadNumber(sum), end) : nil
  }

  private func isScale(_ place: Int) -> Bool {
    if case .scale = NumberWords.part(lower(place)) { return true }
    return false
  }

  private func isScaleBefore(_ place: Int) -> Bool { isScale(place - 1) }

  /// With `and a half` or as a fraction, `four fifths`, `two thirds`.
  private func withFraction(_ number: (value: ReadNumber, end: Int)) -> (
    value: ReadNumber, end: Int
  ) {
    let end = number.end
    if has("and", "a", "half", at: end), let sum = number.value.plus(ReadNumber(1, 2)) {
      return (sum, end + 3)
    }
    let next = has("-", at: end) ? end + 1 : end
    guard let parts = Self.fractions[lower(next)], number.value.denominator == 1,
      number.value.numerator < parts * 10, number.value.numerator > 0
    else { return number }
    return (ReadNumber(number.value.numerator, parts), next + 1)
  }

  package static let currencySigns: Set<String> = [
    "$", "€", "£", "¥", "₴", "₽", "₹", "₺", "₩", "₪",
  ]

  private static let fractions: [String: Int128] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
  ]
}
