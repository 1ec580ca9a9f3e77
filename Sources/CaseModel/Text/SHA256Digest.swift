internal import Crypto

/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
  /// As 64 hexadecimal digits, in lower case.
  public let hex: String

  /// The digest of `bytes`.
  public init(of bytes: some Collection<UInt8>) {
    var hash = SHA256()
    if bytes.withContiguousStorageIfAvailable({
      hash.update(bufferPointer: UnsafeRawBufferPointer($0))
    })
      == nil
    {
      hash.update(data: Array(bytes))
    }
    self.init(hash.finalize())
  }

  fileprivate init(_ bytes: some Sequence<UInt8>) { hex = Self.hex(bytes) }

  /// Nil unless `text` is 64 hexadecimal digits.
  public init?(hex text: String) {
    guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isHexDigit) else { return nil }
    hex = text.utf8.contains { $0 &- UInt8(ascii: "A") < 6 } ? text.lowercased() : text
  }

  /// Its form in the file.
  public var description: String { hex }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
    return String(unsafeUninitializedCapacity: 64) { text in
      for (index, byte) in bytes.prefix(32).enumerated() {
        text[2 * index] = digit(byte >> 4)
        text[2 * index + 1] = digit(byte & 15)
      }
      return 64
    }
  }
}

/// A digest of bytes that come in parts. A copy goes on from what has come so far.
package struct SHA256Stream: Sendable {
  private var hash = SHA256()

  package init() {}

  /// - Complexity: O(bytes).
  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// Of all bytes so far.
  package var digest: SHA256Digest { SHA256Digest(hash.finalize()) }
}

extension SHA256Digest: Shaped {
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { false }

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> SHA256Digest? {
    guard let text = reader.text(node, wanted: "a SHA-256 digest") else { return nil }
    if let digest = SHA256Digest(hex: text) { return digest }
    reader.fail(
      .badDigest, at: node.place, "`\(text.shortened(to: 20))` is not a SHA-256 digest",
      hint: "a digest is 64 hexadecimal digits, as `sha256sum FILE` prints")
    return nil
  }

  /// Its form in the file.
  public func node() -> Node { .text(hex) }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    SchemaBook.object(("type", .text("string")), ("pattern", .text("^[0-9a-fA-F]{64}$")))
  }
}
