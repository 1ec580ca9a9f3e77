import CaseModel
import Extraction

/// A document as a line of JSON, and what is found in it as another.
struct DocumentLineReader: Sendable {
  /// With a case, whose actors and issues are proposed.
  let proposer: StatementProposer?

  struct Result: Sendable {
    /// With the line's end.
    var bytes: [UInt8]
    var isError: Bool
  }

  func result(of line: (number: Int, line: LineInput.Line)) -> Result {
    switch line.line {
    case .tooLong(let longest):
      return Self.error(nil, line.number, "the line is longer than \(longest / 1_000_000) MB")
    case .whole(let bytes): return result(bytes, line.number)
    }
  }

  private func result(_ bytes: [UInt8], _ number: Int) -> Result {
    guard bytes.firstInvalidUTF8 == nil else {
      return Self.error(nil, number, "the line is not UTF-8")
    }
    let node: Node
    do {
      node = try Node(json: bytes)
    } catch {
      return Self.error(nil, number, "the line is no JSON: \(error.message)")
    }
    guard case .map = node.content else {
      return Self.error(nil, number, "the line is no document, {\"id\": …, \"text\": …}")
    }
    guard let id = node["id"]?.scalar, !id.isEmpty else {
      return Self.error(nil, number, "the document has no `id`")
    }
    guard let words = node["text"]?.scalar else {
      return Self.error(id, number, "the document has no `text`")
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
          return Self.error(id, number, "`date` is no date: \(error.reason)")
        }
      }
      source.language = node["lang"]?.scalar
      let found = proposer.suggestions(for: source, in: text, authors: false)
      let list = Node.list(found.map { $0.node() }).json
      json.removeLast()
      json += ", \"suggestions\": \(list)}"
    }
    return Result(bytes: Array(json.utf8) + [0x0A], isError: false)
  }

  private static func error(_ id: String?, _ number: Int, _ message: String) -> Result {
    let line = Node.map(
      (id.map { [.init("id", .text($0))] } ?? []) + [
        .init("line", .literal(String(number))), .init("error", .text(message)),
      ]
    ).json
    return Result(bytes: Array(line.utf8) + [0x0A], isError: true)
  }
}
