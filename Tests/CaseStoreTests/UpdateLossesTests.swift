import CaseModel
import CaseStore
import Foundation
import Testing

/// What an update from another copy of a case would lose is known before it is written.
@Suite struct UpdateLossesTests {
  private func update(
    _ file: DragomanFile, _ message: String, _ change: (inout Case) -> Void
  ) throws {
    try file.update(by: "anna", at: .start, message: message) { stored in
      var update = CaseUpdate(stored.theCase)
      change(&update.theCase)
      return update
    }
  }

  @Test func whatTheOtherCaseLacksIsRemoved() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    var other = Valley.theCase
    other.statements.remove(at: 1)
    other.actors[1].name = "Another name"
    let losses = try store.open().losses(updatingTo: other)
    #expect(losses.removed == [.entry(.statements, "s2")])
    #expect(losses.takenBack.isEmpty && losses.broughtBack.isEmpty && losses.apart.isEmpty)
  }

  @Test func anAdditionAndAChangeLoseNothing() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    var other = Valley.theCase
    other.issues.insert(Case.Issue(id: "fish", title: "Who fishes", kind: .negotiable), at: 0)
    other.statements[0].gist = "Read again"
    other.statements.swapAt(1, 2)
    #expect(try store.open().losses(updatingTo: other).isNone)
  }

  @Test func anEarlierStateUndoesWhatCameLater() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try update(file, "better") { $0.statements[0].gist = "A better reading" }
    try update(file, "out") { $0.statements.removeLast() }
    let losses = try file.losses(updatingTo: Valley.theCase)
    #expect(losses.takenBack == [.entry(.statements, "s1")])
    #expect(losses.broughtBack == [.entry(.statements, "s5")])
  }

  @Test func copiesChangedApartAreRecognised() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let copy = try TemporaryStore()
    try store.open().backup(to: copy.path)
    let (mine, theirs) = (try store.open(), try copy.open())
    #expect(try mine.losses(updatingTo: try theirs.theCase(), from: theirs).isNone)
    try update(mine, "mine") { $0.statements[0].gist = "My reading" }
    #expect(try theirs.losses(updatingTo: try mine.theCase(), from: mine).isNone, "mine is ahead")
    let behind = try mine.losses(updatingTo: try theirs.theCase(), from: theirs)
    #expect(behind.apart.map(\.message) == ["mine"])
    try update(theirs, "theirs") { $0.statements[0].gist = "Their reading" }
    let apart = try mine.losses(updatingTo: try theirs.theCase(), from: theirs)
    #expect(apart.apart.map(\.message) == ["mine"])
    #expect(apart.removed.isEmpty)
  }

  @Test func anotherCaseHasNoHistoryInCommon() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let other = try TemporaryStore()
    try DragomanFile.create(
      Valley.theCase, at: other.path, by: "ben", on: .start.later(days: 1), message: "begin")
    let (mine, theirs) = (try store.open(), try other.open())
    #expect(try mine.losses(updatingTo: try theirs.theCase(), from: theirs).apart.isEmpty)
  }

  @Test func wordsThatAnotherProgramStillReadsAreNotSaidToBeGone() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    func detach() throws -> Written {
      try file.update(by: "anna", at: .start, message: "detach") { stored in
        var update = CaseUpdate(stored.theCase)
        let text = Case.TextRecord(
          withheld: Valley.report.digest, length: Valley.report.bytes.count)
        update.theCase.sources[0].text = text
        update.withheld = ["texts/report.txt"]
        return update
      }
    }
    let kept = try store.whileAnotherReads { try detach() }
    #expect(kept.leavesWords)
    let alone = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let gone = try alone.open().update(by: "anna", at: .start, message: "detach") { stored in
      var update = CaseUpdate(stored.theCase)
      update.withheld = ["texts/report.txt"]
      return update
    }
    #expect(!gone.leavesWords)
  }
}
