public import CaseModel

extension Case {
  /// The case without what the lens hides: confidential entries, entries made later than `knownAt`,
  /// and everything that rests on such entries alone.
  /// - Complexity: O(1) if the lens hides nothing; otherwise O(size of the case) for each round of
  ///   removals, which end when one removes nothing.
  public func cut(by lens: Lens) -> Case {
    var hidden = HiddenEntries(lens: lens)
    guard lens.redact || lens.cutsByEntry else { return self }
    var cut = self
    repeat {
      hidden.grew = false
      hidden.theCase = cut
      Case.forEachSection(&hidden)
      cut = hidden.theCase
    } while hidden.grew
    cut.header.parties.removeAll { hidden.isHidden(.actors, $0.raw) }
    cut.header.consent.removeAll { hidden.isHidden(.actors, $0.raw) }
    return cut
  }

  /// The number of entries without a date of entry, which `knownAt` therefore cannot leave out.
  public var undatedEntries: Int {
    var counter = UndatedEntries(theCase: self)
    Case.forEachSection(&counter)
    return counter.count
  }
}

/// Drops entries section by section until nothing left depends on something dropped.
private struct HiddenEntries: SectionVisitor {
  let lens: Lens
  var theCase = Case(Case.Header())
  var hidden: [Case.Section: Set<String>] = [:]
  var grew = false

  init(lens: Lens) { self.lens = lens }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    var kept: [Entry] = []
    for entry in theCase[keyPath: path] {
      guard !hides(entry), let trimmed = trimmed(entry, of: section) else {
        if let id = entry.entryID { hidden[section, default: []].insert(id) }
        grew = true
        continue
      }
      kept.append(trimmed)
    }
    if kept.count != theCase[keyPath: path].count || !hidden.isEmpty {
      theCase[keyPath: path] = kept
    }
  }

  private func hides(_ entry: some SectionEntry) -> Bool {
    let recorded = entry.recorded
    if lens.redact, recorded.confidential { return true }
    if lens.cutsByEntry, let knownAt = lens.knownAt, let entered = recorded.entered,
      entered.latest > knownAt.latest
    {
      return true
    }
    return false
  }

  func isHidden(_ section: Case.Section, _ id: String) -> Bool {
    hidden[section]?.contains(id) ?? false
  }

  /// The entry without what points at something hidden; nil where it rests on that alone.
  private func trimmed<Entry: SectionEntry>(
    _ entry: Entry, of section: Case.Section
  ) -> Entry? {
    if hidden.isEmpty { return entry }
    let dropped = hiddenReferences(entry)
    if dropped.isEmpty { return entry }
    // A model with a part missing would answer another question; and an analyst's reasons for a
    // verdict may mention any statement judged.
    if [.conflicts, .scenarios, .verdicts].contains(section) { return nil }
    // Through the written form, where every reference is a named field.
    guard let trimmed = Self.removing(dropped.map { $0[...] }, from: entry.node()) else {
      return nil
    }
    var reader = NodeReader()
    return Entry.read(trimmed, &reader)
  }

  /// The ways within the entry to what points at something hidden.
  private func hiddenReferences<Entry: SectionEntry>(_ entry: Entry) -> [[EntryPath.Step]] {
    var entry = entry
    let dropped = Dropped()
    var walker = ReferenceWalker { [hidden] id, target, path in
      if case .entry(let section) = target, hidden[section]?.contains(id) ?? false {
        dropped.paths.append(path.steps)
      }
      // A set may hold actors.
      if case .member = target, hidden[.actors]?.contains(id) ?? false {
        dropped.paths.append(path.steps)
      }
      if target == .who, hidden[.actors]?.contains(id) ?? false { dropped.paths.append(path.steps) }
      if target == .eventOrDate,
        [Case.Section.meetings, .milestones, .drafts].contains(where: {
          hidden[$0]?.contains(id) ?? false
        })
      {
        dropped.paths.append(path.steps)
      }
    }
    entry.walk(&walker)
    return dropped.paths
  }

  private final class Dropped {
    var paths: [[EntryPath.Step]] = []
  }

  /// The node without what `paths` name, all at once, so that places in lists stay right. Where a
  /// map loses a part it cannot be without, or the last it rests on, it goes as a whole.
  private static func removing(
    _ paths: [ArraySlice<EntryPath.Step>], from node: Node
  ) -> Node? {
    if paths.isEmpty { return node }
    func following(_ step: EntryPath.Step) -> [ArraySlice<EntryPath.Step>] {
      paths.filter { $0.first == step }.map { $0.dropFirst() }
    }
    if paths.contains(where: \.isEmpty) { return nil }
    switch node.content {
    case .list(let items):
      let left = items.enumerated().compactMap { index, item in
        removing(following(.index(index)), from: item)
      }
      return left.isEmpty ? nil : Node(.list(left), at: node.place)
    case .map(let pairs):
      // A list of one that was written without brackets.
      if paths.contains(where: { $0.first == .index(0) }) {
        return removing(following(.index(0)), from: node)
      }
      var left: [Node.Pair] = []
      for pair in pairs {
        let inner = following(.key(pair.key))
        if !inner.isEmpty, Self.whole.contains(pair.key) { return nil }
        if let value = removing(inner, from: pair.value, under: pair.key) {
          left.append(Node.Pair(pair.key, value, keyPlace: pair.keyPlace))
        } else if !spared.contains(pair.key) {
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
      return Node(.map(left), at: node.place)
    case .null, .scalar, .literal:
      // A list of one that was written without brackets.
      return paths.contains { if case .index = $0.first { true } else { false } } ? nil : node
    }
  }

  /// The same for the value of `key`; a map from actors loses the actors named and no more.
  private static func removing(
    _ paths: [ArraySlice<EntryPath.Step>], from node: Node, under key: String
  ) -> Node? {
    if authored.contains(key) { return removingAuthored(paths, from: node) }
    guard key == "wants", !paths.isEmpty, case .map(let pairs) = node.content else {
      return removing(paths, from: node)
    }
    let left = pairs.filter { pair in !paths.contains { $0.first == .key(pair.key) } }
    return left.isEmpty ? nil : Node(.map(left), at: node.place)
  }

  private static func removingAuthored(
    _ paths: [ArraySlice<EntryPath.Step>], from node: Node
  ) -> Node? {
    func kept(_ item: Node, _ index: Int) -> Node? {
      let inner = paths.filter { $0.first == .index(index) }.map { $0.dropFirst() }
      guard let left = removing(inner, from: item) else { return nil }
      return left["by"] == nil ? nil : left
    }
    guard case .list(let items) = node.content else { return kept(node, 0) }
    let left = items.enumerated().compactMap { kept($1, $0) }
    return left.isEmpty ? nil : Node(.list(left), at: node.place)
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

private struct UndatedEntries: SectionVisitor {
  let theCase: Case
  var count = 0

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    count += theCase[keyPath: path].lazy.filter { $0.recorded.entered == nil }.count
  }
}
