internal import CaseModel

/// Places of quotes in a text, in code points.
enum QuotePlaces {
  /// How many code points two quotes share.
  static func shared(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    var shared = 0
    for one in a { for other in b { shared += one.clamped(to: other).count } }
    return shared
  }

  static func length(_ places: [Range<Int>]) -> Int { places.reduce(0) { $0 + $1.count } }

  /// Both are the same passage, though an end of it moved: half of either, taken together, is shared.
  static func isSame(_ a: [Range<Int>], _ b: [Range<Int>]) -> Bool {
    let shared = shared(a, b)
    return shared > 0 && shared * 2 >= length(a) + length(b) - shared
  }

  /// Half of the shorter is in the other.
  static func overlaps(_ a: [Range<Int>], _ b: [Range<Int>]) -> Bool {
    let shared = shared(a, b)
    return shared > 0 && shared * 2 >= min(length(a), length(b))
  }

  static func of(_ quote: Quote, in text: SourceText) -> [Range<Int>] {
    quote.spans.compactMap { span in
      span.place(in: text) ?? (span.isPlaced ? span.start..<span.end : nil)
    }
  }

  /// The sentences that a quote lies in, with at most 400 code points to either side of it.
  static func sentences(round place: Range<Int>, in text: SourceText) -> String {
    let reach = 400
    let before = Array(text.text(place.lowerBound - reach, place.lowerBound).unicodeScalars)
    let after = Array(text.text(place.upperBound, place.upperBound + reach).unicodeScalars)
    let start = before.lastIndex(where: ends).map { before.count - 1 - $0 } ?? before.count
    let last = text.text(place.upperBound - 1, place.upperBound).unicodeScalars.first
    var length = 0
    if let last, !ends(last) {
      length = after.firstIndex(where: ends).map { after[$0] == "\n" ? $0 : $0 + 1 } ?? after.count
    }
    return text.text(place.lowerBound - start, place.upperBound + length)
  }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "!" || scalar == "?" || scalar == "\n"
  }
}

extension String {
  /// The words at code points.
  func codePoints(_ range: Range<Int>) -> String {
    let scalars = Array(unicodeScalars)
    var string = ""
    string.unicodeScalars.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return string
  }
}
