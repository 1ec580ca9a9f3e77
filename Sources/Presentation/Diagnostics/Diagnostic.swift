package import CaseModel

/// One thing to tell a person about a case, a file or a question: what, where, the text concerned, and
/// what to do.
///
/// Findings and errors become it at the edges of the program, which know files, flags and fields; its
/// three faces are the terminal, JSON and a page.
package struct Diagnostic: Sendable, Hashable {
  /// Where it is.
  package enum Place: Sendable, Hashable {
    case nowhere
    case file(String)
    /// Line and column, counted from 1 in code points, and the part of the case.
    case line(String, Int, column: Int, EntryPath)
    /// A part of a case whose file has no lines.
    case entry(String, EntryPath)
    /// What was asked, as the person knows it: a flag, a field's label.
    case input(String)
  }

  /// A slug, for those that the catalogue of checks describes.
  package var code: String?
  package var severity: Severity
  package var place: Place
  package var excerpt: Excerpt?
  package var explanation: String
  package var hint: String?

  package init(
    _ code: String? = nil, _ severity: Severity = .error, at place: Place = .nowhere,
    excerpt: Excerpt? = nil, _ explanation: String, hint: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.excerpt = excerpt
    self.explanation = explanation
    self.hint = hint
  }

  /// - Parameter words: what a remedy is called at this edge.
  package init(
    _ error: some ExplainedError, at place: Place = .nowhere, remedy words: (Remedy) -> String
  ) {
    self.init(
      at: place, error.message, hint: Self.hint(error.hint, error.remedy.map(words)))
  }

  /// - Parameter words: what a remedy is called at this edge.
  package init(
    _ finding: Finding, at place: Place, excerpt: Excerpt? = nil, remedy words: (Remedy) -> String
  ) {
    self.init(
      finding.code, finding.severity, at: place, excerpt: excerpt, finding.message,
      hint: Self.hint(finding.hint, finding.remedy.map(words)))
  }

  /// "write that, or let the program do it"
  private static func hint(_ hint: String?, _ remedy: String?) -> String? {
    guard let hint, let remedy else { return hint ?? remedy }
    return "\(hint), or \(remedy)"
  }
}
