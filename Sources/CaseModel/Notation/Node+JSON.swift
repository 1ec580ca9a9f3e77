extension Node {
  /// The node as JSON on one line, `{"id": "osw-07", …}`: the same node always gives the same text.
  package var json: String {
    var writer = JSONWriter()
    writer.value(self)
    return String(decoding: writer.output, as: UTF8.self)
  }

  /// The one value that `json` holds.
  package init(json: [UInt8]) throws(SyntaxFault) {
    var composer = Composer(JSONEvents(json), limits: ReadLimits())
    let node = try composer.node(try composer.next())
    let rest = try composer.next()
    guard case .end = rest.kind else {
      throw SyntaxFault(place: rest.place, message: "something follows the value")
    }
    self = node
  }
}

extension Shaped {
  /// The value that `json` holds in its canonical form.
  ///
  /// - Throws: ``UnreadableEntry`` with everything wrong with it.
  package static func read(json: [UInt8]) throws(UnreadableEntry) -> Self {
    let node: Node
    do {
      node = try Node(json: json)
    } catch {
      throw UnreadableEntry(reason: error.message)
    }
    var reader = NodeReader()
    let value = read(node, &reader)
    guard let value, !reader.hasErrors else {
      throw UnreadableEntry(reason: reader.findings.first?.message ?? "it is not what it should be")
    }
    return value
  }
}

/// Why a stored entry cannot be read.
package struct UnreadableEntry: Error {
  package let reason: String
}
