internal import CaseModel

/// Cuts a text into blocks at line ends, so that a browser lays out only those in sight and a change
/// renews only those it touches. Together they are the text.
enum TextBlocks {
  /// Code points of a block at least; it goes on to the end of its line.
  static let least = 1200

  /// - Complexity: O(text between).
  static func ranges(of text: SourceText, from: Int, to: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    guard let first = text.byteOffset(of: from), let last = text.byteOffset(of: to) else {
      return []
    }
    var start = from
    var place = from
    for offset in first..<last where text.bytes[offset] & 0xC0 != 0x80 {
      place += 1
      if text.bytes[offset] == 0x0A, place - start >= least {
        found.append(start..<place)
        start = place
      }
    }
    if start < to { found.append(start..<to) }
    return found
  }
}
