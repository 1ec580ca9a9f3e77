import CaseModel
import CaseStore
import Foundation
import TestSupport
import Testing

@Suite struct WaitingTests {
  /// Another program holds the right to write, and one write of ours waits for it.
  @Test func readersNeverWaitForAWriter() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    _ = try file.stored()
    try store.whileAnotherWrites { () throws in
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        #expect(throws: StoreError.self) {
          try file.setAnalyst("anna", by: "anna", at: .start)
        }
        done.signal()
      }
      Thread.sleep(forTimeInterval: 0.3)
      let start = ContinuousClock.now
      #expect(try file.stored().theCase == Valley.theCase)
      #expect(try file.newestGroup() == 1)
      #expect(try file.log().items.count == 1)
      #expect(
        try file.searchScope(for: "sluice", in: Valley.theCase).files == ["texts/report.txt"])
      #expect(ContinuousClock.now - start < .seconds(2))
      done.wait()
    }
    try file.setAnalyst("anna", by: "anna", at: .start)
    #expect(try file.stored().analyst == "anna")
  }
}
