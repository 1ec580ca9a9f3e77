/// Tells headings, bylines, captions and what belongs to the page from the article's own text.
///
/// - Complexity: O(bytes of short paragraphs).
struct PageFurniture {
  let bytes: [UInt8]

  func mark(_ paragraphs: inout [Paragraph]) {
    for place in paragraphs.indices {
      paragraphs[place].kind = kind(of: paragraphs[place].bytes, isFirst: place == 0)
    }
  }

  /// Longer lines are text.
  private static let longestLine = 400

  private func kind(of range: Range<Int>, isFirst: Bool) -> Paragraph.Kind {
    guard range.count <= Self.longestLine else { return .text }
    let line = Line(bytes[range])
    if line.isCaption { return .caption }
    if line.isFurniture { return .furniture }
    if line.isByline { return .byline }
    return line.isHeading(isFirst: isFirst) ? .heading : .text
  }

  private struct Line {
    private let text: ArraySlice<UInt8>
    /// With ASCII letters in lower case.
    private let lower: [UInt8]
    private let words: Int
    private let last: UInt8
    private let isQuoted: Bool

    init(_ text: ArraySlice<UInt8>) {
      self.text = text
      lower = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      words = text.split(whereSeparator: { $0 <= 0x20 }).count
      let closers: [[UInt8]] = ["\"", "'", "”", "’", "»", ")", "]"].map { Array($0.utf8) }
      var end = text[...]
      while let closer = closers.first(where: {
        end.count > $0.count && end.suffix($0.count).elementsEqual($0)
      }) {
        end = end.dropLast(closer.count)
      }
      last = end.suffix(3).elementsEqual("…".utf8) ? 0x2E : end.last ?? 0
      isQuoted = ["\"", "“", "«", "„", "‘"].contains { text.starts(with: $0.utf8) }
    }

    private var endsSentence: Bool {
      switch last {
      case 0x2E, 0x21, 0x3F, 0x3B, 0x3A, 0x2C: true
      default: false
      }
    }

    private func begins(_ starts: [[UInt8]]) -> Bool { starts.contains { lower.starts(with: $0) } }

    private func holds(_ parts: [[UInt8]], in line: some Collection<UInt8>) -> Bool {
      parts.contains { part in
        var rest = line[line.startIndex...]
        while let first = part.first, let place = rest.firstIndex(of: first) {
          rest = rest[place...]
          if rest.starts(with: part) { return true }
          rest = rest.dropFirst()
        }
        return false
      }
    }

    var isCaption: Bool {
      guard words <= 60 else { return false }
      if begins(Self.captionStarts) { return true }
      return !endsSentence && words <= 40 && holds(Self.captionMarks, in: text)
    }

    var isFurniture: Bool {
      if words <= 25, holds(Self.notices, in: lower) { return true }
      guard words <= 14 else { return false }
      if Self.wholeLines.contains(lower) { return true }
      return begins(Self.lineStarts) && (words <= 6 || !endsSentence)
    }

    var isByline: Bool { words <= 14 && !endsSentence && begins(Self.bylineStarts) }

    /// A short line without an end of sentence, or with a question mark for all its end.
    func isHeading(isFirst: Bool) -> Bool {
      guard words <= (isFirst ? 24 : 14) else { return false }
      if isQuoted { return !endsSentence && isFirst }
      if !endsSentence { return !isListItem || words <= 6 }
      return words <= 8 && last == 0x3F && !text.contains(0x2E)
    }

    private var isListItem: Bool {
      ["•", "-", "–", "*", "·"].contains { text.starts(with: $0.utf8) }
    }

    private static func patterns(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

    private static let captionStarts = patterns([
      "photo:", "photo by", "photograph:", "picture:", "image:", "caption:", "credit:",
      "file photo",
      "fotos:", "foto:", "Фото:", "getty images", "video:", "watch:",
    ])
    private static let captionMarks = patterns([
      "PHOTO/", "via REUTERS", "Getty Images", "AFP/", "REUTERS/", "AP Photo", "/AP", "EPA/",
      "(Photo",
      "Фото:",
    ])
    private static let notices = patterns([
      "all rights reserved", "©", "(c) 20", "cookie policy", "we use cookies", "privacy policy",
      "terms of use", "terms of service", "sign up for our", "subscribe to our", "follow us on",
      "support our journalism", "your browser", "enable javascript", "click here",
      "сі права захищені",
      "се права защищены",
    ])
    private static let wholeLines = Set(
      patterns([
        "advertisement", "youtube player", "share", "tweet", "print", "email", "comments",
        "more posts",
        "menu", "home", "search", "related", "log in", "login", "sign in", "subscribe",
        "newsletter",
        "scroll to top", "back to top", "skip to content", "skip to main content", "next",
        "previous",
        "loading", "loading...", "world", "politics", "business", "sport", "opinion", "live",
        "реклама", "Реклама",
        "поділитися", "Поділитися", "поделиться", "Поделиться", "topics", "tags", "most read",
        "recommended", "listen", "save", "close", "show more", "load more", "read more", "trending",
      ]))
    private static let lineStarts = patterns([
      "share this", "read more", "read also", "read next", "related:", "see also:", "follow us",
      "follow him on", "follow her on", "sign up", "subscribe", "advertisement", "skip to",
      "share on",
      "scroll to", "more from", "more on this", "story continues", "continue reading", "join the",
      "view comments", "leave a comment", "leave a reply", "post navigation", "tags:", "topics:",
      "filed under", "also read", "don't miss", "you may also", "most popular", "listen to this",
      "Читайте також", "Читайте также", "copyright", "download the app", "posted in",
    ])
    private static let bylineStarts = patterns([
      "by ", "updated ", "published ", "last updated", "posted ", "written by", "from our ",
      "first published", "reporting by", "editing by", "Автор:", "Автор ", "Опубліковано",
      "Опубликовано",
    ])
  }
}
