internal import CaseModel

/// An entry without parts that a view must not show, through its written form, where every part is a named
/// field.
extension Node {
  /// The node without what `paths` name, all at once, so that places in lists stay right. Where a
  /// map loses a part it cannot be without, or the last it rests on, it goes as a whole.
  ///
  /// - Parameter sparing: fields that it can lose besides those that any entry can.
  func removing(
    _ paths: [ArraySlice<EntryPath.Step>], sparing: Set<String> = []
  ) -> Node? {
    if paths.isEmpty { return self }
    func following(_ step: EntryPath.Step) -> [ArraySlice<EntryPath.Step>] {
      paths.filter { $0.first == step }.map { $0.dropFirst() }
    }
    if paths.contains(where: \.isEmpty) { return nil }
    switch content {
    case .list(let items):
      let left = items.enumerated().compactMap { index, item in
        item.removing(following(.index(index)), sparing: sparing)
      }
      return left.isEmpty ? nil : Node(.list(left), at: place)
    case .map(let pairs):
      // A list of one that was written without brackets.
      if paths.contains(where: { $0.first == .index(0) }) {
        return removing(following(.index(0)), sparing: sparing)
      }
      var left: [Node.Pair] = []
      for pair in pairs {
        let inner = following(.key(pair.key))
        if !inner.isEmpty, Self.whole.contains(pair.key) { return nil }
        if let value = pair.value.removing(inner, under: pair.key, sparing: sparing) {
          left.append(Node.Pair(pair.key, value, keyPlace: pair.keyPlace))
        } else if !Self.spared.contains(pair.key), !sparing.contains(pair.key) {
          return nil
        }
      }
      // Without its occasion a statement with no date of its own would take its source's.
      let had = { (pairs: [Node.Pair], key: String) in pairs.contains { $0.key == key } }
      if had(pairs, "at"), !had(left, "at"), had(pairs, "speaker"), !had(left, "date") {
        return nil
      }
      let rested = pairs.contains { Self.grounds.contains($0.key) }
      if rested, !left.contains(where: { Self.grounds.contains($0.key) }) { return nil }
      return Node(.map(left), at: place)
    case .null, .scalar, .literal:
      // A list of one that was written without brackets.
      return paths.contains { if case .index = $0.first { true } else { false } } ? nil : self
    }
  }

  /// The same for the value of `key`; a map from actors loses the actors named and no more.
  private func removing(
    _ paths: [ArraySlice<EntryPath.Step>], under key: String, sparing: Set<String>
  ) -> Node? {
    if Self.authored.contains(key) { return removingAuthored(paths, sparing) }
    guard key == "wants", !paths.isEmpty, case .map(let pairs) = content else {
      return removing(paths, sparing: sparing)
    }
    let left = pairs.filter { pair in !paths.contains { $0.first == .key(pair.key) } }
    return left.isEmpty ? nil : Node(.map(left), at: place)
  }

  private func removingAuthored(
    _ paths: [ArraySlice<EntryPath.Step>], _ sparing: Set<String>
  ) -> Node? {
    func kept(_ item: Node, _ index: Int) -> Node? {
      let inner = paths.filter { $0.first == .index(index) }.map { $0.dropFirst() }
      guard let left = item.removing(inner, sparing: sparing) else { return nil }
      return left["by"] == nil ? nil : left
    }
    guard case .list(let items) = content else { return kept(self, 0) }
    let left = items.enumerated().compactMap { kept($1, $0) }
    return left.isEmpty ? nil : Node(.list(left), at: place)
  }

  /// What a fact of the record rests on.
  private static let grounds: Set<String> = ["evidence", "basis"]

  /// Fields that would say something else with a part missing: a chain of reporters, a condition, a
  /// package.
  private static let whole: Set<String> = ["via", "requires", "together"]

  /// Lists of maps each of which says nothing without its `by`: signatures, alternative wordings.
  private static let authored: Set<String> = ["signed", "alternatives"]

  /// Fields an entry can lose and still say the same of the rest.
  private static let spared: Set<String> = [
    "evidence", "to", "host", "absent", "heldBy", "takenBy", "roles", "offices", "speaksFor",
    "partOf", "members", "delegations", "status", "sameAs", "readings", "clauses", "issuedBy",
    "by", "basis", "publisher", "author", "replaces", "at", "wants", "parties", "reached", "lost",
    "statements", "consent", "ended", "enteredBy", "binds", "alternatives", "signed",
    "equivalents", "drops",
  ]
}
