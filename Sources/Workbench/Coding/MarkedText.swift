internal import CaseModel
internal import Presentation

/// A text with the quotes of statements marked in it, and the passages of suggestions in another shade.
///
/// The text is cut at every end of a quote; a piece that several quotes hold stands in a mark of each, one
/// within the other, so that overlaps of any depth are there. Every quote keeps to one lane, in which its
/// line is drawn, from its beginning to its end. Quotes that no longer stand at their place are not marked.
struct MarkedText {
  struct Passage {
    /// The statement's id, or the suggestion's key.
    var name: String
    var quote: Quote
    var isSuggestion = false
  }

  /// Marks within one another at the most, the shortest; what lies beneath is reached by the list.
  static let deepest = 24
  /// Lanes with a line of their own; deeper ones share the last.
  static let lanes = 8

  private struct Span {
    var start: Int
    var end: Int
    var passage: Int
    /// The first of its passage's spans, which bears its name.
    var isFirst: Bool
    var lane = 0
  }

  private let text: SourceText
  private let passages: [Passage]
  private let spans: [Span]
  let blocks: [Range<Int>]

  /// - Complexity: O(text + spans × depth).
  init(_ text: SourceText, _ passages: [Passage], from: Int, to: Int) {
    self.text = text
    self.passages = passages
    blocks = TextBlocks.ranges(of: text, from: from, to: to)
    var spans: [Span] = []
    for (number, passage) in passages.enumerated() {
      for (position, span) in passage.quote.spans.enumerated() {
        guard span.start < to, span.end > from, span.status(in: text) == .ok else { continue }
        spans.append(
          Span(
            start: max(from, span.start), end: min(to, span.end), passage: number,
            isFirst: position == 0))
      }
    }
    spans.sort { ($0.start, $1.end, $0.passage) < ($1.start, $0.end, $1.passage) }
    var ends: [Int] = []
    for place in spans.indices {
      let lane = ends.firstIndex { $0 <= spans[place].start } ?? ends.count
      if lane == ends.count { ends.append(0) }
      ends[lane] = spans[place].end
      spans[place].lane = lane
    }
    self.spans = spans
  }

  /// - Parameter known: blocks that need not be sent again.
  func html(_ known: KnownParts) -> HTML {
    var html = HTML()
    var open: [Int] = []
    var next = 0
    for block in blocks {
      var words = HTML()
      open.removeAll { spans[$0].end <= block.lowerBound }
      var last = next
      while last < spans.count, spans[last].start < block.upperBound { last += 1 }
      var cuts = [block.lowerBound, block.upperBound]
      for place in open + Array(next..<last) {
        for cut in [spans[place].start, spans[place].end] where block.contains(cut) {
          cuts.append(cut)
        }
      }
      cuts.sort()
      for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
        open.removeAll { spans[$0].end <= start }
        var begun: Set<Int> = []
        while next < last, spans[next].start <= start {
          open.append(next)
          begun.insert(next)
          next += 1
        }
        words += piece(start, end, open, begun)
      }
      html += known.part("div", " class=\"block\" data-at=\"\(block.lowerBound)\"", words)
    }
    return html
  }

  private func piece(_ start: Int, _ end: Int, _ open: [Int], _ begun: Set<Int>) -> HTML {
    let words = HTML.verbatim(text.text(start, end))
    // The longest outside; of a name that a mark bears none may be left out.
    let shown = open.sorted { a, b in
      let (a, b) = (spans[a], spans[b])
      return (b.end - b.start, b.lane) < (a.end - a.start, a.lane)
    }.suffix(Self.deepest)
    var html = HTML()
    for place in open where begun.contains(place) && spans[place].isFirst && !shown.contains(place)
    {
      html += "<a class=\"anchor\" id=\"\(id(place))\"></a>"
    }
    for place in shown {
      let passage = passages[spans[place].passage]
      let lane = min(spans[place].lane, Self.lanes - 1)
      let name: HTML =
        begun.contains(place) && spans[place].isFirst ? " id=\"\(id(place))\"" : HTML()
      html +=
        passage.isSuggestion
        ? "<mark class=\"suggested l\(lane)\" data-c=\"\(passage.name)\"\(name)>"
        : "<mark class=\"l\(lane)\" data-s=\"\(passage.name)\"\(name)>"
    }
    html += words
    for _ in shown { html += "</mark>" }
    return html
  }

  private func id(_ place: Int) -> String {
    let passage = passages[spans[place].passage]
    return passage.isSuggestion ? "c-\(passage.name)" : "s-\(passage.name)"
  }
}
