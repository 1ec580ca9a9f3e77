/// What became of an anchor in a text.
public enum AnchorStatus: Sendable, Hashable {
  /// The words stand where the anchor says, or where alone they can be meant.
  case ok
  /// They stand elsewhere: where their surroundings say, else nearest to the anchor.
  case drifted(start: Int, end: Int)
  /// They are in the text, and not where the anchor's surroundings or number say; or in several
  /// places, and nothing says which is meant.
  case undecided
  /// They are not in the text.
  case orphan
  /// Neither words nor digest were kept, so nothing can be proved.
  case unproven
}

extension QuoteAnchor {
  /// Compares the anchor with a text; ``reading(in:)`` says more.
  public func status(in text: SourceText) -> AnchorStatus {
    switch reading(in: text) {
    case .stands: .ok
    case .moved(let place): .drifted(start: place.range.lowerBound, end: place.range.upperBound)
    case .several(let places):
      isPlaced
        ? nearest(of: places).map { .drifted(start: $0.lowerBound, end: $0.upperBound) } ?? .orphan
        : .undecided
    case .otherSurroundings, .tooFew: .undecided
    case .absent: .orphan
    case .unproven: .unproven
    }
  }

  /// Where the words stand; nil unless the anchor is right about it.
  public func place(in text: SourceText) -> Range<Int>? {
    if case .stands(let place) = reading(in: text) { return place.range }
    return nil
  }

  private func nearest(of places: [Range<Int>]) -> Range<Int>? {
    places.min { a, b in
      (a.lowerBound.distance(to: start).magnitude, a.lowerBound)
        < (b.lowerBound.distance(to: start).magnitude, b.lowerBound)
    }
  }
}
