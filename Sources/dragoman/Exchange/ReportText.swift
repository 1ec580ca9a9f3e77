import Exchange
import Foundations
import Presentation

/// A report of an exchange as lines of text.
enum ReportText {
  static func text(_ report: ExchangeReport, _ title: String, isDone: Bool) -> String {
    var lines = [title + (isDone ? "" : ": nothing was written")]
    func add(_ head: String, _ items: [String], none: String) {
      lines.append("\(head):\(items.isEmpty ? " \(none)" : "")")
      for item in items.prefix(60) { lines.append("  \(item.shown())") }
      if items.count > 60 { lines.append("  and \(items.count - 60) more") }
    }
    add(
      "Taken", report.taken.map { "\($0.count.grouped) \($0.what)" }, none: "nothing")
    add("Changed", report.changed, none: "nothing")
    add("Left", report.left, none: "nothing")
    return lines.joined(separator: "\n") + "\n"
  }
}
