import CaseModel
import Foundations
import Interchange
import Presentation

extension Diagnostic {
  init(_ error: some ExplainedError, at place: Place = .nowhere) {
    self.init(error, at: place, remedy: \.words)
  }

  /// A finding in a file of lines.
  init(_ finding: Finding, path: String, bytes: [UInt8], place: CaseModel.Place?) {
    guard let place, place.line > 0 else {
      self.init(finding, at: .entry(path, finding.path), remedy: \.words)
      return
    }
    self.init(
      finding, at: .line(path, Int(place.line), column: Int(place.column), finding.path),
      excerpt: Excerpt(place, of: bytes), remedy: \.words)
  }

  /// A finding in a `.dragoman` file, whose places are its entries.
  init(_ finding: Finding, inEntryOf path: String) {
    self.init(finding, at: .entry(path, finding.path), remedy: \.words)
  }

  static func all(_ error: UnreadableFileError) -> [Diagnostic] {
    let unreadable = error.unreadable
    var all = unreadable.findings.map { finding in
      Diagnostic(finding, path: error.path, bytes: error.bytes, place: finding.place)
    }
    if unreadable.uncounted > 0 {
      all.append(
        Diagnostic(at: .file(error.path), "and \(unreadable.uncounted.counted("error")) more"))
    }
    return all
  }
}
