internal import CLibXML2

/// Receives the elements of an XML document one after another.
package protocol XMLVisitor: AnyObject {
  /// - Parameter name: with the namespace's usual prefix, as `w:p`.
  func start(_ name: String, _ attributes: XMLAttributes)
  func end(_ name: String)
  func text(_ text: String)
}

/// The attributes of one element, by local name.
package struct XMLAttributes {
  let count: Int
  let list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The first of this local name, whatever its namespace.
  package subscript(name: StaticString) -> String? {
    guard let list else { return nil }
    for index in 0..<count {
      guard let key = list[5 * index], let start = list[5 * index + 3],
        let end = list[5 * index + 4]
      else { continue }
      let isSame = name.withUTF8Buffer { wanted -> Bool in
        for (offset, byte) in wanted.enumerated() where key[offset] != byte { return false }
        return key[wanted.count] == 0
      }
      if isSame {
        return String(
          decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
      }
    }
    return nil
  }
}

/// Reads XML with libxml2, element by element. Entities are never declared nor anything outside read.
package enum XMLWalk {
  package enum WalkError: Error {
    case declaresEntities
    case broken(line: Int, String)
  }

  fileprivate final class Session {
    let visitor: any XMLVisitor
    var parser: xmlParserCtxtPtr?
    var declaresEntities = false
    var names: [UnsafePointer<UInt8>: String] = [:]
    var depth = 0

    init(_ visitor: any XMLVisitor) { self.visitor = visitor }

    func name(_ local: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?) -> String {
      guard let uri else { return String(cString: local) }
      let prefix: String
      if let known = names[uri] {
        prefix = known
      } else {
        prefix = Self.prefix(of: String(cString: uri))
        names[uri] = prefix
      }
      return prefix + String(cString: local)
    }

    /// The usual prefix, however the document itself abbreviates the namespace.
    private static func prefix(of uri: String) -> String {
      for (ending, prefix) in [
        ("/wordprocessingml/2006/main", "w:"), ("/ooxml/wordprocessingml/main", "w:"),
        ("/markup-compatibility/2006", "mc:"), ("/officeDocument/2006/math", "m:"),
        ("/ooxml/officeDocument/math", "m:"), ("dc/elements/1.1/", "dc:"),
        ("dc/terms/", "dcterms:"),
        ("core-properties", "cp:"), (":office:1.0", "office:"), (":text:1.0", "text:"),
        (":table:1.0", "table:"), (":style:1.0", "style:"), (":meta:1.0", "meta:"),
        (":drawing:1.0", "draw:"), (":manifest:1.0", "manifest:"), ("svg-compatible:1.0", "svg:"),
        ("/drawingml/2006/main", "a:"),
      ] where uri.hasSuffix(ending) {
        return prefix
      }
      return "?:"
    }
  }

  /// - Complexity: O(bytes).
  package static func walk(_ bytes: [UInt8], _ visitor: any XMLVisitor) throws(WalkError) {
    let session = Session(visitor)
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF
    handler.startElementNs = { session, local, _, uri, _, _, count, _, attributes in
      guard let session = XMLWalk.session(session), let local else { return }
      session.visitor.start(
        session.name(local, uri), XMLAttributes(count: Int(count), list: attributes))
    }
    handler.endElementNs = { session, local, _, uri in
      guard let session = XMLWalk.session(session), let local else { return }
      session.visitor.end(session.name(local, uri))
    }
    handler.characters = { session, text, length in
      guard let text else { return }
      XMLWalk.session(session)?.visitor.text(
        String(decoding: UnsafeBufferPointer(start: text, count: Int(length)), as: UTF8.self))
    }
    handler.cdataBlock = handler.characters
    handler.getEntity = { _, name in xmlGetPredefinedEntity(name) }
    handler.entityDecl = { session, _, _, _, _, _ in XMLWalk.session(session)?.refuse() }
    handler.serror = { _, _ in }
    let (isComplete, line) = withExtendedLifetime(session) {
      let pointer = Unmanaged.passUnretained(session).toOpaque()
      return withUnsafeMutablePointer(to: &handler) { handler -> (Bool, Int) in
        guard let parser = xmlCreatePushParserCtxt(handler, pointer, nil, 0, nil) else {
          return (false, 0)
        }
        defer { xmlFreeParserCtxt(parser) }
        session.parser = parser
        xmlCtxtUseOptions(
          parser,
          Int32(XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
        bytes.withUnsafeBytes { buffer in
          var offset = 0
          let base = buffer.bindMemory(to: CChar.self).baseAddress
          while offset < buffer.count, !session.declaresEntities {
            let count = min(65_536, buffer.count - offset)
            guard xmlParseChunk(parser, base.map { $0 + offset }, Int32(count), 0) == 0 else {
              break
            }
            offset += count
          }
          xmlParseChunk(parser, nil, 0, 1)
        }
        return (parser.pointee.wellFormed == 1, Int(parser.pointee.input?.pointee.line ?? 0))
      }
    }
    if session.declaresEntities { throw .declaresEntities }
    guard isComplete else { throw .broken(line: line, "its XML is broken") }
  }

  private static func session(_ pointer: UnsafeMutableRawPointer?) -> Session? {
    pointer.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension XMLWalk.Session {
  fileprivate func refuse() {
    declaresEntities = true
    xmlStopParser(parser)
  }
}
