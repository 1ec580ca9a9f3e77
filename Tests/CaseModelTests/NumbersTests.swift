import CaseModel
import Foundations
import TestSupport
import Testing

@Suite struct AmountTests {
  @Test(arguments: [
    ("0", "0", "0"), ("7", "7", "7"), ("1000", "1000", "1,000"), ("0.5", "0.5", "0.5"),
    ("-3", "-3", "-3"), ("-0.05", "-0.05", "-0.05"), ("1.50", "1.5", "1.5"), ("2.0", "2", "2"),
    ("007", "7", "7"), ("-0", "0", "0"), ("100", "100", "100"), ("999999", "999999", "999,999"),
    ("-1234567.891", "-1234567.891", "-1,234,567.891"),
    ("0.000000001", "0.000000001", "0.000000001"),
    ("999999999999999", "999999999999999", "999,999,999,999,999"), ("0.100", "0.1", "0.1"),
    ("0.214285714285714285", "0.214285714285714285", "0.214285714285714285"),
    ("-999999999999999999", "-999999999999999999", "-999,999,999,999,999,999"),
  ])
  func reads(_ text: String, _ written: String, _ words: String) throws {
    let amount = try #require(Amount(text))
    #expect(amount.text == written)
    #expect(amount.words == words)
    #expect(Amount(amount.text) == amount)
  }

  @Test(arguments: [
    "", " ", "-", ".", "1.", ".5", "+1", "1,000", "1_000", "1 000", "1e3", "0x1F", "--1", "1-",
    "1.2.3", "٣",
    "½", "NaN", "inf", "1000000000000000000", "0.0000000000000000001", "1\n", "1 ",
    "9223372036854775808",
    "99999999999999999999999999",
  ])
  func refuses(_ text: String) {
    #expect(Amount(text) == nil)
  }

  @Test func comparesByValue() throws {
    let ordered = try [
      "-1000", "-2", "-1.5", "-0.1", "0", "0.000000001", "0.5", "1", "1.000000001", "2", "10",
      "999999999999999", "999999999999999999",
    ]
    .map { try #require(Amount($0)) }
    for (i, a) in ordered.enumerated() {
      for (j, b) in ordered.enumerated() {
        #expect((a < b) == (i < j))
        #expect((a == b) == (i == j))
      }
    }
    #expect(Amount("2.0") == Amount("2"))
    #expect(Amount(3) == Amount("3"))
  }

  @Test func comparesLikeWholeNumbers() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<5000 {
      let (a, b) = (
        Int.random(in: -100_000...100_000, using: &random),
        Int.random(in: -100_000...100_000, using: &random)
      )
      func thousandth(_ n: Int) -> String {
        let digits = String(n.magnitude)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return (n < 0 ? "-" : "") + padded.dropLast(3) + "." + padded.suffix(3)
      }
      let (x, y) = (try #require(Amount(thousandth(a))), try #require(Amount(thousandth(b))))
      #expect((x < y) == (a < b))
      #expect((x == y) == (a == b))
    }
  }
}

@Suite struct QuantityTests {
  private func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }

  @Test func words() throws {
    #expect(Quantity(Amount(1), unit: "hour").words == "1 hour")
    #expect(Quantity(Amount(2), .less, unit: "hour").words == "< 2 hours")
    #expect(Quantity(Amount(100), .about).words == "≈ 100")
    #expect(Quantity(Amount(14), to: Amount(21), unit: "day").words == "14–21 days")
    #expect(Quantity(Amount(50_000), unit: "person").words == "50,000 persons")
    #expect(Quantity(Amount(3), unit: "km²").words == "3 km²")
    #expect(Quantity(Amount(37), unit: "bcm a year").words == "37 bcm a year")
    #expect(Quantity(Amount(55), unit: "million euro").words == "55 million euros")
    #expect(Quantity(Amount(60), unit: "truck a day").words == "60 trucks a day")
    #expect(Quantity(Amount(0), unit: "hour").words == "0 hours")
    #expect(Quantity(Amount(3), unit: "km").words == "3 km")
    #expect(Quantity(Amount(3), unit: "family").words == "3 families")
    #expect(Quantity(Amount(3), unit: "day").words == "3 days")
    #expect(Quantity(Amount(3), unit: "branch").words == "3 branches")
    #expect(Quantity(Amount(3), unit: "million florins").words == "3 million florins")
    #expect(Quantity(Amount(2), unit: "means").words == "2 means")
    #expect(Quantity(Amount(1), to: Amount(2), unit: "day").words == "1–2 days")
    #expect(Quantity(try amount("0.5"), .atLeast, unit: "tonne").words == "≥ 0.5 tonnes")
  }

  /// Keys and values, and the code of the complaint or nil.
  @Test(
    arguments: [
      ("quantity 2", nil), ("quantity 2 to 3", nil), ("quantity 3 to 2", "backward-range"),
      ("quantity 2 to 2", nil), ("quantity 2 to 3 comparator <", "range-with-comparator"),
      ("quantity 2 within 0.2", "within-without-about"),
      ("quantity 2 within 0.2 comparator ≈", nil),
      ("unit hour", "missing-key"), ("quantity two", "bad-number"),
      ("quantity 2 comparator =>", "unknown-word"),
    ] as [(String, String?)])
  func validation(_ form: String, _ code: String?) {
    let words = form.split(separator: " ").map(String.init)
    let pairs = stride(from: 0, to: words.count, by: 2).map {
      Node.Pair(words[$0], .literal(words[$0 + 1]))
    }
    var reader = NodeReader()
    let quantity = Quantity.read(.map(pairs), &reader)
    #expect(reader.findings.first?.code == code)
    #expect((quantity == nil) == (code != nil))
  }
}
