/// A moment as the history of a file keeps it: to the millisecond, in UTC.
///
/// The store owns no clock: who writes says when. Written `2026-11-26T15:45:11.123Z`.
public struct Moment: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// Milliseconds since the beginning of 1970, negative before.
  public let milliseconds: Int64

  /// Drawn into the years 0 to 9999, beyond which there is no such text.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
  }

  /// - Parameter seconds: as `Date().timeIntervalSince1970` gives them; rounded to milliseconds.
  public init(secondsSince1970 seconds: Double) {
    let bounded = seconds.isNaN ? 0 : min(max(seconds, -1e11), 1e12)
    self.init(milliseconds: Int64((bounded * 1000).rounded()))
  }

  /// The last moment of a day in UTC.
  public init(endOf day: CivilDay) {
    self.init(milliseconds: (Int64(day.number) + 1) * Self.day - 1)
  }

  /// The day in UTC.
  public var day: CivilDay {
    CivilDay(number: Int32(clamping: Self.floorDivide(milliseconds, Self.day)))
  }

  private static let day: Int64 = 86_400_000

  private static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    a >= 0 ? a / b : -((-a + b - 1) / b)
  }

  /// Whether the left comes first.
  public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

  /// Its form in the file.
  public var description: String {
    let rest = milliseconds - Int64(day.number) * Self.day
    return
      "\(day.iso)T\(Self.padded(rest / 3_600_000, 2)):\(Self.padded(rest / 60_000 % 60, 2))"
      + ":\(Self.padded(rest / 1000 % 60, 2)).\(Self.padded(rest % 1000, 3))Z"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Its form in JSON.
  public func encode(to encoder: any Encoder) throws {
    try encoder.encode(description)
  }

  /// From JSON.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value("is no moment such as 2026-11-26T15:45:11.123Z") { Moment($0) }
  }

  /// Nil unless `text` is written as ``description`` writes it.
  public init?(_ text: String) {
    let parts = text.split { !$0.isASCII || !$0.isNumber }
    guard parts.count == 7, let year = Int(parts[0]), let month = Int(parts[1]),
      let dayOfMonth = Int(parts[2]), let hour = Int64(parts[3]), let minute = Int64(parts[4]),
      let second = Int64(parts[5]), let milli = Int64(parts[6]),
      let day = CivilDay(year: year, month: month, day: dayOfMonth),
      hour < 24, minute < 60, second < 60, milli < 1000
    else { return nil }
    self.init(
      milliseconds: Int64(day.number) * Self.day + hour * 3_600_000 + minute * 60_000
        + second * 1000 + milli)
    guard description == text else { return nil }
  }
}
