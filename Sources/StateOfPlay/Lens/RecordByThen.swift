internal import CaseModel
internal import Synchronization

/// The entries as they stood by as-of: without what was said, or came about, only later. Views derive this
/// each for what they show; here it is for what shows an entry as it is written.
struct RecordByThen {
  private let filtered: FilteredCase
  /// Entries that something said by then speaks of; what they rest on may have been said later.
  private let mentioned: Set<EntryReference>
  /// Sources of what had been said by then, which a later report may tell.
  private let telling: Set<Case.Source.ID>

  init(_ filtered: FilteredCase) {
    self.filtered = filtered
    guard filtered.lens.asOf != nil else {
      (mentioned, telling) = ([], [])
      return
    }
    let box = Box<EntryReference>()
    var telling: Set<Case.Source.ID> = []
    for (place, statement) in filtered.theCase.statements.enumerated()
    where filtered.hadSaid(at: place) {
      telling.insert(statement.source)
      var statement = statement
      var walker = ReferenceWalker { id, target, _ in
        if case .entry(let section) = target { box.found.append(EntryReference(section, id)) }
      }
      statement.walk(&walker)
    }
    (mentioned, self.telling) = (Set(box.found), telling)
  }

  /// The entry at its place in its section as it is written, without what came later; nil where all of it
  /// did.
  func node<Entry: SectionEntry>(
    _ entry: Entry, of section: Case.Section, at place: Int
  ) -> Node? {
    guard filtered.lens.asOf != nil else { return entry.node() }
    if section == .statements, !filtered.hadSaid(at: place) { return nil }
    if let source = entry as? Case.Source, isLater(source) { return nil }
    let isNamed = entry.entryID.map { mentioned.contains(EntryReference(section, $0)) } ?? false
    var late = laterParts(entry)
    if late.isEmpty { return entry.node() }
    if Self.undivided.contains(section) { return nil }
    if Self.models.contains(section) { return entry.node().titled }
    // Without its day a meeting is still to come; any other entry begins with it, unless it was spoken of before.
    let isStillAhead = section == .meetings && late.contains([.key("date")])
    if !isStillAhead, !isNamed, late.contains(where: { Self.beginnings.contains($0) }) {
      return nil
    }
    var node = entry.node()
    if isNamed, let open = node.withoutLostGrounds(late) {
      node = open
      late.removeAll { $0.first == .key("evidence") }
    }
    guard let left = node.removing(late.map { $0[...] }, sparing: Self.spared) else { return nil }
    return isStillAhead ? left.replacing("status", "held", by: "planned") : left
  }

  /// By then nothing of it had appeared: it tells nothing that had been said.
  private func isLater(_ source: Case.Source) -> Bool {
    filtered.timeClass(source.published) == .out && !telling.contains(source.id)
  }

  // MARK: What came later

  /// What an entry had not yet by then, besides what it can lose as it is.
  private static let spared: Set<String> = ["date", "told", "postponed", "agreed", "issued"]
  /// The fields that say since when there is such an entry.
  private static let beginnings: Set<[EntryPath.Step]> = [
    [.key("date")], [.key("agreed")], [.key("issued")],
  ]

  /// What an analyst wrote of a statement says what that says.
  private static let undivided: Set<Case.Section> = [.verdicts, .notes, .candidates]
  /// With a part missing a model would answer another question: its title alone is shown.
  private static let models: Set<Case.Section> = [.conflicts, .scenarios]

  /// The ways within the entry to what was said later or bears a later date.
  private func laterParts<Entry: SectionEntry>(_ entry: Entry) -> [[EntryPath.Step]] {
    let box = Box<[EntryPath.Step]>()
    for field in Self.dates(entry) where filtered.timeClass(field.date) == .out {
      if let part = Self.part(datedBy: field.path.steps, of: entry) { box.found.append(part) }
    }
    var entry = entry
    var walker = ReferenceWalker { [filtered] id, target, path in
      guard case .entry(.statements) = target, path.steps.last != .key("id"),
        let place = filtered.index.position(.statements, id),
        !filtered.hadSaid(at: place)
      else { return }
      box.found.append(path.steps)
    }
    entry.walk(&walker)
    return box.found
  }

  private static func dates<Entry: SectionEntry>(_ entry: Entry) -> [DatedField] {
    let found = Mutex<[DatedField]>([])
    var reader = NodeReader()
    reader.onDate = { path, date in
      found.withLock { $0.append(DatedField(path, date)) }
      return date
    }
    _ = Entry.read(entry.node(), &reader)
    return found.withLock { $0 }
  }

  /// What did not exist before a date of its own; nil for days that can be named ahead, as by which something
  /// is due.
  private static func part(
    datedBy path: [EntryPath.Step], of entry: some SectionEntry
  ) -> [EntryPath.Step]? {
    var path = path
    while let last = path.last, [.key("value"), .key("or")].contains(last) { path.removeLast() }
    guard case .key(let name)? = path.last else { return nil }
    let outer = Array(path.dropLast())
    switch name {
    case "told": return path
    // A mandate is given until a day; an office ends when it ends.
    case "to": return outer.contains(.key("roles")) ? nil : path
    case "date" where entry is Case.Statement: return nil
    case "from", "since": return outer.contains(.key("schedule")) ? nil : outer
    case "date", "agreed", "issued", "asOf": return outer.isEmpty ? path : outer
    default: return nil
    }
  }

  private final class Box<Element> {
    var found: [Element] = []
  }
}

extension Node {
  /// Without its evidence, where all of it is among `late`.
  fileprivate func withoutLostGrounds(_ late: [[EntryPath.Step]]) -> Node? {
    guard case .map(let pairs) = content,
      let evidence = pairs.first(where: { $0.key == "evidence" })?.value
    else { return nil }
    let own = late.filter { $0.first == .key("evidence") }.map { $0.dropFirst() }
    guard !own.isEmpty, evidence.removing(own) == nil else { return nil }
    return Node(.map(pairs.filter { $0.key != "evidence" }), at: place)
  }

  /// Its id and title alone.
  fileprivate var titled: Node? {
    guard case .map(let pairs) = content else { return nil }
    return Node(.map(pairs.filter { ["id", "title"].contains($0.key) }), at: place)
  }

  /// With another word for a field that has this one.
  fileprivate func replacing(_ key: String, _ word: String, by other: String) -> Node {
    guard case .map(let pairs) = content else { return self }
    let replaced = pairs.map { pair in
      pair.key == key && pair.value.scalar == word ? Node.Pair(key, .text(other)) : pair
    }
    return Node(.map(replaced), at: place)
  }
}
