package import CaseModel

/// What the dates of a text are counted from.
package struct DateContext: Sendable {
  /// The day the text was published; relative dates need it.
  package var published: EDTFDate?

  package init(published: EDTFDate? = nil) { self.published = published }

  /// The last day it may have been published, for a year that is not named.
  var latest: CivilDay? { published.flatMap { $0.hasOpenEnd ? nil : $0.latest } }

  /// The day of publication, where it is known to the day.
  var day: CivilDay? { published.flatMap { $0.isDay ? $0.latest : nil } }

  /// `publication on Monday 19 May 2025`
  var origin: String {
    guard let published else { return "publication" }
    guard published.isDay else { return "publication in \(published.words)" }
    return "publication on \(published.latest.weekdayName) \(published.words)"
  }
}

extension CivilDay {
  var weekdayName: String {
    let names = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    return names[weekday]
  }
}
