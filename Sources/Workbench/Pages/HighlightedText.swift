internal import CaseModel
internal import Presentation

/// A text with the quotes of statements marked in it.
///
/// The text is cut at every end of a quote; a piece that several quotes hold bears a line for each,
/// one under the other. Quotes that no longer stand at their place are not marked.
struct HighlightedText {
  let request: PageRequest
  let text: SourceText
  let statements: [Case.Statement]
  /// Code points shown.
  let from: Int
  let to: Int

  private struct Span {
    var start: Int
    var end: Int
    var statement: Case.Statement.ID
    /// The first of its statement's spans, which bears its name.
    var isFirst: Bool
  }

  var html: HTML {
    let spans = self.spans
    let cuts = Set([from, to] + spans.flatMap { [$0.start, $0.end] }).sorted()
    var html: HTML = "<p>"
    var open: [Span] = []
    var next = 0
    for (place, start) in cuts.enumerated().dropLast() {
      let end = cuts[place + 1]
      open.removeAll { $0.end <= start }
      var begun: [Span] = []
      while next < spans.count, spans[next].start <= start {
        open.append(spans[next])
        begun.append(spans[next])
        next += 1
      }
      for span in begun where span.isFirst {
        html += "<a class=\"anchor\" id=\"s-\(span.statement)\"></a>"
      }
      let words = paragraphs(text.text(start, end))
      // The shortest quote is the one a reader means.
      guard let nearest = open.min(by: { $0.end - $0.start < $1.end - $1.start }) else {
        html += words
        continue
      }
      let ids = open.map(\.statement.raw).joined(separator: " ")
      html += """
        <a class="quote d\(min(open.count, 4))" href="\(request.link(nearest.statement))" \
        data-statements="\(ids)" title="\(ids)">\(words)</a>
        """
    }
    return html + "</p>"
  }

  private var spans: [Span] {
    statements.flatMap { statement in
      statement.quote.spans.enumerated().compactMap { position, span in
        guard span.start < to, span.end > from, span.status(in: text) == .ok else { return nil }
        return Span(
          start: max(from, span.start), end: min(to, span.end), statement: statement.id,
          isFirst: position == 0)
      }
    }.sorted { ($0.start, $1.end, $0.statement) < ($1.start, $0.end, $1.statement) }
  }

  /// Line ends as they are; the style keeps them.
  private func paragraphs(_ words: String) -> HTML { "\(words)" }
}
