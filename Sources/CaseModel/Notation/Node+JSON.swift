extension Node {
  /// The node as JSON on one line, `{"id": "osw-07", …}`: the same node always gives the same text.
  package var json: String {
    var writer = JSONWriter()
    writer.value(self)
    return String(decoding: writer.output, as: UTF8.self)
  }

  /// The one value that `json` holds.
  package init(json: [UInt8]) throws(SyntaxError) {
    var composer = Composer(JSONEvents(json), limits: ReadLimits())
    let node = try composer.node(try composer.next())
    let rest = try composer.next()
    guard case .end = rest.kind else {
      throw SyntaxError(place: rest.place, message: "something follows the value")
    }
    self = node
  }
}

extension Shaped {
  /// The value that `json` holds in its canonical form.
  ///
  /// - Throws: ``UnreadableEntryError`` with everything wrong with it.
  package static func read(json: [UInt8]) throws(UnreadableEntryError) -> Self {
    let node: Node
    do {
      node = try Node(json: json)
    } catch {
      throw UnreadableEntryError(reason: error.message)
    }
    var reader = NodeReader()
    let value = read(node, &reader)
    guard let value, !reader.hasErrors else {
      guard let first = reader.findings.first else {
        throw UnreadableEntryError(reason: "it does not have the expected form")
      }
      let field = first.path.steps.isEmpty ? "" : "`\(first.path)`: "
      throw UnreadableEntryError(
        reason: field + first.message,
        isTextOutside: first.code == ReadErrorCode.pathOutside.rawValue)
    }
    return value
  }
}

/// Why a stored entry cannot be read.
package struct UnreadableEntryError: Error {
  /// Names the field where it is one.
  package let reason: String
  /// It names a text where a case may not keep one.
  package let isTextOutside: Bool

  package init(reason: String, isTextOutside: Bool = false) {
    self.reason = reason
    self.isTextOutside = isTextOutside
  }
}

extension Shaped {
  /// Why the value, once written, could not be read as the same again, with the field named; nil
  /// where it could.
  package var reasonUnwritable: String? {
    do throws(UnreadableEntryError) {
      let back = try Self.read(json: Array(node().json.utf8))
      return back == self ? nil : "it would be read back as a different value"
    } catch {
      return error.reason
    }
  }
}
