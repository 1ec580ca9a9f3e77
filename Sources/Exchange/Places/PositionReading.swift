/// How a program counts positions in a text: programs differ, and few say how.
package struct PositionReading: Sendable, Hashable, Codable {
  package enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    case utf16, codepoints, bytes
  }

  package var unit: Unit
  /// A line end of two characters counts as one.
  package var countsLineEndsOnce: Bool
  /// A byte order mark at the beginning counts.
  package var countsByteOrderMark: Bool

  package init(
    _ unit: Unit, countsLineEndsOnce: Bool = false, countsByteOrderMark: Bool = false
  ) {
    self.unit = unit
    self.countsLineEndsOnce = countsLineEndsOnce
    self.countsByteOrderMark = countsByteOrderMark
  }

  /// All that are tried, the likeliest first.
  package static let all: [PositionReading] = [false, true].flatMap { mark in
    [false, true].flatMap { once in
      [Unit.codepoints, .utf16].map {
        PositionReading($0, countsLineEndsOnce: once, countsByteOrderMark: mark)
      }
    }
  }

  /// `utf16+lf+bom`.
  package var name: String {
    unit.rawValue + (countsLineEndsOnce ? "+lf" : "") + (countsByteOrderMark ? "+bom" : "")
  }

  package init?(name: String) {
    let parts = name.lowercased().split(separator: "+").map(String.init)
    guard let unit = parts.first.flatMap({ Unit(rawValue: $0) }),
      parts.dropFirst().allSatisfy({ $0 == "lf" || $0 == "bom" })
    else { return nil }
    self.init(
      unit, countsLineEndsOnce: parts.contains("lf"), countsByteOrderMark: parts.contains("bom"))
  }

  package var words: String {
    let unit =
      switch self.unit {
      case .utf16: "UTF-16 code units"
      case .codepoints: "code points"
      case .bytes: "bytes"
      }
    return unit + (countsLineEndsOnce ? ", a line end counted once" : "")
      + (countsByteOrderMark ? ", with the byte order mark" : "")
  }
}

/// From positions as a program counts them to code points of the text.
struct PositionTable {
  /// By counted position, the code point there; −1 within a character.
  private let places: [Int32]
  private let shift: Int

  /// - Complexity: O(text)
  init(_ scalars: [Unicode.Scalar], _ reading: PositionReading, hadByteOrderMark: Bool) {
    var places: [Int32] = []
    places.reserveCapacity(scalars.count + 1)
    for (place, scalar) in scalars.enumerated() {
      if reading.countsLineEndsOnce, scalar == "\n", place > 0, scalars[place - 1] == "\r" {
        // What follows begins where the line end as a whole has ended.
        continue
      }
      places.append(Int32(place))
      let width =
        switch reading.unit {
        case .utf16: UTF16.width(scalar)
        case .codepoints: 1
        case .bytes: UTF8.width(scalar)
        }
      for _ in 1..<max(width, 1) { places.append(-1) }
    }
    places.append(Int32(scalars.count))
    self.places = places
    let mark = reading.unit == .bytes ? 3 : 1
    shift = reading.countsByteOrderMark && hadByteOrderMark ? mark : 0
  }

  func place(_ counted: Int) -> Int? {
    let (place, overflow) = counted.subtractingReportingOverflow(shift)
    guard !overflow, places.indices.contains(place), places[place] >= 0 else { return nil }
    return Int(places[place])
  }

  func range(_ counted: Range<Int>) -> Range<Int>? {
    guard let start = place(counted.lowerBound), let end = place(counted.upperBound), start < end
    else { return nil }
    return start..<end
  }
}
