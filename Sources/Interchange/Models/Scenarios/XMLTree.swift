internal import CaseModel

/// An element of an XML file with its place, read within limits.
///
/// Files of other programs may come from anywhere, so what XML can do beyond elements and
/// attributes is refused before the parser sees it: a document type, and with it every entity of
/// one's own, whether it reaches out to another file or expands to gigabytes.
struct XMLTree: Sendable {
  struct Attribute: Sendable {
    let name: String
    let value: String
  }

  var name: String
  var attributes: [Attribute]
  var children: [XMLTree] = []
  var place: Place

  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  func children(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

  struct Limits: Sendable {
    /// Of the file, in bytes.
    var size = 20_000_000
    var depth = 32
    var elements = 1_000_000
  }

  /// The root element, or nil with a finding.
  static func read(_ bytes: [UInt8], limits: Limits = Limits(), _ reader: inout NodeReader)
    -> XMLTree?
  {
    guard bytes.count <= limits.size else {
      reader.fail(
        .tooLarge, at: .nowhere, "the file is larger than \(limits.size) bytes",
        hint: "no domain or profile needs as much")
      return nil
    }
    var text = plainText(bytes)
    if let found = declaration(in: text) {
      reader.fail(
        .documentType, at: found, "the file declares a document type or entities of its own",
        hint: "remove the <!DOCTYPE …> part; domains and profiles need none")
      return nil
    }
    if let open = withoutComments(&text) {
      reader.fail(
        .badXML, at: open, "a comment that begins here is not closed",
        hint: "close it with `-->`, or remove it")
      return nil
    }
    if let zero = text.firstIndex(of: 0) {
      // The parser would take it for UTF-16, in which what is refused above was not looked for.
      reader.fail(
        .badXML, at: place(zero, text), "the file is not text in UTF-8 here",
        hint: "save it as UTF-8")
      return nil
    }
    let builder = XMLTreeBuilder(text, limits: limits)
    let isWhole = builder.parse()
    if let fault = builder.fault {
      reader.fail(fault.code, at: fault.place, fault.message, hint: fault.hint)
      return nil
    }
    guard isWhole, let root = builder.root else {
      reader.fail(
        .badXML, at: builder.place,
        text.allSatisfy(\.isBlank) ? "the file is empty" : "the file is not well-formed XML here",
        hint: "check that every element is closed and every attribute is in quotes")
      return nil
    }
    return root
  }

  /// The file as UTF-8 from its first element on: blanks before it, a byte order mark and the line
  /// that names the encoding taken away. What is not UTF-8 is read as Latin-1, as such files are.
  ///
  /// Line breaks are kept, so that places are those of the file; columns of the first line may
  /// move.
  static func plainText(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8]
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      for index in stride(from: 2, to: bytes.count - 1, by: 2) {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units.append(isLittle ? first | second << 8 : first << 8 | second)
      }
      text = Array(String(decoding: units, as: UTF16.self).utf8)
    } else if bytes.firstInvalidUTF8 == nil {
      text = bytes
    } else {
      text = []
      text.reserveCapacity(bytes.count * 2)
      for byte in bytes {
        if byte < 0x80 {
          text.append(byte)
        } else {
          text.append(0xC0 | byte >> 6)
          text.append(0x80 | byte & 0x3F)
        }
      }
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    // Everything up to the first tag but line breaks becomes blank; an XML declaration too.
    let first = text.firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex
    guard text[..<first].allSatisfy(\.isBlank) else { return text }
    if text[first...].starts(with: Array("<?xml ".utf8)),
      let end = text[first...].firstIndex(of: UInt8(ascii: ">"))
    {
      for index in first...end where !text[index].isLineBreak { text[index] = UInt8(ascii: " ") }
    }
    return text
  }

  /// Makes comments blank, but for line breaks, so that places stay right: the parser takes long
  /// over those that are not well formed. The place of one that is not closed.
  /// - Complexity: O(text).
  private static func withoutComments(_ text: inout [UInt8]) -> Place? {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if starts("<!--", text, index) {
        guard let end = end(of: "-->", text, from: index + 4) else { return place(index, text) }
        for place in index..<end where !text[place].isLineBreak { text[place] = UInt8(ascii: " ") }
        index = end
      } else if starts("<![CDATA[", text, index) {
        index = end(of: "]]>", text, from: index + 9) ?? text.count
      } else if starts("<?", text, index) {
        index = end(of: "?>", text, from: index + 2) ?? text.count
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Where a document type or an entity is declared, comments aside.
  private static func declaration(in text: [UInt8]) -> Place? {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if starts("<!--", text, index) {
        index = end(of: "-->", text, from: index + 4) ?? text.count
      } else if starts("<!DOCTYPE", text, index) || starts("<!ENTITY", text, index) {
        return place(index, text)
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Letters in either case.
  private static func starts(_ word: StaticString, _ text: [UInt8], _ index: Int) -> Bool {
    word.withUTF8Buffer { word in
      index + word.count <= text.count
        && word.indices.allSatisfy { place in
          let (a, b) = (text[index + place], word[place])
          return a == b || b.isLetter && a & 0xDF == b & 0xDF
        }
    }
  }

  private static func end(of word: StaticString, _ text: [UInt8], from start: Int) -> Int? {
    let first = word.withUTF8Buffer { $0.first }
    var index = start
    while index < text.count {
      if text[index] == first, starts(word, text, index) { return index + word.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }

  private static func place(_ index: Int, _ text: [UInt8]) -> Place {
    let line = text[..<index].count { $0 == UInt8(ascii: "\n") }
    let start = text[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Place(
      line: UInt32(clamping: line + 1), column: UInt32(clamping: index - start + 1), start: index,
      end: index)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  fileprivate var isLineBreak: Bool { self == 10 || self == 13 }
  fileprivate var isBlank: Bool { isLineBreak || self == 32 || self == 9 }
}
