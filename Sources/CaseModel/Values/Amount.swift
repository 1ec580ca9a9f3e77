/// An exact decimal number of at most 18 digits, and as many places.
public struct Amount: Sendable, Hashable {
  /// The value is `digits` ÷ 10^`places`; no trailing zero behind the point.
  public let digits: Int64
  public let places: UInt8

  public init(_ whole: Int32) {
    digits = Int64(whole)
    places = 0
  }

  private init(digits: Int64, places: UInt8) {
    var (digits, places) = (digits, places)
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    self.digits = digits
    self.places = places
  }

  /// `numerator` ÷ `denominator`, to nine places, halves away from zero; nil where it has too many
  /// digits, or the denominator is 0.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    let scaled = numerator.multipliedReportingOverflow(by: 1_000_000_000)
    guard !scaled.overflow else { return nil }
    let (quotient, remainder) = scaled.partialValue.quotientAndRemainder(dividingBy: denominator)
    let roundsAway = remainder.magnitude >= denominator.magnitude - remainder.magnitude
    let sign: Int128 = (scaled.partialValue < 0) == (denominator < 0) ? 1 : -1
    let rounded = roundsAway && remainder != 0 ? quotient + sign : quotient
    guard let digits = Int64(exactly: rounded), digits.magnitude < 1_000_000_000_000_000_000 else {
      return nil
    }
    self.init(digits: digits, places: 9)
  }

  /// Reads `1000`, `0.5`, `-3`; nil for anything else, thousands separators included.
  public init?(_ text: String) {
    var digits: Int64 = 0
    var places: UInt8 = 0
    var isRead = false
    var point = false
    var bytes = text.utf8[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    for byte in bytes {
      if byte == UInt8(ascii: "."), !point, isRead {
        point = true
        continue
      }
      guard byte &- UInt8(ascii: "0") < 10, digits < 100_000_000_000_000_000, places < 18 else {
        return nil
      }
      digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
      isRead = true
      if point { places += 1 }
    }
    guard isRead, bytes.last != UInt8(ascii: ".") else { return nil }
    self.init(digits: negative ? -digits : digits, places: places)
  }

  /// For people: `1,000`, `0.5`
  public var words: String {
    let parts = text.split(separator: ".", maxSplits: 1)
    let whole = Array(parts[0].drop { $0 == "-" })
    var grouped = digits < 0 ? "-" : ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  /// `1000`, `0.5`
  public var text: String {
    guard places > 0 else { return String(digits) }
    var magnitude = String(digits.magnitude)
    let short = Int(places) + 1 - magnitude.count
    if short > 0 { magnitude = String(repeating: "0", count: short) + magnitude }
    return (digits < 0 ? "-" : "") + magnitude.dropLast(Int(places)) + "."
      + magnitude.suffix(Int(places))
  }
}

extension Amount: Comparable {
  public static func < (a: Amount, b: Amount) -> Bool {
    let places = max(a.places, b.places)
    return a.scaled(to: places) < b.scaled(to: places)
  }

  /// The value times 10^`places`, for `places` no fewer than its own.
  package func scaled(to places: UInt8) -> Int128 {
    var value = Int128(digits)
    for _ in self.places..<places { value *= 10 }
    return value
  }
}

extension Amount {
  /// The nearest double.
  package var approximate: Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return Double(digits) / scale
  }
}

extension Amount: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Amount(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "`\(text)` is not a number")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Amount: Shaped {
  public static var holdsReferences: Bool { false }

  public static func read(_ node: Node, _ reader: inout NodeReader) -> Amount? {
    guard let text = reader.text(node, wanted: "a number") else { return nil }
    if let amount = Amount(text) { return amount }
    reader.fail(
      "bad-number", at: node.place, "`\(text.shortened(to: 40))` is not a number",
      hint: isUnbounded(text)
        ? "give a number that can be reached; nothing here is worth or counts infinitely much"
        : "numbers are written 1000 or 0.5: no separators, at most 18 digits")
    return nil
  }

  private static func isUnbounded(_ text: String) -> Bool {
    let word = text.lowercased().drop { "+-.".contains($0) }
    return word == "inf" || word == "infinity" || word == "nan"
  }

  public func node() -> Node { .literal(text) }

  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("number")))
  }
}
