import CaseModel
import CaseStore
import Interchange
import Presentation

/// One thing to tell a person: what, where, the text in question, and what to do.
struct Diagnosis {
  var severity: Severity
  /// `file:line:column`, or an entry's path, or nothing.
  var place: String?
  var message: String
  var code: String?
  /// The line, and the column to point at, from 1.
  var excerpt: (line: String, column: Int)?
  var hint: String?

  init(_ fault: CaseFileFault) {
    severity = .error
    message = fault.message
    hint = fault.hint
  }

  init(_ fault: UsageFault) {
    severity = .error
    message = fault.message
    hint = fault.hint
  }

  init(_ finding: Finding, path: String, bytes: [UInt8], place: Place?) {
    severity = finding.severity
    code = finding.code
    message = finding.message
    hint = finding.hint
    self.place = path
    if let place, place.line > 0 {
      self.place = "\(path):\(place.line):\(place.column)"
      excerpt = Self.line(Int(place.line), at: place.start, of: bytes).map {
        ($0, Int(place.column))
      }
    }
  }

  /// A finding in a `.dragoman` file, whose places are its entries.
  init(_ finding: Finding, inEntryOf path: String) {
    severity = finding.severity
    code = finding.code
    message = finding.message
    hint = finding.hint
    place = finding.path.steps.isEmpty ? path : "\(path): \(finding.path)"
  }

  init(_ fault: StoreFault) {
    severity = .error
    message = fault.message
    hint = fault.hint
  }

  static func all(_ unreadable: LocatedUnreadableCase) -> [Diagnosis] {
    var all = unreadable.unreadable.findings.map { finding in
      Diagnosis(finding, path: unreadable.path, bytes: unreadable.bytes, place: finding.place)
    }
    if unreadable.unreadable.uncounted > 0 {
      all.append(
        Diagnosis(
          CaseFileFault("and \(unreadable.unreadable.uncounted) more faults in \(unreadable.path)"))
      )
    }
    return all
  }

  func text(hasColour: Bool) -> String {
    func paint(_ text: String, _ code: String) -> String {
      hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
    let label =
      switch severity {
      case .error: paint("error:", "1;31")
      case .warning: paint("warning:", "1;33")
      case .note: paint("note:", "1;36")
      }
    var text = (place.map { "\($0.shown()): " } ?? "") + "\(label) \(message.shown())"
    if let code { text += paint(" [\(code)]", "2") }
    text += "\n"
    if let (line, column) = excerpt, let shown = Self.window(line, column) {
      text += "  │ \(shown.text.shown())\n  │ "
      text += String(repeating: " ", count: shown.column - 1) + paint("^", "1;31") + "\n"
    }
    if let hint { text += "  " + paint("hint:", "1") + " \(hint.shown())\n" }
    return text
  }

  /// A line of the file by number, from 1, and by a byte in it.
  private static func line(_ number: Int, at offset: Int, of bytes: [UInt8]) -> String? {
    var start = 0
    // Back from the place, so that many findings in a large file do not each go through it.
    let near = max(0, offset - 100_000)
    if number > 1, offset > 0, offset <= bytes.count,
      let before = bytes[near..<offset].lastIndex(of: UInt8(ascii: "\n"))
    {
      start = before + 1
    } else {
      var current = 1
      while current < number {
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        start = end + 1
        current += 1
      }
    }
    // Enough of a long line to show what stands at the place.
    let end =
      bytes[start...].prefix(100_000).firstIndex(of: UInt8(ascii: "\n"))
      ?? min(bytes.count, start + 100_000)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// At most 90 code points round the column.
  private static func window(_ line: String, _ column: Int) -> (text: String, column: Int)? {
    let scalars = Array(line.unicodeScalars)
    guard column >= 1, column <= scalars.count + 1, !scalars.isEmpty else { return nil }
    let from = column > 70 ? column - 40 : 0
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars[from..<min(scalars.count, from + 90)])
    let cut = from > 0
    return ((cut ? "…" : "") + String(shown), column - from + (cut ? 1 : 0))
  }
}
