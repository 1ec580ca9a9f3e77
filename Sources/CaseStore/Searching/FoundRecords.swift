internal import CaseModel

/// The records in which an index finds a word.
struct FoundRecords {
  /// By id; entries without one as `#`.
  private var entries: [Case.Section: Set<String>] = [:]
  private var files: Set<String> = []

  mutating func insert(_ name: RecordName) {
    switch name {
    case .entry(let section, let key):
      // A `~` distinguishes entries of one id; ids contain neither.
      entries[section, default: []].insert(
        key.hasPrefix("#") ? "#" : String(key.prefix { $0 != "~" }))
    case .text(let file): files.insert(file)
    case .header, .setting: break
    }
  }

  mutating func formUnion(_ other: FoundRecords) {
    entries.merge(other.entries) { $0.union($1) }
    files.formUnion(other.files)
  }

  func intersection(_ other: FoundRecords) -> FoundRecords {
    var both = FoundRecords()
    for (section, ids) in entries {
      guard let others = other.entries[section] else { continue }
      both.entries[section] = ids.intersection(others)
    }
    both.files = files.intersection(other.files)
    return both
  }

  /// A statement is found by the name of its speaker and the title of its issue as well.
  mutating func insertStatements(of theCase: Case) {
    let actors = entries[.actors] ?? []
    let issues = entries[.issues] ?? []
    guard !actors.isEmpty || !issues.isEmpty else { return }
    for statement in theCase.statements
    where statement.speaker.contains(where: { actors.contains($0.raw) })
      || statement.about?.issues.contains(where: { issues.contains($0.raw) }) == true
    {
      entries[.statements, default: []].insert(statement.id.raw)
    }
  }

  var scope: SearchScope {
    var scope = SearchScope()
    for (section, ids) in entries {
      for id in ids { scope.insert(section, key: id) }
    }
    scope.files = files
    return scope
  }
}
