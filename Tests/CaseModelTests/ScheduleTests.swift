import CaseModel
import Testing

/// Dues that come round, and windows in units other than days.
@Suite struct ScheduleTests {
  private func days(
    every unit: TimeUnit, _ count: Int = 1, on: String? = nil, from: String? = nil,
    agreed: String? = nil, until: String? = nil, times: Int? = nil, through last: String
  ) throws -> [String] {
    var recurrence = Case.Commitment.Recurrence()
    (recurrence.every, recurrence.count, recurrence.on) = (unit, count, on)
    recurrence.from = try from.map { try EDTFDate($0) }
    recurrence.until = try until.map { try EDTFDate($0) }
    recurrence.times = times
    return recurrence.days(
      agreed: try agreed.map { try EDTFDate($0) }, through: try EDTFDate(last).latest
    ).map(\.iso)
  }

  @Test func aYearlyDayBeginsWithTheFirstOnOrAfterTheBeginning() throws {
    #expect(
      try days(every: .year, on: "12-10", agreed: "2024-12-11", through: "2026") == [
        "2025-12-10", "2026-12-10",
      ])
    #expect(
      try days(every: .year, on: "12-10", from: "2024-12-10", times: 1, through: "2030")
        == ["2024-12-10"])
    #expect(
      try days(every: .year, on: "02-29", from: "2024", through: "2026") == [
        "2024-02-29", "2025-02-28", "2026-02-28",
      ])
  }

  @Test func aMonthWithoutTheDayHasItsLastAndTheNextHasItAgain() throws {
    #expect(
      try days(every: .month, on: "31", from: "2025-01-15", until: "2025-04", through: "2026") == [
        "2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30",
      ])
  }

  @Test func withoutANamedDayItIsCountedFromTheBeginning() throws {
    #expect(
      try days(every: .week, 2, from: "2025-05-01", through: "2025-05-31") == [
        "2025-05-01", "2025-05-15", "2025-05-29",
      ])
    // What was agreed on a day is first due one period on.
    #expect(
      try days(every: .month, agreed: "2025-01-31", times: 2, through: "2026")
        == ["2025-02-28", "2025-03-31"])
    #expect(try days(every: .day, through: "2026") == [])
    #expect(try days(every: .day, from: "2025", until: "2024", through: "2026") == [])
  }

  @Test func aWindowCountsInItsUnit() throws {
    var window = Case.Commitment.Window()
    (window.after, window.months) = ("talks", [1, 6])
    #expect(window.words(after: "the talks") == "1 to 6 months after the talks")
    let days = try #require(window.days(from: try EDTFDate("2025-01-31")))
    #expect(days.lowerBound.iso == "2025-02-28" && days.upperBound.iso == "2025-07-31")
    #expect(try window.days(from: EDTFDate("2025/..")) == nil)
    window.months = []
    window.weeks = [0, 1]
    #expect(window.words(after: "the talks") == "within 1 week of the talks")
  }
}

/// Quantities in other units than the issue's own.
@Suite struct EquivalentTests {
  private func issue(_ pairs: [(Quantity, Quantity)]) -> Case.Issue {
    var issue = Case.Issue(id: "pay", title: "Pay")
    (issue.value, issue.unit) = (.quantity, "percent")
    issue.equivalents = pairs.map { pair in
      var equivalent = Case.Issue.Equivalent()
      (equivalent.is, equivalent.of) = pair
      return equivalent
    }
    return issue
  }

  private func quantity(_ number: String, _ unit: String?) -> Quantity {
    Quantity(Amount(number) ?? Amount(0), unit: unit)
  }

  @Test func oneEquivalentConvertsBothWaysThroughTheIssuesUnit() {
    let pay = issue([(quantity("650", "million euro"), quantity("100", "percent"))])
    #expect(pay.units == ["million euro", "percent"])
    #expect(pay.converted(quantity("13", "million euro")) == quantity("2", "percent"))
    #expect(pay.converted(quantity("2", "percent")) == quantity("2", "percent"))
    #expect(pay.converted(quantity("2", nil)) == quantity("2", nil))
    #expect(pay.converted(quantity("2", "cow")) == nil)
    #expect(pay.converted(quantity("1", "million euro"))?.quantity.text == "0.153846154")
  }

  @Test func equivalentsChainInAnyOrder() {
    let pay = issue([
      (quantity("3", "cow"), quantity("1.5", "million euro")),
      (quantity("1", nil), quantity("6.5", "million euro")),
    ])
    #expect(pay.converted(quantity("26", "cow"))?.quantity == Amount(2))
  }

  @Test func boundsTurnWhereOneUnitCountsDown() throws {
    let pay = issue([(quantity("-1", "cut"), quantity("1", "percent"))])
    var asked = quantity("4", "cut")
    asked.comparator = .atLeast
    let converted = try #require(pay.converted(asked))
    #expect(converted.comparator == .atMost && converted.quantity == Amount(-4))
    var range = quantity("1", "cut")
    range.to = Amount(3)
    #expect(pay.converted(range)?.words == "-3–-1 percent")
  }

  @Test func nothingIsWorthNothing() {
    let pay = issue([(quantity("0", "cow"), quantity("1", "percent"))])
    #expect(pay.converted(quantity("2", "cow")) == nil)
  }
}
