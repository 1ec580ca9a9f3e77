/// Breaks text with emphasis into lines of a given width, at spaces; a word that is too long for a
/// line is cut.
enum LineBreaker {
  static func lines(_ inline: Inline, width: Int) -> [Inline] {
    let width = max(1, width)
    var lines: [Inline] = []
    var line = Inline("")
    var used = 0
    func finish() {
      line.dropTrailingSpace()
      lines.append(line)
      line = Inline("")
      used = 0
    }
    for (position, paragraph) in words(of: inline).enumerated() {
      if position > 0 { finish() }
      for word in paragraph {
        let length = word.map(\.text).joined().trimmedWidth
        if used + length > width, used > 0 {
          if word.allSatisfy({ $0.text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } }) { continue }
          finish()
        }
        for span in word {
          var rest = span.text
          if length > width, used + rest.trimmedWidth > width {
            if used > 0 { finish() }
            var pieces = rest.pieces(width)
            rest = pieces.popLast() ?? ""
            for piece in pieces {
              line.append(piece, span.style)
              finish()
            }
          }
          if used == 0, rest.utf8.first == UInt8(ascii: " "), !lines.isEmpty {
            rest = String(decoding: rest.utf8.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
          }
          line.append(rest, span.style)
          used += rest.displayWidth
        }
      }
    }
    if !line.isEmpty || lines.isEmpty { finish() }
    return closed(lines)
  }

  /// The words of each paragraph; one whose parts differ in style stays one word, so that no line
  /// begins with the mark behind it.
  private static func words(of inline: Inline) -> [[[Inline.Span]]] {
    var paragraphs: [[[Inline.Span]]] = [[]]
    for span in inline.spans {
      let parts = span.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (position, part) in parts.enumerated() {
        if position > 0 { paragraphs.append([]) }
        let here = paragraphs.count - 1
        for (place, word) in words(part).enumerated() {
          let piece = Inline.Span(text: word, style: span.style)
          let continues =
            place == 0 && word.utf8.first != UInt8(ascii: " ")
            && paragraphs[here].last?.last?.text.utf8.last.map { $0 != UInt8(ascii: " ") } ?? false
          if continues {
            paragraphs[here][paragraphs[here].count - 1].append(piece)
          } else {
            paragraphs[here].append([piece])
          }
        }
      }
    }
    return paragraphs
  }

  /// Words with the spaces behind them.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    var start = text.startIndex
    var sawSpace = false
    // By bytes, as a space is one in every text; its marks go to the word behind it.
    for index in text.utf8.indices {
      if text.utf8[index] == UInt8(ascii: " ") {
        sawSpace = true
      } else if sawSpace {
        words.append(String(text[start..<index]))
        start = index
        sawSpace = false
      }
    }
    if start < text.endIndex { words.append(String(text[start...])) }
    return words
  }

  /// Marks that begin a stretch of another direction end with each line and begin again in the next,
  /// so that what stands beside it is left alone.
  private static func closed(_ lines: [Inline]) -> [Inline] {
    var open: [Unicode.Scalar] = []
    return lines.map { line in
      guard !open.isEmpty || line.spans.contains(where: { $0.text.hasDirectionMarks }) else {
        return line
      }
      let again = String(String.UnicodeScalarView(open))
      for scalar in line.spans.lazy.flatMap(\.text.unicodeScalars) {
        switch scalar.value {
        case 0x202A, 0x202B, 0x2066...0x2068: open.append(scalar)
        case 0x202C, 0x2069: open = open.dropLast()
        default: break
        }
      }
      var closed = line
      if !again.isEmpty, !closed.spans.isEmpty {
        closed.spans[0].text = again + closed.spans[0].text
      }
      if let last = closed.spans.indices.last {
        for mark in open.reversed() {
          closed.spans[last].text += mark.value < 0x2060 ? "\u{202C}" : "\u{2069}"
        }
      }
      return closed
    }
  }
}

extension Inline {
  fileprivate mutating func append(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  fileprivate mutating func dropTrailingSpace() {
    while let last = spans.last {
      let trimmed = last.text.trimmedRight
      if trimmed.isEmpty {
        spans.removeLast()
      } else {
        spans[spans.count - 1].text = trimmed
        return
      }
    }
  }
}

extension String {
  fileprivate var trimmedWidth: Int { trimmedRight.displayWidth }

  fileprivate var hasDirectionMarks: Bool {
    unicodeScalars.contains {
      (0x202A...0x202C).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
  }

  /// Cut into pieces that fit, each of one character at least; spaces at the end stay with the last.
  /// - Complexity: O(length).
  fileprivate func pieces(_ width: Int) -> [String] {
    var pieces: [String] = []
    var start = startIndex
    var used = 0
    var index = startIndex
    let end = utf8.index(
      endIndex, offsetBy: -utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count)
    while index < end {
      let next = self.index(after: index)
      let own = self[index..<next].unicodeScalars.reduce(0) { $0 + $1.displayWidth }
      if used + own > width, start < index {
        pieces.append(String(self[start..<index]))
        start = index
        used = 0
      }
      used += own
      index = next
    }
    pieces.append(String(self[start...]))
    return pieces
  }
}
