internal import CaseModel

/// A date as its words put it, before it is known which day they mean.
struct DateExpression: Hashable {
  enum Core: Hashable {
    case day(year: Int?, month: Int, day: Int)
    /// Several days of a month: `9–16 May`.
    case days(year: Int?, month: Int, from: Int, to: Int)
    /// Two numbers and a year that may be day and month either way.
    case numbers(year: Int, first: Int, second: Int)
    case month(year: Int?, Int)
    case year(Int)
    case decade(Int)
    case season(year: Int?, Int)
    case quarter(year: Int?, Int)
    case weekday(Int)
    case dayOffset(Int)
    /// A calendar unit that many on from the present one: `next month`.
    case unit(TimeSpan, Int)
    /// That many units back or ahead of the present day, or of the day named before.
    case distance(ClosedRange<Int>, TimeSpan, isFuture: Bool, fromNamed: Bool)
    /// The stretch of so many units that ends or begins now; without a count it is open.
    case stretch(Int?, TimeSpan, isFuture: Bool)
    /// The day named before.
    case sameDay
  }

  var core: Core
  var part: DatePart?
  /// -1 last, 0 this, 1 next.
  var which: Int?
  /// Night and late evening run into the next day.
  var isNight = false
  var isApproximate = false
}

/// A date expression and the piece after it.
struct ScannedDate {
  var expression: DateExpression
  var end: Int

  init(_ core: DateExpression.Core, _ end: Int) {
    expression = DateExpression(core: core)
    self.end = end
  }
}
