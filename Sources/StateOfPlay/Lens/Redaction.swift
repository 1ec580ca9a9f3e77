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
    guard let trimmed = entry.node().removing(dropped.map { $0[...] }) else { return nil }
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
