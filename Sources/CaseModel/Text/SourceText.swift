/// The text of a source, unaltered, cut by Unicode code points.
///
/// Bytes are kept as they are: no normalisation, no change of line ends.
public struct SourceText: Sendable, Hashable {
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// Length in code points.
  public let count: Int
  /// Byte offset of every 64th code point.
  private let marks: [Int]
  private let forms = LooseForms()

  /// A byte sequence that is not UTF-8.
  public struct Invalid: Error, Sendable, Hashable {
    /// Of the first wrong byte, from 0.
    public let offset: Int
  }

  /// A text by its bytes.
  public init(utf8 bytes: [UInt8]) throws(Invalid) {
    if let offset = bytes.firstInvalidUTF8 { throw Invalid(offset: offset) }
    self.init(valid: bytes)
  }

  /// A text.
  public init(_ text: String) { self.init(valid: Array(text.utf8)) }

  private init(valid bytes: [UInt8]) {
    var marks: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count & 63 == 0 { marks.append(offset) }
      count += 1
    }
    self.bytes = bytes
    self.count = count
    self.marks = marks
  }

  /// Byte offset of a code point; `count` gives the end.
  /// - Complexity: O(1): at most 63 code points are stepped over.
  public func byteOffset(of codePoint: Int) -> Int? {
    guard codePoint >= 0, codePoint <= count else { return nil }
    if codePoint == count { return bytes.count }
    var offset = marks[codePoint >> 6]
    for _ in 0..<(codePoint & 63) {
      offset += 1
      while bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The code points from `start` to `end`, nil where they are not all there.
  public func slice(_ start: Int, _ end: Int) -> ArraySlice<UInt8>? {
    guard start <= end, let from = byteOffset(of: start), let to = byteOffset(of: end) else {
      return nil
    }
    return bytes[from..<to]
  }

  /// The same as text; ends beyond the text are drawn in.
  public func text(_ start: Int, _ end: Int) -> String {
    let from = min(max(0, start), count)
    return String(decoding: slice(from, min(max(from, end), count)) ?? [], as: UTF8.self)
  }

  /// The digest of its bytes.
  public var digest: SHA256Digest { SHA256Digest(of: bytes) }

  /// Code-point offsets at which `wanted` stands.
  /// - Complexity: O(text + quote).
  public func occurrences(of wanted: [UInt8]) -> [Int] {
    let offsets = bytes.starts(of: wanted)
    guard let last = offsets.last else { return [] }
    var found: [Int] = []
    var codePoint = -1
    var next = 0
    for offset in 0...last {
      if bytes[offset] & 0xC0 != 0x80 { codePoint += 1 }
      if offsets[next] == offset {
        found.append(codePoint)
        next += 1
      }
    }
    return found
  }

  /// The text as quotations are compared with it loosely.
  /// - Complexity: O(text) the first time.
  func loose(joinsHyphens: Bool) -> LooseText {
    forms.form(of: bytes, joinsHyphens: joinsHyphens)
  }

  /// Whether both have the same bytes.
  public static func == (a: SourceText, b: SourceText) -> Bool { a.bytes == b.bytes }

  /// Hashes its bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension Collection<UInt8> {
  /// Offset of the first byte that breaks UTF-8, nil where all is well.
  package var firstInvalidUTF8: Int? {
    // The standard library checks many bytes at once, and nearly all texts pass.
    if String(validating: self, as: UTF8.self) != nil { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var bytes = makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &bytes) {
      case .valid(let encoded): offset += encoded.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
