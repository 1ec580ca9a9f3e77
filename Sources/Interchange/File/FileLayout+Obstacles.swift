internal import CaseModel

/// What a YAML file has that is no part of the case, and is lost when the case is written again: comments,
/// anchors and aliases.
extension FileLayout {
  /// One of them.
  package struct Mark: Sendable, Hashable {
    package let words: String
    package let line: Int
    /// An anchor or alias: it stands for what is written elsewhere.
    fileprivate var isReference = false
  }

  /// - Complexity: O(size of the file); the file is read once more.
  package var marks: [Mark] {
    guard format == .yaml, bytes.contains(where: { "#&*".utf8.contains($0) }) else { return [] }
    var marks: [Mark] = []
    var counted = (offset: 0, line: 1)
    forEachEvent { event, gap in
      let line = Int(event.place.line)
      if case .alias(let name) = event.kind {
        marks.append(Mark(words: "the alias `*\(name)`", line: line, isReference: true))
      }
      if let anchor = event.anchor {
        marks.append(Mark(words: "the anchor `&\(anchor)`", line: line, isReference: true))
      }
      if let gap { addComments(in: gap, to: &marks, &counted) }
      return true
    }
    return marks
  }

  /// - Parameter counted: how far lines have been counted, as the gaps come in the order of the file.
  private func addComments(
    in gap: Range<Int>, to marks: inout [Mark], _ counted: inout (offset: Int, line: Int)
  ) {
    var place = gap.lowerBound
    while let start = bytes[place..<gap.upperBound].firstIndex(of: UInt8(ascii: "#")) {
      let end = InPlaceEdit.endOfLine(after: start, bytes)
      let words = String(decoding: bytes[start..<end], as: UTF8.self)
      counted = (start, counted.line + lineEnds(in: counted.offset..<start))
      marks.append(Mark(words: "the comment “\(words)”", line: counted.line))
      place = min(max(end, start + 1), gap.upperBound)
    }
  }

  private func lineEnds(in range: Range<Int>) -> Int {
    bytes[range].count { $0 == UInt8(ascii: "\n") }
  }

  /// The first of its marks that the same file, written in another way, does not have.
  package func mark(lostIn other: FileLayout) -> Mark? {
    var there: [String: Int] = [:]
    for mark in other.marks { there[mark.words, default: 0] += 1 }
    return marks.first { mark in
      guard let count = there[mark.words], count > 0 else { return true }
      there[mark.words] = count - 1
      return false
    }
  }

  /// What in the file keeps it from being edited in place, with its line; nil where nothing known does.
  package var obstacle: Mark? {
    guard format == .yaml else { return nil }
    if let first = bytes.firstIndex(where: { $0 > 0x20 }), bytes[first] == UInt8(ascii: "{") {
      return Mark(words: "all of it stands in braces", line: 1 + lineEnds(in: 0..<first))
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if let place = lines.firstIndex(where: { $0.starts(with: "...".utf8) }) {
      return Mark(words: "`...` ends the document before the file does", line: place + 1)
    }
    return marks.first(where: \.isReference)
      .map { Mark(words: "\($0.words) stands for what is elsewhere", line: $0.line) }
  }
}
