internal import Foundation

/// From where to where a slider goes, and by what steps, in decimals that a browser keeps as they
/// are: its ends and the number it begins at are whole steps.
struct SliderScale {
  let low: String
  let high: String
  let step: String

  /// - Parameter number: where the slider begins.
  init(_ low: Double, _ high: Double, through number: Double) {
    let number = Self.millionths(number)
    let (low, high) = (min(Self.millionths(low), number), max(Self.millionths(high), number))
    var step: Int64 = 1000
    while (high - low) / step > 1000 { step *= 10 }
    while number % step != 0 { step /= 10 }
    let (from, to) = (Self.floor(low, step), -Self.floor(-high, step))
    self.low = Self.text(from)
    self.high = Self.text(max(to, from + step))
    self.step = Self.text(step)
  }

  /// To six places, without an exponent, the same everywhere.
  static func text(_ value: Double) -> String { text(millionths(value)) }

  private static func text(_ millionths: Int64) -> String {
    let whole = millionths.magnitude / 1_000_000
    var digits = String(millionths.magnitude % 1_000_000 + 1_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return (millionths < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
  }

  private static func millionths(_ value: Double) -> Int64 {
    guard value.isFinite else { return 0 }
    return Int64((min(max(value, -1e12), 1e12) * 1e6).rounded())
  }

  private static func floor(_ number: Int64, _ step: Int64) -> Int64 {
    let rest = number % step
    return number - (rest < 0 ? rest + step : rest)
  }
}
