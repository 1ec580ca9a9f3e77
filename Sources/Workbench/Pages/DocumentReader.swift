internal import CaseModel
internal import CaseStore
internal import Extraction
internal import Foundations
internal import Presentation
internal import StateOfPlay

/// The text of a document with its statements marked, overlaps one under the other, and the statements
/// beside it; where the case may be written, the place where it is coded.
struct DocumentReader {
  let request: PageRequest
  let source: Case.Source
  let statements: [Case.Statement]
  /// What waits for a decision, by its key in the file; only where it may be decided.
  let suggestions: [(key: String, candidate: Case.Candidate)]
  private let text: SourceText?
  private let known: KnownParts
  /// Where text and statements are shown from, in code points.
  private let from: Int
  private let to: Int

  /// A longer text is shown in parts of so many code points.
  static let part = 400_000

  init(_ request: PageRequest, _ source: Case.Source) throws {
    self.request = request
    self.source = source
    statements = request.statements(of: source)
    text = request.lensed.texts[source.id].text
    known = KnownParts(request.address.own[KnownParts.question])
    let count = text?.count ?? 0
    let parts = max(1, (count + Self.part - 1) / Self.part)
    let number = request.address.own["part"].flatMap { Int($0) } ?? 1
    guard (1...parts).contains(number) else {
      throw Problem.notFound("the document has \(parts.counted("part"))")
    }
    from = (number - 1) * Self.part
    to = min(count, number * Self.part)
    suggestions = request.suggestions(of: source)
  }

  private var isCoded: Bool { text != nil && request.mode.writing == .allowed }

  var html: HTML {
    """
    <article class="dragoman wide reader"\(coding)><header>
    <p class="kicker"><a href="\(request.link("/documents"))">Documents</a></p>
    <h1 dir="auto" title="\(source.id)">\(source.title)</h1>
    <p dir="auto">\(source.publisher.map { request.index.name($0) } ?? "publisher not known") · \
    \(HTML.date(source.published)) · \(source.kind.rawValue) · \
    \(source.reliability.map { "reliability \($0.rawValue), \($0.words)" } ?? "not graded")</p>
    \(parts)</header>
    \(request.writableCopy)\
    \(isCoded ? CodingDesk(request: request, source: source).bar : HTML())\
    <div class="spread">
    <section class="leaf" aria-label="Text" dir="auto"\(language)\(" tabindex=\"0\"" as HTML, when: isCoded)>\(body)</section>
    <section class="margin" aria-label="Statements">
    \(suggestionList)\
    <h2>\(statements.count.counted("statement"))</h2>
    \(list("coded", lines))\(isCoded && statements.isEmpty ? begin : HTML())</section>
    </div>
    \(isCoded ? CodingDesk(request: request, source: source).form : HTML())\
    <details class="more"><summary>\(original == nil ? "Digest of the text" : "Original and digests")</summary>\
    \(originalWords)<p>SHA-256 of the text \
    \(source.text.sha256?.hex ?? "not known")\(source.text.length.map { ", \($0) bytes" } ?? "")</p></details>
    \(neighbours)
    </article>

    """
  }

  /// What to do where nothing is coded yet.
  private var begin: HTML {
    let propose: HTML =
      suggestions.isEmpty && !StatementProposer.reads(source)
      ? "Select"
      : suggestions.isEmpty
        ? "Press <strong>Propose statements</strong> to have the text read for them, or begin by hand: select"
        : "Accept or reject the suggestions, or begin by hand: select"
    return """
      <p class="nothing-yet">\(propose) the words in which someone says something, with the mouse or by \
      <kbd>f</kbd> for the next sentence, and press <kbd>c</kbd>. <kbd>?</kbd> shows all keys.</p>
      """
  }

  private var original: TextOriginal? {
    request.mode.isRedacted ? nil : request.lensed.snapshot.stored?.original(of: source)
  }

  private var originalWords: HTML {
    guard let original else { return HTML() }
    let range: HTML =
      isCoded
      ? " <a class=\"button\" href=\"/documents/\(source.id)/range\">See what was left out</a>"
      : HTML()
    return """
      <p>Taken from <a href="/documents/\(source.id)/original" download dir="auto">\(original.name ?? "what was pasted")</a>, \
      \(original.length) bytes, SHA-256 \(original.sha256?.hex ?? "not known").\(range)</p>
      """
  }

  /// What the script knows the page by.
  private var coding: HTML {
    guard isCoded else { return HTML() }
    let proposed = CodingDesk(request: request, source: source).proposed
    return """
       data-coding="\(source.id)" data-from="\(from)" data-published="\(source.published?.words ?? "")"\
      \(proposed.map { " data-proposed=\"\($0)\"" } ?? HTML())
      """
  }

  private var language: HTML {
    source.language.map { " lang=\"\($0)\"" } ?? HTML()
  }

  private var parts: HTML {
    guard let text, text.count > Self.part else { return HTML() }
    let count = (text.count + Self.part - 1) / Self.part
    return """
      <p>Part \((1...count).html { number in
        let href = request.address.asking("part", number == 1 ? nil : "\(number)").href
        return number == from / Self.part + 1
          ? "<strong>\(number)</strong> " : "<a href=\"\(href)\">\(number)</a> "
      })</p>
      """
  }

  /// The documents before and after this one, for j and k.
  private var neighbours: HTML {
    let all = request.lensed.theCase.sources
    guard let place = all.firstIndex(where: { $0.id == source.id }) else { return HTML() }
    var html: HTML = "<p class=\"neighbours\">"
    if place > 0 {
      html +=
        "<a rel=\"prev\" dir=\"auto\" href=\"\(request.link("/documents/\(all[place - 1].id)"))\">← \(all[place - 1].title)</a> "
    }
    if place + 1 < all.count {
      html +=
        "<a rel=\"next\" dir=\"auto\" href=\"\(request.link("/documents/\(all[place + 1].id)"))\">\(all[place + 1].title) →</a>"
    }
    return html + "</p>"
  }

  /// In lists of so many lines, so that a browser lays out only those in sight.
  private static let linesOfList = 40

  private func list(_ name: HTML, _ lines: [HTML]) -> HTML {
    let starts = Array(stride(from: 0, to: lines.count, by: Self.linesOfList))
    return """
      <div class="lines \(name)">\(starts.html { start in
        let these = lines[start..<min(lines.count, start + Self.linesOfList)]
        return known.part(
          "ol", "\(" start=\"\(start + 1)\"" as HTML, when: start > 0)", HTML(these)) + "\n"
      })</div>
      """
  }

  private var lines: [HTML] {
    // The same for all, and long to make.
    let lens = request.address.lensQuery.text
    let query = lens.isEmpty ? "" : "?\(lens)"
    return statements.map { statement in
      """
      <li id="line-\(statement.id)" data-spans="\(places(statement.quote))">\
      <a href="/statements/\(statement.id)\(query)" data-mark="s-\(statement.id)" title="\(statement.id)">\
      <span dir="auto">\(request.index.names(statement.speaker)): \
      \(statement.gist)</span></a></li>

      """
    }
  }

  private func places(_ quote: Quote) -> String {
    quote.spans.map { "\($0.start)-\($0.end)" }.joined(separator: " ")
  }

  private var suggestionList: HTML {
    guard !suggestions.isEmpty else { return HTML() }
    let back = request.address.staying.href
    return """
      <h2 class="suggested-count">\(suggestions.count.counted("suggestion"))</h2>
      \(list("waiting", suggestions.map { key, candidate -> HTML in
        """
        <li id="line-c-\(key)" data-spans="\(places(candidate.statement.quote))">\
        <a href="#c-\(key)" data-mark="c-\(key)"><span dir="auto">\(words(of: candidate))</span></a>
        <form method="post" action="/coding/candidates">\(PageFrame.token)\
        <input type="hidden" name="back" value="\(back)">\
        <input type="hidden" name="by" value="\(PageFrame.analyst)">\
        <input type="hidden" name="candidate" value="\(key)">\
        <button name="do" value="accept">Accept</button> \
        <button name="do" value="edit" class="quiet needs-script">Edit</button> \
        <button name="do" value="reject" class="quiet">Reject</button></form></li>

        """
      }))\
      <form class="rest" method="post" action="/coding/candidates">\(PageFrame.token)\
      <input type="hidden" name="back" value="\(back)"><input type="hidden" name="by" value="\(PageFrame.analyst)">\
      <input type="hidden" name="source" value="\(source.id)">\
      <button name="do" value="rejectAll" class="quiet">Reject all that are left</button></form>
      """
  }

  /// Who says what, and of what.
  private func words(of candidate: Case.Candidate) -> HTML {
    let (who, gist) = (speakers(candidate), candidate.statement.gist)
    let name = who.replacing(" (new)", with: "")
    let isNamed = gist.lowercased().hasPrefix(name.lowercased())
    let about = candidate.statement.about?.title(request.index)
    return """
      \(isNamed ? who + gist.dropFirst(name.count) : "\(who): \(gist)")\
       <small>\(about ?? "about no issue: counts for no position")</small>
      """
  }

  /// With those that come into the case with the suggestion.
  private func speakers(_ candidate: Case.Candidate) -> String {
    var new: [Case.Actor.ID: String] = [:]
    for case .actor(let id, let name, _, _)? in candidate.rules.map(NewEntry.init(rule:)) {
      new[id] = name
    }
    return candidate.statement.speaker.map { id in
      request.index.actor(id)?.name ?? new[id].map { "\($0) (new)" } ?? id.raw
    }.joined(separator: ", ")
  }

  /// `, published by the Courier, 2 May 2024, https://…`
  private var origin: String {
    let parts = [
      source.publisher.map { request.index.name($0) }, source.published?.words, source.url,
    ].compactMap(\.self)
    return parts.isEmpty ? "" : " (published by \(parts.joined(separator: ", ")))"
  }

  private var body: HTML {
    guard let text else {
      let words =
        switch request.lensed.texts[source.id] {
        case .missing: "The file of this text is not beside the case."
        case .unreadable(let why): "This text cannot be read: \(why)."
        case .withheld, .loaded:
          "The text is not in this file\(origin). Add it with dragoman attach to see the quotes in it."
        }
      return """
        <p class="withheld">\(words)</p>
        <details class="more"><summary>Places of the quotes</summary>
        \(statements.html { statement in
          "<p class=\"place\" id=\"s-\(statement.id)\"><a href=\"\(request.link(statement.id))\" dir=\"auto\">\(request.index.names(statement.speaker)): \(statement.gist)</a>, code points \(statement.quote.spans.map { "\($0.start)–\($0.end)" }.joined(separator: ", "))</p>\n"
        })</details>
        """
    }
    let passages =
      statements.map { MarkedText.Passage(name: $0.id.raw, quote: $0.quote) }
      + suggestions.map {
        MarkedText.Passage(name: $0.key, quote: $0.candidate.statement.quote, isSuggestion: true)
      }
    return MarkedText(text, passages, from: from, to: to).html(known)
  }
}

extension PageRequest {
  /// The document's suggestions that wait, in the order of the text, each with its key in the file.
  func suggestions(of source: Case.Source) -> [(key: String, candidate: Case.Candidate)] {
    guard mode.writing == .allowed, let stored = lensed.snapshot.stored else { return [] }
    return stored.offered(of: source.id, in: lensed.snapshot.theCase).map {
      (key: $0.key, candidate: $0.candidate)
    }
  }
}
