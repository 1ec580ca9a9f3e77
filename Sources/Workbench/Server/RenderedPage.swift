internal import HTTPTypes
internal import Hummingbird
internal import Presentation

/// A page as bytes, cut where each reader's own words go: the session's form token, and the name of
/// the author of changes.
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

  /// What is for saving or for other programs: it has no one's words but the case's.
  init(_ text: String, kind: String, fileName: String? = nil) {
    self.fileName = fileName
    self.kind = kind
    pieces = [.bytes(ByteBuffer(string: text))]
    size = text.utf8.count + 1
  }

  /// A page of the workbench.
  init(page html: HTML, on base: BaseAddress) {
    let bytes = Array(base.page(html).utf8)
    fileName = nil
    // Bytes are looked through once: pages are large, and searching by characters is slow.
    let marks: [(mark: [UInt8], piece: Piece)] = [
      (Array(PageFrame.formToken.text.utf8), .formToken),
      (Array(PageFrame.analyst.text.utf8), .analyst),
    ]
    var pieces: [Piece] = []
    var written = 0
    var place = 0
    while let next = bytes[place...].firstIndex(of: 1) {
      guard let found = marks.first(where: { bytes[next...].starts(with: $0.mark) }) else {
        place = next + 1
        continue
      }
      pieces.append(.bytes(ByteBuffer(bytes: bytes[written..<next])))
      pieces.append(found.piece)
      place = next + found.mark.count
      written = place
    }
    pieces.append(.bytes(ByteBuffer(bytes: bytes[written...])))
    self.pieces = pieces
    kind = "text/html; charset=utf-8"
    size = bytes.count + 1
  }

  /// Sent in parts, each once the one before it was taken: the bytes that are kept are those of the
  /// page itself, however many read it.
  ///
  /// - Parameters:
  ///   - analyst: a name as it was typed; it is escaped here.
  ///   - lease: given back when the page was sent, or no one takes it any more.
  func response(formToken: String, analyst: String, _ lease: OutgoingLimit.Lease) -> Response {
    let name = Markup.escaped(analyst)
    let parts = pieces.flatMap { piece in
      switch piece {
      case .bytes(let bytes): Self.parts(of: bytes)
      case .formToken: [ByteBuffer(string: formToken)]
      case .analyst: [ByteBuffer(string: name)]
      }
    }
    let length = parts.reduce(0) { $0 + $1.readableBytes }
    let body =
      length <= Self.largestPart
      ? ResponseBody(
        byteBuffer: parts.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) })
      : ResponseBody(contentLength: length) { writer in
        for part in parts { try await writer.write(part) }
        try await writer.finish(nil)
        withExtendedLifetime(lease) {}
      }
    var response = Response(status: .ok, headers: [.contentType: kind], body: body)
    if let fileName {
      response.headers[.contentDisposition] = "attachment; filename=\"\(fileName)\""
    }
    return response
  }

  private static let largestPart = 65_536

  private static func parts(of bytes: ByteBuffer) -> [ByteBuffer] {
    stride(from: 0, to: bytes.readableBytes, by: largestPart).compactMap { start in
      bytes.getSlice(
        at: bytes.readerIndex + start, length: min(largestPart, bytes.readableBytes - start))
    }
  }
}
