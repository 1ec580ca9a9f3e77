/// Where Discourse Network Analyzer 3.1.1 computes something else than the published definition.
///
/// None is applied unless asked for by name; to compare figures with that program, ask for
/// ``all``, or for the one in question, and the result says which were used.
public enum Departure: String, Sendable, Hashable, CaseIterable, Codable {
  /// Duplicates within a week or month are compared by its number without the year, so that
  /// January 2020 and January 2021 are one month.
  case periodWithoutYear = "period-without-year"
  /// Where stances are ignored, the removal of duplicates ignores them too: an agreement and a
  /// disagreement of one actor on one concept become one statement.
  case duplicatesIgnoreStance = "duplicates-ignore-stance"
  /// The length of a scale is that of the levels that occur, not of the scale that was declared.
  case observedScale = "observed-scale"
  /// The triangular kernel is |1 − u| rather than 1 − |u|: it grows after the midpoint.
  case oneSidedTriangle = "one-sided-triangle"
  /// Moving windows of an even number of days hold a day more.
  case windowOneDayLonger = "window-one-day-longer"
  /// A spectrum is that of the degrees alone rather than of the Laplacian.
  case degreesForLaplacian = "degrees-for-laplacian"

  /// All of them.
  public static let all = Set(allCases)

  /// What is done differently, as a clause for people.
  public var summary: String {
    switch self {
    case .periodWithoutYear: "weeks and months are compared without their year"
    case .duplicatesIgnoreStance: "duplicates are removed without regard to the stance"
    case .observedScale: "the scale is as long as the levels that occur"
    case .oneSidedTriangle: "the triangular kernel is |1 − u|"
    case .windowOneDayLonger: "windows of an even number of days hold one day more"
    case .degreesForLaplacian: "spectra are of the degrees alone"
    }
  }
}
