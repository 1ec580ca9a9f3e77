internal import CaseModel

/// Reads the numbers of other programs' files as the decimals they are written as.
struct ForeignNumber {
  /// Numbers that had more digits than are kept.
  private(set) var rounded = 0

  /// - Parameter what: what the number is, for the message.
  mutating func read(_ text: String?, _ what: String, at place: Place, _ reader: inout NodeReader)
    -> Amount?
  {
    guard let text else {
      reader.fail(.missingKey, at: place, "\(what) is missing")
      return nil
    }
    switch Self.decimal(text) {
    case .exactly(let amount): return amount
    case .rounded(let amount):
      rounded += 1
      return amount
    case .unbounded:
      reader.fail(
        .badNumber, at: place, "\(what) is `\(text.shortened(to: 40))`",
        hint: "give a finite number")
    case .tooLong:
      reader.fail(
        .badNumber, at: place,
        "\(what) is `\(text.shortened(to: 40))`, which has more than 18 digits before the point",
        hint: "write it in a larger unit; digits after the point are rounded as needed")
    case .none:
      reader.fail(
        .badNumber, at: place, "\(what) is `\(text.shortened(to: 40))`, which is not a number",
        hint: "numbers are written 7, 0.25 or 2.5e-3")
    }
    return nil
  }

  /// What YAML and other programs write for it.
  static func isMinusInfinity(_ text: String) -> Bool {
    ["-inf", "-.inf", "-infinity"].contains(text.lowercased())
  }

  /// Gives one who accepts anything the worth of its worst package as reservation value, as ours is 0
  /// where none is given; says so.
  static func acceptsAnything(
    _ party: inout Case.Scenario.Party, _ issues: [ForeignIssue]
  ) -> [String] {
    let name = party.title ?? party.id.raw
    guard let least = ForeignWorth(issues: issues, party: party).least, least < Amount(0) else {
      return ["\(name) accepts any package: its reservation value is taken to be 0."]
    }
    party.reservation = .init(least)
    return [
      "\(name) accepts any package: \(least.text), the value of its worst package, is taken as its "
        + "reservation value."
    ]
  }

  enum Reading: Equatable {
    case exactly(Amount)
    case rounded(Amount)
    case unbounded
    /// More digits before the point than can be kept.
    case tooLong
  }

  /// A decimal with or without an exponent, to the nearest that 17 digits and 18 places hold, halves
  /// away from zero; nil for anything else.
  static func decimal(_ text: String) -> Reading? {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last == 32 || (9...13).contains(last) { bytes.removeLast() }
    while let first = bytes.first, first == 32 || (9...13).contains(first) { bytes.removeFirst() }
    guard bytes.count <= 4000 else { return nil }
    let word = String(decoding: bytes, as: UTF8.self).lowercased().drop { "+-.".contains($0) }
    if ["nan", "inf", "infinity"].contains(word) { return .unbounded }
    var isNegative = false
    var position = 0
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      position = 1
    }
    var digits: [UInt8] = []
    var point: Int?
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), point == nil {
        point = digits.count
      } else if byte &- UInt8(ascii: "0") < 10 {
        digits.append(byte - UInt8(ascii: "0"))
      } else {
        break
      }
      position += 1
    }
    if digits.isEmpty { return nil }
    var places = digits.count - (point ?? digits.count)
    if position < bytes.count {
      guard bytes[position] | 0x20 == UInt8(ascii: "e"),
        let exponent = Self.exponent(bytes[(position + 1)...])
      else { return nil }
      places -= exponent
    }
    while digits.count > 1, digits.first == 0 { digits.removeFirst() }
    if digits == [0] { return .exactly(Amount(0)) }
    while places > 0, digits.last == 0 {
      digits.removeLast()
      places -= 1
    }
    while places < 0 {
      digits.append(0)
      places += 1
      if digits.count > 18 { return .tooLong }
    }
    // Numbers too long before the point are refused, behind it rounded.
    if digits.count - places > 18 { return .tooLong }
    let dropped = max(min(digits.count - 17, places), places - 18, 0)
    let kept = max(0, digits.count - dropped)
    let isRounded = digits[kept...].contains { $0 != 0 }
    // Where more places are dropped than there are digits, the first dropped is a zero before them.
    let isUp = dropped <= digits.count && kept < digits.count && digits[kept] >= 5
    digits.removeSubrange(kept...)
    places -= dropped
    if isUp { digits.increment() }
    if digits.isEmpty { digits = [0] }
    // Rounded up, 99…9 is one digit longer.
    guard let amount = Amount(Self.text(digits, places: places, isNegative: isNegative)) else {
      return .tooLong
    }
    return isRounded ? .rounded(amount) : .exactly(amount)
  }

  /// A whole number, cut to what makes any number too long or too small.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    let sign = bytes.first.flatMap { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") ? $0 : nil }
    let digits = bytes.dropFirst(sign == nil ? 0 : 1)
    guard !digits.isEmpty, digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    let size = digits.reduce(0) { min(10_000, 10 * $0 + Int($1 - UInt8(ascii: "0"))) }
    return sign == UInt8(ascii: "-") ? -size : size
  }

  private static func text(_ digits: [UInt8], places: Int, isNegative: Bool) -> String {
    var padded = digits
    while padded.count <= places { padded.insert(0, at: 0) }
    var text = isNegative && digits.contains(where: { $0 != 0 }) ? "-" : ""
    for (index, digit) in padded.enumerated() {
      if index == padded.count - places { text += "." }
      text += String(digit)
    }
    return text
  }
}

extension [UInt8] {
  /// One more in the last place of a list of digits.
  fileprivate mutating func increment() {
    var index = count - 1
    while index >= 0 {
      if self[index] < 9 {
        self[index] += 1
        return
      }
      self[index] = 0
      index -= 1
    }
    insert(1, at: 0)
  }
}
