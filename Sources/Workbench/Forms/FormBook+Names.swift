internal import CaseModel
internal import Presentation

extension FormBook {
  /// Whether the field holds those who speak, sign or write, and not the analyst who made the entry.
  func isAuthors(_ field: FormField) -> Bool {
    guard field.name == "by", case .list = resolved(field.shape) else { return false }
    return true
  }

  /// The value with a short name for each part that must have one and was left without: options, clauses,
  /// whatever a list holds, named after their titles.
  func named(_ shape: FormShape, _ node: Node) -> Node {
    var node = node
    switch (resolved(shape), node.content) {
    case (.list(let element), .list(let items)):
      node.content = .list(identified(element, items.map { named(element, $0) }))
    case (.group(let fields), .map(let pairs)):
      node.content = .map(
        pairs.map { pair in
          guard let field = fields.first(where: { $0.name == pair.key }) else { return pair }
          return Node.Pair(pair.key, named(field.shape, pair.value), keyPlace: pair.keyPlace)
        })
    case (.names(let value), .map(let pairs)):
      node.content = .map(
        pairs.map { Node.Pair($0.key, named(value, $0.value), keyPlace: $0.keyPlace) })
    case (.either(let shapes), .list):
      if let list = shapes.first(where: { if case .list = resolved($0) { true } else { false } }) {
        node = named(list, node)
      }
    default: break
    }
    return node
  }

  private func identified(_ element: FormShape, _ items: [Node]) -> [Node] {
    guard case .group(let fields) = resolved(element),
      fields.contains(where: { $0.name == "id" && $0.isRequired })
    else { return items }
    var taken = Set(items.compactMap { $0["id"]?.scalar })
    return items.map { item in
      guard item["id"] == nil, case .map(let pairs) = item.content else { return item }
      let words = ["title", "name", "text"].lazy.compactMap { item[$0]?.scalar }.first
      guard let stem = words.flatMap(NewID.stem) else { return item }
      let id = (1...).lazy.map { $0 == 1 ? stem : "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
      taken.insert(id)
      return Node(.map([Node.Pair("id", .text(id))] + pairs), at: item.place)
    }
  }
}
