internal import CaseModel

/// From the bytes of a web page to its parts.
enum HTMLReader {
  static func read(
    _ bytes: [UInt8], _ options: ReadingOptions
  ) throws(DocumentError) -> Reading {
    let decoded = try TextDecoder.decode(
      bytes, declared: declaredEncoding(bytes), chosen: options.encoding)
    var content = try HTMLParser.content(
      decoded.bytes.withoutZeros, maximumElements: options.maximumElements)
    HTMLTables.merge(&content)
    guard !content.blocks.isEmpty else { throw .noText(.html) }
    let stated = PageOffers.of(content.facts, headlines: [])
    let readable = ReadablePart(content, titles: stated.filter { $0.field == .title }.map(\.value))
    var reading = Reading(.html)
    reading.encoding = decoded.encoding
    reading.parts = parts(content, readable)
    let headlines = zip(content.blocks, readable.reasons).lazy.filter {
      $0.1 == nil && $0.0.isHeading
    }
    .map(\.0.text).prefix(1)
    reading.offers = PageOffers.of(content.facts, headlines: Array(headlines))
    if readable.isWithoutProse {
      reading.notes.append(
        .warning(
          readable.linkShare > 0.4
            ? "No running text was found: the page consists mostly of links, all of which are kept."
            : "The page has only short lines; all that the page does not mark as navigation are kept."
        ))
    }
    return reading
  }

  private static func parts(_ content: HTMLContent, _ readable: ReadablePart) -> [ReadDocument.Part]
  {
    var parts: [ReadDocument.Part] = []
    parts.reserveCapacity(content.blocks.count)
    var last: HTMLBlock?
    for (index, block) in content.blocks.enumerated() {
      let isListed =
        last.map { previous in
          previous.kind == block.kind
            && (block.kind == .listItem || block.kind == .definition
              || block.kind == .row && previous.cell?.table == block.cell?.table)
        } ?? false
      parts.append(
        ReadDocument.Part(
          block.kind.partKind, block.text, gap: isListed ? .line : .blankLine,
          cut: readable.reasons[index]))
      last = block
    }
    return parts
  }

  /// As `<meta charset>`, `<meta http-equiv>` or the XML declaration name it, near the beginning.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for wanted in ["charset", "encoding"] {
      for start in head.starts(of: Array(wanted.utf8)) {
        var place = start + wanted.utf8.count
        func skip(_ signs: [UInt8]) {
          while place < head.count, signs.contains(head[place]) { place += 1 }
        }
        skip([0x20, 0x09, 0x0A, 0x0D])
        guard place < head.count, head[place] == UInt8(ascii: "=") else { continue }
        skip([UInt8(ascii: "="), 0x20, UInt8(ascii: "\""), UInt8(ascii: "'")])
        let name = head[place...].prefix { byte in
          (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":")].contains(byte)
        }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }
}

extension HTMLBlock.Kind {
  fileprivate var partKind: ReadDocument.Part.Kind {
    switch self {
    case .text, .paragraph, .definition: .paragraph
    case .listItem: .listItem
    case .caption: .caption
    case .quotation: .quotation
    case .verbatim: .verbatim
    case .row: .tableRow
    case .heading(let level): .heading(level: level)
    }
  }
}

extension [UInt8] {
  /// A zero would end the text for libxml2.
  fileprivate var withoutZeros: [UInt8] { contains(0) ? map { $0 == 0 ? 0x20 : $0 } : self }
}
