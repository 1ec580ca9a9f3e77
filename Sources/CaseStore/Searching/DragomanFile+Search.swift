public import CaseModel
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
  public func searchScope(
    for query: String, in theCase: Case, isLiteral: Bool = false, isRedacted: Bool = false
  ) throws(StoreFault) -> SearchScope {
    let asked = SearchTerms(query, names: theCase.nameLists, isLiteral: isLiteral)
    guard !asked.isEmpty else { return SearchScope() }
    catchUpIndex()
    return try read { db in
      var always = FoundRecords()
      for row in try SearchIndex.behind(db, try SearchIndex.upTo(db))
      where !isRedacted || !SearchIndex.isConfidential(row.content) {
        always.insert(row.name)
      }
      // What every word may be found in, by the word itself or by the entries it names.
      var scope: FoundRecords?
      for term in asked.terms {
        var found = always
        for alternative in term.alternatives {
          var all: FoundRecords?
          for query in alternative {
            let one = try records(query.demands, db, isRedacted: isRedacted)
            all = all.map { $0.intersection(one) } ?? one
          }
          found.formUnion(all ?? FoundRecords())
        }
        found.insertStatements(of: theCase)
        scope = scope.map { $0.intersection(found) } ?? found
      }
      return (scope ?? FoundRecords()).scope
    }
  }

  /// The records in which all words of one of the phrases occur.
  private func records(
    _ phrases: [[SearchQuery.IndexDemand]], _ db: Database, isRedacted: Bool
  ) throws -> FoundRecords {
    var found = FoundRecords()
    for words in phrases {
      let expression = words.map(Self.expression).joined(separator: " AND ")
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT record.kind, record.key FROM words JOIN record ON record.row = words.rowid
          WHERE words MATCH ?\(isRedacted ? " AND words.confidential = 0" : "")
          """, arguments: [expression])
      while let row = try rows.next() {
        let (kind, key): (String, String) = (try row.at(0), try row.at(1))
        if let name = RecordName(kind: kind, key: key) { found.insert(name) }
      }
    }
    return found
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
