import CaseModel
import StateOfPlay
import Testing

@testable import Presentation

/// A date up to which something counts has a last day.
@Suite struct LensDateTests {
  private static func lens(_ option: LensOption, _ text: String) throws -> Lens {
    var lens = Lens()
    try option.read([text], into: &lens, CaseIndex(Case(Case.Header())))
    return lens
  }

  @Test(arguments: [
    ("by 1 June 2024", "2024-06-01"), ("12–14 May 2025", "2025-05-14"),
    ("early May 2025", "2025-05-10"), ("May 2025", "2025-05"), ("until May 2025", "2025-05"),
    ("2025-05-16", "2025-05-16"),
  ])
  func itIsItsLastDay(_ written: String, _ notation: String) throws {
    for option in [LensOption.asOf, .knownAt, .reportedBy, .since] {
      let lens = try Self.lens(option, written)
      #expect(option.value.texts(of: lens) == [notation], "\(option.name)")
    }
  }

  @Test(arguments: ["after 1 June 2023", "2024-03-01/..", "2024-03/", "since May 2025"])
  func withoutOneItIsRefused(_ written: String) throws {
    for option in [LensOption.asOf, .knownAt, .reportedBy, .since] {
      let fault = #expect(throws: LensError.self) { try Self.lens(option, written) }
      #expect(fault?.message == "`\(written)` has no last day")
      #expect(fault?.hint?.contains("last day to include") == true)
    }
  }
}
