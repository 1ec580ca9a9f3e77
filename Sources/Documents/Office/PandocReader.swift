internal import CaseModel

/// Kinds that are left to Pandoc, in its sandbox: nothing is read beside the document.
///
/// Word documents and OpenDocument texts are not, as their text would then depend on which version of
/// Pandoc a computer has, and quotations on it.
enum PandocReader {
  static func read(
    _ bytes: [UInt8], _ kind: DocumentKind, _ options: ReadingOptions
  ) throws(DocumentError) -> Reading {
    let runner = ToolRunner(options)
    let output = try runner.run(
      .pandoc,
      ["--sandbox", "-f", kind.rawValue, "-t", "plain", "--wrap=none", ToolRunner.document],
      bytes, kind)
    guard output.status == 0 else {
      throw .toolFailed(.pandoc, output.firstMessage)
    }
    var reading = Reading(kind)
    reading.tool = try runner.version(.pandoc)
    let text = String(decoding: output.bytes, as: UTF8.self)
    for block in text.split(separator: "\n\n", omittingEmptySubsequences: true) {
      let clean = String(block).trimmedUnseen
      if !clean.isBlank { reading.parts.append(ReadDocument.Part(.paragraph, clean)) }
    }
    var list = OfferList()
    list.addTitle(reading.parts)
    reading.offers = list.offers
    return reading
  }
}
