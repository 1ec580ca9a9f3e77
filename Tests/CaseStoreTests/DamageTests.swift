import CaseModel
import CaseStore
import Foundation
import Foundations
import TestSupport
import Testing

/// A byte flipped anywhere is named, or changes nothing; and nothing ever ends the program.
@Suite struct DamageTests {
  /// All there is to know of a file.
  private struct Contents: Equatable {
    var hash: String
    var canonical: String
    var log: LogPage
    var text: SourceText?

    init(_ path: String) throws {
      let file = try DragomanFile.open(path, .readOnly)
      defer { file.close() }
      let stored = try file.stored()
      (hash, canonical) = (stored.hash, "\(stored.theCase)")
      log = try file.log(limit: 1000)
      text = stored.texts["report"].text
    }
  }

  private func made() throws -> TemporaryStore {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    for number in 0..<3 {
      var note = Case.Note()
      (note.to, note.text) = (EntryReference(.statements, "s1"), "remark \(number)")
      try file.addNote(note, by: "anna", at: .start.later(minutes: Int64(number)))
    }
    try file.undo(3, by: "anna", at: .start.later(minutes: 9))
    file.close()
    return store
  }

  private static let flips =
    ProcessInfo.processInfo.environment["EVALUATE"] == "1" ? 20_000 : 400

  @Test func aFlippedByteIsNamedOrChangesNothing() throws {
    let store = try made()
    let whole = store.bytes
    let contents = try Contents(store.path)
    var random = SplitMix64(seed: 3)
    var named = 0
    for _ in 0..<Self.flips {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      try store.put(bytes)
      for name in store.names where name.hasSuffix("-wal") || name.hasSuffix("-shm") {
        try FileManager.default.removeItem(atPath: store.place(name))
      }
      let isNamed: Bool
      do {
        let found = try DragomanFile.verify(store.path)
        isNamed = !found.problems.isEmpty
        #expect(found.problems.allSatisfy { !$0.what.isEmpty && !$0.message.isEmpty })
      } catch {
        isNamed = true
        #expect(!error.message.isEmpty)
      }
      if isNamed {
        named += 1
        // Whatever else is done with it, there is an error and no end of the program.
        _ = try? Contents(store.path)
      } else {
        #expect(try Contents(store.path) == contents, "byte \(place)")
      }
    }
    #expect(named > Self.flips / 20, "only \(named) of \(Self.flips) were named")
  }

  /// Every byte of what people wrote is under the chain: each flip is laid at the right door.
  @Test func aFlippedByteInAnEntryNamesTheEntry() throws {
    let store = try made()
    let whole = store.bytes
    for (words, names) in [
      ("Gist number 3", ["statement s3"]), ("Who opens the sluice", ["issue water"]),
      ("remark 1", ["note #14", "note #15"]), ("turns at the sluice.", ["text"]),
    ] {
      var isNamed = false
      for start in whole.indices.dropLast(words.utf8.count)
      where whole[start..<(start + words.utf8.count)].elementsEqual(words.utf8) {
        var bytes = whole
        bytes[start + 2] ^= 0x01
        try store.put(bytes)
        let found = try DragomanFile.verify(store.path)
        #expect(!found.problems.isEmpty, "\(words) at \(start)")
        if found.problems.contains(where: { problem in
          names.contains { problem.what.contains($0) }
        }) {
          isNamed = true
        }
      }
      #expect(isNamed, "\(words)")
    }
  }

  /// Whole pages overwritten, and the file cut off anywhere.
  @Test func wreckedFilesAreClearErrors() throws {
    let store = try made()
    let whole = store.bytes
    var random = SplitMix64(seed: 5)
    for round in 0..<60 {
      var bytes = whole
      if round % 2 == 0 {
        bytes.removeSubrange(Int.random(in: 1..<bytes.count, using: &random)...)
      } else {
        let start = Int.random(in: 100..<bytes.count, using: &random)
        for place in start..<min(bytes.count, start + 4096) {
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
      }
      try store.put(bytes)
      for name in store.names where name.hasSuffix("-wal") || name.hasSuffix("-shm") {
        try FileManager.default.removeItem(atPath: store.place(name))
      }
      do {
        let found = try DragomanFile.verify(store.path)
        #expect(!found.problems.isEmpty, "round \(round)")
      } catch {
        #expect(error.hint != nil || error.remedy != nil, "round \(round): \(error)")
      }
      _ = try? Contents(store.path)
    }
  }
}
