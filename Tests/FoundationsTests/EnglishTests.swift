import Foundations
import Testing

@Suite struct EnglishTests {
  @Test func numbers() {
    #expect(1.counted("entry", "entries") == "1 entry")
    #expect(0.counted("line") == "0 lines")
    #expect(
      [0, 9, 10, 11, 20, 21, 22, 110].map(\.ordinal)
        == ["first", "tenth", "11th", "12th", "21st", "22nd", "23rd", "111th"])
    #expect(
      [0, 999, 1000, 1_234_567, -12_345].map(\.grouped)
        == ["0", "999", "1,000", "1,234,567", "-12,345"])
    #expect("1e9".withGroupedDigits == "1e9")
    #expect("12345678901234567890123".withGroupedDigits == "12,345,678,901,234,567,890,123")
  }

  @Test func lists() {
    #expect([String]().listed(orNothing: "nobody") == "nobody")
    #expect(["a"].listed() == "a")
    #expect(["a", "b"].listed() == "a and b")
    #expect(["a", "b", "c"].listed("or") == "a, b or c")
    #expect(["x", "y"].alternatives == "`x` or `y`")
    #expect([String]().alternatives == "nothing")
    #expect((1...13).map { "\($0)" }.alternatives.hasSuffix("`12`, …"))
  }

  @Test func nearestNames() {
    let names = ["ukraine", "russia", "turkey"]
    #expect(nearest(to: "ukriane", among: names) == "ukraine")
    #expect(nearest(to: "Rusia", among: names) == "russia")
    #expect(nearest(to: "switzerland", among: names) == nil)
    #expect(suggestion(for: "turky", among: names) == "did you mean `turkey`?")
  }
}
