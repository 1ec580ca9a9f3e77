internal import CaseModel
internal import Presentation

/// Enters what a form names by its title where it asks for an entry, and puts the ids in place of the titles.
struct NewReferences {
  var new: NewEntries
  /// What is to be new and has no title.
  private(set) var faults: [Finding] = []

  init(_ new: NewEntries) { self.new = new }

  private static let owners = ["issue", "constraint", "draft"]

  /// - Parameter owner: the issue of the options and members that the value may name.
  mutating func entered(
    _ shape: FormShape, _ node: Node, at path: EntryPath = EntryPath(), of owner: String? = nil
  ) -> Node {
    var node = node
    switch (FormBook.shared.resolved(shape), node.content) {
    case (.reference(let target), _):
      guard let token = node.scalar, token.hasPrefix("+") else { return node }
      guard let title = NewEntries.title(token) else {
        let noun = FormWords.newNoun(target)
        faults.append(
          Finding(
            .missingKey, at: path, message: "the new \(noun) has no name",
            hint: "write what it is called, or choose one of the list"))
        return node
      }
      guard let id = new.reference(target, title, of: owner) else { return node }
      return .text(id)
    case (.list(let element), .list(let items)):
      node.content = .list(
        items.enumerated().map { entered(element, $1, at: path.index($0), of: owner) })
    case (.list(let element), _): return entered(element, node, at: path, of: owner)
    case (.names(let value), .map(let pairs)):
      node.content = .map(
        pairs.map {
          Node.Pair($0.key, entered(value, $0.value, at: path.key($0.key), of: owner))
        })
    case (.group(let fields), .map(var pairs)):
      // What the others are parts of comes first.
      let order = pairs.indices.sorted {
        (Self.owners.contains(pairs[$0].key) ? 0 : 1, $0)
          < (Self.owners.contains(pairs[$1].key) ? 0 : 1, $1)
      }
      var inner = owner
      for place in order {
        let pair = pairs[place]
        guard let field = fields.first(where: { $0.name == pair.key }) else { continue }
        pairs[place].value = entered(field.shape, pair.value, at: path.key(pair.key), of: inner)
        if pair.key == "issue" { inner = pairs[place].value.scalar }
      }
      node.content = .map(pairs)
    case (.either(let shapes), _):
      if let shape = shapes.first(where: { FormBook.shared.fits($0, node) }) {
        return entered(shape, node, at: path, of: owner)
      }
    default: break
    }
    return node
  }
}
