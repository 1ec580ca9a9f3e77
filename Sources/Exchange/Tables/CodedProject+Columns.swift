internal import CaseModel

/// What the rows of a table are, by the mapping of its columns.
extension CodedProject {
  fileprivate typealias Row = [ExchangeMapping.Column: String]

  /// Documents, places and words from the columns that the mapping names so.
  /// - Returns: what of the rows cannot be read.
  @discardableResult
  package mutating func takeColumns(_ mapping: ExchangeMapping) -> [String] {
    let isTable = !passages.isEmpty && passages.allSatisfy { $0.document.isEmpty }
    if isTable, !mapping.holdsStatements(Set(passages.lazy.flatMap { $0.fields.map(\.name) })) {
      entries = passages.map(\.fields)
      passages = []
      return []
    }
    var left = ExchangeReport.Tally()
    if isTable { takeRows(mapping, &left) }
    takeCells(mapping, &left)
    return left.lines
  }

  private mutating func takeRows(_ mapping: ExchangeMapping, _ left: inout ExchangeReport.Tally) {
    let rows = passages.map { passage -> Row in
      var row: Row = [:]
      for (column, field) in mapping.columns(of: passage.fields)
      where row[column] == nil && field.value.contains(where: { !$0.isWhitespace }) {
        row[column] = field.value
      }
      return row
    }
    // Documents of one title that were published on different days, or in different places, are
    // several.
    var marks: [String: Set<String>] = [:]
    for row in rows where row[.sourceID] == nil && row.mark != "" {
      marks[row.title, default: []].insert(row.mark)
    }
    var known = Set(documents.map(\.id))
    var given: Set<String> = []
    for (place, row) in rows.enumerated() {
      let title = row.title
      let isOne = row.mark.isEmpty || (marks[title]?.count ?? 0) < 2
      let id = row[.sourceID].map(Names.plain) ?? (isOne ? title : "\(title) \(row.mark)")
      passages[place].document = id
      if known.insert(id).inserted {
        documents.append(document(id, row, passages[place].fields, mapping, &left))
      }
      passages[place].id = row[.id]
      if let id = row[.id]?.trimmed { noteID(id, &given, &left) }
      passages[place].exact = row[.quote] ?? passages[place].exact
      guard row[.start] != nil || row[.end] != nil else { continue }
      if let start = row[.start].flatMap({ Int($0.trimmed) }),
        let end = row[.end].flatMap({ Int($0.trimmed) }), start >= 0, end > start
      {
        passages[place].counted = start..<end
      } else {
        left.add(
          "places in a text that cannot be read", row[.id] ?? passages[place].rowWords(place))
      }
    }
  }

  /// An id that is not valid here, or that an earlier row has, is not kept.
  private func noteID(
    _ id: String, _ given: inout Set<String>, _ left: inout ExchangeReport.Tally
  ) {
    guard Slug.isSlug(id) else {
      return left.add(
        "ids that are not valid here, replaced by others", id.shortened(to: 40))
    }
    // In a table of this program the parts of one statement have rows of their own.
    if !given.insert(id).inserted, !isOwnTable {
      left.add("ids that an earlier row has, replaced by others", id)
    }
  }

  private func document(
    _ id: String, _ row: Row, _ fields: [Field], _ mapping: ExchangeMapping,
    _ left: inout ExchangeReport.Tally
  ) -> Document {
    var document = Document(id, title: row.title)
    document.isUntitled = row[.source] == nil
    document.author = row[.author]
    document.publisher = row[.publisher]
    document.address = row[.address]
    document.language = row[.language]
    for (column, field) in mapping.columns(of: fields) {
      switch column {
      case .published where document.published == nil:
        document.published = ForeignDate.read(field.value, mapping.dates[field.name])
        if document.published == nil, !field.value.trimmed.isEmpty {
          left.add("dates of documents that cannot be read", field.value)
        }
      case .sourceNote where !field.value.trimmed.isEmpty:
        document.add(note: "\(field.name): \(Names.plain(field.value))")
      default: break
      }
    }
    return document
  }

  /// Of a row with the stances of several actors, or on several issues, each cell becomes a passage of
  /// its own; a row without any describes an issue.
  private mutating func takeCells(
    _ mapping: ExchangeMapping, _ left: inout ExchangeReport.Tally
  ) {
    let kinds = mapping.columns.filter { $0.value == .stanceOf || $0.value == .issueOf }
    guard !kinds.isEmpty else { return }
    for name in passages.lazy.flatMap(\.fields).map(\.name) where kinds[name] == .stanceOf {
      let actor = mapping.actors[name] ?? name
      if !columnParties.contains(actor) { columnParties.append(actor) }
    }
    var without: [[Field]] = []
    passages = passages.flatMap { row -> [Passage] in
      let cells = row.fields.flatMap { field -> [Field] in
        switch kinds[field.name] {
        case .stanceOf?:
          return ProjectBuilder.several(field.value).compactMap { value in
            if mapping.isStance(value) { return Field(field.name, value) }
            left.add("cells that are not a stance", "\(row.rowWords()), \(field.name): \(value)")
            return nil
          }
        case .issueOf?:
          if Self.isNothing(field.value) { return [] }
          if mapping.isCount(field) { return [field] }
          left.add(
            "cells that are not the number of a category",
            "\(row.rowWords()), \(field.name): \(Names.plain(field.value))")
          return []
        default: return []
        }
      }
      func fields(_ column: ExchangeMapping.Column) -> [String] {
        row.fields.filter { mapping.columns[$0.name] == column }.map(\.value)
      }
      guard !cells.isEmpty else {
        let own: [ExchangeMapping.Column] = [.quote, .start, .gist, .stance, .act]
        if own.contains(where: { !fields($0).isEmpty }) { return [row] }
        without.append(row.fields)
        return []
      }
      let about = (fields(.issue) + fields(.answer)).joined(separator: ": ")
      return cells.enumerated().map { number, cell in
        var passage = row
        // What is left out is named once.
        passage.fields.removeAll { field in
          let column = mapping.columns[field.name] ?? .ignore
          return kinds[field.name] != nil || column == .id || column == .ignore && number > 0
        }
        passage.fields.append(cell)
        passage.isCell = true
        passage.id = nil
        if fields(.quote).isEmpty {
          let name = cell.name
          passage.exact =
            kinds[name] == .issueOf
            ? "\(mapping.issues[name] ?? name): \(cell.value)"
            : "\(about) – \(mapping.actors[name] ?? name): \(cell.value)"
        }
        return passage
      }
    }
    entries += without
  }

  /// `0` in a column of an issue: the row is not about it.
  private static func isNothing(_ value: String) -> Bool {
    ["", "0", "0.0", "no", "false", "na", "n/a", "-"].contains(value.trimmed.lowercased())
  }

  /// Gives documents the texts of files, by their title, their address or their id.
  ///
  /// - Returns: the names of files that no document has.
  package mutating func takeTexts(_ files: [(name: String, bytes: [UInt8])]) -> [String] {
    var places: [String: [Int]] = [:]
    for (place, document) in documents.enumerated() where document.text == nil {
      let last = document.address?.split(separator: "/").last.map(String.init)
      let names = document.names
      let slugs = names.compactMap { Slug.from($0)?.raw }
      for name in Set(names + [last ?? ""] + slugs) where !name.isEmpty {
        places[name, default: []].append(place)
      }
    }
    var unused: [String] = []
    for file in files {
      let stem = file.name.split(separator: "/").last.map(String.init) ?? file.name
      let base = stem.lastIndex(of: ".").map { String(stem[..<$0]) } ?? stem
      let wanted = [stem, base].flatMap { places[$0] ?? [] }
      guard let place = wanted.filter({ documents[$0].text == nil }).min() else {
        unused.append(file.name)
        continue
      }
      let text = ForeignText(file.bytes)
      documents[place].text = text.text
      documents[place].hadByteOrderMark = text.hadByteOrderMark
    }
    return unused
  }
}

extension CodedProject.Document {
  /// What a text that belongs to it may be called. A title that this program made up is not one.
  var names: [String] {
    guard isUntitled else { return [title, id] }
    return id.hasPrefix(title) ? [] : [id]
  }
}

extension CodedProject.Passage {
  /// `row 3`
  /// - Parameter place: among all rows, where the number is not known.
  func rowWords(_ place: Int = 0) -> String { "row \(row ?? place + 2)" }
}

extension ExchangeMapping {
  /// Whether a cell under an actor is a stance, or an act that is taken for one.
  fileprivate func isStance(_ value: String) -> Bool { stances[value] != nil || acts[value] != nil }

  /// Whether a cell under an issue says how far something is about it. In the databases of peace
  /// agreements it is a number; one below zero is their sign for what is not known.
  fileprivate func isCount(_ field: CodedProject.Field) -> Bool {
    if stances[field.value] != nil || IssueFamily.counted(by: field.name) == nil { return true }
    return Double(field.value.trimmed).map { $0 >= 0 } == true
  }
}

extension [ExchangeMapping.Column: String] {
  fileprivate var title: String { self[.source].map(Names.plain) ?? "Statements" }

  /// What may tell documents of one title apart.
  fileprivate var mark: String {
    [self[.published], self[.address]].compactMap { $0.map(Names.plain) }.joined(separator: " ")
  }
}
