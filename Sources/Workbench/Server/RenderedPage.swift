internal import HTTPTypes
internal import Hummingbird
internal import Presentation

/// A page as bytes, cut where each reader's own words go: the session's form token, and the name of
/// whoever writes.
struct RenderedPage: Sendable {
  private enum Piece: Sendable {
    case bytes(ByteBuffer)
    case formToken
    case analyst
  }

  private let pieces: [Piece]
  let kind: String
  /// Where it is a file to be saved, its name.
  let fileName: String?
  let size: Int

  /// What is for saving or for other programs: it has nobody's words but the case's.
  init(_ text: String, kind: String, fileName: String? = nil) {
    self.fileName = fileName
    self.kind = kind
    pieces = [.bytes(ByteBuffer(string: text))]
    size = text.utf8.count + 1
  }

  /// A page of the workbench.
  init(page html: HTML) {
    let text = html.text
    fileName = nil
    var pieces: [Piece] = []
    for (position, part) in text.split(
      separator: PageFrame.formToken.text, omittingEmptySubsequences: false
    ).enumerated() {
      if position > 0 { pieces.append(.formToken) }
      for (inner, words) in part.split(
        separator: PageFrame.analyst.text, omittingEmptySubsequences: false
      ).enumerated() {
        if inner > 0 { pieces.append(.analyst) }
        pieces.append(.bytes(ByteBuffer(string: String(words))))
      }
    }
    self.pieces = pieces
    kind = "text/html; charset=utf-8"
    size = text.utf8.count + 1
  }

  /// - Parameter analyst: a name as it was typed; it is escaped here.
  func response(formToken: String, analyst: String) -> Response {
    var body = ByteBuffer()
    body.reserveCapacity(size + pieces.count * (formToken.utf8.count + analyst.utf8.count))
    let name = Markup.escaped(analyst)
    for piece in pieces {
      switch piece {
      case .bytes(let bytes): body.writeImmutableBuffer(bytes)
      case .formToken: body.writeString(formToken)
      case .analyst: body.writeString(name)
      }
    }
    var response = Response(
      status: .ok, headers: [.contentType: kind], body: ResponseBody(byteBuffer: body))
    if let fileName {
      response.headers[.contentDisposition] = "attachment; filename=\"\(fileName)\""
    }
    return response
  }
}
