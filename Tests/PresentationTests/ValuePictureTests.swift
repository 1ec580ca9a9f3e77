import CaseModel

import Testing

@testable import Presentation
@testable import StateOfPlay

/// Numbers over time as a picture.
@Suite struct ValuePictureTests {
  private func way(
    _ wants: Case.Issue.Want?, _ points: [(String, String, Voice)]
  ) throws -> ValuePosition {
    ValuePosition(
      range: nil, unit: "percent", wants: wants,
      trajectory: try points.enumerated().map { place, point in
        .init(
          statement: Case.Statement.ID("s-\(place)"), words: point.1,
          said: try EDTFDate(point.0), voice: point.2, act: .demand, low: Amount(point.1),
          high: nil)
      })
  }

  private func drawn() throws -> Picture {
    try #require(
      valuePicture(
        "Pay",
        [
          (
            "Union",
            try way(.more, [("2025-01-01", "9", .own), ("2025-03-01", "7", .third)])
          ),
          ("Board", try way(.less, [("2025-01-05", "2", .own), ("2025-03-05", "4", .own)])),
        ], now: try EDTFDate("2025-04-01")))
  }

  @Test func thereIsALineForEachPartyAndTheGapIsShaded() throws {
    let text = try drawn().standalone
    #expect(text.matches(of: /class="strand k-/).count == 2)
    #expect(text.contains("class=\"gap\""))
    #expect(text.matches(of: /<circle/).count == 4)
    #expect(text.matches(of: /hollow/).count >= 1, "what others report is hollow")
    #expect(text.contains("Union 9 → 7; Board 2 → 4"))
  }

  @Test func wherePartiesMeetNothingIsShaded() throws {
    let picture = valuePicture(
      "Pay",
      [
        ("Union", try way(.more, [("2025-01-01", "3", .own)])),
        ("Board", try way(.less, [("2025-01-05", "4", .own)])),
      ], now: nil)
    #expect(try !#require(picture).standalone.contains("class=\"gap\""))
  }

  @Test func oneNumberIsNoPicture() throws {
    #expect(
      valuePicture("Pay", [("Union", try way(.more, [("2025-01-01", "9", .own)]))], now: nil) == nil
    )
    #expect(valuePicture("Pay", [], now: nil) == nil)
  }

  @Test func everythingStaysWithinThePicture() throws {
    let picture = try drawn()
    for found in picture.standalone.matches(of: /(?:x|cx|x1|x2)="(-?[0-9.]+)"/) {
      let x = Double(found.1) ?? -1
      #expect(x >= 0 && x <= Double(picture.width))
    }
    for found in picture.standalone.matches(of: /(?:y|cy)="(-?[0-9.]+)"/) {
      let y = Double(found.1) ?? -1
      #expect(y >= 0 && y <= Double(picture.height))
    }
  }

  @Test(arguments: [(0.0, 10.0), (5.2, 6.9), (-3, 1_000), (0.001, 0.004)])
  func ticksAreRoundAndWithin(_ low: Double, _ high: Double) {
    let ticks = RoundNumbers.ticks(from: low, to: high)
    #expect(ticks.count >= 2 && ticks.count <= 8)
    #expect(ticks.allSatisfy { $0 >= low && $0 <= high + 1e-9 })
  }
}
