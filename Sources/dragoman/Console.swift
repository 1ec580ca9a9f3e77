import CaseModel
import CaseStore
import Foundation
import Foundations
import Interchange
import Presentation

/// Standard output, standard error, and the end of the program.
enum Console {
  enum Code: Int32 {
    case done = 0
    case findings = 1
    case usage = 2
    case unreadable = 3
    case bug = 70
  }

  static func out(_ text: String) { write(Array(text.utf8), to: .standardOutput) }
  static func out(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }
  static func err(_ text: String) { write(Array(text.utf8), to: .standardError) }
  static func error(_ diagnostic: Diagnostic) {
    err(diagnostic.text(hasColour: errorHasColour))
  }
  static func note(_ text: String) { err("note: \(text.shown())\n") }

  /// Names what of a file cannot be read and was left out.
  ///
  /// - Parameter isRedacted: only that there is something, as its name may be confidential.
  static func warn(of damaged: [DamagedRecord], in path: String, isRedacted: Bool = false) {
    guard !damaged.isEmpty else { return }
    let hint =
      "`dragoman log` shows the change that introduced it, and `dragoman undo` undoes that change"
    if isRedacted {
      return warning(
        "\(damaged.count.counted("entry", "entries")) of `\(path)` cannot be read", hint: hint)
    }
    for record in damaged.prefix(200) {
      warning(
        "damaged: \(record.record) cannot be read: \(record.reason)", at: .file(path), hint: hint)
    }
    if damaged.count > 200 { note("and \(damaged.count - 200) more entries that cannot be read") }
  }

  static func warning(
    _ message: String, at place: Diagnostic.Place = .nowhere, hint: String? = nil
  ) {
    error(Diagnostic(nil, .warning, at: place, message, hint: hint))
  }

  /// Asks a question that is answered with yes or no; nil where no one is there to answer it.
  static func ask(_ question: String) -> Bool? {
    guard isatty(0) == 1, isatty(2) == 1 else { return nil }
    err("\(question) [y/N] ")
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    return answer == "y" || answer == "yes"
  }

  /// What the clock says: nothing below the program has one.
  static var now: Moment { Moment(secondsSince1970: Date().timeIntervalSince1970) }

  static func exit(_ code: Code) -> Never { exit(code: code.rawValue) }
  static func exit(code: Int32) -> Never { Foundation.exit(code) }

  static var outputHasColour: Bool { hasColour(1) }
  static var errorHasColour: Bool { hasColour(2) }
  static var isTerminal: Bool { isatty(1) == 1 }

  /// Columns of the terminal, 80 where there is none.
  static var width: Int {
    var size = winsize()
    if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }) {
      return columns
    }
    return 80
  }

  private static func hasColour(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    if let wish = environment["NO_COLOR"], !wish.isEmpty { return false }
    return isatty(descriptor) == 1 && environment["TERM"] != "dumb"
  }

  /// A reader that goes away (`| head`) ends the program quietly; what cannot be written otherwise,
  /// as on a full disk, ends it with words.
  private static func write(_ bytes: [UInt8], to file: FileHandle) {
    let descriptor = file.fileDescriptor
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      let reason = errno
      if reason == EINTR { continue }
      if reason == EAGAIN {
        usleep(1000)
        continue
      }
      if reason == EPIPE || descriptor != 1 { Foundation.exit(Code.done.rawValue) }
      err("error: the output cannot be written: \(String(cString: strerror(reason)))\n")
      err("  hint: the output is incomplete; check whether the disk is full (`df -h`)\n")
      Foundation.exit(Code.unreadable.rawValue)
    }
  }
}
