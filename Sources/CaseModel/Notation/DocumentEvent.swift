/// One step through a YAML or JSON document.
package struct DocumentEvent {
  package enum Kind {
    case mapStart(flow: Bool)
    case mapEnd
    case listStart(flow: Bool)
    case listEnd
    /// `plain` where it stands without quotes.
    case scalar(String, plain: Bool)
    case alias(String)
    /// The end of everything.
    case end
  }

  package var kind: Kind
  package var anchor: String?
  package var place: Place

  package init(kind: Kind, anchor: String? = nil, place: Place) {
    self.kind = kind
    self.anchor = anchor
    self.place = place
  }
}

/// Gives the events of a document in order; several documents run on.
package protocol DocumentEvents {
  mutating func next() throws(SyntaxError) -> DocumentEvent
}

/// Where and why a document cannot be read any further.
package struct SyntaxError: Error {
  package var code: ReadErrorCode
  package var place: Place
  package var message: String
  package var hint: String?

  package init(code: ReadErrorCode = .syntax, place: Place, message: String, hint: String? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }
}
