internal import CaseModel
internal import StateOfPlay

/// A statement as the end of a document lists it, so that a reference leads somewhere.
public struct Citation: Sendable, Hashable {
  public var id: String
  public var gist: String
  /// Speaker, date and source in words.
  public var origin: String
}

extension Document {
  /// The ids that references name, in the order of their first mention.
  var cited: [String] {
    var seen: Set<String> = []
    var ids: [String] = []
    func add(_ inline: Inline) {
      for id in inline.spans.flatMap(\.links) where seen.insert(id).inserted { ids.append(id) }
    }
    blocks.flatMap(\.inlines).forEach(add)
    return ids
  }
}

extension ViewContext {
  /// The document with what its references name at its end, by id.
  public func withCitations(_ document: Document) -> Document {
    var document = document
    document.citations = document.cited.compactMap { id in
      index.statement(Case.Statement.ID(id)).map { citation($0) }
    }.sorted { $0.id < $1.id }
    return document
  }

  private func citation(_ statement: Case.Statement) -> Citation {
    let source = index.source(statement.source)
    let parts = [
      index.names(statement.speaker), index.said(statement)?.words ?? "undated",
      source?.title ?? statement.source.raw,
    ]
    return Citation(
      id: statement.id.raw, gist: statement.gist,
      origin: parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }
}
