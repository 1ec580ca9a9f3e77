internal import Foundations
internal import CaseModel
internal import Foundations

/// From a document's bytes to its text, with what is needed to add it as a source.
package enum DocumentReader {
  /// - Parameter name: the file's name, of which only the ending matters.
  /// - Throws: where no text can be taken out, with what the bytes are instead.
  /// - Complexity: O(bytes); programs that are called have a limit of time and of memory.
  package static func read(
    _ bytes: [UInt8], named name: String, _ options: ReadingOptions = ReadingOptions()
  ) throws(DocumentError) -> ReadDocument {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= options.maximumBytes else {
      throw .tooLarge(bytes: bytes.count, limit: options.maximumBytes)
    }
    let kind = try DocumentSniffer.kind(of: bytes, named: name)
    var reading: Reading
    switch kind {
    case .html: reading = try HTMLReader.read(bytes, options)
    case .plainText, .markdown: reading = try PlainTextReader.read(bytes, kind, options)
    case .pdf: reading = try PDFReader.read(bytes, options)
    case .docx: reading = try WordReader.read(bytes, options)
    case .odt: reading = try OpenDocumentReader.read(bytes, options)
    case .rtf, .epub: reading = try PandocReader.read(bytes, kind, options)
    }
    guard reading.parts.contains(where: { !$0.text.isBlank }) else { throw .noText(kind) }
    addNotes(&reading, name)
    addLanguage(&reading)
    return ReadDocument(
      name: name, kind: reading.kind, original: SHA256Digest(of: bytes),
      originalLength: bytes.count, tool: reading.tool, encoding: reading.encoding,
      parts: reading.parts, offers: reading.offers, notes: reading.notes)
  }

  /// What a file is, without reading all of it.
  /// - Throws: where it is nothing that can be read.
  package static func kind(
    of bytes: [UInt8], named name: String
  ) throws(DocumentError) -> DocumentKind {
    guard !bytes.isEmpty else { throw .empty }
    return try DocumentSniffer.kind(of: bytes, named: name)
  }

  private static func addNotes(_ reading: inout Reading, _ name: String) {
    var notes: [ReadDocument.Note] = []
    let promised = DocumentKind(name: name)
    let areTexts = [.plainText, .markdown].contains(promised) && reading.kind == .plainText
    if let promised, promised != reading.kind, !areTexts {
      notes.append(
        .warning(
          "According to its name the file is \(promised.words); in fact it is \(reading.kind.words)."
        ))
    }
    if let encoding = reading.encoding {
      if encoding.ground == .guessed {
        notes.append(
          .warning(
            "The encoding is probably \(encoding.name); this is a guess. Check this line: "
              + "“\(encoding.sample)”"))
      }
      if encoding.replaced > 0 {
        notes.append(
          .warning(
            "\(encoding.replaced.counted("sequence")) of bytes could not be read and "
              + "\(encoding.replaced == 1 ? "is" : "are") shown as �."))
      }
    }
    reading.notes = notes + reading.notes
  }

  private static func addLanguage(_ reading: inout Reading) {
    var sample = ""
    for part in reading.parts where part.cut == nil && sample.utf8.count < 40_000 {
      sample += part.text.prefix(40_000) + "\n"
    }
    guard let tag = LanguageGuess.tag(of: sample) else { return }
    let stated = reading.offers.first { $0.field == .language }?.value
    guard stated != tag else { return }
    if let stated, stated.hasPrefix(tag + "-") { return }
    let guess = ReadDocument.Offer(.language, tag, origin: "the most frequent words of the text")
    // Templates often state the language of the site, not of the page.
    reading.offers.append(guess)
  }
}

extension String {
  var isBlank: Bool { unicodeScalars.allSatisfy { $0.isUnseen } }
}
