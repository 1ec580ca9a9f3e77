internal import CaseModel

/// One step through a YAML or JSON document.
struct DocumentEvent {
  enum Kind {
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

  var kind: Kind
  var anchor: String?
  var place: Place
}

/// Gives the events of a document in order; several documents run on.
protocol DocumentEvents {
  mutating func next() throws(SyntaxFault) -> DocumentEvent
}

/// Where and why a document cannot be read any further.
struct SyntaxFault: Error {
  var code = "syntax"
  var place: Place
  var message: String
  var hint: String?
}
