public import CaseModel
public import StateOfPlay

extension ViewContext {
  /// Statements with their place in their source and the way they came, one a row; places in code
  /// points.
  ///
  /// - Parameter found: the provenance of each; statements without one are left out.
  public func data(
    _ statements: [Case.Statement], _ found: [Case.Statement.ID: EntryView.Provenance]
  ) -> Table {
    var table = Self.columns(
      "statement", "source", "places", "speakers", "via", "act", "about", "said", "told",
      "credibility", "gist", "words")
    for statement in statements {
      guard let way = found[statement.id] else { continue }
      table.add([
        statement.id.raw, statement.source.raw,
        way.spans.map { "\($0.start)-\($0.end)" }.joined(separator: " "),
        Self.list(statement.speaker), Self.list(statement.via), statement.act.rawValue,
        way.about ?? "", way.said?.text ?? "", way.told?.text ?? "",
        way.credibility.map { "\($0.rawValue)" } ?? "", statement.gist, way.words ?? "",
      ])
    }
    return table
  }
}
