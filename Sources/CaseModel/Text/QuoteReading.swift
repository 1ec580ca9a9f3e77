/// What a text says of a quote.
package enum QuoteReading: Sendable, Hashable {
  /// The words stand where the quote says, or in the one place that it can mean.
  case stands(QuotePlace)
  /// They stand in one place that it can mean, and it names another.
  case moved(QuotePlace)
  /// They stand in several places, and nothing says which is meant.
  case several([Range<Int>])
  /// They are in the text, and nowhere between what the quote says stands before and after them.
  case otherSurroundings([Range<Int>])
  /// They occur so often, fewer times than `nth` says.
  case tooFew(Int)
  case absent
  /// Neither words nor digest are kept.
  case unproven
}

/// Where quoted words stand.
package struct QuotePlace: Sendable, Hashable {
  /// In code points.
  package var range: Range<Int>
  /// How the text writes them differently; empty where they agree letter for letter.
  package var differences: [QuoteDifference] = []
}

extension QuoteAnchor {
  /// Finds the words in a text.
  ///
  /// Words are found also where white space, quotation marks, dashes, hyphens at line ends, characters
  /// that are not shown, ligatures or combining forms differ. Of several places the one is meant that
  /// `nth` counts to, or that stands between `prefix` and `suffix`. Where only a digest is kept, every
  /// place within 2,000 code points is tried.
  /// - Complexity: O(quote) where it stands; else O(text + quote), and 4,000 digests without words.
  package func reading(in text: SourceText) -> QuoteReading {
    guard let exact else { return sha256 == nil ? .unproven : digestReading(in: text) }
    if isPlaced, nth == nil, let words = text.slice(start, end) {
      let isSame = words.elementsEqual(exact.utf8)
      if isSame || (words.count < 4 * exact.utf8.count + 100 && Self.isLoose(words, exact)),
        isSurrounded(start..<end, in: text)
      {
        return .stands(
          QuotePlace(
            range: start..<end,
            differences: isSame ? [] : QuoteDifference.between(words, exact)))
      }
    }
    let places = self.places(of: exact, in: text)
    guard !places.isEmpty else { return .absent }
    var meant = places.filter { isSurrounded($0, in: text) }
    if let nth {
      guard places.indices.contains(nth - 1) else { return .tooFew(places.count) }
      meant = meant.filter { $0 == places[nth - 1] }
    }
    guard let place = meant.first else { return .otherSurroundings(places) }
    guard meant.count == 1 else { return .several(meant) }
    let words = text.slice(place.lowerBound, place.upperBound) ?? []
    let found = QuotePlace(
      range: place,
      differences: words.elementsEqual(exact.utf8) ? [] : QuoteDifference.between(words, exact))
    return !isPlaced || place == start..<end ? .stands(found) : .moved(found)
  }

  /// Where the words occur, in order.
  private func places(of exact: String, in text: SourceText) -> [Range<Int>] {
    for joinsHyphens in [false, true] {
      let words = LooseText(exact.unicodeScalars, joinsHyphens: joinsHyphens)
      let places = text.loose(joinsHyphens: joinsHyphens).places(of: words)
      if !places.isEmpty { return places.map { Self.widened($0, to: exact, in: text) } }
    }
    let length = exact.unicodeScalars.count
    return text.occurrences(of: Array(exact.utf8)).map { $0..<($0 + length) }
  }

  /// With the blanks at an end that the words have there letter for letter, which looser comparison
  /// leaves out.
  private static func widened(
    _ place: Range<Int>, to exact: String, in text: SourceText
  ) -> Range<Int> {
    func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
      switch LooseCharacter(scalar) {
      case .blank, .invisible: true
      case .dash, .quotationMark, .other: false
      }
    }
    let start = place.lowerBound - exact.unicodeScalars.prefix(while: isLeftOut).count
    let end = place.upperBound + exact.unicodeScalars.reversed().prefix(while: isLeftOut).count
    guard start != place.lowerBound || end != place.upperBound, start >= 0,
      let words = text.slice(start, end), words.elementsEqual(exact.utf8)
    else { return place }
    return start..<end
  }

  private static func isLoose(_ words: ArraySlice<UInt8>, _ exact: String) -> Bool {
    let found = String(decoding: words, as: UTF8.self)
    return [false, true].contains { joins in
      let (a, b) = (
        LooseText(found.unicodeScalars, joinsHyphens: joins).units,
        LooseText(exact.unicodeScalars, joinsHyphens: joins).units
      )
      return !a.isEmpty && a == b
    }
  }

  /// What the quote says stands before and after the words does so.
  private func isSurrounded(_ place: Range<Int>, in text: SourceText) -> Bool {
    hasBefore(place, in: text) && hasAfter(place, in: text)
  }

  package func hasBefore(_ place: Range<Int>, in text: SourceText) -> Bool {
    guard let prefix, !prefix.isEmpty else { return true }
    let length = prefix.unicodeScalars.count
    if text.text(place.lowerBound - length, place.lowerBound).utf8.elementsEqual(prefix.utf8) {
      return true
    }
    // Room for blanks and soft hyphens that the quote left out.
    let before = text.text(place.lowerBound - 2 * length - 40, place.lowerBound)
    return [false, true].contains { joins in
      LooseText(before.unicodeScalars, joinsHyphens: joins).units.reversed()
        .starts(with: LooseText(prefix.unicodeScalars, joinsHyphens: joins).units.reversed())
    }
  }

  package func hasAfter(_ place: Range<Int>, in text: SourceText) -> Bool {
    guard let suffix, !suffix.isEmpty else { return true }
    let length = suffix.unicodeScalars.count
    if text.text(place.upperBound, place.upperBound + length).utf8.elementsEqual(suffix.utf8) {
      return true
    }
    let after = text.text(place.upperBound, place.upperBound + 2 * length + 40)
    return [false, true].contains { joins in
      LooseText(after.unicodeScalars, joinsHyphens: joins).units
        .starts(with: LooseText(suffix.unicodeScalars, joinsHyphens: joins).units)
    }
  }

  private func digestReading(in text: SourceText) -> QuoteReading {
    func isHere(_ from: Int, _ to: Int) -> Bool {
      text.slice(from, to).map { sha256 == SHA256Digest(of: $0) } ?? false
    }
    guard isPlaced else { return .unproven }
    if isHere(start, end) { return .stands(QuotePlace(range: start..<end)) }
    let (length, overflow) = end.subtractingReportingOverflow(start)
    guard !overflow, length > 0, length <= text.count else { return .absent }
    // Beyond this nothing within reach can hold the quote; what follows cannot overflow.
    guard start <= text.count + 2000 else { return .absent }
    for shift in 1...2000 {
      for candidate in [start - shift, start + shift] where candidate >= 0 {
        if isHere(candidate, candidate + length) {
          return .moved(QuotePlace(range: candidate..<(candidate + length)))
        }
      }
    }
    return .absent
  }
}
