internal import CaseModel

/// What a file is: by its first bytes, by what an archive holds, and only then by its name.
enum DocumentSniffer {
  static func kind(of bytes: [UInt8], named name: String) throws(DocumentError) -> DocumentKind {
    let head = bytes.prefix(1024)
    if !head.starts(of: Array("%PDF-".utf8)).isEmpty { return .pdf }
    if bytes.starts(with: Array(#"{\rtf"#.utf8)) { return .rtf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return try archive(bytes, named: name)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // Office programs put an encrypted document into a container of the older format.
      let mark = Array("EncryptedPackage".utf8.map { [$0, 0] as [UInt8] }.joined())
      if !bytes.prefix(2_000_000).starts(of: mark).isEmpty { throw .passwordProtected(.docx) }
      throw .unfit(UnfitTextError.of(bytes) ?? .binary)
    }
    let start = Array(bytes.prefix(1024))
    if let unfit = UnfitTextError.of(start), !unfit.isGuess, !unfit.words.hasPrefix("a text") {
      throw .unfit(unfit)
    }
    let promised = DocumentKind(name: name)
    if isHTML(start, promised) { return .html }
    if lower(start).contains("mime-version:"), lower(start).contains("multipart/related") {
      throw .unfit(
        UnfitTextError(
          words: "a web page saved as one archive (MHTML)",
          advice: "save the page as “HTML only”, and add that"))
    }
    return promised == .markdown ? .markdown : .plainText
  }

  private static func archive(
    _ bytes: [UInt8], named name: String
  ) throws(DocumentError) -> DocumentKind {
    let promised = DocumentKind(name: name)
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes)
    } catch {
      throw .damaged(promised == .odt ? .odt : .docx, error.words)
    }
    if archive.holds("word/document.xml") { return .docx }
    if archive.holds("content.xml") { return .odt }
    if archive.holds("META-INF/container.xml") { return .epub }
    throw .unfit(
      UnfitTextError(
        words: archive.holds("[Content_Types].xml")
          ? "an Office file that is not a text document (a table or a presentation)"
          : "an archive without a document of a known kind",
        advice: "unpack it, or save its text as .docx, .odt or .txt, and add that"))
  }

  private static func isHTML(_ start: [UInt8], _ promised: DocumentKind?) -> Bool {
    let text = lower(start)
    let trimmed = text.drop { $0 != "<" }
    if text.count - trimmed.count < 20 {
      for mark in ["<!doctype html", "<html", "<head", "<body"] where trimmed.hasPrefix(mark) {
        return true
      }
      if trimmed.hasPrefix("<?xml"), trimmed.contains("<html") { return true }
      if trimmed.hasPrefix("<!--"), trimmed.contains("<html") { return true }
    }
    guard promised == .html else { return false }
    return true
  }

  /// The letters of ASCII in lower case, everything else as a space.
  private static func lower(_ bytes: [UInt8]) -> String {
    String(
      decoding: bytes.compactMap { byte -> UInt8? in
        byte == 0 ? nil : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte < 0x80 ? byte : 0x20
      }, as: UTF8.self)
  }
}
