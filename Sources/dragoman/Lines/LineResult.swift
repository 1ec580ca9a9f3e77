import CaseModel

/// A line of JSON that answers a line.
struct LineResult: Sendable {
  /// With the line's end.
  var bytes: [UInt8]
  var isError: Bool

  init(bytes: [UInt8], isError: Bool) {
    self.bytes = bytes
    self.isError = isError
  }

  /// Says in its place why a line has no result.
  /// - Parameters:
  ///   - id: what the line calls itself, where it could be read.
  ///   - number: of the line, from 1.
  init(error message: String, id: String?, number: Int) {
    let line = Node.map(
      (id.map { [.init("id", .text($0))] } ?? []) + [
        .init("line", .literal(String(number))), .init("error", .text(message)),
      ]
    ).json
    self.init(bytes: Array(line.utf8) + [0x0A], isError: true)
  }
}
