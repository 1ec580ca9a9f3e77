/// The events of JSON text (RFC 8259), one value after another, so that JSON Lines reads too.
package struct JSONEvents: DocumentEvents {
  private enum Expectation {
    case value, firstKeyOrEnd, key, colon, commaOrEnd, firstItemOrEnd
  }

  private let bytes: [UInt8]
  private var offset: Int
  private var line: UInt32 = 1
  /// A place on the current line whose column is known.
  private var columnMark: (offset: Int, column: UInt32)
  /// What encloses the current place: true for a map.
  private var enclosing: [Bool] = []
  private var expectation = Expectation.value

  /// `bytes` must be valid UTF-8.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    columnMark = (offset, 1)
  }

  package mutating func next() throws(SyntaxError) -> DocumentEvent {
    while true {
      skipSpace()
      guard offset < bytes.count else {
        if enclosing.isEmpty { return DocumentEvent(kind: .end, place: here(0)) }
        throw fault("the text ends within \(enclosing.last == true ? "an object" : "an array")")
      }
      let byte = bytes[offset]
      switch (expectation, byte) {
      case (.commaOrEnd, UInt8(ascii: ",")):
        offset += 1
        expectation = enclosing.last == true ? .key : .value
      case (.colon, UInt8(ascii: ":")):
        offset += 1
        expectation = .value
      case (.commaOrEnd, UInt8(ascii: "}")), (.firstKeyOrEnd, UInt8(ascii: "}")):
        guard enclosing.last == true else { throw fault("`}` closes nothing here") }
        return close(.mapEnd)
      case (.commaOrEnd, UInt8(ascii: "]")), (.firstItemOrEnd, UInt8(ascii: "]")):
        guard enclosing.last == false else { throw fault("`]` closes nothing here") }
        return close(.listEnd)
      case (.key, UInt8(ascii: "\"")), (.firstKeyOrEnd, UInt8(ascii: "\"")):
        let event = try string()
        expectation = .colon
        return event
      case (.value, _), (.firstItemOrEnd, _): return try value(byte)
      case (.key, _), (.firstKeyOrEnd, _): throw fault("expected a key in double quotes")
      case (.colon, _): throw fault("expected `:` after the key")
      case (.commaOrEnd, _):
        throw fault(enclosing.last == true ? "expected `,` or `}`" : "expected `,` or `]`")
      }
    }
  }

  private mutating func value(_ byte: UInt8) throws(SyntaxError) -> DocumentEvent {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let place = here(1)
      let isMap = byte == UInt8(ascii: "{")
      offset += 1
      enclosing.append(isMap)
      expectation = isMap ? .firstKeyOrEnd : .firstItemOrEnd
      return DocumentEvent(
        kind: isMap ? .mapStart(flow: true) : .listStart(flow: true), place: place)
    case UInt8(ascii: "\""):
      let event = try string()
      afterValue()
      return event
    default:
      let event = try literal()
      afterValue()
      return event
    }
  }

  private mutating func close(_ kind: DocumentEvent.Kind) -> DocumentEvent {
    let place = here(1)
    offset += 1
    enclosing.removeLast()
    afterValue()
    return DocumentEvent(kind: kind, place: place)
  }

  private mutating func afterValue() { expectation = enclosing.isEmpty ? .value : .commaOrEnd }

  /// `true`, `false`, `null` or a number.
  private mutating func literal() throws(SyntaxError) -> DocumentEvent {
    var end = offset
    while end < bytes.count, !Self.endsLiteral(bytes[end]) { end += 1 }
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    guard text == "true" || text == "false" || text == "null" || Self.isNumber(bytes[offset..<end])
    else {
      throw fault(
        "`\(text.isEmpty ? String(UnicodeScalar(bytes[offset])) : text.shortened(to: 30))` is not a JSON value",
        hint: "text must be in double quotes")
    }
    let place = here(end - offset)
    offset = end
    return DocumentEvent(kind: .scalar(text, plain: true), place: place)
  }

  private static func endsLiteral(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"")
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
      let count = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let leadingZero = rest.first == UInt8(ascii: "0")
    let whole = digits(&rest)
    guard whole > 0, !leadingZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits(&rest) > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func string() throws(SyntaxError) -> DocumentEvent {
    let start = offset
    let place = here(1)
    offset += 1
    let textStart = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""),
      bytes[offset] != UInt8(ascii: "\\"),
      bytes[offset] >= 0x20
    { offset += 1 }
    let read = bytes[textStart..<offset]
    // Most texts have nothing to be undone and are taken as they stand.
    let text =
      offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
      ? String(decoding: read, as: UTF8.self) : try rest(of: Array(read), from: place)
    offset += 1
    var whole = place
    whole.end = offset
    whole.start = start
    return DocumentEvent(kind: .scalar(text, plain: false), place: whole)
  }

  /// A text from its first escape on, behind what was read of it.
  private mutating func rest(of read: [UInt8], from place: Place) throws(SyntaxError) -> String {
    var text = read
    while true {
      guard offset < bytes.count else { throw fault("the text ends within quotes", at: place) }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") { break }
      if byte < 0x20 {
        throw fault("a control character within quotes", hint: "write it as \\n or \\u0000")
      }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &text)
      } else {
        text.append(byte)
        offset += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) throws(SyntaxError) {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    let plain: UInt8? =
      switch next {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): next
      case UInt8(ascii: "b"): 8
      case UInt8(ascii: "t"): 9
      case UInt8(ascii: "n"): 10
      case UInt8(ascii: "f"): 12
      case UInt8(ascii: "r"): 13
      default: nil
      }
    if let byte = plain {
      text.append(byte)
      offset += 2
      return
    }
    guard next == UInt8(ascii: "u"), var value = hex(at: offset + 2) else {
      throw fault("this escape is not JSON", hint: "a backslash itself is written twice")
    }
    var length = 6
    if (0xD800..<0xDC00).contains(value), offset + 7 < bytes.count,
      bytes[offset + 6] == UInt8(ascii: "\\"), bytes[offset + 7] == UInt8(ascii: "u"),
      let low = hex(at: offset + 8), (0xDC00..<0xE000).contains(low)
    {
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
      length = 12
    }
    guard let scalar = UnicodeScalar(value) else {
      throw fault("half of a surrogate pair is missing")
    }
    text.append(contentsOf: String(Character(scalar)).utf8)
    offset += length
  }

  private func hex(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<(start + 4)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
      default: return nil
      }
    }
    return value
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\n"):
        offset += 1
        line += 1
        columnMark = (offset, 1)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      default: return
      }
    }
  }

  private mutating func here(_ length: Int) -> Place {
    let at = min(offset, bytes.count)
    var column = columnMark.column
    for byte in bytes[columnMark.offset..<at] where byte & 0xC0 != 0x80 { column &+= 1 }
    columnMark = (at, column)
    return Place(line: line, column: column, start: at, end: at + length)
  }

  private mutating func fault(_ message: String, at place: Place? = nil, hint: String? = nil)
    -> SyntaxError
  {
    SyntaxError(place: place ?? here(0), message: "this is not JSON: \(message)", hint: hint)
  }
}
