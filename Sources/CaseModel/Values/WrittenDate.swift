/// Dates as people write them: `16 May 2025`, `May 16, 2025`, `May 2025`, `autumn 2022`, `16.5.2025`,
/// `12–15 May 2025`, `between May and July 2025`, `before 12 May 2025`, `since March 2022`,
/// `about May 2025`, `early May 2025`, and the notation of the case's file.
///
/// What this program prints of a date is read as that date again.
package enum WrittenDate {
  package struct SyntaxError: Error, Hashable {
    package let reason: String
    /// What it may mean, where it can be read in several ways; empty where it cannot be read.
    package var readings: [EDTFDate] = []
  }

  /// Longer than any date with words round it. Forms and addresses pass on whatever was typed, and others
  /// wait while it is read.
  package static let longest = 200

  /// - Parameter isLimit: it is the day by which something is to be done, so that `by 1 June 2025` is that day.
  /// - Throws: a ``SyntaxError`` with the reason, in words for the person who wrote it.
  package static func read(
    _ text: String, isLimit: Bool = false
  ) throws(SyntaxError) -> EDTFDate {
    guard text.unicodeScalars.count <= longest else {
      throw SyntaxError(reason: "it has more than \(longest) characters; write the date alone")
    }
    let written = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let own: EDTFDate.SyntaxError
    do { return try EDTFDate(written) } catch { own = error }
    var phrase = DatePhrase(isLimit: isLimit)
    do { return try date(phrase, written, own) } catch {
      guard phrase.hasTwoReadings(written) else { throw error }
    }
    var readings: [EDTFDate] = []
    for order in [DatePhrase.Order.dayFirst, .monthFirst] {
      phrase.order = order
      if let reading = try? date(phrase, written, own), !readings.contains(reading) {
        readings.append(reading)
      }
    }
    guard readings.count == 2 else { return try date(phrase, written, own) }
    throw SyntaxError(
      reason: "it can be read in two ways, as \(readings[0].words) or as \(readings[1].words); "
        + "write the month as a word", readings: readings)
  }

  private static func date(
    _ phrase: DatePhrase, _ written: String, _ own: EDTFDate.SyntaxError
  ) throws(SyntaxError) -> EDTFDate {
    let folded = written.lowercased()
    guard let notation = try phrase.notation(folded) else {
      throw SyntaxError(reason: Self.reason(folded, own))
    }
    do { return try EDTFDate(notation) } catch { throw SyntaxError(reason: error.reason) }
  }

  /// What is missing, where a day or a month was recognised.
  private static func reason(_ text: String, _ own: EDTFDate.SyntaxError) -> String {
    guard text.contains(where: \.isLetter) else { return reason(ofFigures: text) ?? own.reason }
    let parts = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let fault = PlainDate.dayThatIsNone(parts) { return fault }
    let isNamed = parts.contains { PlainDate.month($0) != nil || PlainDate.seasons.contains($0) }
    guard isNamed, !parts.contains(where: { PlainDate.year($0) != nil }) else {
      return "no date was recognised"
    }
    return "the year is missing; write it with four digits"
  }

  /// Of figures that may well be a date, but for what divides them.
  private static func reason(ofFigures text: String) -> String? {
    let parts = text.split { $0 == "," || $0 == " " }
    guard parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
    if parts.count == 1, [6, 8].contains(text.count) {
      return "divide year, month and day with hyphens, as in 2025-05-16"
    }
    guard (2...3).contains(parts.count) else { return nil }
    return "divide day, month and year with dots, as in 16.5.2025, or write the month as a word"
  }
}
