public import CaseModel

/// Finds every entry with an id, at most one for each section, without what came after as-of; see
/// ``EntryView``.
/// - Complexity: O(size of the case).
public func entries(
  _ theCase: Case, _ lens: Lens = Lens(), id: String, texts: CaseTexts
) -> [EntryView] {
  let (theCase, texts) = lens.redact ? theCase.redacted(texts) : (theCase, texts)
  let filtered = FilteredCase(theCase, lens)
  var finder = EntryFinder(filtered: filtered, id: id)
  Case.forEachSection(&finder)
  return finder.found.map { section, node, references in
    var view = EntryView(
      section: section, id: id, title: filtered.index.title(section, id),
      fields: fields(node), statement: nil, evidence: [], usedBy: finder.users(of: section),
      notes: filtered.theCase.notes.filter { $0.to == EntryReference(section, id) }
        .map { note in
          EntryView.NoteLine(
            text: note.text, by: note.by, entered: note.entered,
            isConfidential: note.confidential)
        })
    if section == .statements, let statement = filtered.index.statement(Case.Statement.ID(id)) {
      view.statement = provenance(of: statement, filtered.index, texts)
      if filtered.timeClass(view.statement?.told) == .out { view.statement?.told = nil }
      view.statement?.readings = positionReadings(of: statement, filtered)
    }
    for reference in references where section != .statements {
      guard let place = filtered.index.position(.statements, reference),
        filtered.hadSaid(at: place),
        !view.evidence.contains(where: { $0.statement.raw == reference })
      else { continue }
      let statement = filtered.theCase.statements[place]
      view.evidence.append(
        .init(statement: statement.id, gist: statement.gist, source: statement.source))
    }
    return view
  }
}

private struct EntryFinder: SectionVisitor {
  let filtered: FilteredCase
  private let byThen: RecordByThen
  let id: String
  /// Section, written form, and the statements the entry names.
  var found: [(Case.Section, Node, [String])] = []
  private var uses: [Case.Section: [String]] = [:]

  init(filtered: FilteredCase, id: String) {
    self.filtered = filtered
    byThen = RecordByThen(filtered)
    self.id = id
  }

  func users(of section: Case.Section) -> [String] { uses[section] ?? [] }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let wanted = id
    for (position, entry) in filtered.theCase[keyPath: path].enumerated() {
      let isWanted = entry.entryID == wanted
      let written = isWanted ? byThen.node(entry, of: section, at: position) : nil
      if isWanted, written == nil { continue }
      var walked = entry
      // The closure must not outlive what it finds; a box carries that out.
      let box = Box()
      var walker = ReferenceWalker { id, target, path in
        guard case .entry(let targetSection) = target else { return }
        if isWanted, targetSection == .statements, path.steps.last != .key("id") {
          box.statements.append(id)
        }
        // An entry's own id comes by here too.
        if id == wanted, path.steps.count > 2 || !(isWanted && targetSection == section) {
          if path.steps.last == .key("id") { return }
          box.uses.append((targetSection, path.description))
        }
      }
      walker.path = EntryPath([
        .key(section.rawValue), entry.entryID.map { .id($0) } ?? .index(position),
      ])
      walked.walk(&walker)
      if let written { found.append((section, written, box.statements)) }
      guard !box.uses.isEmpty, byThen.node(entry, of: section, at: position) != nil else {
        continue
      }
      for (target, path) in box.uses { uses[target, default: []].append(path) }
    }
  }

  private final class Box {
    var statements: [String] = []
    var uses: [(Case.Section, String)] = []
  }
}

/// The written form field by field, nested parts on one line.
private func fields(_ node: Node) -> [EntryView.Field] {
  guard case .map(let pairs) = node.content else { return [] }
  return pairs.map { EntryView.Field(name: $0.key, value: words($0.value)) }
}

private func words(_ node: Node) -> String {
  switch node.content {
  case .null: "nothing"
  // On one line, whatever line breaks the words had.
  case .scalar(let text), .literal(let text):
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  case .list(let items): items.map(words).joined(separator: "; ")
  case .map(let pairs): pairs.map { "\($0.key) \(words($0.value))" }.joined(separator: ", ")
  }
}

/// What each party's position makes of the statement.
private func positionReadings(
  of statement: Case.Statement, _ filtered: FilteredCase
) -> [EntryView.PositionReading] {
  guard let issue = statement.about?.issue else { return [] }
  var lens = filtered.lens
  lens.issues = [issue]
  return positions(filtered.theCase, lens).rows.flatMap { row in
    row.cells.flatMap { cell in
      cell.statements.filter { $0.statement == statement.id }.map { telling in
        EntryView.PositionReading(
          party: cell.party, issue: row.issue, role: telling.role, directness: telling.directness)
      }
    }
  }
}
