import CaseModel
import CaseStore
import Testing

/// Single edits, several people, and what is refused.
@Suite struct WritingTests {
  private func opened() throws -> (TemporaryStore, DragomanFile) {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    return (store, try store.open())
  }

  private func edited(_ gist: String) -> Case.Statement {
    var statement = Valley.theCase.statements[0]
    statement.gist = gist
    return statement
  }

  @Test func anEditIsOneRevisionWithBeforeAndAfter() throws {
    let (store, file) = try opened()
    defer { withExtendedLifetime(store) {} }
    let revision = try #require(try file.stored().revision(of: .statements, id: "s1"))
    let written = try file.write(
      edited("Another"), expectedRevision: revision, by: "boris", at: .start.later(minutes: 5),
      message: "clearer")
    let item = try #require(try file.history(.statements, "s1").last)
    #expect(item.group.who == "boris")
    #expect(item.group.message == "clearer")
    #expect(item.group.made == .start.later(minutes: 5))
    #expect(item.group.number == written.group)
    #expect(item.revisions[0].before?.contains("Gist number 1") == true)
    #expect(item.revisions[0].after?.contains("Another") == true)
    #expect(item.revisions[0].previous == revision)
    #expect(try file.stored().theCase.statements[0].gist == "Another")
    #expect(try file.stored().theCase.statements.count == 5)
  }

  /// Two people read the same entry; the second to write is told, and shown both versions.
  @Test func aStaleEditIsRefusedWithBothVersions() throws {
    let (store, file) = try opened()
    let other = try store.open()
    let revision = try #require(try file.stored().revision(of: .statements, id: "s1"))
    _ = try other.stored()
    try file.write(
      edited("Mine"), expectedRevision: revision, by: "anna", at: .start, message: "mine")
    let fault = #expect(throws: StoreError.self) {
      try other.write(
        edited("Yours"), expectedRevision: revision, by: "boris", at: .start, message: "yours")
    }
    let stale = try #require(fault?.stale)
    #expect(fault?.kind == .stale)
    #expect(stale.current?.after?.contains("Mine") == true)
    #expect(stale.currentGroup?.who == "anna")
    #expect(stale.yours?.contains("Yours") == true)
    #expect(try other.stored().theCase.statements[0].gist == "Mine")
    #expect(try file.newestGroup() == 2)
  }

  @Test func anEditOfWhatWasRemovedIsRefused() throws {
    let (store, file) = try opened()
    let other = try store.open()
    let name = RecordName.entry(.statements, "s1")
    let revision = try #require(try file.stored().revision(of: name))
    try file.remove(name, expectedRevision: revision, by: "anna", at: .start, message: "out")
    let fault = #expect(throws: StoreError.self) {
      try other.write(
        edited("Yours"), expectedRevision: revision, by: "boris", at: .start, message: "yours")
    }
    #expect(fault?.message.contains("was removed by anna") == true)
    #expect(fault?.stale?.current?.after == nil)
  }

  @Test func aNewEntryUnderATakenIDIsRefused() throws {
    let (store, file) = try opened()
    defer { withExtendedLifetime(store) {} }
    let fault = #expect(throws: StoreError.self) {
      try file.write(
        edited("Again"), expectedRevision: nil, by: "anna", at: .start, message: "again")
    }
    #expect(fault?.message.contains("a statement s1 already exists") == true)
  }

  @Test func othersChangesAreSeenWithoutOpeningAgain() throws {
    let (store, file) = try opened()
    let other = try store.open()
    let before = try other.stored()
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "s2"), "remark")
    let written = try file.addNote(note, by: "anna", at: .start)
    #expect(try other.newestGroup() == written.group)
    let after = try other.stored()
    #expect(after.theCase.notes.count == before.theCase.notes.count + 1)
    #expect(after.hash == (try file.stored().hash))
    let name = try #require(after.name(of: .notes, at: 1))
    #expect(name.key.hasPrefix("#"))
    #expect(after.revision(of: name) == written.revisions[0].revision)
  }

  @Test func aNoteIsEditedUnderItsKey() throws {
    let (store, file) = try opened()
    defer { withExtendedLifetime(store) {} }
    let stored = try file.stored()
    let name = try #require(stored.name(of: .notes, at: 0))
    var note = stored.theCase.notes[0]
    note.text = "changed"
    try file.write(
      note, key: name.key, expectedRevision: stored.revision(of: name), by: "anna", at: .start,
      message: "note")
    #expect(try file.stored().theCase.notes == [note])
  }

  @Test func aVerdictTakesThePlaceOfTheEarlierOne() throws {
    let (store, file) = try opened()
    defer { withExtendedLifetime(store) {} }
    var verdict = Case.Verdict()
    (verdict.statements, verdict.verdict) = (["s1", "s2"], .open)
    let first = try file.setVerdict(verdict, expectedRevision: nil, by: "anna", at: .start)
    verdict.statements = ["s2", "s1"]
    verdict.verdict = .explained
    #expect(throws: StoreError.self) {
      try file.setVerdict(verdict, expectedRevision: nil, by: "boris", at: .start)
    }
    try file.setVerdict(
      verdict, expectedRevision: first.revisions[0].revision, by: "boris", at: .start)
    #expect(try file.stored().theCase.verdicts == [verdict])
  }

  @Test func theHeaderIsWritten() throws {
    let (store, file) = try opened()
    defer { withExtendedLifetime(store) {} }
    let stored = try file.stored()
    var header = stored.theCase.header
    header.title = "Another title"
    let revision = try #require(stored.revision(of: .header))
    try file.write(header, expectedRevision: revision, by: "anna", at: .start, message: "title")
    #expect(try file.stored().theCase.header == header)
    #expect(throws: StoreError.self) {
      try file.write(header, expectedRevision: revision, by: "anna", at: .start, message: "title")
    }
  }

  @Test func anEntryThatWouldNotComeBackIsRefused() throws {
    let (store, file) = try opened()
    defer { withExtendedLifetime(store) {} }
    var statement = edited("fine")
    statement.id = "Not An Id"
    #expect(throws: StoreError.self) {
      try file.write(statement, expectedRevision: nil, by: "anna", at: .start, message: "bad")
    }
    #expect(throws: StoreError.self) {
      try file.write(edited(""), expectedRevision: nil, by: "anna", at: .start, message: "bad")
    }
    #expect(try file.newestGroup() == 1)
  }

  @Test(arguments: ["", "two\nlines", String(repeating: "x", count: 201)])
  func aChangeNeedsAName(_ who: String) throws {
    let (store, file) = try opened()
    defer { withExtendedLifetime(store) {} }
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "s2"), "remark")
    #expect(throws: StoreError.self) { try file.addNote(note, by: who, at: .start) }
  }

  @Test func aFileOpenForReadingIsNotWritten() throws {
    let (store, file) = try opened()
    file.close()
    let reader = try store.open(.readOnly)
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "s2"), "remark")
    let fault = #expect(throws: StoreError.self) {
      try reader.addNote(note, by: "anna", at: .start)
    }
    #expect(fault?.kind == .readOnly)
    reader.close()
    #expect(store.names == ["case.dragoman"])
  }

  @Test func theAnalystIsKept() throws {
    let (store, file) = try opened()
    #expect(try file.stored().analyst == nil)
    try file.setAnalyst("anna", by: "anna", at: .start)
    #expect(try store.open(.readOnly).stored().analyst == "anna")
    try file.setAnalyst(nil, by: "anna", at: .start)
    #expect(try file.stored().analyst == nil)
    let again = try file.setAnalyst(nil, by: "anna", at: .start)
    #expect(again.group == nil)
  }

  /// Writers in two connections at once: each waits for the other, none is lost.
  @Test func manyWritersAtOnceLoseNothing() async throws {
    let (store, file) = try opened()
    let path = store.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let file = try DragomanFile.open(path)
          for number in 0..<10 {
            var note = Case.Note()
            note.to = EntryReference(.statements, "s1")
            note.text = "\(writer)-\(number)"
            try file.addNote(note, by: "w\(writer)", at: .start)
          }
        }
      }
      try await group.waitForAll()
    }
    let texts = try file.stored().theCase.notes.map(\.text)
    #expect(texts.count == 41)
    #expect(Set(texts).count == 41)
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test func aWriterThatHoldsOnTooLongIsNamed() throws {
    let (store, file) = try opened()
    try store.whileAnotherWrites {
      var note = Case.Note()
      (note.to, note.text) = (EntryReference(.statements, "s1"), "late")
      let fault = #expect(throws: StoreError.self) {
        try file.addNote(note, by: "anna", at: .start)
      }
      #expect(fault?.kind == .busy)
    }
  }
}
