import Exchange
import Foundations
import Presentation

/// A report of an exchange as lines of text.
enum ReportText {
  static func text(
    _ report: ExchangeReport, _ title: String, isDone: Bool, mapping: [String] = [],
    preferred: ProjectImport.Preferred? = nil
  ) -> String {
    var lines = [title + (isDone ? "" : ": nothing was written")]
    func add(_ head: String, _ items: [String], none: String?) {
      if items.isEmpty, none == nil { return }
      lines.append("\(head):\(items.isEmpty ? " \(none ?? "")" : "")")
      for item in items.prefix(60) { lines.append("  \(item.shown())") }
      if items.count > 60 { lines.append("  and \(items.count - 60) more") }
    }
    func counts(_ counts: [ExchangeReport.Count]) -> [String] {
      counts.map { count in
        let more = count.count > count.named.count && !count.named.isEmpty ? ", …" : ""
        return count.words
          + (count.named.isEmpty ? "" : ": \(count.named.joined(separator: ", "))\(more)")
      }
    }
    add("Mapping", mapping, none: nil)
    add(preferred == nil ? "Taken" : "New", counts(report.taken), none: "nothing")
    add("Already there", counts(report.already), none: nil)
    add(
      preferred == .file
        ? "Otherwise in the case, and taken from the file"
        : "Otherwise in the case, where it stays (--prefer file takes the file's)",
      report.differing, none: nil)
    add("Changed", report.changed, none: "nothing")
    add("Left", report.left, none: "nothing")
    return lines.joined(separator: "\n") + "\n"
  }
}
