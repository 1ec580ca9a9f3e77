import Foundation
import Testing

@testable import Networks

@Suite struct WindowTests {
  /// Against the calendar of Foundation, by ISO 8601, over eight hundred years.
  @Test func calendar() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: -130_000, through: 160_000, by: 97) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekOfYear], from: date)
      let day = CalendarDay(number: number)
      #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day)
      #expect(CalendarDay.isoWeek(of: number) == parts.weekOfYear)
      #expect(day.number == number)
    }
  }

  private func statement(_ day: Int?, _ agrees: Bool = true) -> CodedStatement {
    CodedStatement(actor: "a", concept: "x", stance: .agreement(agrees), day: day)
  }

  @Test func startsBelongAndEndsDoNot() throws {
    let table = try StatementTable([statement(10), statement(11), statement(12), statement(nil)])
    func count(_ from: Int?, _ until: Int?) throws -> Int {
      let window = try Window(from: from, until: until)
      return try table.twoMode(Selection(window: window)).activityOfActors.reduce(0, +)
    }
    #expect(try count(10, 12) == 2)
    #expect(try count(12, 13) == 1)
    #expect(try count(13, nil) == 0)
    #expect(try count(nil, 12) == 2)
    #expect(try count(nil, nil) == 4)
    #expect(throws: NetworkError.emptyWindow(start: 3, end: 3)) { try Window(from: 3, until: 3) }
  }

  @Test func slicesCoverWithoutGaps() throws {
    let first = CalendarDay(year: 2019, month: 12, day: 30).number
    let last = CalendarDay(year: 2021, month: 1, day: 3).number
    let table = try StatementTable([statement(last), statement(first)])
    for (unit, count) in [(CalendarUnit.week, 53), (.month, 14), (.quarter, 6), (.year, 3)] {
      let slices = try Window.slices(of: unit, covering: table)
      #expect(slices.count == count)
      #expect(zip(slices, slices.dropFirst()).allSatisfy { $0.end == $1.start })
      #expect(try #require(slices.first?.start) <= first)
      #expect(try #require(slices.last?.end) > last)
    }
  }

  /// What a window costs grows with who speaks in it, and not with the square of all actors.
  @Test func shortWindowsOfManyActors() throws {
    let table = try StatementTable(
      (0..<40_000).map { number in
        CodedStatement(
          actor: "actor \(number % 20_000)", concept: "concept \(number % 50)",
          stance: .agreement(number % 3 == 0), day: number / 100)
      })
    let windows = try Window.moving(width: 2, over: table)
    let clock = ContinuousClock()
    let took = try clock.measure {
      let series = try table.series(windows: windows)
      #expect(series.count == 399 && series.allSatisfy { $0.members.count == 200 })
      // Four actors on each concept.
      #expect(series.allSatisfy { $0.ties.count == 50 * 6 })
    }
    #expect(took < .seconds(30), "\(took)")
  }

  @Test func movingWindows() throws {
    let table = try StatementTable([statement(0), statement(9)])
    let windows = try Window.moving(width: 8, over: table)
    #expect(windows == (0...2).map { Window(unchecked: $0, $0 + 8) })
    let longer = try Window.moving(width: 8, over: table, departures: [.windowOneDayLonger])
    #expect(longer == (0...1).map { Window(unchecked: $0, $0 + 9) })
    #expect(try Window.moving(width: 7, over: table, departures: Departure.all).first?.end == 7)
    #expect(try Window.moving(width: 400, over: table).count == 1)
  }

  @Test func kernels() {
    #expect(Kernel.uniform.weight(days: 5, width: 10) == 0.5)
    #expect(Kernel.uniform.weight(days: 6, width: 10) == 0)
    #expect(Kernel.epanechnikov.weight(days: 0, width: 10) == 0.75)
    #expect(isNear(Kernel.epanechnikov.weight(days: -3, width: 10), 0.75 * 0.64))
    #expect(isNear(Kernel.triangular.weight(days: 2, width: 10), 0.6))
    #expect(isNear(Kernel.triangular.weight(days: -2, width: 10), 0.6))
    let departure: Set<Departure> = [.oneSidedTriangle]
    #expect(isNear(Kernel.triangular.weight(days: 5, width: 10, departures: departure), 2))
    #expect(isNear(Kernel.triangular.weight(days: -5, width: 10, departures: departure), 0))
    #expect(isNear(Kernel.gaussian.weight(days: 5, width: 10), 0.241_970_724_519_143_37))
  }

  /// A year later is no repetition, and what a window leaves out repeats nothing in it.
  @Test func repetitionsLookWithinTheWindow() throws {
    let table = try StatementTable([statement(100), statement(101), statement(466)])
    func count(_ window: Window, _ rule: DuplicateRule) throws -> Int {
      try table.twoMode(Selection(window: window, duplicates: rule)).activityOfActors.reduce(0, +)
    }
    #expect(try count(.all, .month) == 2)
    #expect(try count(.all, .range) == 1)
    #expect(try count(Window(from: 101, until: 500), .range) == 1)
    #expect(try count(Window(from: 101, until: 500), .month) == 2)
  }

  @Test func ignoringStancesIsADeparture() throws {
    let table = try StatementTable([statement(1), statement(1, false)])
    func count(_ departures: Set<Departure>) throws -> Int {
      try table.twoMode(Selection(duplicates: .range, departures: departures))
        .activityOfActors.reduce(0, +)
    }
    #expect(try count([]) == 2)
    #expect(try count([.duplicatesIgnoreStance]) == 1)
  }
}
