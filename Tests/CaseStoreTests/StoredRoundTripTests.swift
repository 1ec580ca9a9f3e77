import CaseModel
import CaseStore
import Foundation
import Interchange
import TestSupport
import Testing

/// What goes into a `.dragoman` file comes out the same, by every way.
@Suite struct StoredRoundTripTests {
  static let seeds: [UInt64] = Array(1...24)

  private func textless(_ seed: UInt64) -> Case {
    randomCase(seed: seed, density: [0.2, 0.6, 1][Int(seed % 3)])
  }

  @Test(arguments: seeds)
  func aCaseComesBackAsItWas(_ seed: UInt64) throws {
    let theCase = textless(seed)
    let store = try TemporaryStore(theCase)
    let stored = try store.open().stored()
    #expect(stored.theCase == theCase)
    #expect(stored.theCase.canonicalHash == theCase.canonicalHash)
    #expect(
      CaseWriter.write(stored.theCase, as: .yaml) == CaseWriter.write(theCase, as: .yaml))
    #expect(store.names == ["case.dragoman"])
  }

  @Test(arguments: seeds)
  func oneCaseBecomesAnotherAndIsTakenBack(_ seed: UInt64) throws {
    let (old, new) = (textless(seed), textless(seed + 1000))
    let store = try TemporaryStore(old)
    let file = try store.open()
    // Read first, so that what follows is only an update and not a full read.
    _ = try file.stored()
    let written = try file.update(by: "anna", at: .start.later(minutes: 1), message: "all new") {
      _ in CaseUpdate(new)
    }
    #expect(try file.stored().theCase == new)
    let other = try store.open(.readOnly)
    #expect(try other.stored().theCase == new)
    #expect(try other.stored().hash == file.stored().hash)
    try file.undo(try #require(written.group), by: "anna", at: .start.later(minutes: 2))
    #expect(try file.stored().theCase == old)
    #expect(try other.stored().theCase == old)
    #expect(try store.open(.readOnly).stored().theCase == old)
    file.close()
    other.close()
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  /// The same entries in another order are another case, and nothing but places changes.
  @Test func anotherOrderMovesFewEntries() throws {
    var theCase = Valley.theCase
    let store = try TemporaryStore(theCase, texts: Valley.texts)
    let file = try store.open()
    theCase.statements.insert(theCase.statements.removeLast(), at: 0)
    let written = try file.update(by: "anna", at: .start, message: "order") { _ in
      CaseUpdate(theCase)
    }
    #expect(written.revisions.map(\.name) == [.entry(.statements, "s5")])
    #expect(try file.stored().theCase == theCase)
    let revision = try file.history(.statements, "s5").last?.revisions.first
    #expect(revision?.isMove == true)
  }

  /// Entries put in at one place over and over use up the room there and move their neighbours.
  @Test func roomBetweenEntriesIsMade() throws {
    var theCase = Case(Case.Header(id: "x", title: "x"))
    theCase.analysts = ["a", "z"].map { Case.Analyst(id: Case.Analyst.ID($0), name: "n") }
    let store = try TemporaryStore(theCase)
    let file = try store.open()
    for number in 0..<60 {
      theCase.analysts.insert(
        Case.Analyst(id: Case.Analyst.ID("b\(number)"), name: "n"), at: 1)
      try file.update(by: "anna", at: .start, message: "in between") { _ in CaseUpdate(theCase) }
    }
    #expect(try file.stored().theCase == theCase)
    #expect(try store.open(.readOnly).stored().theCase == theCase)
  }

  @Test func textsComeBackByteForByte() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let stored = try store.open(.readOnly).stored()
    #expect(stored.texts["report"].text == Valley.report)
  }

  @Test func aTextThatIsMissingStaysMissing() throws {
    let store = try TemporaryStore(Valley.theCase)
    #expect(try store.open(.readOnly).stored().texts["report"] == .missing)
  }

  @Test func aTextThatCannotBeReadIsRefusedAndNothingMade() throws {
    let store = try TemporaryStore()
    #expect(throws: StoreError.self) {
      try DragomanFile.create(
        Valley.theCase, texts: CaseTexts(["report": .unreadable("not UTF-8")]), at: store.path,
        by: "anna", on: .start, message: "begin")
    }
    #expect(store.names.isEmpty)
  }

  @Test func nothingIsWrittenOverAFileThatIsThere() throws {
    let store = try TemporaryStore(Valley.theCase)
    let before = store.bytes
    let fault = #expect(throws: StoreError.self) {
      try DragomanFile.create(
        Valley.theCase, at: store.path, by: "anna", on: .start, message: "again")
    }
    #expect(fault?.kind == .exists)
    #expect(store.bytes == before)
    #expect(store.names == ["case.dragoman"])
  }
}
