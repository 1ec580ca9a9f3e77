/// Values whose form in JSON is one text.
extension Decoder {
  /// - Parameter fault: what is said of a text that cannot be read, to go on from it: `is not a number`.
  func value<Value>(_ fault: String, _ read: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = read(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "`\(text)` \(fault)")
    }
    return value
  }
}

extension Encoder {
  func encode(_ text: String) throws {
    var container = singleValueContainer()
    try container.encode(text)
  }
}
