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
    let numbers = document.noteNumbers
    if !numbers.isEmpty {
      document.citations.sort { (numbers[$0.id] ?? 0, $0.id) < (numbers[$1.id] ?? 0, $1.id) }
    }
    return document
  }

  /// Numbers for the statements that a document cites: document by document, in the order of their texts, so that
  /// those of one document are in a row.
  func noteNumbers(_ cited: [String], in sources: [Case.Source.ID]) -> [String: Int] {
    let order = Dictionary(
      sources.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let statements = cited.compactMap { index.statement(Case.Statement.ID($0)) }.sorted {
      let (a, b) = ($0.quote.spans.first?.start ?? 0, $1.quote.spans.first?.start ?? 0)
      return (order[$0.source] ?? sources.count, a, $0.id) < (
        order[$1.source] ?? sources.count, b, $1.id
      )
    }
    return Dictionary(
      statements.enumerated().map { ($1.id.raw, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a reference to a statement names; nil where the case has no such statement.
  package func citation(_ id: String) -> Citation? {
    index.statement(Case.Statement.ID(id)).map { citation($0) }
  }

  private func citation(_ statement: Case.Statement) -> Citation {
    let source = index.source(statement.source)
    let parts = [
      index.names(statement.speaker), index.saidWords(statement),
      source?.title ?? statement.source.raw,
    ]
    return Citation(
      id: statement.id.raw, said: "\(parts[0].shortened(to: 48)), \(index.saidInShort(statement))",
      gist: statement.gist,
      origin: parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }
}
