/// Divides a text into paragraphs.
///
/// A line is a paragraph; where lines are broken at a fixed width, those up to the next blank line
/// are one. What is longer than ``longest`` is cut at white space, so that no text is more work
/// than its length.
///
/// - Complexity: O(bytes).
struct ParagraphReader {
  /// Bytes of a paragraph at the most.
  static let longest = 1 << 16

  let bytes: [UInt8]

  func paragraphs() -> [Paragraph] {
    let lines = lines()
    let isWrapped = isWrapped(lines)
    var found: [Paragraph] = []
    var place = 0
    while place < lines.count {
      var range = lines[place].range
      place += 1
      if range.isEmpty { continue }
      while isWrapped, place < lines.count, !lines[place].range.isEmpty,
        continues(lines[place].range),
        lines[place].range.upperBound - range.lowerBound < Self.longest
      {
        range = range.lowerBound..<lines[place].range.upperBound
        place += 1
      }
      for part in parts(of: range) {
        found.append(Paragraph(kind: .text, bytes: part))
      }
    }
    PageFurniture(bytes: bytes).mark(&found)
    return found
  }

  private struct Line {
    /// Without white space at either end.
    var range: Range<Int>
  }

  private func lines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    var place = 0
    func add(_ end: Int) { lines.append(Line(range: trimmed(start..<end))) }
    while place < bytes.count {
      switch bytes[place] {
      case 0x0A, 0x0B, 0x0C:
        add(place)
        start = place + 1
      case 0x0D:
        add(place)
        if place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
        start = place + 1
      case 0xE2
      where place + 2 < bytes.count && bytes[place + 1] == 0x80
        && (bytes[place + 2] == 0xA8 || bytes[place + 2] == 0xA9):
        add(place)
        place += 2
        start = place + 1
      default: break
      }
      place += 1
    }
    if start < bytes.count { add(bytes.count) }
    return lines
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let (scalar, length) = Tokenizer.scalar(at: start, in: bytes, to: end)
      guard case .space = CharacterKind(scalar) else { break }
      start += length
    }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Most lines that are followed by another are of like length and do not end a sentence.
  private func isWrapped(_ lines: [Line]) -> Bool {
    var pairs = 0
    var broken = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where !line.range.isEmpty && !next.range.isEmpty {
      pairs += 1
      let length = line.range.count
      if length >= 45, length <= 110, !isEnd(bytes[line.range.upperBound - 1]) { broken += 1 }
    }
    return pairs >= 3 && broken * 2 > pairs
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3A
  }

  /// The line is no point of a list.
  private func continues(_ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    guard first == 0x2D || first == 0x2A || first == 0xE2, range.count > 3 else { return true }
    let after = first == 0xE2 ? range.lowerBound + 3 : range.lowerBound + 1
    return bytes[after] != 0x20
  }

  private func parts(of range: Range<Int>) -> [Range<Int>] {
    guard range.count > Self.longest else { return [range] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while range.upperBound - start > Self.longest {
      var cut = start + Self.longest
      let earliest = cut - 4096
      while cut > earliest, bytes[cut] != 0x20 { cut -= 1 }
      if bytes[cut] != 0x20 {
        cut = start + Self.longest
        while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
      }
      parts.append(trimmed(start..<cut))
      start = cut
    }
    parts.append(trimmed(start..<range.upperBound))
    return parts.filter { !$0.isEmpty }
  }
}
