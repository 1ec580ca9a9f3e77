package import CaseModel

/// A part of a document that a language model is asked about at a time: whole paragraphs, as long as
/// they fit.
package struct ModelPassage: Sendable, Hashable {
  /// In code points of the document.
  package let range: Range<Int>
  package let words: String

  /// The parts of a text, in order, without headings' and pages' furniture between them.
  /// - Parameter longest: bytes at the most; a longer paragraph is divided at white space.
  /// - Complexity: O(text).
  package static func all(of text: SourceText, longest: Int = 3000) -> [ModelPassage] {
    let marks = CodePointMarks(text.bytes)
    var ranges: [Range<Int>] = []
    for paragraph in ParagraphReader(bytes: text.bytes).paragraphs() where paragraph.kind == .text {
      for part in parts(of: paragraph.bytes, in: text.bytes, longest: max(16, longest)) {
        if let last = ranges.last, part.upperBound - last.lowerBound <= longest {
          ranges[ranges.count - 1] = last.lowerBound..<part.upperBound
        } else {
          ranges.append(part)
        }
      }
    }
    return ranges.map { range in
      let span = marks.span(range, in: text.bytes)
      return ModelPassage(
        range: span.start..<span.end, words: String(decoding: text.bytes[range], as: UTF8.self))
    }
  }

  private static func parts(
    of range: Range<Int>, in bytes: [UInt8], longest: Int
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while range.upperBound - start > longest {
      let limit = start + longest
      var cut = limit
      while cut > start + longest / 2, bytes[cut] != 0x20 { cut -= 1 }
      if bytes[cut] != 0x20 {
        cut = limit
        while cut > start + 1, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
      }
      parts.append(start..<cut)
      start = bytes[cut] == 0x20 ? cut + 1 : cut
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }
}
