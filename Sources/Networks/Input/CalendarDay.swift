/// A day of the Gregorian calendar, computed from the number of days since 1 January 1970 without
/// locale or time zone.
struct CalendarDay: Hashable {
  let year: Int
  let month: Int
  let day: Int

  init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  /// The day with this number. Years count from 1 March within, so that leap days come last.
  init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1 January 1970.
  var number: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfEra =
      yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * marchMonth + 2) / 5 + day - 1
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The number of the Monday of the week that holds day `number`.
  static func monday(of number: Int) -> Int {
    // 1 January 1970 was a Thursday.
    let weekday = ((number + 3) % 7 + 7) % 7
    return number - weekday
  }

  /// The number of the week by ISO 8601, 1 to 53, without its year.
  static func isoWeek(of number: Int) -> Int {
    let thursday = monday(of: number) + 3
    let firstOfYear = CalendarDay(year: CalendarDay(number: thursday).year, month: 1, day: 1)
    return (thursday - firstOfYear.number) / 7 + 1
  }
}
