internal import CLibXML2
internal import CaseModel

/// Builds the tree of an XML file from the events of libxml2's parser, which come one at a time.
///
/// Names are taken as they are written, with their prefixes; entities are never declared, nor is anything
/// outside the file read.
final class XMLTreeBuilder {
  struct ParseError {
    let code: ReadErrorCode
    let place: Place
    let message: String
    let hint: String
  }

  private let limits: XMLTree.Limits
  private var open: [XMLTree] = []
  private var count = 0
  private(set) var root: XMLTree?
  private(set) var fault: ParseError?
  /// Where the parser stood when it ended, or stands.
  private(set) var place = Place(line: 1, column: 1, start: 0, end: 0)

  private let text: [UInt8]
  /// Where each line of the text begins.
  private let lines: [Int]
  private var parser: xmlParserCtxtPtr?

  /// - Parameter text: UTF-8 without a zero.
  init(_ text: [UInt8], limits: XMLTree.Limits) {
    self.text = text
    self.limits = limits
    lines = [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// Reads the text; whether all of it is well formed.
  /// - Complexity: O(text).
  func parse() -> Bool {
    var handler = xmlSAXHandler()
    handler.startElement = { builder, name, attributes in
      guard let builder = XMLTreeBuilder.builder(builder), let name else { return }
      builder.start(String(cString: name), attributes)
    }
    handler.endElement = { builder, _ in XMLTreeBuilder.builder(builder)?.end() }
    handler.getEntity = { _, name in xmlGetPredefinedEntity(name) }
    handler.error = nil
    handler.warning = nil
    return withExtendedLifetime(self) {
      let pointer = Unmanaged.passUnretained(self).toOpaque()
      return withUnsafeMutablePointer(to: &handler) { handler -> Bool in
        guard let parser = xmlCreatePushParserCtxt(handler, pointer, nil, 0, nil) else {
          return false
        }
        self.parser = parser
        defer {
          self.parser = nil
          xmlFreeParserCtxt(parser)
        }
        xmlCtxtUseOptions(
          parser,
          Int32(
            XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_SAX1.rawValue
              | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
        feed(parser)
        place = placeNow(parser)
        return parser.pointee.wellFormed == 1
      }
    }
  }

  private func feed(_ parser: xmlParserCtxtPtr) {
    text.withUnsafeBytes { buffer in
      let base = buffer.bindMemory(to: CChar.self).baseAddress
      var offset = 0
      while offset < buffer.count, fault == nil {
        let count = min(65_536, buffer.count - offset)
        guard xmlParseChunk(parser, base.map { $0 + offset }, Int32(count), 0) == 0 else { return }
        offset += count
      }
      if fault == nil { xmlParseChunk(parser, nil, 0, 1) }
    }
  }

  private static func builder(_ pointer: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    pointer.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Of the last tag that begins before where the parser stands, which is at a tag's end.
  private func placeNow(_ parser: xmlParserCtxtPtr) -> Place {
    let (lineNumber, columnNumber) = (
      Int(xmlSAX2GetLineNumber(parser)), Int(xmlSAX2GetColumnNumber(parser))
    )
    var line = min(max(1, lineNumber), lines.count) - 1
    var offset = min(text.count, lines[line] + max(0, columnNumber - 2))
    while offset > 0, offset == text.count || text[offset] != UInt8(ascii: "<") { offset -= 1 }
    while line > 0, lines[line] > offset { line -= 1 }
    let isTag = offset < text.count && text[offset] == UInt8(ascii: "<")
    let column = isTag ? offset - lines[line] + 1 : max(1, columnNumber)
    return Place(
      line: UInt32(clamping: isTag ? line + 1 : max(1, lineNumber)),
      column: UInt32(clamping: column), start: offset, end: offset)
  }

  private func stop(_ place: Place, _ code: ReadErrorCode, _ message: String, _ hint: String) {
    fault = fault ?? ParseError(code: code, place: place, message: message, hint: hint)
    xmlStopParser(parser)
  }

  private func start(_ name: String, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard fault == nil, let parser else { return }
    let place = placeNow(parser)
    count += 1
    if open.count >= limits.depth {
      return stop(
        place, .tooDeep, "elements are nested more than \(limits.depth) levels deep",
        "no domain needs more than a few")
    }
    if count > limits.elements {
      return stop(
        place, .tooLarge, "the file has more than \(limits.elements) elements",
        "no domain or profile needs as many")
    }
    open.append(XMLTree(name: name, attributes: Self.attributes(list), place: place))
  }

  /// By name; each name once, as the parser sees to it.
  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) -> [XMLTree.Attribute] {
    guard let list else { return [] }
    var found: [XMLTree.Attribute] = []
    var index = 0
    while let name = list[index] {
      found.append(
        XMLTree.Attribute(
          name: String(cString: name),
          value: list[index + 1].map { String(cString: $0) } ?? ""))
      index += 2
    }
    return found.sorted { $0.name < $1.name }
  }

  private func end() {
    guard fault == nil, let done = open.popLast() else { return }
    if open.isEmpty { root = done } else { open[open.count - 1].children.append(done) }
  }
}
