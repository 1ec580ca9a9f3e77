public import CaseModel

extension Case {
  /// The case without confidential entries, and its texts with the words of confidential statements
  /// masked, character by character, so that positions stay valid.
  ///
  /// A quotation by another statement that lies within a confidential one stays; if it extends further,
  /// the confidential words in it are masked too. In a source that loses words, the context kept around
  /// quotations is left out. Texts of confidential sources are withheld.
  /// - Complexity: O(size of the case + texts of the sources that lose words).
  public func redacted(_ texts: CaseTexts) -> (theCase: Case, texts: CaseTexts) {
    var lens = Lens()
    lens.redact = true
    var cut = self.cut(by: lens)
    let left = Set(cut.statements.map(\.id))
    var hidden: [Source.ID: [Quote]] = [:]
    for statement in statements where !left.contains(statement.id) {
      hidden[statement.source, default: []].append(statement.quote)
    }
    var masked = texts
    let sources = Set(cut.sources.map(\.id))
    masked.states = texts.states.filter { sources.contains($0.key) }
    guard !hidden.isEmpty else { return (cut, masked) }
    cut = cut.placed(in: texts)
    var kept: [Source.ID: [Int]] = [:]
    for (position, statement) in cut.statements.enumerated() where hidden[statement.source] != nil {
      kept[statement.source, default: []].append(position)
    }
    for (source, quotes) in hidden.sorted(by: { $0.key < $1.key }) {
      let text = texts[source].text
      var words = PlaceSet(quotes.flatMap { $0.spans.flatMap { $0.everyPlace(in: text) } })
      let own = kept[source, default: []].flatMap { position in
        cut.statements[position].quote.spans.filter(\.isPlaced).compactMap { span in
          span.start < span.end && words.holds(span.start..<span.end) ? span.start..<span.end : nil
        }
      }
      words.remove(PlaceSet(own))
      let hiddenText = text?.masked(words)
      if let hiddenText, sources.contains(source) { masked.states[source] = .loaded(hiddenText) }
      for position in kept[source, default: []] {
        let quote = cut.statements[position].quote
        cut.statements[position].quote = Quote(
          quote.spans.map { $0.masked(words, text, hiddenText) })
      }
    }
    return (cut, masked)
  }

  /// As ``redacted(_:)``, as a separate case to give to others: each masked text has its own digest.
  /// - Complexity: as ``redacted(_:)``.
  public func redactedForOthers(_ texts: CaseTexts) -> (theCase: Case, texts: CaseTexts) {
    var (cut, masked) = redacted(texts)
    for index in cut.sources.indices where !cut.sources[index].text.withheld {
      let id = cut.sources[index].id
      guard let before = texts[id].text, let after = masked[id].text, before != after else {
        continue
      }
      cut.sources[index].text.sha256 = after.digest
    }
    return (cut, masked)
  }
}

extension QuoteAnchor {
  /// Wherever the words may stand; of three words or more also where else they occur.
  fileprivate func everyPlace(in text: SourceText?) -> [Range<Int>] {
    let named = isPlaced && start >= 0 && start < end ? [start..<end] : []
    guard let text else { return named }
    var places: [Range<Int>] = []
    var words = exact
    switch reading(in: text) {
    case .stands(let place), .moved(let place):
      places = [place.range]
      words = text.text(place.range.lowerBound, place.range.upperBound)
    case .several(let all), .otherSurroundings(let all): places = all
    case .tooFew, .absent, .unproven: places = named
    }
    guard let words, words.split(whereSeparator: \.isWhitespace).prefix(3).count == 3 else {
      return places
    }
    switch QuoteAnchor(start: 0, end: 0, exact: words).reading(in: text) {
    case .stands(let place): places.append(place.range)
    case .several(let all): places += all
    case .moved, .otherSurroundings, .tooFew, .absent, .unproven: break
    }
    return places
  }

  fileprivate func masked(
    _ words: PlaceSet, _ text: SourceText?, _ maskedText: SourceText?
  ) -> QuoteAnchor {
    var masked = self
    masked.prefix = nil
    masked.suffix = nil
    if isPlaced { masked.nth = nil }
    guard isPlaced, start < end, words.touches(start..<end) else { return masked }
    // What stands round the words does not matter here, and may have been wrong.
    let stands = text.map { masked.place(in: $0) == start..<end } ?? false
    masked.exact = nil
    masked.sha256 = nil
    if stands, let maskedText {
      let left = maskedText.text(start, end)
      masked.exact = exact.map { _ in left }
      masked.sha256 = SHA256Digest(of: left.utf8)
    }
    return masked
  }
}

extension SourceText {
  /// The same length in code points; line ends stay.
  fileprivate func masked(_ places: PlaceSet) -> SourceText {
    var scalars = String.UnicodeScalarView()
    var next = 0
    for (offset, scalar) in String(decoding: bytes, as: UTF8.self).unicodeScalars.enumerated() {
      while next < places.ranges.count, places.ranges[next].upperBound <= offset { next += 1 }
      let isHidden = next < places.ranges.count && places.ranges[next].contains(offset)
      scalars.append(isHidden && scalar != "\n" && scalar != "\r" ? "\u{2588}" : scalar)
    }
    return SourceText(String(scalars))
  }
}

/// Places of a text, in order and apart.
private struct PlaceSet {
  private(set) var ranges: [Range<Int>] = []

  init(_ places: [Range<Int>]) {
    for place in places.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    })
    where !place.isEmpty {
      if let last = ranges.last, place.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        ranges.append(place)
      }
    }
  }

  /// The first range that ends after a place.
  private func first(after place: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// All of it is in one of the ranges.
  func holds(_ range: Range<Int>) -> Bool {
    let place = first(after: range.lowerBound)
    return place < ranges.count && ranges[place].lowerBound <= range.lowerBound
      && range.upperBound <= ranges[place].upperBound
  }

  func touches(_ range: Range<Int>) -> Bool {
    let place = first(after: range.lowerBound)
    return place < ranges.count && ranges[place].lowerBound < range.upperBound
  }

  mutating func remove(_ others: PlaceSet) {
    var left: [Range<Int>] = []
    var next = 0
    for range in ranges {
      var from = range.lowerBound
      while next < others.ranges.count, others.ranges[next].lowerBound < range.upperBound {
        let other = others.ranges[next]
        if from < other.lowerBound { left.append(from..<other.lowerBound) }
        from = max(from, other.upperBound)
        next += 1
      }
      if from < range.upperBound { left.append(from..<range.upperBound) }
    }
    ranges = left
  }
}
