internal import CLibXML2

/// Reads a page with libxml2's HTML parser, element by element, without a tree.
enum HTMLParser {
  /// What one parse is about: where its events go, and how much work is left.
  private final class Session {
    let collector: HTMLCollector
    /// A closing tag that closes nothing costs a search through everything open.
    var work = 2_000_000_000
    var isExhausted = false
    var parser: htmlParserCtxtPtr?

    /// By the place of the name, as the parser keeps each name once.
    private var tags: [UnsafePointer<UInt8>: HTMLTag] = [:]

    init(_ collector: HTMLCollector) { self.collector = collector }

    func tag(_ name: UnsafePointer<UInt8>) -> HTMLTag {
      if let tag = tags[name], tag.isNamed(name) { return tag }
      let tag = HTMLTag(String(cString: name))
      tags[name] = tag
      return tag
    }

    func spend(_ cost: Int) {
      work -= cost
      if work < 0 || collector.isTooComplex, !isExhausted {
        isExhausted = true
        xmlStopParser(parser)
      }
    }
  }

  /// - Parameter bytes: valid UTF-8.
  /// - Complexity: O(bytes).
  static func content(_ bytes: [UInt8], maximumElements: Int) throws(DocumentError) -> HTMLContent {
    let collector = HTMLCollector(maximumElements: maximumElements)
    let session = Session(collector)
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF
    handler.startElement = { session, name, attributes in
      guard let session = HTMLParser.session(session), let name else { return }
      let tag = session.tag(name)
      let list = HTMLAttributes(attributes)
      session.collector.start(tag, list)
      session.collector.mark(tag, list)
      session.spend(1)
    }
    handler.endElement = { session, name in
      guard let session = HTMLParser.session(session), let name else { return }
      session.collector.end(session.tag(name))
    }
    handler.characters = { session, text, length in
      guard let text else { return }
      HTMLParser.session(session)?.collector.text(
        UnsafeBufferPointer(start: text, count: Int(length)))
    }
    handler.cdataBlock = { session, text, length in
      guard let text else { return }
      HTMLParser.session(session)?.collector.script(
        UnsafeBufferPointer(start: text, count: Int(length)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.serror = { session, _ in
      guard let session = HTMLParser.session(session) else { return }
      session.spend(session.collector.depth)
    }
    let isStarted = withExtendedLifetime(session) { () -> Bool in
      guard let parser = htmlNewParserCtxt() else { return false }
      defer { htmlFreeParserCtxt(parser) }
      session.parser = parser
      parser.pointee.sax.pointee = handler
      parser.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      bytes.withUnsafeBytes { buffer in
        _ = htmlCtxtReadMemory(
          parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil,
          "UTF-8", Int32(options))
      }
      return true
    }
    guard isStarted else { throw .damaged(.html, "the parser could not be started") }
    if collector.isTooComplex {
      throw .tooComplex(.html, "it has more than \(maximumElements) elements")
    }
    guard !session.isExhausted else {
      throw .tooComplex(.html, "its elements are nested too deeply, and closed in the wrong order")
    }
    collector.flush()
    return collector.content
  }

  private static func session(_ pointer: UnsafeMutableRawPointer?) -> Session? {
    pointer.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
  }
}
