/// What a file is that is not a text in UTF-8, and how to make one of it.
public struct UnfitTextError: Error, Sendable, Hashable {
  /// As in "`report.txt` is a PDF document".
  public let words: String
  /// What to do about it.
  public let advice: String
  /// The bytes are no UTF-8, and it is not certain what else.
  public var isGuess = false

  /// What a document is that is no text, and what to do.
  public init(words: String, advice: String, isGuess: Bool = false) {
    self.words = words
    self.advice = advice
    self.isGuess = isGuess
  }

  /// What the bytes are instead of a text in UTF-8; nil where they are one.
  ///
  /// Bytes of UTF-16 are valid UTF-8 in many languages, so that what they look like is asked first.
  /// - Complexity: O(bytes).
  public static func of(_ bytes: [UInt8]) -> UnfitTextError? {
    if let format = signatures.first(where: { $0.matches(bytes) }) { return format.text }
    if let width = wideText(bytes) { return width }
    if let offset = bytes.firstInvalidUTF8 { return otherEncoding(bytes, at: offset) }
    if let offset = bytes.firstIndex(of: 0) {
      return UnfitTextError(
        words: "not a text: its byte \(offset) is zero, which no text contains", advice: saveAsText)
    }
    let controls = bytes.prefix(sample).count { $0 < 0x20 && !isBlank($0) && $0 != 0x1B }
    if controls * 20 > min(bytes.count, sample) {
      return UnfitTextError(words: "not a text: it is full of control codes", advice: saveAsText)
    }
    return nil
  }

  /// The bytes hold no letter, digit or sign at all.
  public static func isBlank(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { $0.isUnseen }
  }

  /// As many bytes tell what a file is.
  private static let sample = 4096
  private static let saveAsText = "save the document's text as .txt or .md in UTF-8, and add that"

  private struct Signature: Sendable {
    let start: [UInt8]
    let words: String
    let advice: String

    init(_ start: [UInt8], _ words: String, _ advice: String = UnfitTextError.saveAsText) {
      self.start = start
      self.words = words
      self.advice = advice
    }

    func matches(_ bytes: [UInt8]) -> Bool { bytes.starts(with: start) }
    var text: UnfitTextError { UnfitTextError(words: words, advice: advice) }
  }

  /// Longer ones before those that they begin with.
  private static let signatures: [Signature] = [
    Signature(
      Array("%PDF-".utf8), "a PDF document", "`pdftotext FILE.pdf FILE.txt` extracts its text"),
    Signature(
      Array("\u{FEFF}%PDF-".utf8), "a PDF document",
      "`pdftotext FILE.pdf FILE.txt` extracts its text"),
    Signature(
      [0x50, 0x4B, 0x03, 0x04], "an archive, like Word, LibreOffice and EPUB documents",
      "`pandoc -t plain FILE.docx -o FILE.txt` extracts its text"),
    Signature(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a document of an older office program",
      "open it there and save it as plain text in UTF-8"),
    Signature(
      Array(#"{\rtf"#.utf8), "a document in Rich Text Format",
      "`pandoc -f rtf -t plain FILE.rtf -o FILE.txt` extracts its text"),
    Signature([0x1F, 0x8B], "a file compressed by gzip", "`gunzip FILE.gz` unpacks it"),
    Signature([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", scanned),
    Signature([0xFF, 0xD8, 0xFF], "a picture (JPEG)", scanned),
    Signature(Array("GIF8".utf8), "a picture (GIF)", scanned),
    Signature([0x49, 0x49, 0x2A, 0x00], "a picture (TIFF)", scanned),
    Signature([0x4D, 0x4D, 0x00, 0x2A], "a picture (TIFF)", scanned),
    Signature(Array("SQLite format 3\0".utf8), "a database"),
    Signature([0xFF, 0xFE, 0x00, 0x00], "a text in UTF-32", fromEncoding("UTF-32")),
    Signature([0x00, 0x00, 0xFE, 0xFF], "a text in UTF-32", fromEncoding("UTF-32")),
    Signature([0xFF, 0xFE], "a text in UTF-16", fromEncoding("UTF-16")),
    Signature([0xFE, 0xFF], "a text in UTF-16", fromEncoding("UTF-16")),
  ]

  private static let scanned =
    "recognise its text first (`tesseract FILE OUT`), and check the result"

  private static func fromEncoding(_ name: String) -> String {
    "`iconv -f \(name) -t UTF-8 FILE > NEW.txt` converts it"
  }

  private static func wideText(_ bytes: [UInt8]) -> UnfitTextError? {
    wideOrder(of: bytes).map { isBigEndian in
      UnfitTextError(
        words: "a text in UTF-16", advice: fromEncoding(isBigEndian ? "UTF-16BE" : "UTF-16LE"))
    }
  }

  /// Whether the bytes are UTF-16 without its mark, and if so, whether the higher byte comes first.
  ///
  /// One byte of each letter's two indicates the script, and is a small number in every script of one
  /// alphabet.
  package static func wideOrder(of bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(sample)
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var small = (even: 0, odd: 0)
    for (offset, byte) in head.enumerated() where byte < 0x09 {
      if offset.isMultiple(of: 2) { small.even += 1 } else { small.odd += 1 }
    }
    let half = head.count / 2
    if small.odd * 10 >= half * 6, small.even * 10 < half { return false }
    if small.even * 10 >= half * 6, small.odd * 10 < half { return true }
    return nil
  }

  /// Bytes of no format known here.
  package static var binary: UnfitTextError {
    UnfitTextError(words: "not a text: it contains zero bytes", advice: saveAsText)
  }

  /// Neither UTF-8 nor anything known: most likely an older encoding of one byte a letter.
  private static func otherEncoding(_ bytes: [UInt8], at offset: Int) -> UnfitTextError {
    if bytes.count - offset < 4, bytes.suffix(from: offset).allSatisfy({ $0 >= 0x80 }),
      offset > 0, bytes[..<offset].contains(where: { $0 >= 0x80 })
    {
      return UnfitTextError(
        words: "not UTF-8 at byte \(offset): its last letter is cut off",
        advice: "fetch the whole document again", isGuess: true)
    }
    let head = bytes.prefix(sample)
    let high = head.count { $0 >= 0x80 }
    let letters = head.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A && $0 < 0x80 }
    let controls = head.count { $0 < 0x20 && !isBlank($0) }
    if controls * 20 > head.count {
      return UnfitTextError(words: "not a text: it is full of control codes", advice: saveAsText)
    }
    let guess =
      high > letters
      ? "is it in an older encoding of its script, such as WINDOWS-1251 (Cyrillic), WINDOWS-1253 "
        + "(Greek) or WINDOWS-1256 (Arabic)?"
      : "is it in the older encoding of Western Europe, WINDOWS-1252?"
    return UnfitTextError(
      words: "not UTF-8 at byte \(offset)",
      advice: "\(guess) `iconv -f ENCODING -t UTF-8 FILE > NEW.txt` converts it; read the result "
        + "before you add it, as a wrong guess gives wrong letters", isGuess: true)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { (0x09...0x0D).contains(byte) }
}

extension Unicode.Scalar {
  /// A blank, or a character that shows nothing at all.
  package var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: properties.isWhitespace || value == 0x115F || value == 0x3164 || value == 0x2800
    }
  }
}

extension String {
  /// Without blanks and unseen characters at either end.
  package var trimmedUnseen: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.isUnseen { scalars.removeFirst() }
    while let last = scalars.last, last.isUnseen { scalars.removeLast() }
    return String(scalars)
  }
}
