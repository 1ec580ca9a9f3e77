import CaseModel
import Extraction

/// A document as a line of JSON, and what is found in it as another.
struct DocumentLineReader: Sendable {
  /// With a case, whose actors and issues are proposed.
  let proposer: StatementProposer?

  func result(of line: (number: Int, line: LineInput.Line)) -> LineResult {
    switch line.line {
    case .tooLong(let longest):
      return LineResult(
        error: "the line is longer than \(longest / 1_000_000) MB", id: nil, number: line.number)
    case .whole(let bytes): return result(bytes, line.number)
    }
  }

  private func result(_ bytes: [UInt8], _ number: Int) -> LineResult {
    guard bytes.firstInvalidUTF8 == nil else {
      return LineResult(error: "the line is not UTF-8", id: nil, number: number)
    }
    let node: Node
    do {
      node = try Node(json: bytes)
    } catch {
      return LineResult(error: "the line is no JSON: \(error.message)", id: nil, number: number)
    }
    guard case .map = node.content else {
      return LineResult(
        error: "the line is no document, {\"id\": …, \"text\": …}", id: nil, number: number)
    }
    guard let id = node["id"]?.scalar, !id.isEmpty else {
      return LineResult(error: "the document has no `id`", id: nil, number: number)
    }
    guard let words = node["text"]?.scalar else {
      return LineResult(error: "the document has no `text`", id: id, number: number)
    }
    let text = SourceText(words)
    let candidates = BuiltInExtractor.candidates(in: text)
    var json = CandidateLine(id: id, candidates).json
    if let proposer {
      var source = Case.Source()
      source.id = Case.Source.ID(Slug.from(id)?.raw ?? "document")
      source.title = id
      if let date = node["date"]?.scalar, !date.isEmpty {
        do {
          source.published = try EDTFDate(date)
        } catch {
          return LineResult(error: "`date` is no date: \(error.reason)", id: id, number: number)
        }
      }
      source.language = node["lang"]?.scalar
      let found = proposer.suggestions(for: source, in: text, authors: false)
      let list = Node.list(found.map { $0.node() }).json
      json.removeLast()
      json += ", \"suggestions\": \(list)}"
    }
    return LineResult(bytes: Array(json.utf8) + [0x0A], isError: false)
  }
}
