internal import CaseModel
internal import Crypto
internal import Foundation
internal import GRDB

/// Writes a file that Discourse Network Analyzer 3 opens.
package struct DNAWriter {
  /// What stances other than for and against are written as, since the program knows no others.
  package enum OtherStances: String, Sendable, CaseIterable {
    /// Statements with them are left out.
    case leave
    case agreement, disagreement
  }

  private let project: CodedProject
  private let others: OtherStances
  private let password: String
  private(set) package var report = ExchangeReport()
  private var changed = ExchangeReport.Tally()
  private var left = ExchangeReport.Tally()

  /// - Parameter password: of the coder “Admin”, which the program asks for when the file is opened.
  package init(_ project: CodedProject, others: OtherStances, password: String) {
    (self.project, self.others, self.password) = (project, others, password)
  }

  /// One character less than the program's own limit.
  private static let longest = 190

  /// - Parameter path: of a file that does not exist yet.
  /// - Parameter salt: 16 bytes.
  package mutating func write(to path: String, salt: [UInt8]) throws(ExchangeError) {
    do {
      let queue = try DatabaseQueue(path: path)
      var copy = self
      try queue.write { database in try copy.fill(database, salt) }
      self = copy
      try queue.close()
    } catch let error as ExchangeError {
      throw error
    } catch {
      throw ExchangeError("the database cannot be written: \(error)")
    }
    report.changed = changed.lines
    report.left = left.lines
  }

  private mutating func fill(_ database: Database, _ salt: [UInt8]) throws {
    for statement in DNASchema.tables { try database.execute(sql: statement) }
    try database.execute(
      sql: "INSERT INTO SETTINGS (Property, Value) VALUES ('version', '3.0.7'), ('date', ?)",
      arguments: ["2022-06-12"])
    var coders = ["Admin": 1]
    let hash = Self.hash(password, salt)
    var names = ["Admin"]
    for name in project.passages.compactMap(\.coder) where !names.contains(name) {
      names.append(name)
    }
    for name in names {
      let id = coders[name] ?? coders.count + 1
      coders[name] = id
      try database.execute(
        sql:
          "INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (?, ?, 17, 83, 151, ?)",
        arguments: [id, name == "Admin" ? name : cut(name, "coder names"), hash])
    }
    try database.execute(
      sql:
        "INSERT INTO STATEMENTTYPES (ID, Label, Red, Green, Blue) VALUES (1, 'DNA Statement', 239, 208, 51)"
    )
    for (place, variable) in DNASchema.variables.enumerated() {
      try database.execute(
        sql: "INSERT INTO VARIABLES (ID, Variable, DataType, StatementTypeId) VALUES (?, ?, ?, 1)",
        arguments: [place + 1, variable.name, variable.type])
    }
    let documents = try writeDocuments(database)
    let entities = try writeStatements(database, documents, coders)
    try writeAttributes(database, entities)
    // Who may see and change whose work: the program looks each pair up.
    try database.execute(
      sql: """
        INSERT INTO CODERRELATIONS (Coder, OtherCoder) \
        SELECT A.ID, B.ID FROM CODERS A JOIN CODERS B ON A.ID <> B.ID ORDER BY A.ID, B.ID
        """)
  }

  /// The attributes that the program gives every name, with what the case knows of actors.
  private mutating func writeAttributes(
    _ database: Database, _ entities: [Entity: Int]
  ) throws {
    let names = ["Type", "Alias", "Notes"]
    for variable in 1...3 {
      for (place, name) in names.enumerated() {
        try database.execute(
          sql:
            "INSERT INTO ATTRIBUTEVARIABLES (ID, VariableId, AttributeVariable) VALUES (?, ?, ?)",
          arguments: [(variable - 1) * names.count + place + 1, variable, name])
      }
    }
    for unit in project.units {
      let aliases = unit.attributes.filter { $0.name == "alias" }.map(\.value)
      let values = [
        unit.attributes.first { $0.name == "kind" }?.value ?? "",
        aliases.joined(separator: "; "),
      ]
      for variable in 1...2 {
        guard let entity = entities[Entity(name: Self.shortened(unit.name), variable: variable)]
        else { continue }
        for (place, value) in values.enumerated() where !value.isEmpty {
          try database.execute(
            sql: """
              INSERT OR IGNORE INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) \
              VALUES (?, ?, ?)
              """,
            arguments: [
              entity, (variable - 1) * names.count + place + 1, cut(value, "other names"),
            ])
        }
      }
    }
  }

  /// A name of a variable.
  private struct Entity: Hashable {
    let name: String
    let variable: Int
  }

  private mutating func cut(_ text: String, _ what: String) -> String {
    let shortened = Self.shortened(text)
    if shortened != text {
      changed.add("\(what) cut to \(Self.longest) characters", String(text.prefix(40)))
    }
    return shortened
  }

  static func shortened(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest)))
  }

  private mutating func writeDocuments(
    _ database: Database
  ) throws -> [String: (id: Int, text: DNAText)] {
    var found: [String: (id: Int, text: DNAText)] = [:]
    for document in project.documents {
      guard let text = document.text else { continue }
      let id = found.count + 1
      found[document.id] = (id, DNAText(text))
      if document.published == nil {
        changed.add("documents without a date, dated 1 January 1970", document.title)
      } else if document.published?.isDay == false {
        changed.add(
          "dates of documents that are not a single day, written as their first day", document.title
        )
      }
      try database.execute(
        sql: """
          INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date) \
          VALUES (?, ?, ?, 1, ?, ?, '', ?, '', ?)
          """,
        arguments: [
          id, cut(document.title, "titles"), text, cut(document.author ?? "", "authors"),
          cut(document.publisher ?? "", "publishers"), document.address ?? "",
          Int64(document.published?.earliest.number ?? 0) * 86_400,
        ])
    }
    return found
  }

  private mutating func writeStatements(
    _ database: Database, _ documents: [String: (id: Int, text: DNAText)], _ coders: [String: Int]
  ) throws -> [Entity: Int] {
    var entities: [Entity: Int] = [:]
    var statement = 0
    var value = 0
    func entity(_ name: String, _ variable: Int) throws -> Int {
      let key = Entity(name: name, variable: variable)
      if let id = entities[key] { return id }
      let id = entities.count + 1
      entities[key] = id
      try database.execute(
        sql: "INSERT INTO ENTITIES (ID, VariableId, Value) VALUES (?, ?, ?)",
        arguments: [id, variable, name])
      return id
    }
    for passage in project.passages {
      let name = passage.id ?? ""
      guard let (document, text) = documents[passage.document] else {
        left.add("statements of documents whose text is withheld", name)
        continue
      }
      guard let range = passage.place.flatMap({ text.range($0) }) else {
        left.add("statements whose place in the text is unknown", name)
        continue
      }
      guard let agrees = agreement(passage) else { continue }
      let codings = Self.codings(passage)
      if codings.count > 1 {
        changed.add("statements with several speakers or answers, written as several", name)
      }
      for coding in codings {
        statement += 1
        try database.execute(
          sql: """
            INSERT INTO STATEMENTS (ID, StatementTypeId, DocumentId, Start, Stop, Coder) \
            VALUES (?, 1, ?, ?, ?, ?)
            """,
          arguments: [
            statement, document, range.lowerBound, range.upperBound,
            passage.coder.flatMap { coders[$0] } ?? 1,
          ])
        for (variable, words) in [coding.person, coding.body, coding.concept].enumerated() {
          value += 1
          try database.execute(
            sql:
              "INSERT INTO DATASHORTTEXT (ID, StatementId, VariableId, Entity) VALUES (?, ?, ?, ?)",
            arguments: [
              value, statement, variable + 1,
              try entity(cut(words, "names"), variable + 1),
            ])
        }
        try database.execute(
          sql: "INSERT INTO DATABOOLEAN (ID, StatementId, VariableId, Value) VALUES (?, ?, 4, ?)",
          arguments: [statement, statement, agrees ? 1 : 0])
      }
    }
    report.taken = [
      .init("documents", documents.count), .init("statements", statement),
      .init("names", entities.count), .init("coders", coders.count),
    ]
    return entities
  }

  /// Nil where the statement is left out.
  private mutating func agreement(_ passage: CodedProject.Passage) -> Bool? {
    let name = passage.id ?? ""
    func value(_ field: String) -> String? { passage.fields.first { $0.name == field }?.value }
    switch value("stance") ?? Self.stance(ofAct: value("act")) {
    case "for"?: return true
    case "against"?: return false
    case let other:
      let words = "statements that are \(other.map { "“\($0)”" } ?? "without a stance")"
      switch others {
      case .leave:
        left.add("\(words), as the program knows agreement and disagreement alone", name)
        return nil
      case .agreement, .disagreement:
        changed.add("\(words), written as \(others.rawValue)", name)
        return others == .agreement
      }
    }
  }

  private static func stance(ofAct act: String?) -> String? {
    switch act {
    case "accept", "propose", "demand", "offer", "commit", "concede": "for"
    case "reject", "deny": "against"
    case "condition": "for, if"
    default: nil
    }
  }

  /// One for each speaker and each answer.
  private static func codings(
    _ passage: CodedProject.Passage
  ) -> [(person: String, body: String, concept: String)] {
    var speakers: [(person: String, body: String)] = []
    var concepts: [String] = []
    var issue = ""
    for field in passage.fields {
      switch field.name {
      case "speaker": speakers.append((field.value, field.value))
      case "speaksFor":
        if !speakers.isEmpty { speakers[speakers.count - 1].body = field.value }
      case "issue":
        issue = field.value
        concepts.append(issue)
      case "answer":
        if concepts.last == issue { concepts.removeLast() }
        concepts.append("\(issue): \(field.value)")
      default: break
      }
    }
    return (speakers.isEmpty ? [("", "")] : speakers).flatMap { speaker in
      (concepts.isEmpty ? [""] : concepts).map { (speaker.person, speaker.body, $0) }
    }
  }

  /// As the program stores it: base64 of a salt of 16 bytes and SHA-256, applied 100,000 times, of
  /// salt and password.
  static func hash(_ password: String, _ salt: [UInt8]) -> String {
    var digest = Array(SHA256.hash(data: salt + Array(password.utf8)))
    for _ in 1..<100_000 { digest = Array(SHA256.hash(data: digest)) }
    return Data(salt + digest).base64EncodedString()
  }
}
