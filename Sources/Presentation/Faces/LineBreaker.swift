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
    for span in inline.spans {
      for (position, paragraph) in span.text.split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .enumerated() {
        if position > 0 { finish() }
        for word in words(paragraph) {
          var rest = word
          if used + rest.trimmedWidth > width, used > 0 {
            if rest.allSatisfy({ $0 == " " }) { continue }
            finish()
          }
          while rest.trimmedWidth > width {
            let head = rest.head(width)
            line.append(head, span.style)
            finish()
            rest.removeFirst(head.count)
          }
          if used == 0, rest.first == " ", !lines.isEmpty { rest = String(rest.drop { $0 == " " }) }
          line.append(rest, span.style)
          used += rest.displayWidth
        }
      }
    }
    if !line.isEmpty || lines.isEmpty { finish() }
    return lines
  }

  /// Words with the spaces behind them.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var sawSpace = false
    for character in text {
      if character == " " {
        sawSpace = true
      } else if sawSpace {
        words.append(word)
        word = ""
        sawSpace = false
      }
      word.append(character)
    }
    if !word.isEmpty { words.append(word) }
    return words
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

  /// The longest beginning that fits, at least one character.
  fileprivate func head(_ width: Int) -> String {
    var head = ""
    var used = 0
    for character in self {
      used += String(character).displayWidth
      if used > width, !head.isEmpty { break }
      head.append(character)
    }
    return head
  }
}
