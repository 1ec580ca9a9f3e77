import Testing

@testable import Presentation

/// Numbers of settlements: three places, digits in groups of three.
@Suite struct SettlementNumberTests {
  @Test(arguments: [
    (0.7142, "0.714"), (12, "12"), (-0.05, "−0.05"), (-0.0001, "0"), (999.9996, "1,000"),
    (1200, "1,200"), (-2_147_483_648.5, "−2,147,483,648.5"),
    (999_999_999_999.5, "999,999,999,999.5"),
  ]) func digitsStandInGroups(_ value: Double, _ words: String) {
    #expect(SettlementWords.number(value) == words)
  }
}
