internal import CYaml
internal import CaseModel

/// The events of a YAML document, by libyaml's parser.
///
/// The parser's own events are used, not a tree, because they tell where each thing ends, and
/// because a file of 100 MB should not stand in memory several times over.
final class YAMLEvents: DocumentEvents {
  private var parser = yaml_parser_t()
  private let bytes: [UInt8]
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  /// Length of the byte order mark the bytes begin with.
  private let mark: Int
  /// Turns the parser's code-point offsets into byte offsets; both only grow.
  private var cursor: (codePoint: Int, byte: Int)
  /// Nothing is asked of the parser after it failed or came to its end.
  private var isOver = false

  /// `bytes` must be valid UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    buffer = .allocate(capacity: max(1, bytes.count))
    _ = buffer.initialize(fromContentsOf: bytes)
    // If it knew the encoding, the parser would take a byte order mark for a column of its own.
    mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    cursor = (0, mark)
    yaml_parser_initialize(&parser)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, buffer.baseAddress.map { $0 + mark }, bytes.count - mark)
  }

  deinit {
    yaml_parser_delete(&parser)
    buffer.deallocate()
  }

  func next() throws(SyntaxError) -> DocumentEvent {
    while true {
      if isOver { return DocumentEvent(kind: .end, place: .nowhere) }
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        isOver = true
        throw fault()
      }
      defer { yaml_event_delete(&event) }
      let place = place(event.start_mark, event.end_mark)
      switch event.type {
      case YAML_STREAM_END_EVENT:
        isOver = true
        return DocumentEvent(kind: .end, place: place)
      case YAML_MAPPING_START_EVENT:
        let start = event.data.mapping_start
        return DocumentEvent(
          kind: .mapStart(flow: start.style == YAML_FLOW_MAPPING_STYLE),
          anchor: text(start.anchor), place: place)
      case YAML_MAPPING_END_EVENT: return DocumentEvent(kind: .mapEnd, place: place)
      case YAML_SEQUENCE_START_EVENT:
        let start = event.data.sequence_start
        return DocumentEvent(
          kind: .listStart(flow: start.style == YAML_FLOW_SEQUENCE_STYLE),
          anchor: text(start.anchor), place: place)
      case YAML_SEQUENCE_END_EVENT: return DocumentEvent(kind: .listEnd, place: place)
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        return DocumentEvent(
          kind: .scalar(
            String(decoding: value, as: UTF8.self), plain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
          anchor: text(scalar.anchor), place: place)
      case YAML_ALIAS_EVENT:
        return DocumentEvent(kind: .alias(text(event.data.alias.anchor) ?? ""), place: place)
      default: continue
      }
    }
  }

  private func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  private func place(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Place {
    let from = byteOffset(of: start.index)
    let kept = cursor
    let to = byteOffset(of: end.index)
    // The next event may begin before this one's end, as blank lines belong to either.
    cursor = kept
    return Place(
      line: UInt32(clamping: start.line + 1), column: UInt32(clamping: start.column + 1),
      start: from, end: to)
  }

  private func byteOffset(of codePoint: Int) -> Int {
    var (position, byte) = cursor
    bytes.withUnsafeBufferPointer { bytes in
      while position > codePoint, byte > 0 {
        byte -= 1
        while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
        position -= 1
      }
      while position < codePoint, byte < bytes.count {
        byte += 1
        while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
        position += 1
      }
    }
    cursor = (position, byte)
    return byte
  }

  private func fault() -> SyntaxError {
    let mark = parser.problem_mark
    var message = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    if let context = parser.context.map({ String(cString: $0) }) { message += " (\(context))" }
    let place = Place(
      line: UInt32(clamping: mark.line + 1), column: UInt32(clamping: mark.column + 1),
      start: 0, end: 0)
    switch parser.error {
    case YAML_MEMORY_ERROR:
      return SyntaxError(code: .tooLarge, place: place, message: "there is not enough memory")
    case YAML_READER_ERROR:
      let (line, column) = lineAndColumn(ofByte: Int(parser.problem_offset))
      return SyntaxError(
        place: Place(line: line, column: column, start: 0, end: 0),
        message: "a character that YAML does not allow: \(message)",
        hint: "write control characters in double quotes with an escape, as \"\\u0007\"")
    default:
      return SyntaxError(place: place, message: "this is not YAML: \(message)", hint: hint(message))
    }
  }

  private func lineAndColumn(ofByte offset: Int) -> (UInt32, UInt32) {
    var line: UInt32 = 1
    var column: UInt32 = 1
    for byte in bytes.dropFirst(mark).prefix(max(0, offset)) {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  private func hint(_ message: String) -> String? {
    if message.contains("mapping values are not allowed") {
      return "text that holds `: ` needs quotes"
    }
    if message.contains("cannot start any token") {
      return "indent with spaces, not tabs; text that begins with @ ` % needs quotes"
    }
    if message.contains("did not find expected") {
      return "look for a missing comma, bracket or quote, or an indentation that is off by one"
    }
    return nil
  }
}
