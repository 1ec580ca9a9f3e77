/// A text with the UTF-16 positions of its code points.
struct DNAText {
  private let places: [Int32]

  init(_ text: String) {
    var places: [Int32] = [0]
    var count: Int32 = 0
    for scalar in text.unicodeScalars {
      count += Int32(UTF16.width(scalar))
      places.append(count)
    }
    self.places = places
  }

  func range(_ range: Range<Int>) -> Range<Int>? {
    guard places.indices.contains(range.lowerBound), places.indices.contains(range.upperBound),
      !range.isEmpty
    else { return nil }
    return Int(places[range.lowerBound])..<Int(places[range.upperBound])
  }
}
