package import CaseModel
internal import GRDB

extension DragomanFile {
  /// Where in the case a search need look: see ``SearchScope``. What it leaves out cannot hold the
  /// words; so `search` of StateOfPlay within it finds what it finds without, only sooner.
  ///
  /// - Parameters:
  ///   - theCase: the case that is searched: as a lens has cut it, so that names of what is hidden
  ///     are no names for it.
  ///   - isRedacted: confidential entries are not looked at.
  /// - Complexity: O(index entries of the words, and what was written since the index was brought up
  ///   to date, which is done first where that is much and the file is open for writing).
  package func searchScope(
    for query: String, in theCase: Case, isLiteral: Bool = false, isRedacted: Bool = false
  ) throws(StoreError) -> SearchScope {
    let asked = SearchQuery(query, names: theCase.nameLists, isLiteral: isLiteral)
    let expressions = asked.demands.map { words in
      words.map(Self.expression).joined(separator: " AND ")
    }
    catchUpIndex()
    return try read { db in
      var scope = SearchScope()
      for row in try SearchIndex.behind(db, try SearchIndex.upTo(db))
      where !isRedacted || !SearchIndex.isConfidential(row.content) {
        scope.insert(row.name)
      }
      for expression in expressions {
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT record.kind, record.key FROM words JOIN record ON record.row = words.rowid
            WHERE words MATCH ?\(isRedacted ? " AND words.confidential = 0" : "")
            """, arguments: [expression])
        while let row = try rows.next() {
          let (kind, key): (String, String) = (try row.at(0), try row.at(1))
          if let name = RecordName(kind: kind, key: key) { scope.insert(name) }
        }
      }
      return scope
    }
  }

  /// Brings the index up to date where it has fallen far behind and that can be done now: it is a help
  /// for searching, and nothing waits for it or fails with it.
  func catchUpIndex() {
    guard access == .readWrite, let isBehind = try? read({ try SearchIndex.isFarBehind($0) }),
      isBehind, (try? damage())?.isEmpty == true
    else { return }
    try? write(isPatient: false) { try SearchIndex.catchUp($0) }
  }

  /// FTS5's own language; every word stands in quotes, so that none is read as a part of it.
  private static func expression(_ word: SearchQuery.IndexDemand) -> String {
    var parts: [String] = []
    parts += word.beginnings.map { "raw : \(quoted($0)) *" }
    parts += word.forms.map { "spelt : \(quoted($0))" }
    parts += word.longForms.map { "spelt : \(quoted($0)) *" }
    return "(" + parts.joined(separator: " OR ") + ")"
  }

  private static func quoted(_ word: String) -> String {
    "\"" + word.replacing("\"", with: "\"\"") + "\""
  }
}

extension SearchScope {
  fileprivate mutating func insert(_ name: RecordName) {
    switch name {
    case .entry(let section, let key): insert(section, key: key)
    case .text(let file): files.insert(file)
    case .header, .setting: break
    }
  }
}
