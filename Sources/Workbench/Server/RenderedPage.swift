internal import HTTPTypes
internal import Hummingbird

/// A page as bytes, cut where each session's own form token goes.
struct RenderedPage: Sendable {
  let pieces: [ByteBuffer]
  let kind: String
  /// Where it is a file to be saved, its name.
  let fileName: String?
  let size: Int

  init(_ text: String, kind: String, fileName: String? = nil) {
    self.fileName = fileName
    let parts = text.split(
      separator: PageFrame.formToken, omittingEmptySubsequences: false)
    pieces = parts.map { ByteBuffer(string: String($0)) }
    self.kind = kind
    size = text.utf8.count + 1
  }

  func response(formToken: String) -> Response {
    var body = ByteBuffer()
    body.reserveCapacity(size + pieces.count * formToken.utf8.count)
    for (position, piece) in pieces.enumerated() {
      if position > 0 { body.writeString(formToken) }
      body.writeImmutableBuffer(piece)
    }
    var response = Response(
      status: .ok, headers: [.contentType: kind], body: ResponseBody(byteBuffer: body))
    if let fileName {
      response.headers[.contentDisposition] = "attachment; filename=\"\(fileName)\""
    }
    return response
  }
}
