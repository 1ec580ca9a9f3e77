import Foundation
import TestSupport
import Testing

/// `dragoman new`, of names from which no id can be made.
@Suite struct NewCaseTests {
  @Test func anIdCanBeGiven() throws {
    try Program.inScratch { folder in
      let refused = try Program.run(["new", "Новое"], in: folder)
      #expect(refused.code == 2 && refused.error.contains("give one with --id"))
      let made = try Program.run(
        ["new", "Новое", "--id", "new-talks", "--parties", "a,b"], in: folder)
      #expect(made.code == 0, "\(made.error)")
      let file = folder.appendingPathComponent("Новое/new-talks.yaml")
      #expect(try String(contentsOf: file, encoding: .utf8).contains("id: new-talks"))
      let wrong = try Program.run(["new", "other", "--id", "New Talks"], in: folder)
      #expect(wrong.code == 2 && wrong.error.contains("such as `new-talks`"))
    }
  }
}
