import CaseModel
import Foundation
import Testing

@testable import CaseStore

/// The file alone holds the work while it is open, so that a copy, sent to someone, is all of it.
@Suite struct SettlingTests {
  private func notes(of store: TemporaryStore) throws -> [String] {
    let copy = store.place("copy.dragoman")
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.copyItem(atPath: store.path, toPath: copy)
    let file = try DragomanFile.open(copy, .readOnly)
    defer { file.close() }
    return try file.stored().theCase.notes.map(\.text).filter { !$0.contains("MARKER") }
  }

  private func add(_ text: String, to file: DragomanFile) throws {
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "s1"), text)
    try file.addNote(note, by: "anna", at: .start)
  }

  @Test func whatTheLogHoldsIsTakenIn() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try add("one", to: file)
    #expect(try notes(of: store) == [])
    #expect(try file.takeInLog())
    #expect(try notes(of: store) == ["one"])
    try add("two", to: file)
    file.close()
    #expect(try notes(of: store) == ["one", "two"])
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test func itIsTakenInSoonAfterAChange() async throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    file.settle(after: 0.01)
    try add("one", to: file)
    for _ in 0..<600 {
      if try notes(of: store) == ["one"] { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(try notes(of: store) == ["one"])
    file.close()
  }

  /// A program that reads an earlier state is not disturbed, and the rest is taken in once it is done.
  @Test func aReaderIsNotDisturbed() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try store.whileAnotherReads {
      try add("one", to: file)
      #expect(try !file.takeInLog())
    }
    #expect(try file.takeInLog())
    #expect(try notes(of: store) == ["one"])
    file.close()
  }
}
