import CaseModel
import Testing

@testable import Workbench

/// Numbers and ranges of a scenario, typed as people write them.
@Suite struct TypedNumberTests {
  @Test(arguments: [
    ("0.5", "0.5"), ("0,5", "0.5"), ("0.4–0.6", "0.4–0.6"), ("0.4-0.6", "0.4–0.6"),
    ("0.4 - 0.6", "0.4–0.6"), ("0,4 to 0,6", "0.4–0.6"), ("0.4—0.6", "0.4–0.6"),
    ("0.5 (0.4-0.6)", "0.5 (0.4–0.6)"), ("-3", "-3"), ("−3", "-3"), ("-3 to -1", "-3–-1"),
  ])
  func itIsRead(_ typed: String, _ read: String) throws {
    #expect(TypedNumber.text(try TypedNumber.read(typed, field: "n")) == read)
  }

  @Test(arguments: ["much", "0.4–", "0.4 to", "0.5 (0.4)", "1-2-3"])
  func whatIsNoNumberIsRefused(_ typed: String) {
    #expect(throws: Problem.self) { try TypedNumber.read(typed, field: "n") }
  }
}
