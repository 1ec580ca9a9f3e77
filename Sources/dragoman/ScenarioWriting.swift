import CaseModel
import CaseStore
import Interchange

extension OpenedCase {
  /// Adds a scenario after the others, in whichever form the case's file has.
  func add(_ scenario: Case.Scenario, _ writing: WritingOptions, _ who: WhoOptions) throws {
    switch form {
    case .file(let file): try file.add(scenario, to: \.scenarios, writing.writing)
    case .store(let store, let stored):
      try store.write(
        scenario, expectedRevision: nil, by: try who.name(stored), at: Console.now,
        message: "draft scenario \(scenario.id)")
    }
  }
}
