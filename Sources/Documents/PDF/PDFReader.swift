internal import Foundations
internal import CaseModel
internal import Foundations

/// PDF documents through poppler's `pdftotext` in its default mode, which follows the reading
/// order.
enum PDFReader {
  static func read(_ bytes: [UInt8], _ options: ReadingOptions) throws(DocumentError) -> Reading {
    let runner = ToolRunner(options)
    let output = try pages(runner, bytes, [])
    var pages = output.pages
    guard pages.contains(where: { !$0.isBlank }) else {
      throw .imagesOnly(pages: max(1, pages.count))
    }
    let raw = try self.pages(runner, bytes, ["-raw"]).pages
    let hyphens = LineHyphens(raw)
    var reading = Reading(.pdf)
    reading.tool = try runner.version(.pdftotext)
    for index in pages.indices { pages[index] = pages[index].replacing("\u{AD}", with: "") }
    let furniture = PageFurniture(pages)
    for (index, page) in furniture.pages.enumerated() {
      reading.parts += parts(page, number: index + 1, hyphens)
    }
    continueParagraphs(&reading.parts)
    reading.notes = notes(pages, output.warning, reading.parts)
    reading.offers = try offers(runner, bytes, reading.parts)
    return reading
  }

  private static func pages(
    _ runner: ToolRunner, _ bytes: [UInt8], _ mode: [String]
  ) throws(DocumentError) -> (pages: [String], warning: String?) {
    let output = try runner.run(
      .pdftotext, mode + ["-enc", "UTF-8", "-eol", "unix", ToolRunner.document, "-"], bytes, .pdf)
    if output.messages.contains("Incorrect password") { throw .passwordProtected(.pdf) }
    guard output.status == 0 else {
      if output.messages.contains("Copying of text") || output.status == 3 {
        throw .toolFailed(.pdftotext, "the document does not permit its text to be copied")
      }
      throw .damaged(.pdf, output.firstMessage.withoutPrefix)
    }
    var pages = String(decoding: output.bytes, as: UTF8.self)
      .split(separator: "\u{C}", omittingEmptySubsequences: false).map(String.init)
    // A form feed ends every page.
    if pages.last?.isBlank == true { pages.removeLast() }
    if pages.isEmpty, !output.messages.isEmpty {
      throw .damaged(.pdf, output.firstMessage.withoutPrefix)
    }
    let isFaulty = output.messages.contains("Syntax Error")
    return (pages, isFaulty ? output.firstMessage.withoutPrefix : nil)
  }

  private static func parts(
    _ page: PageFurniture.Page, number: Int, _ hyphens: LineHyphens
  ) -> [ReadDocument.Part] {
    var parts: [ReadDocument.Part] = []
    for line in page.head { parts.append(line.part(number)) }
    var isFirst = true
    for paragraph in page.paragraphs {
      let joined = hyphens.mark(paragraph)
      parts.append(
        ReadDocument.Part(
          .paragraph, joined.text, gap: isFirst && !page.head.isEmpty ? .line : .blankLine,
          page: number, joins: joined.joins))
      isFirst = false
    }
    for line in page.foot { parts.append(line.part(number)) }
    return parts
  }

  /// A paragraph that goes on over a page's end is not broken by a blank line.
  private static func continueParagraphs(_ parts: inout [ReadDocument.Part]) {
    var last: Int?
    for index in parts.indices where parts[index].cut == nil {
      defer { last = index }
      guard let previous = last, parts[previous].page != parts[index].page else { continue }
      let isOpen = parts[previous].text.unicodeScalars.last.map {
        $0.properties.isAlphabetic || $0 == "," || $0 == "-"
      }
      let continues = parts[index].text.unicodeScalars.first?.properties.isLowercase
      if isOpen == true, continues == true {
        parts[index].gap = .line
      } else {
        parts[index].gap = .blankLine
      }
    }
  }

  private static func notes(
    _ pages: [String], _ warning: String?, _ parts: [ReadDocument.Part]
  ) -> [ReadDocument.Note] {
    var notes: [ReadDocument.Note] = []
    if let warning {
      notes.append(.warning("The PDF is damaged (\(warning)); some of its text may be missing."))
    }
    let empty = pages.indices.filter { pages[$0].isBlank }.map { $0 + 1 }
    if !empty.isEmpty {
      let list = empty.prefix(20).map(String.init).joined(separator: ", ")
      notes.append(
        .warning(
          "\(empty.count.counted("page")) of \(pages.count) \(empty.count == 1 ? "has" : "have") no text, "
            + "perhaps only a picture: \(list)\(empty.count > 20 ? ", …" : "")."))
    }
    let letters = pages.reduce(0) { $0 + $1.unicodeScalars.count { $0.properties.isAlphabetic } }
    if letters < 40 * pages.count, empty.count < pages.count {
      notes.append(.warning("The pages have very little text; perhaps most of it is in pictures."))
    }
    let cut = parts.count { $0.cut == .runningHead || $0.cut == .pageNumber }
    if cut > 0 {
      notes.append(
        .remark(
          "\(cut.counted("running head, foot or page number", "running heads, feet and page numbers")) cut."
        ))
    }
    let joins = parts.reduce(0) { $0 + $1.joins.count }
    if joins > 0 {
      notes.append(
        .remark(
          "\(joins.counted("word")) divided at the end of a line \(joins == 1 ? "was" : "were") joined, and \(joins == 1 ? "is" : "are") marked."
        ))
    }
    let unknown = parts.reduce(0) { $0 + $1.text.unicodeScalars.count { $0.isUnmapped } }
    if unknown > 0 {
      notes.append(
        .warning(
          "\(unknown.counted("character")) could not be identified: the PDF does not state which letters "
            + "its fonts show. Compare the text with the pages."))
    }
    return notes
  }

  private static func offers(
    _ runner: ToolRunner, _ bytes: [UInt8], _ parts: [ReadDocument.Part]
  ) throws(DocumentError) -> [ReadDocument.Offer] {
    let output = try runner.run(
      .pdfinfo, ["-enc", "UTF-8", "-isodates", ToolRunner.document], bytes, .pdf)
    var values: [String: String] = [:]
    for line in String(decoding: output.bytes, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = String(line[..<colon])
      if values[key] == nil {
        values[key] = String(line[line.index(after: colon)...]).trimmedUnseen
      }
    }
    var list = OfferList()
    list.add(.title, values["Title"], "PDF metadata")
    list.addTitle(parts)
    list.addHead(parts)
    list.addDate(.published, values["CreationDate"], "date of the file's creation")
    list.addDate(.modified, values["ModDate"], "date of the file's last change")
    list.add(.author, values["Author"], "PDF metadata")
    return list.offers
  }
}

extension Unicode.Scalar {
  /// Replacement and private-use characters, by which fonts without a map of letters show.
  fileprivate var isUnmapped: Bool { value == 0xFFFD || (0xE000..<0xF900).contains(value) }
}

extension String {
  /// Without "Syntax Error (123): " in front.
  fileprivate var withoutPrefix: String {
    guard hasPrefix("Syntax") || hasPrefix("Error") || hasPrefix("Internal"),
      let colon = firstIndex(of: ":")
    else { return self }
    return String(self[index(after: colon)...]).singleLine
  }
}
