import CaseModel
import Foundations
import TestSupport
import Testing

/// Days, against a count that goes one day at a time and knows nothing of eras.
@Suite struct CivilDayTests {
  /// The day after, by the calendar's rules as people say them.
  private func following(_ day: (Int, Int, Int)) -> (Int, Int, Int) {
    let (year, month, number) = day
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if number < lengths[month - 1] { return (year, month, number + 1) }
    return month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1)
  }

  @Test func eightHundredYearsDayByDay() throws {
    // 1 January 1600 was a Saturday.
    var day = (1600, 1, 1)
    let first = try #require(CivilDay(year: 1600, month: 1, day: 1)).number
    var number = first
    var wrong = 0
    while day.0 < 2400 {
      let made = CivilDay(year: day.0, month: day.1, day: day.2)
      let back = CivilDay(number: number).civil
      if made?.number != number || back != day { wrong += 1 }
      if CivilDay(number: number).weekday != (Int(number - first) + 5) % 7 { wrong += 1 }
      day = following(day)
      number += 1
    }
    #expect(wrong == 0)
    #expect(number - first == 2 * 146_097)
  }

  @Test func theEpoch() throws {
    let day = try #require(CivilDay(year: 1970, month: 1, day: 1))
    #expect(day.number == 0)
    #expect(day.weekday == 3, "a Thursday")
    #expect(CivilDay(number: -1).iso == "1969-12-31")
  }

  @Test(arguments: [
    (2025, 5, 16, 4), (2000, 2, 29, 1), (1900, 3, 1, 3), (1600, 1, 1, 5), (2024, 2, 29, 3),
  ])
  func weekdays(_ year: Int, _ month: Int, _ day: Int, _ weekday: Int) {
    #expect(CivilDay(year: year, month: month, day: day)?.weekday == weekday)
  }

  @Test(arguments: [
    (2025, 2, 29), (2025, 2, 30), (2024, 2, 30), (1900, 2, 29), (2100, 2, 29), (2025, 4, 31),
    (2025, 13, 1), (2025, 0, 1), (2025, 1, 0), (2025, 1, 32), (2025, 1, -1), (5_000_001, 1, 1),
    (-5_000_001, 1, 1), (2025, .max, 1), (2025, 1, .max),
  ])
  func noSuchDay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [2000, 2024, 1600, 0, -4, 2400, -400])
  func leapYears(_ year: Int) {
    #expect(CivilDay.isLeap(year))
    #expect(CivilDay(year: year, month: 2, day: 29) != nil)
  }

  @Test(arguments: [1900, 2100, 2023, -1, -100])
  func commonYears(_ year: Int) {
    #expect(!CivilDay.isLeap(year))
    #expect(CivilDay(year: year, month: 2, day: 29) == nil)
  }

  @Test(arguments: [
    (5, 1, 1, "0005-01-01"), (-44, 3, 15, "-0044-03-15"), (12345, 6, 7, "12345-06-07"),
  ])
  func iso(_ year: Int, _ month: Int, _ day: Int, _ text: String) {
    #expect(CivilDay(year: year, month: month, day: day)?.iso == text)
  }

  @Test func farYearsComeBack() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let year = Int.random(in: -5_000_000...5_000_000, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let number = Int.random(in: 1...CivilDay.days(inMonth: month, of: year), using: &random)
      let back = CivilDay(year: year, month: month, day: number)?.civil
      #expect(
        back?.year == year && back?.month == month && back?.day == number,
        "\(year)-\(month)-\(number)")
    }
  }

  @Test func addingDaysStopsAtTheEnds() {
    #expect(CivilDay(number: 0).adding(days: 31).iso == "1970-02-01")
    #expect(CivilDay(number: 0).adding(days: -1).iso == "1969-12-31")
    #expect(CivilDay(number: .max).adding(days: 1).number == .max)
    #expect(CivilDay(number: .min).adding(days: -36_500).number == .min)
    #expect(CivilDay(number: 0).adding(days: .max).number == .max)
    #expect(CivilDay(number: -1).adding(days: .min) == CivilDay(number: .min))
    #expect(CivilDay(number: 1).adding(days: .max).number == .max)
  }
}
