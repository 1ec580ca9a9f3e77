internal import CaseModel

/// A paragraph of a document with what proposals need of it. Places are code points from its beginning.
struct ParagraphReading {
  /// Where it begins, in code points of the document.
  let start: Int
  let words: SpanText
  let mentions: [ActorMention]
  let dates: [DateMention]
  let sentences: [Range<Int>]
  let isHeading: Bool

  /// A part of the paragraph as text.
  func text(_ range: Range<Int>) -> String {
    let pieces = pieces(in: range)
    return words.words(pieces)
  }

  /// The words in a range are followed by `'s`.
  func isPossessive(_ range: Range<Int>) -> Bool {
    let next = firstPiece(from: range.upperBound)
    guard let piece = words[next], !piece.isSpaced else { return false }
    return ["'s", "’s", "'", "’"].contains(piece.lower)
  }

  /// The pieces that begin in a range of code points.
  func pieces(in range: Range<Int>) -> Range<Int> {
    let first = firstPiece(from: range.lowerBound)
    return first..<max(first, firstPiece(from: range.upperBound))
  }

  /// - Complexity: O(log pieces).
  private func firstPiece(from place: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words.pieces[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Who is spoken of before a place, in order.
  func mentions(before place: Int) -> [Case.Actor.ID] {
    mentions.prefix { $0.place.lowerBound < place }.filter { !$0.isPlace }.flatMap(\.actors)
  }
}

/// Reads a document paragraph by paragraph, in its order, and keeps whom it spoke of for pronouns.
struct ParagraphReadings {
  let text: SourceText
  let mentions: MentionReader
  let dates: DateContext
  private var context: MentionContext
  private let paragraphs: [Paragraph]
  private let marks: CodePointMarks
  private var next = 0

  init(_ text: SourceText, mentions: MentionReader, published: EDTFDate?) {
    self.text = text
    self.mentions = mentions
    dates = DateContext(published: published)
    context = MentionContext(date: published)
    marks = CodePointMarks(text.bytes)
    paragraphs = ParagraphReader(bytes: text.bytes).paragraphs().filter {
      $0.kind == .text || $0.kind == .heading
    }
  }

  /// Nil behind the last.
  mutating func following() -> ParagraphReading? {
    guard next < paragraphs.count else { return nil }
    let paragraph = paragraphs[next]
    next += 1
    let string = String(decoding: text.bytes[paragraph.bytes], as: UTF8.self)
    let words = SpanText(string)
    let found = mentions.mentions(in: string, &context)
    context.nextSentence()
    return ParagraphReading(
      start: marks.codePoint(at: paragraph.bytes.lowerBound, in: text.bytes), words: words,
      mentions: found, dates: DateReader.mentions(in: words, dates),
      sentences: Self.sentences(words), isHeading: paragraph.kind == .heading)
  }

  private static func sentences(_ words: SpanText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var first = Dateline.end(words)
    var place = first
    while place < words.count {
      var end = place + 1
      if words.endsSentence(place) || end == words.count {
        // A quotation mark behind the point belongs to the sentence.
        while let sign = words[end], sign.kind == .sign, !sign.isSpaced { end += 1 }
        found.append(words.pieces[first].start..<words.pieces[end - 1].end)
        first = end
      }
      place = end
    }
    return found
  }
}
