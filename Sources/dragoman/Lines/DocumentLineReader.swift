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
    guard let written = node["text"] else {
      return LineResult(error: "the document has no `text`", id: id, number: number)
    }
    guard case .scalar(let words) = written.content else {
      return LineResult(
        error: "`text` is no text; write it in quotation marks", id: id, number: number)
    }
    let published: EDTFDate?
    do { published = try Self.date(node["date"]) } catch {
      return LineResult(error: "`date` is not a date: \(error.reason)", id: id, number: number)
    }
    let text = SourceText(words)
    let candidates = BuiltInExtractor.candidates(in: text)
    var json = CandidateLine(id: id, candidates).json
    if let proposer {
      var source = Case.Source()
      source.id = Case.Source.ID(Slug.from(id)?.raw ?? "document")
      source.title = id
      source.published = published
      source.language = node["lang"]?.scalar
      let found = proposer.suggestions(for: source, in: text, authors: false)
      let list = Node.list(found.map { $0.node() }).json
      json.removeLast()
      json += ", \"suggestions\": \(list)}"
    }
    return LineResult(bytes: Array(json.utf8) + [0x0A], isError: false)
  }

  /// Read whether it is used or not: a list that is in order is so with a case, too.
  private static func date(_ node: Node?) throws(NotADate) -> EDTFDate? {
    guard let node else { return nil }
    switch node.content {
    case .null: return nil
    case .scalar(""): return nil
    case .scalar(let text), .literal(let text):
      do { return try EDTFDate(text) } catch { throw NotADate(reason: error.reason) }
    case .list, .map:
      throw NotADate(reason: "write it as a text, such as \"2025-05-16\"")
    }
  }

  private struct NotADate: Error {
    let reason: String
  }
}
