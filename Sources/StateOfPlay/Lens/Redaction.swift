public import CaseModel

extension Case {
  /// The case without what the lens hides: what is confidential, what was entered later, and
  /// whatever rests on such things alone.
  public func cut(by lens: Lens) -> Case {
    var hidden = HiddenEntries(lens: lens)
    guard lens.redact || lens.knownAt != nil else { return self }
    var cut = self
    repeat {
      hidden.grew = false
      hidden.theCase = cut
      Case.forEachSection(&hidden)
      cut = hidden.theCase
    } while hidden.grew
    return cut
  }

  /// Entries that carry no date of entry, which `knownAt` therefore cannot leave out.
  public var undatedEntries: Int {
    var counter = UndatedEntries(theCase: self)
    Case.forEachSection(&counter)
    return counter.count
  }
}

/// Drops entries section by section until nothing that is left leans on something dropped.
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
      guard !hides(entry), let trimmed = trimmed(entry) else {
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
    if let knownAt = lens.knownAt, let entered = recorded.entered, entered.latest > knownAt.latest {
      return true
    }
    return false
  }

  private func isHidden(_ section: Case.Section, _ id: String) -> Bool {
    hidden[section]?.contains(id) ?? false
  }

  /// The entry without what points at something hidden; nil where it rests on that alone.
  private func trimmed<Entry: SectionEntry>(_ entry: Entry) -> Entry? {
    if hidden.isEmpty { return entry }
    // Through the written form, where every reference is a named field.
    let node = entry.node()
    guard let trimmed = trim(node, of: entry) else { return nil }
    var reader = NodeReader()
    return Entry.read(trimmed, &reader)
  }

  private func trim<Entry: SectionEntry>(_ node: Node, of entry: Entry) -> Node? {
    var entry = entry
    let dropped = Dropped()
    var walker = ReferenceWalker { [hidden] id, target, path in
      if case .entry(let section) = target, hidden[section]?.contains(id) ?? false {
        dropped.paths.append(path.steps)
      }
      if target == .who, hidden[.actors]?.contains(id) ?? false { dropped.paths.append(path.steps) }
      if target == .meetingOrDate, hidden[.meetings]?.contains(id) ?? false {
        dropped.paths.append(path.steps)
      }
    }
    entry.walk(&walker)
    var result: Node? = node
    // From the back, so that places in lists stay right.
    for path in dropped.paths.reversed() {
      guard let left = result else { return nil }
      result = Self.removing(path[...], from: left)
    }
    return result
  }

  private final class Dropped {
    var paths: [[EntryPath.Step]] = []
  }

  /// The node without what `path` names. Where a map loses a part it cannot be without, or its last
  /// evidence and has no basis, it goes as a whole.
  private static func removing(_ path: ArraySlice<EntryPath.Step>, from node: Node) -> Node? {
    guard let step = path.first else { return nil }
    switch (step, node.content) {
    case (.index(let index), .list(var items)) where items.indices.contains(index):
      if let left = removing(path.dropFirst(), from: items[index]) {
        items[index] = left
      } else {
        items.remove(at: index)
      }
      return items.isEmpty ? nil : Node(.list(items), at: node.place)
    case (.key(let key), .map(var pairs)):
      guard let position = pairs.firstIndex(where: { $0.key == key }) else { return node }
      // A chain of tellers or a condition with a link missing would say something else.
      if key == "via" || key == "requires" { return nil }
      if let left = removing(path.dropFirst(), from: pairs[position].value) {
        pairs[position].value = left
      } else {
        pairs.remove(at: position)
        let restsOnIt = key == "evidence" && !pairs.contains { $0.key == "basis" }
        if restsOnIt || !Self.spared.contains(key) { return nil }
      }
      return Node(.map(pairs), at: node.place)
    case (.index, _):
      // A list of one that was written without brackets.
      return nil
    default: return node
    }
  }

  /// Fields an entry can lose and still say the same of the rest.
  private static let spared: Set<String> = [
    "evidence", "to", "host", "absent", "heldBy", "takenBy", "roles", "offices", "speaksFor",
    "partOf", "members", "delegations", "status", "sameAs", "readings", "clauses", "issuedBy",
    "by", "basis", "publisher", "author", "replaces", "at", "wants", "parties", "reached",
    "statements",
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
