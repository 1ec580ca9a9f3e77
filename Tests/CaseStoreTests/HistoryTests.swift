import CaseModel
import CaseStore
import Interchange
import StateOfPlay
import Testing

/// The history: only ever added to, in order, undone by adding, and what it shows of what was known.
@Suite struct HistoryTests {
  private func note(_ text: String, confidential: Bool = false) -> Case.Note {
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "s1"), text)
    note.confidential = confidential
    return note
  }

  @Test(arguments: [
    "UPDATE revision SET content = 'x' WHERE number = 3", "DELETE FROM revision WHERE number = 3",
    "UPDATE revision_group SET who = 'x'", "DELETE FROM revision_group",
  ])
  func theHistoryIsOnlyEverAddedTo(_ sql: String) throws {
    let store = try TemporaryStore(Valley.theCase)
    #expect(throws: (any Error).self) { try store.run(sql) }
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test func theLogIsNewestFirstInPages() throws {
    let store = try TemporaryStore(Valley.theCase)
    let file = try store.open()
    for number in 1...5 {
      try file.addNote(note("\(number)"), by: "anna", at: .start.later(minutes: Int64(number)))
    }
    let page = try file.log(limit: 4)
    #expect(page.items.map(\.group.number) == [6, 5, 4, 3])
    #expect(page.next == 2)
    let rest = try file.log(from: page.next, limit: 4)
    #expect(rest.items.map(\.group.number) == [2, 1])
    #expect(rest.next == nil)
    #expect(rest.items[1].group.count == 11)
    #expect(try file.group(1)?.revisions.count == 11)
    #expect(try file.group(99) == nil)
  }

  @Test func anUndoIsAChangeAndCanBeUndone() throws {
    let store = try TemporaryStore(Valley.theCase)
    let file = try store.open()
    let added = try #require(try file.addNote(note("one"), by: "anna", at: .start).group)
    let undone = try file.undo(added, by: "boris", at: .start)
    #expect(try file.stored().theCase == Valley.theCase)
    #expect(try file.group(try #require(undone.group))?.group.undoes == added)
    let again = try file.undo(try #require(undone.group), by: "anna", at: .start)
    #expect(try file.stored().theCase.notes.map(\.text) == ["MARKER in a note", "one"])
    #expect(again.revisions.map(\.name) == undone.revisions.map(\.name))
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test func whatWasChangedSinceIsNotUndone() throws {
    let store = try TemporaryStore(Valley.theCase)
    let file = try store.open()
    var statement = Valley.theCase.statements[0]
    var groups: [Int] = []
    for gist in ["first", "second"] {
      statement.gist = gist
      let written = try file.write(
        statement, expectedRevision: try file.stored().revision(of: .statements, id: "s1"),
        by: "anna", at: .start, message: gist)
      groups.append(try #require(written.group))
    }
    let fault = #expect(throws: StoreError.self) {
      try file.undo(groups[0], by: "anna", at: .start)
    }
    #expect(fault?.message.contains("was changed again in group 3") == true)
    #expect(try file.newestGroup() == 3)
    try file.undo(groups[1], by: "anna", at: .start)
    #expect(try file.stored().theCase.statements[0].gist == "first")
    // Nothing of the later change is left that could be lost.
    try file.undo(groups[0], by: "anna", at: .start)
    #expect(try file.stored().theCase == Valley.theCase)
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test(arguments: [1, 0, -3, 99])
  func someGroupsCannotBeUndone(_ group: Int) throws {
    let store = try TemporaryStore(Valley.theCase)
    let file = try store.open()
    let fault = #expect(throws: StoreError.self) { try file.undo(group, by: "anna", at: .start) }
    #expect(fault?.kind == .refused)
  }

  @Test func whatWasKnownIsWhatWasInTheFile() throws {
    let store = try TemporaryStore(Valley.theCase)
    let file = try store.open()
    var statement = Valley.theCase.statements[0]
    statement.gist = "Later"
    // What an entry says of itself decides nothing here.
    statement.provenance.entered = try EDTFDate("2020-01-01")
    try file.write(
      statement, expectedRevision: try file.stored().revision(of: .statements, id: "s1"),
      by: "anna", at: .start.later(days: 10), message: "later")
    try file.addNote(note("last"), by: "anna", at: .start.later(days: 20))
    func known(_ date: String) throws -> Case {
      try file.stored(knownAt: try EDTFDate(date).latest).theCase
    }
    #expect(try known("2026-02-28").statements.isEmpty)
    #expect(try known("2026-03-01") == Valley.theCase)
    #expect(try known("2026-03-10") == Valley.theCase)
    #expect(try known("2026-03-11").statements[0].gist == "Later")
    #expect(try known("2026-03-11").notes.count == 1)
    #expect(try known("2026-03-21").notes.count == 2)
    #expect(try known("2026-04") == file.stored().theCase)
  }

  /// A clock that goes back neither reorders the history nor lets a later change be known earlier.
  @Test func aClockThatGoesBackIsNoted() throws {
    let store = try TemporaryStore(Valley.theCase)
    let file = try store.open()
    try file.addNote(note("one"), by: "anna", at: .start.later(days: 10))
    try file.addNote(note("two"), by: "anna", at: .start.later(days: -100))
    try file.addNote(note("three"), by: "anna", at: .start.later(days: 11))
    let groups = try file.log().items.map(\.group)
    #expect(groups.map(\.number) == [4, 3, 2, 1])
    #expect(groups.map(\.clockWentBack) == [false, true, false, false])
    #expect(groups[1].counted == .start.later(days: 10))
    #expect(try file.stored(knownAt: try EDTFDate("2026-03-05").latest).theCase.notes.count == 1)
    #expect(try file.stored(knownAt: try EDTFDate("2026-03-11").latest).theCase.notes.count == 3)
    let found = try DragomanFile.verify(store.path)
    #expect(found.problems == [])
    #expect(found.clockWentBack == [3])
  }

  /// Nothing of what is confidential, or once was, is in a redacted log, whatever its messages say.
  @Test func aRedactedLogShowsNothingConfidential() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try file.addNote(note("MARKER two", confidential: true), by: "anna", at: .start)
    var open = Valley.theCase.statements[4]
    open.provenance.confidential = false
    open.gist = "harmless now"
    try file.write(
      open, expectedRevision: try file.stored().revision(of: .statements, id: "s5"), by: "anna",
      at: .start, message: "MARKER released")
    var lens = Lens()
    lens.redact = true
    let cut = try file.theCase().cut(by: lens)
    var shown = "\(try file.log(showing: cut))"
    for group in 1...3 { shown += "\(String(describing: try file.group(group, showing: cut)))" }
    for id in ["s1", "s5"] { shown += "\(try file.history(.statements, id, showing: cut))" }
    #expect(!shown.contains("MARKER"))
    #expect(!shown.contains("s5"))
    #expect(shown.contains("s1"))
    #expect("\(try file.log())".contains("MARKER"))
  }
}
