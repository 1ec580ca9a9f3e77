internal import Crypto

/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
  // As numbers, as there is one to nearly every quote: its digits would take four times the room.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

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

  fileprivate init(_ bytes: some Sequence<UInt8>) {
    var bytes = bytes.makeIterator()
    func next() -> UInt64 {
      (0..<8).reduce(0) { word, _ in word << 8 | UInt64(bytes.next() ?? 0) }
    }
    (first, second, third, fourth) = (next(), next(), next(), next())
  }

  /// Nil unless `text` is 64 hexadecimal digits.
  public init?(hex text: String) {
    guard text.utf8.count == 64 else { return nil }
    var digits = text.utf8.makeIterator()
    func next() -> UInt64? {
      var word: UInt64 = 0
      for _ in 0..<16 {
        guard let digit = digits.next(), let value = Self.value(of: digit) else { return nil }
        word = word << 4 | value
      }
      return word
    }
    guard let first = next(), let second = next(), let third = next(), let fourth = next() else {
      return nil
    }
    (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
  }

  /// As 64 hexadecimal digits, in lower case.
  public var hex: String {
    String(unsafeUninitializedCapacity: 64) { text in
      func write(_ word: UInt64, _ start: Int) {
        for place in 0..<16 {
          let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - place * 4)) & 15
          text[start + place] =
            value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
        }
      }
      write(first, 0)
      write(second, 16)
      write(third, 32)
      write(fourth, 48)
      return 64
    }
  }

  /// Its form in the file.
  public var description: String { hex }

  /// Of a hexadecimal digit in either case.
  private static func value(of digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(digit - UInt8(ascii: "A") + 10)
    default: nil
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
