/// A date as precise as its source: EDTF (ISO 8601-2:2019, annex A), levels 0 and 1.
///
/// `2025-05-16`, `2025-05`, `2022`, `2022-23` (autumn), `2022-03~` (about), `2022?` (uncertain),
/// `202X` (some year of the decade), `2025-05-12/2025-05-15`, `2022-03/..` (open), `Y170002`.
/// Seasons span three months: 21 spring from March, 22 summer, 23 autumn, 24 winter from December
/// of the named year. The invariant is `earliest <= latest`, both days included. A time of day
/// narrows its day to that second; with `Z` or an offset it is counted in UTC, without one as the
/// clock reads.
public struct EDTFDate: Sendable, Hashable {
  /// As written.
  public let text: String
  /// The first day it may mean.
  public let earliest: CivilDay
  /// The last day it may mean.
  public let latest: CivilDay
  /// Seconds from the midnight that begins `earliest`; 0 without a time of day.
  private let startSecond: Int32
  /// Seconds from the midnight that begins `latest`; 86,399 without a time of day.
  private let endSecond: Int32

  private static let lastSecond: Int32 = 86_399

  /// Days that stand for an end that is open or unknown.
  static let openStart = CivilDay(number: .min)
  static let openEnd = CivilDay(number: .max)

  /// Why a text is no date, in words for the person who wrote it.
  public struct SyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What keeps it from being a date, in words.
    public let reason: String
    /// Its form in the file.
    public var description: String { reason }
  }

  /// Reads a date of EDTF, levels 0 and 1 (ISO 8601-2:2019).
  public init(_ text: String) throws(SyntaxError) {
    self.text = text
    if let day = EDTFParser.wholeDay(text) {
      (earliest, latest) = (day, day)
      (startSecond, endSecond) = (0, Self.lastSecond)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      let span = try EDTFParser.span(parts[0])
      (earliest, latest) = (span.earliest, span.latest)
      let second = EDTFParser.second(parts[0])
      (startSecond, endSecond) = (second ?? 0, second ?? Self.lastSecond)
    case 2:
      let start = try EDTFParser.end(parts[0])
      let end = try EDTFParser.end(parts[1])
      guard start != nil || end != nil else {
        throw SyntaxError(reason: "an interval needs a date on at least one side")
      }
      earliest = start?.earliest ?? Self.openStart
      latest = end?.latest ?? Self.openEnd
      startSecond = EDTFParser.second(parts[0]) ?? 0
      endSecond = EDTFParser.second(parts[1]) ?? Self.lastSecond
      if start != nil, end != nil, begins > ends {
        throw SyntaxError(reason: "the interval runs backwards")
      }
    default:
      throw SyntaxError(reason: "an interval has one `/`")
    }
  }

  /// A day of the calendar.
  public init(_ day: CivilDay) {
    text = day.iso
    earliest = day
    latest = day
    (startSecond, endSecond) = (0, Self.lastSecond)
  }

  private init(_ date: EDTFDate, latest: CivilDay, endSecond: Int32) {
    text = date.text
    earliest = date.earliest
    startSecond = date.startSecond
    self.latest = latest
    self.endSecond = endSecond
  }

  /// The first second it may mean, counted from 1970-01-01.
  public var begins: Int64 { Int64(earliest.number) * 86_400 + Int64(startSecond) }
  /// The last second it may mean, counted from 1970-01-01.
  public var ends: Int64 { Int64(latest.number) * 86_400 + Int64(endSecond) }
  /// Where it stands in a list by time: its beginning, or its end where that alone is known.
  public var placed: Int64 { hasOpenStart ? ends : begins }

  /// The same words, of which nothing after `other` is meant: what was reported on a day was so by
  /// then. Unchanged where it begins after `other` ends.
  public func ending(by other: EDTFDate) -> EDTFDate {
    guard other.ends < ends, other.ends >= begins else { return self }
    return EDTFDate(self, latest: other.latest, endSecond: other.endSecond)
  }

  /// Begins after the other ends.
  public func isLater(than other: EDTFDate) -> Bool { begins > other.ends }

  /// Lies within the other and is shorter.
  public func isWithin(_ other: EDTFDate) -> Bool {
    begins >= other.begins && ends <= other.ends && (begins > other.begins || ends < other.ends)
  }

  /// One day and no more.
  public var isDay: Bool { earliest == latest }

  /// Written as an interval, from one date to another, and not as one date known more or less exactly.
  package var isInterval: Bool { text.contains("/") }

  /// Some day may be in both.
  public func overlaps(_ other: EDTFDate) -> Bool {
    begins <= other.ends && other.begins <= ends
  }

  /// Marked `~` or `%`.
  public var isApproximate: Bool { text.contains("~") || text.contains("%") }
  /// Marked `?` or `%`.
  public var isUncertain: Bool { text.contains("?") || text.contains("%") }
  /// Whether it has no beginning.
  public var hasOpenStart: Bool { earliest == Self.openStart }
  /// Whether it has no end.
  public var hasOpenEnd: Bool { latest == Self.openEnd }
}

extension EDTFDate: Comparable {
  /// By beginning, or end where that alone is known, then end, then text: an order for lists, not
  /// "later than".
  public static func < (a: EDTFDate, b: EDTFDate) -> Bool {
    if a.placed != b.placed { return a.placed < b.placed }
    if a.begins != b.begins { return a.begins < b.begins }
    if a.ends != b.ends { return a.ends < b.ends }
    return a.text < b.text
  }
}

extension EDTFDate: Codable {
  /// From JSON.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      self = try EDTFDate(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "`\(text)` is not a date: \(error.reason)")
    }
  }

  /// Its form in JSON.
  public func encode(to encoder: any Encoder) throws {
    try encoder.encode(text)
  }
}

extension EDTFDate: Shaped {
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> EDTFDate? {
    guard let text = reader.text(node, wanted: "a date") else { return nil }
    do {
      let date = try EDTFDate(text)
      return reader.onDate.map { $0(reader.path, date) } ?? date
    } catch {
      reader.fail(
        .badDate, at: node.place, "`\(text.shortened(to: 40))` is not a date: \(error.reason)",
        hint: "dates are written 2025-05-16, 2025-05, 2022, 2022-23 (autumn), 2022-03~ (about) "
          + "or 2025-05-12/2025-05-15")
      return nil
    }
  }

  /// Its form in the file.
  public func node() -> Node { .text(text) }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    book.reference("date") { _ in
      SchemaBook.object(
        (
          "description",
          .text("An EDTF date, level 0 or 1, such as 2025-05-16, 2025-05 or 2022-03~")
        ),
        ("type", .list(["string", "integer"].map { .text($0) })))
    }
  }
}
