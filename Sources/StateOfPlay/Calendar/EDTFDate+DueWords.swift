public import CaseModel

extension EDTFDate {
  /// For people, of a date on which something is due, the same in every view: `by 1 May 2025`,
  /// `in winter 2026`, `not before 2 June 2026`. Of a period all of it is named.
  public var dueWords: String {
    isInterval ? wordsOfLimit : (isDay ? "by " : "in ") + words
  }
}
