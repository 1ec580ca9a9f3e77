internal import CaseModel

/// A table of statements: CSV or the first sheet of a workbook, a statement a row.
package enum TableReader {
  package static func project(
    csv bytes: [UInt8]
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    try project(try CSVRows(bytes).rows)
  }

  package static func project(
    xlsx bytes: [UInt8], sheet: String? = nil
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    let book = try XLSXRows(bytes, sheet: sheet)
    var result = try project(book.rows)
    if sheet == nil, book.sheets.count > 1 {
      result.report.left.append(
        "the sheets \(book.sheets.dropFirst().joined(separator: ", ")); another can be chosen by its name"
      )
    }
    return result
  }

  private static func project(
    _ rows: [[String]]
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    guard let head = rows.first, head.contains(where: { !$0.trimmed.isEmpty }) else {
      throw ExchangeError("the table is empty", hint: "its first row names the columns")
    }
    var project = CodedProject()
    var names: [String] = []
    for (place, title) in head.enumerated() {
      let name = title.trimmed.isEmpty ? "column \(place + 1)" : title.trimmed
      names.append(names.contains(name) ? "\(name) (\(place + 1))" : name)
    }
    for row in rows.dropFirst() {
      var passage = CodedProject.Passage(document: "")
      for (name, value) in zip(names, row) where !value.isEmpty {
        passage.fields.append(.init(name, Self.plain(value)))
      }
      project.passages.append(passage)
    }
    guard !project.passages.isEmpty else {
      throw ExchangeError("the table has a head and no rows")
    }
    return (project, ExchangeReport())
  }

  /// Without the apostrophe that keeps a spreadsheet from running a cell as a formula.
  private static func plain(_ value: String) -> String {
    guard value.first == "'", let next = value.dropFirst().first, "=+-@\t".contains(next) else {
      return value
    }
    return String(value.dropFirst())
  }
}

extension CodedProject {
  /// Documents, places and words from the columns that the mapping names so.
  package mutating func takeColumns(_ mapping: ExchangeMapping) {
    func value(_ passage: Passage, _ column: ExchangeMapping.Column) -> String? {
      passage.fields.first { mapping.columns[$0.name] == column }?.value
    }
    var known = Set(documents.map(\.id))
    for place in passages.indices where passages[place].document.isEmpty {
      let passage = passages[place]
      let title = value(passage, .source).map(Names.plain) ?? "Statements"
      passages[place].document = title
      if known.insert(title).inserted {
        var document = Document(title, title: title)
        document.author = value(passage, .author)
        document.publisher = value(passage, .publisher)
        document.published = value(passage, .published).flatMap { ForeignDate.read($0) }
        document.address = value(passage, .address)
        document.language = value(passage, .language)
        documents.append(document)
      }
      passages[place].id = value(passage, .id)
      passages[place].exact = value(passage, .quote)
      if let start = value(passage, .start).flatMap({ Int($0) }),
        let end = value(passage, .end).flatMap({ Int($0) }), start >= 0, end > start
      {
        passages[place].counted = start..<end
      }
    }
  }

  /// Gives documents the texts of files, by their title, their address or their id.
  ///
  /// - Returns: the names of files that no document has.
  package mutating func takeTexts(_ files: [(name: String, bytes: [UInt8])]) -> [String] {
    var unused: [String] = []
    for file in files {
      let stem = file.name.split(separator: "/").last.map(String.init) ?? file.name
      let base = stem.lastIndex(of: ".").map { String(stem[..<$0]) } ?? stem
      let place = documents.firstIndex { document in
        guard document.text == nil else { return false }
        let last = document.address?.split(separator: "/").last.map(String.init)
        return [document.title, document.id, last ?? ""].contains { [stem, base].contains($0) }
          || Slug.from(document.title)?.raw == base || Slug.from(document.id)?.raw == base
      }
      guard let place else {
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
