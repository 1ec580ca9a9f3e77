/// A decimal number held exactly: `mantissa` × 10^−`scale`.
///
/// Every number of a scenario is one of these, so that not-a-number and the infinities cannot be
/// written down and two equal utilities compare as equal. Values are kept in lowest form (no
/// trailing zero behind the point), so equality is equality of value.
public struct ExactDecimal: Sendable, Hashable {
  /// The digits, with sign.
  public let mantissa: Int64
  /// How many of the digits stand behind the point, 0…18.
  public let scale: Int

  /// 0.
  public static let zero = ExactDecimal(reducing: 0, scale: 0)
  /// 1.
  public static let one = ExactDecimal(reducing: 1, scale: 0)

  /// - Throws: `NumberError.tooManyDigits` when `scale` is outside 0…18.
  public init(mantissa: Int64, scale: Int) throws(NumberError) {
    guard (0...18).contains(scale) else { throw .tooManyDigits("\(mantissa)e-\(scale)") }
    self.init(reducing: mantissa, scale: scale)
  }

  /// A whole number.
  public init(_ integer: Int) {
    self.init(reducing: Int64(integer), scale: 0)
  }

  /// Reads `-12.50`, `+3`, `.5`, `1e-3`. Blanks around the number are allowed.
  ///
  /// - Throws: `NumberError.notFinite` for `nan` and `inf`, `.notANumber` for anything else that is
  ///   no decimal, `.tooManyDigits` past 18 digits.
  public init(parsing text: some StringProtocol) throws(NumberError) {
    let shown = String(text)
    var characters = Array(shown.utf8)
    while let last = characters.last, last == 32 || last == 9 { characters.removeLast() }
    while let first = characters.first, first == 32 || first == 9 { characters.removeFirst() }
    let lowered = String(decoding: characters, as: UTF8.self).lowercased()
    let unsigned = lowered.drop { $0 == "-" || $0 == "+" }
    if ["nan", "inf", "infinity"].contains(unsigned) { throw .notFinite(shown) }

    var position = 0
    var negative = false
    if position < characters.count, characters[position] == 45 || characters[position] == 43 {
      negative = characters[position] == 45
      position += 1
    }
    var mantissa: Int64 = 0
    var scale = 0
    var digits = 0
    var behindPoint = false
    while position < characters.count {
      let character = characters[position]
      if character == 46, !behindPoint {
        behindPoint = true
      } else if (48...57).contains(character) {
        let (shifted, overflowed) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, overflowedAgain) = shifted.addingReportingOverflow(Int64(character - 48))
        if overflowed || overflowedAgain { throw .tooManyDigits(shown) }
        mantissa = sum
        digits += 1
        if behindPoint { scale += 1 }
      } else {
        break
      }
      position += 1
    }
    if digits == 0 { throw .notANumber(shown) }
    if position < characters.count {
      guard characters[position] == 101 || characters[position] == 69,
        let exponent = Int(String(decoding: characters[(position + 1)...], as: UTF8.self)),
        (-40...40).contains(exponent)
      else { throw .notANumber(shown) }
      scale -= exponent
    }
    while scale < 0 {
      let (shifted, overflowed) = mantissa.multipliedReportingOverflow(by: 10)
      if overflowed { throw .tooManyDigits(shown) }
      mantissa = shifted
      scale += 1
    }
    while scale > 18, mantissa.isMultiple(of: 10) {
      if mantissa == 0 {
        scale = 0
      } else {
        mantissa /= 10
        scale -= 1
      }
    }
    if scale > 18 { throw .tooManyDigits(shown) }
    self.init(reducing: negative ? -mantissa : mantissa, scale: scale)
  }

  private init(reducing mantissa: Int64, scale: Int) {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa.isMultiple(of: 10) {
      mantissa /= 10
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension ExactDecimal: Comparable {
  /// Whether the left number is smaller.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let leftWide = left.mantissa.multipliedFullWidth(by: powersOfTen[right.scale])
    let rightWide = right.mantissa.multipliedFullWidth(by: powersOfTen[left.scale])
    return (leftWide.high, leftWide.low) < (rightWide.high, rightWide.low)
  }

  /// 10⁰…10¹⁸, all of which fit.
  package static let powersOfTen: [Int64] = {
    var powers: [Int64] = [1]
    for _ in 0..<18 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}

extension ExactDecimal: CustomStringConvertible {
  /// The number written out, without exponent: `-0.05`.
  public var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    if scale == 0 { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -scale)
    return sign + padded[..<split] + "." + padded[split...]
  }
}

extension ExactDecimal {
  /// The nearest double; no choice rests on it.
  var nearest: Double { Double(mantissa) / Double(ExactDecimal.powersOfTen[scale]) }
}
