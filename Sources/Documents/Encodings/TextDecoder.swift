internal import CaseModel

/// From bytes to text: byte order mark, strict UTF-8, zero bytes, what the document declares, a guess.
enum TextDecoder {
  struct Decoded {
    var bytes: [UInt8]
    var encoding: EncodingReading
  }

  /// The text in UTF-8. Bytes that are UTF-8 are kept as they are.
  /// - Parameter declared: the encoding that the document names, as `<meta>` does.
  /// - Complexity: O(bytes).
  static func decode(
    _ bytes: [UInt8], declared: String? = nil, chosen: String?
  ) throws(DocumentError) -> Decoded {
    if let chosen {
      guard let name = EncodingName.of(chosen),
        let decoded = convert(bytes[...], name, .chosen, tolerance: bytes.count / 20)
      else { throw .wrongEncoding(chosen) }
      return decoded
    }
    for (mark, name) in marks where bytes.starts(with: mark) {
      let rest = bytes[mark.count...]
      // A text in UTF-8 keeps its mark, as it keeps every byte.
      if name == "UTF-8", bytes.firstInvalidUTF8 == nil {
        return decoded(bytes, name, .byteOrderMark, replaced: 0)
      }
      if let decoded = convert(rest, name, .byteOrderMark, tolerance: rest.count / 50 + 1) {
        return decoded
      }
    }
    let invalid = bytes.firstInvalidUTF8
    if invalid == nil, !bytes.contains(0), !hasShifts(bytes),
      UnfitTextError.wideOrder(of: bytes) == nil
    {
      return decoded(bytes, "UTF-8", .validUTF8, replaced: 0)
    }
    if let isBigEndian = UnfitTextError.wideOrder(of: bytes),
      let decoded = convert(
        bytes[...], isBigEndian ? "UTF-16BE" : "UTF-16LE", .zeroBytes,
        tolerance: bytes.count / 100)
    {
      return decoded
    }
    if invalid == nil, bytes.contains(0) {
      // Not a text, unless a few stray zeros are all that is wrong with it.
      throw .unfit(UnfitTextError.of(bytes) ?? .binary)
    }
    if let name = declared.flatMap(EncodingName.of), name != "UTF-8",
      let decoded = convert(bytes[...], name, .declared, tolerance: bytes.count / 500 + 2)
    {
      return decoded
    }
    // UTF-8 with a few broken sequences, as when a page was cut off or joined of two.
    if invalid != nil {
      let high = bytes.count { $0 >= 0x80 }
      if let decoded = convert(
        bytes[...], "UTF-8", declared == nil ? .guessed : .declared, tolerance: high / 50 + 1),
        high >= 4 || EncodingName.of(declared ?? "") == "UTF-8"
      {
        return decoded
      }
    }
    return try guess(bytes, invalid: invalid)
  }

  private static func guess(
    _ bytes: [UInt8], invalid: Int?
  ) throws(DocumentError) -> Decoded {
    if let unfit = UnfitTextError.of(bytes), !unfit.isGuess { throw .unfit(unfit) }
    var names = [EncodingGuess.name(of: bytes).flatMap(EncodingName.of)].compactMap { $0 }
    if invalid == nil { names.append("UTF-8") }
    if !names.contains("WINDOWS-1252") { names.append("WINDOWS-1252") }
    for name in names {
      if let decoded = convert(bytes[...], name, .guessed, tolerance: bytes.count / 500) {
        return decoded
      }
    }
    throw .unknownEncoding
  }

  private static func convert(
    _ bytes: ArraySlice<UInt8>, _ name: String, _ ground: EncodingReading.Ground, tolerance: Int
  ) -> Decoded? {
    guard let result = CharacterConverter.utf8(bytes, from: name, tolerance: tolerance) else {
      return nil
    }
    return decoded(result.utf8, name, ground, replaced: result.replaced)
  }

  private static func decoded(
    _ bytes: [UInt8], _ name: String, _ ground: EncodingReading.Ground, replaced: Int
  ) -> Decoded {
    Decoded(
      bytes: bytes,
      encoding: EncodingReading(
        name: name, ground: ground, sample: SampleLine.of(bytes), replaced: replaced))
  }

  private static let marks: [([UInt8], String)] = [
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  /// The escape sequences of ISO 2022, which are valid UTF-8 and mean something else.
  private static func hasShifts(_ bytes: [UInt8]) -> Bool {
    var from = bytes.startIndex
    while let escape = bytes[from...].firstIndex(of: 0x1B) {
      from = escape + 1
      guard from + 1 < bytes.count else { return false }
      let (sign, set) = (bytes[from], bytes[from + 1])
      if sign == UInt8(ascii: "$"), set == UInt8(ascii: "B") || set == UInt8(ascii: "@") {
        return true
      }
    }
    return false
  }
}

/// A line by which a person can judge whether an encoding is the right one.
enum SampleLine {
  /// The first line that holds letters beyond ASCII, cut to 100 characters round the first of them.
  static func of(_ bytes: [UInt8]) -> String {
    var start = 0
    while let high = bytes[start...].firstIndex(where: { $0 >= 0x80 }) {
      let lineStart = bytes[..<high].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
      let lineEnd = bytes[high...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let from = max(lineStart, high - 200)
      let line = String(decoding: bytes[from..<min(lineEnd, high + 400)], as: UTF8.self).singleLine
      if line.unicodeScalars.contains(where: { $0.value >= 0x80 && $0.properties.isAlphabetic }) {
        return String(line.prefix(100))
      }
      start = lineEnd
    }
    return ""
  }
}
