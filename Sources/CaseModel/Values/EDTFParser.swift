/// The grammar of EDTF levels 0 and 1, over UTF-8.
enum EDTFParser {
  typealias Span = (earliest: CivilDay, latest: CivilDay)

  /// One end of an interval: nil where open (`..`) or unknown (nothing).
  static func end(_ text: Substring) throws(EDTFDate.SyntaxError) -> Span? {
    if text.isEmpty || text == ".." { return nil }
    return try span(text)
  }

  /// `2025-05-16`, the commonest form by far, without a copy; nil for every other form and fault.
  static func wholeDay(_ text: String) -> CivilDay? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
        return nil
      }
      func number(_ range: Range<Int>) -> Int? {
        var value = 0
        for byte in bytes[range] {
          guard byte &- UInt8(ascii: "0") < 10 else { return nil }
          value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
      }
      guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
        return nil
      }
      return CivilDay(year: year, month: month, day: day)
    }
  }

  static func span(_ text: Substring) throws(EDTFDate.SyntaxError) -> Span {
    var bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw fault("it is empty") }
    if let mark = bytes.last,
      [UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%")].contains(mark)
    {
      bytes.removeLast()
    }
    if let t = bytes.firstIndex(of: UInt8(ascii: "T")) {
      let day = try date(bytes[..<t])
      guard day.earliest == day.latest else { throw fault("a time needs a whole day before it") }
      _ = try time(bytes[(t + 1)...])
      return day
    }
    return try date(bytes[...])
  }

  private static func date(_ bytes: ArraySlice<UInt8>) throws(EDTFDate.SyntaxError) -> Span {
    if bytes.first == UInt8(ascii: "Y") { return try longYear(bytes.dropFirst()) }
    var bytes = bytes
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count <= 3 else { throw fault("it has more than a year, a month and a day") }
    let years = try year(parts[0], negative: negative)
    guard parts.count > 1 else {
      return try span(years, 1, 1, to: 12, 31)
    }
    let months = try pair(parts[1], "month")
    if case .number(let month) = months, (21...24).contains(month) {
      guard parts.count == 2, years.lowerBound == years.upperBound else {
        throw fault("a season can only follow a year")
      }
      return try season(month, years.lowerBound)
    }
    if case .number(let month) = months, !(1...12).contains(month) {
      throw fault("there is no month \(month); months are 01 to 12 and seasons 21 to 24")
    }
    guard parts.count == 3 else {
      switch months {
      case .unspecified: return try span(years, 1, 1, to: 12, 31)
      case .number(let month):
        return try span(
          years, month, 1, to: month, CivilDay.days(inMonth: month, of: years.upperBound))
      }
    }
    switch (months, try pair(parts[2], "day")) {
    case (.unspecified, .unspecified): return try span(years, 1, 1, to: 12, 31)
    case (.unspecified, .number): throw fault("a day needs its month")
    case (.number(let month), .unspecified):
      return try span(
        years, month, 1, to: month, CivilDay.days(inMonth: month, of: years.upperBound))
    case (.number(let month), .number(let day)):
      guard years.lowerBound == years.upperBound else { throw fault("a day needs its whole year") }
      guard CivilDay(year: years.lowerBound, month: month, day: day) != nil else {
        throw fault("there is no day \(day) in that month")
      }
      return try span(years, month, day, to: month, day)
    }
  }

  private static func year(
    _ bytes: ArraySlice<UInt8>, negative: Bool
  ) throws(EDTFDate.SyntaxError) -> ClosedRange<Int> {
    guard bytes.count == 4 else { throw fault("a year has four digits") }
    let marks = bytes.reversed().prefix { $0 == UInt8(ascii: "X") }.count
    guard marks <= 2, let digits = number(bytes.dropLast(marks)) else {
      throw fault("a year has four digits, of which the last one or two may be X")
    }
    let size = marks == 0 ? 1 : marks == 1 ? 10 : 100
    let range = (digits * size)...(digits * size + size - 1)
    return negative ? (-range.upperBound)...(-range.lowerBound) : range
  }

  private static func longYear(_ bytes: ArraySlice<UInt8>) throws(EDTFDate.SyntaxError) -> Span {
    let negative = bytes.first == UInt8(ascii: "-")
    let digits = negative ? bytes.dropFirst() : bytes
    guard digits.count > 4, digits.count <= 7, let value = number(digits) else {
      throw fault("after Y a year has five to seven digits")
    }
    let year = negative ? -value : value
    return try span(year...year, 1, 1, to: 12, 31)
  }

  private enum Pair {
    case number(Int)
    case unspecified
  }

  private static func pair(_ bytes: ArraySlice<UInt8>, _ what: String) throws(EDTFDate.SyntaxError)
    -> Pair
  {
    if bytes.elementsEqual("XX".utf8) { return .unspecified }
    guard bytes.count == 2, let value = number(bytes) else {
      throw fault("a \(what) has two digits")
    }
    return .number(value)
  }

  private static func season(_ code: Int, _ year: Int) throws(EDTFDate.SyntaxError) -> Span {
    let first = (code - 20) * 3
    let lastMonth = first == 12 ? 2 : first + 2
    let lastYear = first == 12 ? year + 1 : year
    guard let start = CivilDay(year: year, month: first, day: 1),
      let end = CivilDay(
        year: lastYear, month: lastMonth, day: CivilDay.days(inMonth: lastMonth, of: lastYear))
    else { throw fault("the year is out of range") }
    return (start, end)
  }

  private static func span(
    _ years: ClosedRange<Int>, _ month: Int, _ day: Int, to lastMonth: Int, _ lastDay: Int
  ) throws(EDTFDate.SyntaxError) -> Span {
    guard let start = CivilDay(year: years.lowerBound, month: month, day: day),
      let end = CivilDay(year: years.upperBound, month: lastMonth, day: lastDay)
    else { throw fault("the year is out of range") }
    return (start, end)
  }

  /// The second of the day that a date with a time means, less its offset from UTC; nil where it
  /// has no time.
  static func second(_ text: Substring) -> Int32? {
    var bytes = Array(text.utf8)
    guard let t = bytes.firstIndex(of: UInt8(ascii: "T")) else { return nil }
    if let mark = bytes.last,
      [UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%")].contains(mark)
    {
      bytes.removeLast()
    }
    return try? time(bytes[(t + 1)...])
  }

  /// `14:00:00`, with `Z` or an offset such as `+03` or `+03:00` behind it or nothing; in seconds.
  private static func time(_ bytes: ArraySlice<UInt8>) throws(EDTFDate.SyntaxError) -> Int32 {
    let wrong = fault("a time is written 14:05:00, with Z or an offset like +03:00 behind it")
    guard bytes.count >= 8 else { throw wrong }
    let clock = Array(bytes.prefix(8))
    let colon = UInt8(ascii: ":")
    guard clock[2] == colon, clock[5] == colon, let hour = number(clock[0..<2]),
      let minute = number(clock[3..<5]), let second = number(clock[6..<8]),
      minute < 60, second < 60, hour < 24 || (hour == 24 && minute == 0 && second == 0)
    else { throw wrong }
    let seconds = hour * 3600 + minute * 60 + second
    let zone = Array(bytes.dropFirst(8))
    if zone.isEmpty || zone == [UInt8(ascii: "Z")] { return Int32(seconds) }
    guard [3, 6].contains(zone.count), zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
      let hours = number(zone[1..<3]), hours <= 14
    else { throw wrong }
    var offset = hours * 3600
    if zone.count == 6 {
      guard zone[3] == colon, let minutes = number(zone[4..<6]), minutes < 60 else { throw wrong }
      offset += minutes * 60
    }
    return Int32(seconds - (zone[0] == UInt8(ascii: "-") ? -offset : offset))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 7 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte &- UInt8(ascii: "0") < 10 else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func fault(_ reason: String) -> EDTFDate.SyntaxError {
    EDTFDate.SyntaxError(reason: reason)
  }
}
