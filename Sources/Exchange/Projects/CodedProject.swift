package import CaseModel

/// What another program knows of coded texts, in a form that all of them share: documents, passages of
/// them, and what each passage was coded with.
package struct CodedProject: Sendable {
  /// What it is called.
  package var name = ""
  /// The format, and the program that wrote it where that is known.
  package var origin = ""
  package var documents: [Document] = []
  package var codes: [Code] = []
  package var passages: [Passage] = []
  /// People and bodies that the program lists as such, with attributes.
  package var units: [Unit] = []
  package var parties: [String] = []
  /// Who has a column of stances, and so is a party of a case made of the table unless it names
  /// others.
  var columnParties: [String] = []
  /// Rows of a table that describe issues or actors, and hold no statements.
  package var entries: [[Field]] = []
  /// A table of statements that this program wrote: cells with several names are taken apart.
  package var isOwnTable = false
  /// The format has one speaker and one answer a statement, so that what was one may be several.
  var splitsStatements = false

  package init() {}

  /// A text and where it comes from.
  package struct Document: Sendable, Hashable {
    package var id: String
    package var title: String
    /// Nil where the format has none, or it was not sent along.
    package var text: String?
    /// The text began with a byte order mark, which is no part of ``text``.
    package var hadByteOrderMark = false
    /// The table names no document, and this program made the title up: it identifies no text.
    package var isUntitled = false
    package var author: String?
    package var publisher: String?
    package var published: EDTFDate?
    package var address: String?
    package var language: String?
    package var note: String?

    package init(_ id: String, title: String, text: String? = nil) {
      (self.id, self.title, self.text) = (id, title, text)
    }

    /// `A; B` are two.
    var authors: [String] { author.map(ProjectBuilder.several) ?? [] }

    /// Adds a line to what is known of it.
    mutating func add(note line: String) { note = note.map { "\($0)\n\(line)" } ?? line }

    /// What a line of its description says of it.
    /// - Parameter isOwn: whether this program wrote it, as `Author: …`.
    mutating func take(_ line: String, isOwn: Bool) {
      let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard isOwn, parts.count == 2 else { return add(note: line) }
      switch parts[0] {
      case "Author": author = parts[1]
      case "Publisher": publisher = parts[1]
      case "Published": published = ForeignDate.read(parts[1])
      case "Address": address = parts[1]
      case "Language": language = parts[1]
      default: add(note: line)
      }
    }
  }

  /// A code, by the names of those above it and its own.
  package struct Code: Sendable, Hashable {
    package var id: String
    package var path: [String]
    package var note: String?
    package var colour: String?

    package init(_ id: String, path: [String], note: String? = nil, colour: String? = nil) {
      (self.id, self.path, self.note, self.colour) = (id, path, note, colour)
    }

    /// `Issues/Ceasefire/Truce`.
    package var name: String { path.joined(separator: "/") }
  }

  /// Words of a document, with what they were coded with.
  package struct Passage: Sendable, Hashable {
    package var id: String?
    package var document: String
    /// As the program counts; see ``PositionReading``.
    package var counted: Range<Int>?
    /// In code points of the text.
    package var place: Range<Int>?
    package var exact: String?
    package var prefix: String?
    package var suffix: String?
    /// Ids of codes.
    package var codes: [String] = []
    /// Values by the name of a column or variable, several where a program allows it.
    package var fields: [Field] = []
    package var coder: String?
    package var created: String?
    package var note: String?
    /// Of a table, the number of its row.
    package var row: Int?
    /// One cell of a row with the stances of several.
    var isCell = false

    package init(document: String) { self.document = document }

    /// What programs that know codes alone have no place for, as lines of a description:
    /// `date: 2031-03-01`.
    var factLines: [String] {
      var facts = fields.filter {
        $0.name != "speaksFor" && Self.facts.contains($0.name)
          && !$0.value.contains(where: \.isNewline)
      }
      let bodies = TableWriter.bodies(self)
      if !bodies.isEmpty { facts.insert(Field("speaksFor", bodies), at: 0) }
      return facts.map { "\($0.name): \($0.value)" }
    }

    /// - Returns: whether it is a line of ``factLines``, which is taken over.
    mutating func take(factLine line: String) -> Bool {
      let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, Self.facts.contains(parts[0]), !parts[1].isEmpty else { return false }
      fields.append(.init(parts[0], parts[1]))
      return true
    }

    private static let facts = ["speaksFor", "to", "via", "date", "credibility"]
  }

  /// Whether it is made of the cells of a table of stances.
  package var hasCells: Bool { passages.contains(where: \.isCell) }

  /// Passages with words alone, as a line of a report on what was written.
  package var unplaced: [String] {
    var tally = ExchangeReport.Tally()
    for passage in passages where passage.place == nil {
      tally.add(
        "passages whose place in the text is unknown, with their words alone", passage.id ?? "")
    }
    return tally.lines
  }

  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  package struct Unit: Sendable, Hashable {
    package var name: String
    package var attributes: [Field] = []
    package var note: String?

    package init(_ name: String) { self.name = name }
  }
}
