import CaseModel
import CaseStore
import Foundation
import GRDB
import TestSupport

/// A folder of its own, which goes when the test is over, and files in it.
final class TemporaryStore {
  private let own: TemporaryFolder
  var folder: URL { own.url }
  var path: String { place("case.dragoman") }

  init() throws {
    own = try TemporaryFolder()
  }

  /// With a file of `theCase` in it, made at ``Moment/start``.
  convenience init(_ theCase: Case, texts: CaseTexts = CaseTexts()) throws {
    try self.init()
    try DragomanFile.create(
      theCase, texts: texts, at: path, by: "anna", on: .start, message: "begin")
  }

  func place(_ name: String) -> String { own.place(name) }
  func open(_ access: DragomanFile.Access = .readWrite) throws -> DragomanFile {
    try DragomanFile.open(path, access)
  }

  var bytes: [UInt8] { (try? Data(contentsOf: URL(fileURLWithPath: path))).map(Array.init) ?? [] }

  func put(_ bytes: [UInt8], at path: String? = nil) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path ?? self.path))
  }

  /// The names of everything in the folder, hidden things too.
  var names: [String] { own.names }

  /// Runs SQL as another program would.
  func run(_ sql: String, at name: String = "case.dragoman") throws {
    let queue = try DatabaseQueue(path: place(name))
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// Runs `body` while another program reads the file as it is now.
  func whileAnotherReads<Value>(_ body: () throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.inDatabase { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM revision")
      defer { try? db.execute(sql: "ROLLBACK") }
      return try body()
    }
  }

  /// Runs `body` while another program holds the right to write.
  func whileAnotherWrites(_ body: () throws -> Void) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      try body()
      try db.execute(sql: "ROLLBACK")
    }
  }
}

extension Moment {
  /// 1 March 2026, ten o'clock.
  static let start = Moment("2026-03-01T10:00:00.000Z") ?? Moment(milliseconds: 0)

  func later(days: Int64 = 0, minutes: Int64 = 0) -> Moment {
    Moment(milliseconds: milliseconds + days * 86_400_000 + minutes * 60_000)
  }
}

/// A small case with texts, confidential entries and names in two scripts.
enum Valley {
  static let report = SourceText(
    "The envoy of Київ said: turns at the sluice.\nThe other side was silent. Müller wrote it down.\n"
  )

  static let theCase: Case = {
    var theCase = Case(Case.Header(id: "valley", title: "Talks on the valley", parties: ["north"]))
    var north = Case.Actor(id: "north", name: "Kyiv", kind: .state)
    north.aliases = ["Kiev", "Київ"]
    theCase.actors = [north, Case.Actor(id: "south", name: "Володимир Зеленський", kind: .person)]
    theCase.issues = [Case.Issue(id: "water", title: "Who opens the sluice", kind: .negotiable)]
    theCase.sources = [
      Case.Source(
        id: "report", title: "The report",
        text: Case.TextRecord(file: "texts/report.txt", sha256: report.digest))
    ]
    theCase.statements = (1...5).map { number in
      var statement = Case.Statement()
      statement.id = Case.Statement.ID("s\(number)")
      statement.source = "report"
      statement.quote = Quote([QuoteAnchor(number, number + 8, in: report) ?? QuoteAnchor()])
      statement.gist = "Gist number \(number) on turns"
      statement.speaker = ["north"]
      statement.act = .demand
      statement.about = .issue("water", .none)
      return statement
    }
    theCase.statements[4].provenance.confidential = true
    theCase.statements[4].gist = "MARKER of a secret"
    var note = Case.Note()
    note.to = EntryReference(.statements, "s1")
    note.text = "MARKER in a note"
    note.confidential = true
    theCase.notes = [note]
    return theCase
  }()

  static let texts = CaseTexts(["report": .loaded(report)])
}
