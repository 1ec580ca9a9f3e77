internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// The statements that an answer rests on, with their words, so that an assistant quotes the record
/// and not its memory.
struct CitedStatements {
  private let sight: CaseInSight
  private let ids: [Case.Statement.ID]
  private let left: Int

  /// An answer cites no more; how many are left out is said.
  static let most = 200

  /// - Parameter ids: each once, in order; what the case lacks is left out.
  init(_ ids: [String], in sight: CaseInSight) {
    self.sight = sight
    let known = ids.map { Case.Statement.ID($0) }.filter { sight.frame.index.statement($0) != nil }
    self.ids = Array(known.prefix(Self.most))
    left = known.count - self.ids.count
  }

  private var found: [(statement: Case.Statement, provenance: EntryView.Provenance)] {
    let index = sight.frame.index
    let all = provenances(index, of: ids, texts: sight.frame.texts)
    return ids.compactMap { id in
      guard let statement = index.statement(id), let provenance = all[id] else { return nil }
      return (statement, provenance)
    }
  }

  /// Id, speaker, date, chain and words of each, a paragraph each.
  var text: String {
    guard !ids.isEmpty else { return "" }
    var parts = ["## Statements"]
    for (statement, provenance) in found {
      let head = [
        sight.frame.index.names(statement.speaker), provenance.said?.words ?? "undated",
        "through " + provenance.chain.dropFirst().joined(separator: ", "), provenance.sourceTitle,
      ].filter { !$0.isEmpty && $0 != "through " }.joined(separator: " · ")
      var part = "[\(statement.id)] \(head.oneParagraph)\n\(statement.gist.oneParagraph)"
      if let words = provenance.words {
        part += "\n> \(words.oneParagraph)"
      } else {
        part += "\n" + sight.frame.withheldWords(provenance).text.oneParagraph
      }
      parts.append(part)
    }
    if left > 0 { parts.append("(\(left) more statements are not listed; narrow the question.)") }
    return parts.joined(separator: "\n\n").shown()
  }

  /// The same as data.
  var data: Node {
    .list(
      found.map { statement, provenance in
        var pairs: [Node.Pair] = [
          .init("id", .text(statement.id.raw)),
          .init("speaker", .list(statement.speaker.map { .text($0.raw) })),
          .init("said", provenance.said.map { .text($0.text) } ?? .null),
          .init("gist", .text(statement.gist)),
          .init("quote", provenance.words.map { .text($0) } ?? .null),
          .init("source", .text(provenance.source.raw)),
          .init("sourceTitle", .text(provenance.sourceTitle)),
          .init("chain", .list(provenance.chain.map { .text($0) })),
        ]
        if let about = provenance.about { pairs.append(.init("about", .text(about))) }
        let spans = provenance.spans.map { span -> Node in
          .map(
            [
              .init("start", .literal("\(span.start)")), .init("end", .literal("\(span.end)")),
              .init("status", .text(span.status)),
            ] + (span.sha256.map { [.init("sha256", .text($0))] } ?? []))
        }
        pairs.append(.init("places", .list(spans)))
        return .map(pairs)
      })
  }
}

extension String {
  /// White space as single blanks, so that words of others begin no line of their own.
  var oneParagraph: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension ToolAnswer {
  /// A document with the statements it rests on.
  init(_ document: Document, in sight: CaseInSight, as name: String) {
    let document = sight.frame.withCitations(document)
    let whole = Self.plain(MarkdownFace().render(document))
    let shown = Self.cut(whole)
    // Of what was cut away the statements go too.
    let words = Set(shown.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    let isWhole = shown.utf8.count == whole.utf8.count
    var seen: Set<String> = []
    let ids = (document.citations.map(\.id) + document.cardIDs)
      .filter { (isWhole || words.contains($0[...])) && seen.insert($0).inserted }
    let cited = CitedStatements(ids, in: sight)
    text = [shown, isWhole ? "" : Self.cutWords, cited.text].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
    let frame = sight.frame
    data = [
      .init("view", .text(name)), .init("case", .text(frame.index.theCase.header.id.raw)),
      .init("caseHash", .text(frame.caseHash)),
      .init("lens", .text(frame.lensWords ?? "everything recorded")),
      .init("isWhole", .literal("\(isWhole)")), .init("statements", cited.data),
    ]
  }

  /// Bytes of an answer's text before the statements.
  static let longest = 60_000

  private static let cutWords =
    "(The answer is longer and was cut here; narrow it by party, issue, source or date.)"

  /// References as `[osw-07]`. What a text itself says cannot look so: in it brackets are escaped.
  private static func plain(_ markdown: String) -> String {
    markdown.replacing(/<small>\\\[([^\]]*?)\\\]<\/small>/) { "[\($0.1)]" }
      .replacing("<small>", with: "").replacing("</small>", with: "")
  }

  /// Whole lines, as many as there is room for.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    let bytes = Array(text.utf8.prefix(longest))
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
