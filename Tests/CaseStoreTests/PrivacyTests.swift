import CaseModel
import Foundation
import TestSupport
import Testing

@testable import CaseStore

/// What is private stays so on its way to the disk.
@Suite struct PrivacyTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func aFileInTheMakingIsItsOwnersAlone() throws {
    let store = try TemporaryStore()
    let file = try NewFile(store.place("a.dragoman"))
    #expect(mode(file.temporary) == 0o600)
    try file.finish()
    #expect(mode(store.place("a.dragoman")) & 0o600 == 0o600)
  }

  @Test(arguments: [0o600, 0o640, 0o660] as [mode_t])
  func aCopyHasTheModeOfItsOriginal(_ wanted: mode_t) throws {
    let store = try TemporaryStore(Valley.theCase)
    chmod(store.path, wanted)
    let copy = store.place("copy.dragoman")
    let file = try store.open()
    try file.backup(to: copy)
    #expect(mode(copy) == wanted)
    file.close()
    let steps = Migration.all + [Migration(to: 5, statements: ["CREATE TABLE later (x)"])]
    try DragomanFile.open(store.path, .readWrite, migrations: steps).close()
    #expect(mode(store.place("case.before-form-5.dragoman")) == wanted)
    #expect(mode(store.path) == wanted)
  }

  @Test func leftoversOfKilledRunsAreRemoved() throws {
    let store = try TemporaryStore(Valley.theCase)
    let inTheMaking = try NewFile(store.place("b.dragoman"))
    let left = store.place(".case.dragoman.0A1B2C3D.dragoman-tmp")
    for ending in ["", "-wal", "-journal"] {
      try store.put(Array("words of somebody".utf8), at: left + ending)
    }
    try store.put([1], at: store.place("mine.dragoman-tmp"))
    try store.open().close()
    #expect(
      store.names == [
        URL(fileURLWithPath: inTheMaking.temporary).lastPathComponent, "case.dragoman",
        "mine.dragoman-tmp",
      ])
    inTheMaking.discard()
  }
}
