/// Part of a text, in code points and in UTF-8 bytes from its beginning; ends are exclusive.
package struct TextSpan: Sendable, Hashable {
  package let start: Int
  package let end: Int
  /// The same part in bytes.
  package let bytes: Range<Int>

  /// - Parameter bytes: where the part stands in UTF-8; as many bytes as code points or more.
  package init(start: Int, end: Int, bytes: Range<Int>) {
    self.start = start
    self.end = end
    self.bytes = bytes
  }
}

/// From a place in UTF-8 to a place in code points.
struct CodePointMarks {
  /// Code points that begin before every 64th byte.
  private let marks: [Int]

  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8]) {
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / 64 + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset & 63 == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count & 63 == 0 { marks.append(count) }
    self.marks = marks
  }

  /// - Complexity: O(1): at most 63 bytes are stepped over.
  func codePoint(at offset: Int, in bytes: [UInt8]) -> Int {
    let block = offset >> 6
    guard offset >= 0, offset <= bytes.count, block < marks.count else { return marks.last ?? 0 }
    var count = marks[block]
    for place in (block << 6)..<offset where bytes[place] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  func span(_ range: Range<Int>, in bytes: [UInt8]) -> TextSpan {
    TextSpan(
      start: codePoint(at: range.lowerBound, in: bytes),
      end: codePoint(at: range.upperBound, in: bytes), bytes: range)
  }
}
