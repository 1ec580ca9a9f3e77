/// How the positions of a project were read, and how sure that is.
package struct PlacementResult: Sendable, Hashable {
  package var reading: PositionReading
  /// The share of edges of passages that are edges of words, by this reading.
  package var share: Double
  /// Another reading that gives other places and is about as good; nil where none is.
  package var rival: PositionReading?
  /// Every reading gives the same places.
  package var allAgree: Bool
  package var passages: Int
  /// The reading was given by hand, and no other was tried.
  package var isGiven = false

  /// Below this a person is asked.
  package static let threshold = 0.95
  package var isSure: Bool {
    passages == 0 || allAgree || isGiven || share >= Self.threshold && rival == nil
  }
}

extension CodedProject {
  /// Reads the counted positions in whichever way places most edges of passages at edges of words.
  ///
  /// - Parameter chosen: the reading to use, where it is known.
  /// - Returns: the project with places, and what was decided.
  /// - Complexity: O((text + passages) · readings)
  package func placed(
    _ chosen: PositionReading? = nil
  ) -> (project: CodedProject, result: PlacementResult?) {
    let readings = chosen.map { [$0] } ?? PositionReading.all
    var byDocument: [String: [Int]] = [:]
    for (place, passage) in passages.enumerated()
    where passage.place == nil && passage.counted != nil {
      byDocument[passage.document, default: []].append(place)
    }
    guard !byDocument.isEmpty else { return (self, nil) }
    var scores = [Int](repeating: 0, count: readings.count)
    var found = [[Range<Int>?]](
      repeating: [Range<Int>?](repeating: nil, count: passages.count), count: readings.count)
    var count = 0
    for document in documents {
      guard let text = document.text, let members = byDocument[document.id] else { continue }
      count += members.count
      let scalars = Array(text.unicodeScalars)
      let edges = WordEdges(scalars)
      for (number, reading) in readings.enumerated() {
        let table = PositionTable(
          scalars, reading, hadByteOrderMark: document.hadByteOrderMark)
        for member in members {
          guard let range = passages[member].counted.flatMap({ table.range($0) }) else { continue }
          found[number][member] = range
          scores[number] += edges.score(range)
        }
      }
    }
    let best = readings.indices.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
    var project = self
    for place in passages.indices {
      if let range = found[best][place] { project.passages[place].place = range }
    }
    let others = readings.indices.filter { $0 != best && found[$0] != found[best] }
    // Within one passage in a hundred of each other, two readings are as good.
    let margin = max(count / 50, 1)
    let rival = others.filter { scores[best] - scores[$0] < margin }
      .max { (scores[$0], -$0) < (scores[$1], -$1) }
    return (
      project,
      PlacementResult(
        reading: readings[best],
        share: count == 0 ? 1 : Double(scores[best]) / Double(2 * count),
        rival: rival.map { readings[$0] }, allAgree: chosen == nil && others.isEmpty,
        passages: count,
        isGiven: chosen != nil)
    )
  }
}

/// Where words begin and end in a text.
private struct WordEdges {
  private let isWord: [Bool]
  private let isSpace: [Bool]

  init(_ scalars: [Unicode.Scalar]) {
    isWord = scalars.map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
    isSpace = scalars.map(\.properties.isWhitespace)
  }

  /// How many of the two edges of a passage are edges of words, and not of the space between.
  func score(_ range: Range<Int>) -> Int {
    let (start, end) = (range.lowerBound, range.upperBound)
    let begins = !isSpace[start] && (start == 0 || !isWord[start] || !isWord[start - 1])
    let ends =
      !isSpace[end - 1] && (end == isWord.count || !isWord[end] || !isWord[end - 1])
    return (begins ? 1 : 0) + (ends ? 1 : 0)
  }
}
