internal import CaseModel

/// Plain text and Markdown: the text is kept as it is, and what is unusual about it is stated.
enum PlainTextReader {
  static func read(
    _ bytes: [UInt8], _ kind: DocumentKind, _ options: ReadingOptions
  ) throws(DocumentError) -> Reading {
    let decoded = try TextDecoder.decode(bytes, chosen: options.encoding)
    if decoded.encoding.name == "UTF-8", let unfit = UnfitTextError.of(decoded.bytes),
      !unfit.isGuess
    {
      throw .unfit(unfit)
    }
    guard !UnfitTextError.isBlank(decoded.bytes) else { throw .noText(kind) }
    var reading = Reading(kind)
    reading.encoding = decoded.encoding
    let text = String(decoding: decoded.bytes, as: UTF8.self)
    reading.parts = parts(of: decoded.bytes).map { range in
      ReadDocument.Part(
        .verbatim, String(decoding: decoded.bytes[range], as: UTF8.self), gap: .nothing)
    }
    reading.offers = HeadLines.offers(of: text)
    reading.notes = notes(decoded.bytes, text)
    return reading
  }

  /// The paragraphs of a text, each with the blank lines behind it, so that all of them together are the
  /// text; of a text without blank lines, its lines.
  /// - Complexity: O(text).
  private static func parts(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [(range: Range<Int>, isBlank: Bool)] = []
    var start = 0
    var isBlank = true
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x0D where place + 1 < bytes.count && bytes[place + 1] == 0x0A: break
      case 0x0A, 0x0D:
        lines.append((start..<place + 1, isBlank))
        (start, isBlank) = (place + 1, true)
      case 0x20, 0x09: break
      default: isBlank = false
      }
    }
    if start < bytes.count { lines.append((start..<bytes.count, isBlank)) }
    let hasParagraphs = zip(lines, lines.dropFirst()).contains { $0.isBlank && !$1.isBlank }
    var parts: [Range<Int>] = []
    var wasBlank = true
    var hasWords = false
    for line in lines {
      let begins = !line.isBlank && (wasBlank || !hasParagraphs)
      // Blank lines at the beginning go with what follows them.
      if let last = parts.last, !begins || !hasWords {
        parts[parts.count - 1] = last.lowerBound..<line.range.upperBound
      } else {
        parts.append(line.range)
      }
      hasWords = hasWords || !line.isBlank
      wasBlank = line.isBlank
    }
    return parts
  }

  private static func notes(_ bytes: [UInt8], _ text: String) -> [ReadDocument.Note] {
    var notes: [ReadDocument.Note] = []
    var ends = (pairs: 0, returns: 0, lines: 0)
    var previous: UInt8 = 0
    var longest = 0
    var length = 0
    for byte in bytes {
      length += 1
      if byte == 0x0A {
        if previous == 0x0D { ends.pairs += 1 } else { ends.lines += 1 }
      }
      if previous == 0x0D, byte != 0x0A { ends.returns += 1 }
      if byte == 0x0A || byte == 0x0D {
        longest = max(longest, length)
        length = 0
      }
      previous = byte
    }
    if previous == 0x0D { ends.returns += 1 }
    longest = max(longest, length)
    let kinds = [
      (ends.pairs, "CR LF (Windows)"), (ends.returns, "CR (old Macintosh)"), (ends.lines, "LF"),
    ].filter { $0.0 > 0 }
    if kinds.count > 1 {
      notes.append(
        .remark(
          "Line ends are mixed and kept as they are: "
            + kinds.map { "\($0.0) × \($0.1)" }.joined(separator: ", ") + "."))
    } else if let kind = kinds.first, ends.lines == 0 {
      notes.append(.remark("Line ends are \(kind.1) and are kept."))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      notes.append(.remark("The text begins with a byte order mark, which is kept."))
    }
    if !text.isComposed {
      notes.append(
        .remark(
          "Some letters are written with separate accents (not NFC); they are kept as they are."))
    }
    if longest > 100_000 {
      notes.append(.warning("The text has a line of \(longest) bytes."))
    }
    if !text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
      notes.append(.warning("The text has no words."))
    }
    return notes
  }
}

extension String {
  /// Whether the text is in NFC, as far as combining marks show.
  fileprivate var isComposed: Bool {
    // Only a mark after a letter can be put together with it.
    var previous: Unicode.Scalar?
    var seen = 0
    for scalar in unicodeScalars {
      if (0x300..<0x370).contains(scalar.value), let letter = previous {
        seen += 1
        // As many are looked up; more of them do not change the answer.
        guard seen < 1000 else { return true }
        let pair = String(String.UnicodeScalarView([letter, scalar]))
        if pair.precomposedCount < 2 { return false }
      }
      previous = scalar
    }
    return true
  }
}
