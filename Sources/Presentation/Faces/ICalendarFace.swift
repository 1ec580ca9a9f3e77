internal import CaseModel
package import StateOfPlay

/// A calendar for calendar programs: iCalendar (RFC 5545), every day as an event of the whole day.
///
/// The same case and lens give the same bytes, and an event keeps its UID whatever else changes, so
/// that a program which takes the file in a second time brings its events up to date.
package struct ICalendarFace {
  private let frame: ViewContext

  package init(_ frame: ViewContext) { self.frame = frame }

  package func render(_ view: CalendarView) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dragoman//Dragoman \(frame.version)//EN",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:\(Self.escaped(frame.title))",
    ]
    let stamp = Self.stamp(view.now)
    var seen: [String: Int] = [:]
    for row in view.rows {
      // Several conditions of one statement have the same name.
      let number = seen[row.key, default: 0] + 1
      seen[row.key] = number
      lines += event(row, number == 1 ? row.key : "\(row.key)-\(number)", stamp)
    }
    lines.append("END:VCALENDAR")
    return lines.map(Self.folded).joined()
  }

  /// Nothing for a day that the format cannot write: it knows the years 1 to 9999.
  private func event(
    _ row: CalendarView.Entry, _ name: String, _ stamp: String
  ) -> [String] {
    // What is open at one end is shown on the day of the other.
    let first = row.date.hasOpenStart ? row.date.latest : row.date.earliest
    let last = row.date.hasOpenEnd ? row.date.earliest : row.date.latest
    let isReal = !(row.date.hasOpenStart && row.date.hasOpenEnd)
    guard isReal, let start = Self.day(first), let end = Self.day(last.adding(days: 1)) else {
      return []
    }
    var description = [frame.outcome(row).text.capitalisedFirst + "."]
    if row.date.isApproximate || row.date.isUncertain || !row.date.isDay {
      description.append("On record as: \(row.date.words).")
    }
    if row.isLimit { description.append("Due \(frame.whenWords(row)).") }
    if !row.actors.isEmpty { description.append("\(frame.index.names(row.actors)).") }
    if !row.evidence.isEmpty {
      description.append("Rests on: \(row.evidence.map(\.raw).joined(separator: ", ")).")
    } else if let basis = row.basis {
      description.append("Basis: \(frame.index.name(basis)).")
    }
    let status =
      switch row.state {
      case .dropped: "CANCELLED"
      case .ahead where row.isProposed || row.date.isApproximate || row.date.isUncertain:
        "TENTATIVE"
      case .postponed: "TENTATIVE"
      case .ahead, .inSession, .done, .partly, .disputed, .notReported, .missed, .ended:
        "CONFIRMED"
      }
    return [
      "BEGIN:VEVENT", "UID:\(name).\(frame.index.theCase.header.id)@dragoman",
      "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(start)", "DTEND;VALUE=DATE:\(end)",
      "SUMMARY:\(Self.escaped("\(frame.kindWords(row).capitalisedFirst): \(row.title)"))",
      "DESCRIPTION:\(Self.escaped(description.joined(separator: "\n")))",
      "CATEGORIES:\(row.kind.rawValue.uppercased())", "STATUS:\(status)", "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]
  }

  /// No clock is read: the file is of the day from which the calendar is counted.
  private static func stamp(_ now: EDTFDate?) -> String {
    let known = now.flatMap { $0.hasOpenEnd ? nil : day($0.latest) }
    return "\(known ?? "19700101")T000000Z"
  }

  /// `20250516`; nil beyond the years that have four digits.
  private static func day(_ day: CivilDay) -> String? {
    guard (1...9999).contains(day.civil.year) else { return nil }
    return day.iso.replacing("-", with: "")
  }

  /// Text with what separates values marked, and other control characters left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": escaped += "\\n"
      case _ where scalar.properties.generalCategory == .control: continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The line in pieces of 75 octets at most, each but the first after a space, as section 3.1 asks;
  /// no character is cut.
  static func folded(_ line: String) -> String {
    var folded = ""
    var room = 75
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if size > room {
        folded += "\r\n "
        room = 74
      }
      folded.unicodeScalars.append(scalar)
      room -= size
    }
    return folded + "\r\n"
  }
}
