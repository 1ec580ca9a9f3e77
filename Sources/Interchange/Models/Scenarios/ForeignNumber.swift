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
      reader.fail("missing-key", at: place, "\(what) is missing")
      return nil
    }
    switch Self.decimal(text) {
    case .exactly(let amount): return amount
    case .rounded(let amount):
      rounded += 1
      return amount
    case .unbounded:
      reader.fail(
        "bad-number", at: place, "\(what) is `\(text.shortened(to: 40))`",
        hint: "give a number that can be reached; nothing here is worth or counts infinitely much")
    case .none:
      reader.fail(
        "bad-number", at: place, "\(what) is `\(text.shortened(to: 40))`, which is no number",
        hint: "numbers are written 7, 0.25 or 2.5e-3")
    }
    return nil
  }

  enum Reading: Equatable {
    case exactly(Amount)
    case rounded(Amount)
    case unbounded
  }

  /// A decimal with or without an exponent, to the nearest that 17 digits and 18 places hold, halves
  /// away from zero; nil for anything else.
  static func decimal(_ text: String) -> Reading? {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last == 32 || (9...13).contains(last) { bytes.removeLast() }
    while let first = bytes.first, first == 32 || (9...13).contains(first) { bytes.removeFirst() }
    guard bytes.count <= 400 else { return nil }
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
        let exponent = Int(String(decoding: bytes[(position + 1)...], as: UTF8.self)),
        (-400...400).contains(exponent)
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
      if digits.count > 17 { return nil }
    }
    // Numbers too long before the point are refused, behind it rounded.
    if digits.count - places > 17 { return nil }
    var isRounded = false
    while digits.count > 17 || places > 18 {
      if places == 0 { return nil }
      let last = digits.removeLast()
      places -= 1
      isRounded = isRounded || last != 0
      if last >= 5 { digits.increment() }
      if digits.isEmpty { digits = [0] }
    }
    guard let amount = Amount(Self.text(digits, places: places, isNegative: isNegative)) else {
      return nil
    }
    return isRounded ? .rounded(amount) : .exactly(amount)
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
