internal import CaseModel

/// Dates as they stand within a sentence.
extension EDTFDate {
  /// `on 12 June 2026`, `in June 2026`; a longer time as it is.
  var wordsOfDay: String {
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || ($0 &- UInt8(ascii: "0")) < 10 }) else {
      return words
    }
    return text.utf8.count == 10 ? "on \(words)" : "in \(words)"
  }
}
