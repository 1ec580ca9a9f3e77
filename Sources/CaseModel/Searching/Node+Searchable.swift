extension Node {
  /// Fields a person wrote as text; ids, digests and dates are no words to be found.
  private static let searchableFields: Set<String> = [
    "id", "name", "aliases", "title", "gist", "what", "text", "reason", "note", "rank", "place",
    "need", "keywords", "hedge", "doubted", "description", "exact", "role",
  ]

  /// The words of an entry in which a search looks, each with the field they stand in.
  package var searchableTexts: [(field: String, text: String)] {
    var found: [(field: String, text: String)] = []
    gather("", &found)
    return found
  }

  private func gather(_ field: String, _ found: inout [(field: String, text: String)]) {
    switch content {
    case .null, .literal: return
    case .scalar(let text):
      if Self.searchableFields.contains(field) { found.append((field, text)) }
    case .list(let items): for item in items { item.gather(field, &found) }
    case .map(let pairs): for pair in pairs { pair.value.gather(pair.key, &found) }
    }
  }
}

extension Case {
  /// What each actor, each member and each option of an issue is called, one list each, for
  /// ``SearchQuery``.
  package var nameLists: [[String]] {
    actors.map { [$0.name] + $0.aliases }
      + issues.flatMap { issue in
        issue.members.map { ($0.name.map { [$0] } ?? [$0.id.raw]) + $0.aliases }
          + issue.options.map { [$0.title] + $0.aliases }
      }
  }
}
