package import CaseModel

/// A case into which what another program coded is brought: which of its sources and statements a
/// document and a passage are.
package struct ExistingCase: Sendable {
  package let theCase: Case
  package let texts: CaseTexts
  let index: CaseIndex

  private var bySpan: [Span: [Int]] = [:]
  private var byQuote: [Words: [Int]] = [:]
  private var byID: [String: Int] = [:]
  private var spans: [[Range<Int>]] = []
  private var byDigest: [SHA256Digest: Int] = [:]
  private var byWords: [SHA256Digest: Int] = [:]
  /// By title, address or id the place of a source; nil where several are called so.
  private var byName: [String: Int?] = [:]
  private let files: Set<String>
  private let notes: Set<NoteKey>

  /// What a table of the positions in the case holds, cell by cell.
  private var cells: Set<[String]> = []

  private struct NoteKey: Hashable {
    let entry: String
    let text: String
  }

  private struct Span: Hashable {
    let source: Case.Source.ID
    let range: Range<Int>
  }

  private struct Words: Hashable {
    let source: Case.Source.ID
    let exact: String
  }

  /// A source that a document is.
  struct Found {
    let source: Case.Source
    /// As the case has it; nil where it is withheld.
    let text: SourceText?
    /// The same bytes, so that places are the same.
    let isSameText: Bool
  }

  package init(_ theCase: Case, _ texts: CaseTexts) {
    self.theCase = theCase
    self.texts = texts
    index = CaseIndex(theCase)
    files = Set(theCase.sources.compactMap(\.text.file))
    notes = Set(theCase.notes.map { NoteKey(entry: $0.to.id, text: $0.text) })
    for (place, source) in theCase.sources.enumerated() { note(source, at: place) }
    for (place, statement) in theCase.placed(in: texts).statements.enumerated() {
      byID[statement.id.raw] = place
      spans.append(statement.quote.spans.filter(\.isPlaced).map { $0.start..<$0.end })
      for range in spans[place] {
        bySpan[Span(source: statement.source, range: range), default: []].append(place)
      }
      for exact in statement.quote.spans.compactMap(\.exact) {
        byQuote[Words(source: statement.source, exact: exact), default: []].append(place)
      }
    }
  }

  private mutating func note(_ source: Case.Source, at place: Int) {
    let text = texts[source.id].text
    if let digest = text?.digest ?? source.text.sha256, byDigest[digest] == nil {
      byDigest[digest] = place
    }
    if let text {
      let words = SHA256Digest(of: Self.plain(text.bytes))
      if byWords[words] == nil { byWords[words] = place }
    }
    for name in Set([source.id.raw, source.title, source.url ?? ""].map(Names.plain))
    where !name.isEmpty {
      byName.updateValue(byName[name] == nil ? place : nil, forKey: name)
    }
  }

  /// Without a byte order mark, with plain line ends, and nothing after the last word: how programs
  /// keep the same text.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var last: UInt8 = 0
    for byte in bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
      // A carriage return alone ends a line too.
      let isSecond = byte == UInt8(ascii: "\n") && last == UInt8(ascii: "\r")
      if !isSecond { plain.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte) }
      last = byte
    }
    while let last = plain.last, last <= 0x20 { plain.removeLast() }
    return plain
  }

  // MARK: A matrix of its positions

  /// Takes note of the table in which the positions of the case are written for other programs, with its
  /// head: a cell of it that comes back says nothing new.
  package mutating func know(matrix rows: [[String]]) {
    guard let head = rows.first else { return }
    for row in rows.dropFirst() {
      for (column, value) in zip(head, row).dropFirst(3) where !value.isEmpty {
        for part in ProjectBuilder.several(value) { cells.insert([row[0], row[1], column, part]) }
      }
    }
  }

  func holds(cell: CodedProject.Field, of issue: String, _ answer: String) -> Bool {
    cells.contains([issue, answer, cell.name, cell.value])
  }

  // MARK: Sources

  /// The source that a document without a text is by its title, address or id, where the case does not
  /// show its text either.
  func withheldSource(_ document: CodedProject.Document) -> Case.Source? {
    guard document.text == nil, !document.isUntitled else { return nil }
    let names = [document.address ?? "", document.id, document.title]
      .flatMap { [$0, $0.replacing("urn:dragoman:source:", with: "")] }.map(Names.plain)
    guard let place = names.lazy.compactMap({ byName[$0] ?? nil }).first else { return nil }
    let source = theCase.sources[place]
    return texts[source.id].text == nil ? source : nil
  }

  /// Gives documents without a text that of the case's source of the same title, address or id. Of a
  /// table that has grown since it was last taken over, the new rows become a document of their own.
  /// - Returns: the titles of those that were given one.
  package func supplyTexts(to project: inout CodedProject) -> [String] {
    var members: [String: [Int]] = [:]
    for (place, passage) in project.passages.enumerated() {
      members[passage.document, default: []].append(place)
    }
    var titles: [String] = []
    var place = 0
    while place < project.documents.count {
      defer { place += 1 }
      let document = project.documents[place]
      guard document.text == nil, let own = members[document.id], !own.isEmpty else { continue }
      let names = [document.address ?? "", document.id, document.title].map(Names.plain)
      guard let found = names.lazy.compactMap({ byName[$0] ?? nil }).first,
        let text = texts[theCase.sources[found].id].text
      else { continue }
      let quotations = QuotationText(text, project.passages, own)
      // Under a title of this program's own only what it made itself is looked for.
      if document.isUntitled, document.names.isEmpty, quotations == nil,
        !own.contains(where: { project.passages[$0].isQuoted(in: text) })
      {
        continue
      }
      let rest = own.filter { place in
        guard let quotations else { return !project.passages[place].isFound(in: text) }
        project.passages[place].place = quotations.range(project.passages[place].ownWords)
        return project.passages[place].place == nil
      }
      guard rest.count < own.count else { continue }
      project.documents[place].text = String(decoding: text.bytes, as: UTF8.self)
      titles.append(document.title)
      guard !rest.isEmpty else { continue }
      var next = document
      (next.id, next.title) = Self.next(document)
      project.documents.append(next)
      members[next.id] = rest
      for place in rest { project.passages[place].document = next.id }
    }
    return titles
  }

  /// `Statements`, `Statements (2)`, `Statements (3)`: each name is looked for in turn.
  private static func next(_ document: CodedProject.Document) -> (id: String, title: String) {
    if let match = document.title.wholeMatch(of: /(.*) \((\d+)\)/), let number = Int(match.2) {
      return ("\(match.1) (\(number + 1))", "\(match.1) (\(number + 1))")
    }
    return ("\(document.title) (2)", "\(document.title) (2)")
  }

  /// The source whose text a document has.
  func source(of text: SourceText) -> Found? {
    if let place = byDigest[text.digest] {
      let source = theCase.sources[place]
      return Found(source: source, text: texts[source.id].text, isSameText: true)
    }
    guard let place = byWords[SHA256Digest(of: Self.plain(text.bytes))] else { return nil }
    let source = theCase.sources[place]
    return Found(source: source, text: texts[source.id].text, isSameText: false)
  }

  /// Whether a source of that title is there, perhaps with another text.
  func hasSource(titled title: String) -> Bool { byName[Names.plain(title)] != nil }

  /// Whether a text of the case lies in that place.
  func holds(_ file: String) -> Bool { files.contains(file) }

  // MARK: Statements

  /// The place of the statement that this is: the one of the same id on the same words, else one on
  /// the same words, of the same speakers, on the same issue, and not by another coder.
  ///
  /// - Parameter isPlaced: whether the file says where its words stand; else equal words are the same
  ///   wherever they stand, as short ones stand in many places.
  /// - Parameter isPart: whether it may be one of several that a statement of several speakers was
  ///   made into.
  func place(
    of statement: Case.Statement, called wish: String?, isPlaced: Bool, isPart: Bool = false
  ) -> Int? {
    guard let span = statement.quote.spans.first else { return nil }
    let range = span.start..<span.end
    if let wish, let place = byID[wish], theCase.statements[place].source == statement.source {
      let isAlike =
        !isPlaced && theCase.statements[place].quote.spans.contains { $0.exact == span.exact }
      if isAlike || spans[place].contains(where: { $0.overlaps(range) }) { return place }
    }
    let here = bySpan[Span(source: statement.source, range: range)] ?? []
    let alike =
      isPlaced
      ? [] : span.exact.flatMap { byQuote[Words(source: statement.source, exact: $0)] } ?? []
    func isOf(_ own: Case.Statement, _ isPart: Bool) -> Bool {
      let (mine, theirs) = (Set(own.speaker), Set(statement.speaker))
      return mine == theirs || isPart && !theirs.isEmpty && theirs.isSubset(of: mine)
    }
    func place(isPart: Bool) -> Int? {
      (here + alike).first { place in
        let own = theCase.statements[place]
        guard isOf(own, isPart) else { return false }
        if let by = statement.provenance.by, let other = own.provenance.by, by != other {
          return false
        }
        let issues = (own.about?.parts ?? []).compactMap(\.issue)
        guard let issue = statement.about?.issue else { return issues.isEmpty }
        return issues.contains(issue)
      }
    }
    return place(isPart: false) ?? (isPart ? place(isPart: true) : nil)
  }

  /// Whether a note of these words stands at the entry.
  func hasNote(_ text: String, at entry: String) -> Bool {
    notes.contains(NoteKey(entry: entry, text: text))
  }
}
