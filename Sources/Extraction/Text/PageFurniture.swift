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
    let line = Line(String(decoding: bytes[range], as: UTF8.self))
    if line.isCaption { return .caption }
    if line.isFurniture { return .furniture }
    if line.isByline { return .byline }
    return line.isHeading(isFirst: isFirst) ? .heading : .text
  }

  private struct Line {
    let text: String
    let lower: String
    let words: Int

    init(_ text: String) {
      self.text = text
      lower = text.lowercased()
      words = text.utf8.split(whereSeparator: { $0 <= 0x20 }).count
    }

    private var endsSentence: Bool {
      guard let last = text.unicodeScalars.reversed().first(where: { !Line.closers.contains($0) })
      else { return false }
      return ".!?;:…,".unicodeScalars.contains(last)
    }

    private static let closers: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]"]

    var isCaption: Bool {
      guard words <= 60 else { return false }
      if Self.captionStarts.contains(where: { lower.hasPrefix($0) }) { return true }
      return !endsSentence && words <= 40
        && Self.captionMarks.contains(where: { text.contains($0) })
    }

    var isFurniture: Bool {
      if words <= 25, Self.notices.contains(where: { lower.contains($0) }) { return true }
      guard words <= 14 else { return false }
      if Self.wholeLines.contains(lower) { return true }
      return Self.lineStarts.contains(where: { lower.hasPrefix($0) })
        && (words <= 6 || !endsSentence || lower.hasPrefix("follow us"))
    }

    var isByline: Bool {
      guard words <= 14, !endsSentence else { return false }
      return Self.bylineStarts.contains(where: { lower.hasPrefix($0) })
    }

    /// A short line without an end of sentence, or with a question mark for all its end.
    func isHeading(isFirst: Bool) -> Bool {
      guard words <= (isFirst ? 24 : 14) else { return false }
      if text.first == "\"" || text.first == "“" || text.first == "«" {
        return !endsSentence && isFirst
      }
      if !endsSentence { return !isListItem || words <= 6 }
      return words <= 8 && text.last == "?" && !text.contains(".")
    }

    private var isListItem: Bool {
      guard let first = text.unicodeScalars.first else { return false }
      return "•-–*·".unicodeScalars.contains(first)
    }

    private static let captionStarts = [
      "photo:", "photo by", "photograph:", "picture:", "image:", "caption:", "credit:",
      "file photo",
      "fotos:", "foto:", "фото:", "getty images", "video:", "watch:",
    ]
    private static let captionMarks = [
      "PHOTO/", "via REUTERS", "Getty Images", "AFP/", "REUTERS/", "AP Photo", "/AP", "EPA/",
      "(Photo",
      "Фото:",
    ]
    private static let notices = [
      "all rights reserved", "©", "(c) 20", "cookie policy", "we use cookies", "privacy policy",
      "terms of use", "terms of service", "sign up for our", "subscribe to our", "follow us on",
      "support our journalism", "your browser", "enable javascript", "click here",
      "усі права захищені",
      "все права защищены",
    ]
    private static let wholeLines: Set<String> = [
      "advertisement", "youtube player", "share", "tweet", "print", "email", "comments",
      "more posts",
      "menu", "home", "search", "related", "log in", "login", "sign in", "subscribe", "newsletter",
      "scroll to top", "back to top", "skip to content", "skip to main content", "next", "previous",
      "loading", "loading...", "world", "politics", "business", "sport", "opinion", "live",
      "реклама",
      "поділитися", "поделиться", "читайте також", "читайте также", "topics", "tags", "most read",
      "recommended", "listen", "save", "close", "show more", "load more", "read more", "trending",
    ]
    private static let lineStarts = [
      "share this", "read more", "read also", "read next", "related:", "see also:", "follow us",
      "follow him on", "follow her on", "sign up", "subscribe", "advertisement", "skip to",
      "share on",
      "scroll to", "more from", "more on this", "story continues", "continue reading", "join the",
      "view comments", "leave a comment", "leave a reply", "post navigation", "tags:", "topics:",
      "filed under", "also read", "don't miss", "you may also", "most popular", "listen to this",
      "читайте також", "читайте также", "copyright", "download the app", "posted in",
    ]
    private static let bylineStarts = [
      "by ", "updated ", "published ", "last updated", "posted ", "written by", "from our ",
      "first published", "reporting by", "editing by", "автор:", "автор ", "опубліковано",
      "опубликовано",
    ]
  }
}
