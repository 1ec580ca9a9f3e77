internal import CaseModel
internal import StateOfPlay

/// A statement as the end of a document lists it, so that a reference leads somewhere.
package struct Citation: Sendable, Hashable {
  package var id: String
  /// Speaker and date, as a reference to it reads.
  package var said = ""
  package var gist: String
  /// Speaker, date and source in words.
  package var origin: String
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

extension Document {
  /// The ids of the cards, each of which shows an entry with its own words.
  package var cardIDs: [String] { blocks.flatMap(\.cardIDs) }
}

extension Document.Block {
  fileprivate var cardIDs: [String] {
    switch self {
    case .card(let card): [card.id]
    case .pair(let sides): sides.flatMap(\.cards).map(\.id)
    case .part(let part): part.blocks.flatMap(\.cardIDs)
    case .folded(_, let blocks): blocks.flatMap(\.cardIDs)
    default: []
    }
  }
}

extension ViewContext {
  /// The document with what its references name at its end, by id.
  package func withCitations(_ document: Document) -> Document {
    var document = document
    document.citations = document.cited.compactMap { id in
      index.statement(Case.Statement.ID(id)).map { citation($0) }
    }
    // A reader looks an id up by its letters, and a statement in the order in which it is first cited.
    if document.hasShortReferences { document.citations.sort { $0.id < $1.id } }
    return document
  }

  /// What a reference to a statement names; nil where the case has no such statement.
  package func citation(_ id: String) -> Citation? {
    index.statement(Case.Statement.ID(id)).map { citation($0) }
  }

  private func citation(_ statement: Case.Statement) -> Citation {
    let source = index.source(statement.source)
    let parts = [
      index.names(statement.speaker), index.said(statement)?.words ?? "undated",
      source?.title ?? statement.source.raw,
    ]
    return Citation(
      id: statement.id.raw, said: "\(parts[0].shortened(to: 48)), \(parts[1])",
      gist: statement.gist,
      origin: parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }
}
