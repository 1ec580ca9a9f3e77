/// An exact decimal number of at most 18 digits, and as many places.
public struct Amount: Sendable, Hashable {
  /// The value is `digits` ÷ 10^`places`; no trailing zero behind the point.
  public let digits: Int64
  /// How many digits are behind the point, 0 to 18.
  public let places: UInt8

  /// A whole number.
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

  /// Reads `1000`, `0.5`, `-3`; nil for anything else, thousands separators included. Zeros at the end
  /// behind the point do not count as digits.
  public init?(_ text: String) {
    var digits: Int64 = 0
    var places: UInt8 = 0
    var isRead = false
    var point = false
    var zeros = 0
    var bytes = text.utf8[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    for byte in bytes {
      if byte == UInt8(ascii: "."), !point, isRead {
        point = true
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      isRead = true
      if point, digit == 0 {
        zeros += 1
        continue
      }
      while zeros >= 0 {
        guard digits < 100_000_000_000_000_000, places < 18 else { return nil }
        digits *= 10
        if point { places += 1 }
        zeros -= 1
      }
      zeros = 0
      digits += Int64(digit)
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
  /// Whether the left comes first.
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
  /// To so many places, halves away from zero.
  package func rounded(to kept: UInt8) -> Amount {
    guard places > kept else { return self }
    var divisor: Int64 = 1
    for _ in kept..<places { divisor *= 10 }
    let (quotient, rest) = digits.quotientAndRemainder(dividingBy: divisor)
    let isAway = rest.magnitude >= divisor.magnitude - rest.magnitude
    return Amount(digits: isAway ? quotient + (digits < 0 ? -1 : 1) : quotient, places: kept)
  }

  /// The nearest double.
  package var approximate: Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return Double(digits) / scale
  }
}

extension Amount: Codable {
  /// From JSON.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value("is not a number") { Amount($0) }
  }

  /// Its form in JSON.
  public func encode(to encoder: any Encoder) throws {
    try encoder.encode(text)
  }
}

extension Amount: Shaped {
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Amount? {
    guard let text = reader.text(node, wanted: "a number") else { return nil }
    if let amount = Amount(text) { return amount }
    if let digits = digitCount(text) {
      reader.fail(
        .badNumber, at: node.place,
        "`\(text.shortened(to: 40))` has \(digits) digits, and at most 18 are kept",
        hint: "round it; any number of the 18 digits may come after the point")
      return nil
    }
    reader.fail(
      .badNumber, at: node.place, "`\(text.shortened(to: 40))` is not a number",
      hint: isUnbounded(text)
        ? "give a finite number"
        : "numbers are written 1000 or 0.5: no separators, at most 18 digits")
    return nil
  }

  /// The digits that count of a decimal number; nil where `text` is not one.
  private static func digitCount(_ text: String) -> Int? {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let whole = parts[0].drop { $0 == "0" }
    guard parts.count == 2 else { return whole.count }
    var behind = parts[1]
    while behind.last == "0" { behind.removeLast() }
    return whole.count + behind.count
  }

  private static func isUnbounded(_ text: String) -> Bool {
    let word = text.lowercased().drop { "+-.".contains($0) }
    return word == "inf" || word == "infinity" || word == "nan"
  }

  /// Its form in the file.
  public func node() -> Node { .literal(text) }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("number")))
  }
}
