internal import Presentation

/// Markup in which every text is escaped by the way it is written.
///
/// In a literal the words themselves are markup; what is interpolated is text and is escaped, save
/// for markup within markup:
///
///     let link: HTML = "<a href=\"\(address)\">\(title)</a>"
///
/// Attributes stand in double quotes. There is no other way from text to markup than
/// ``init(trusted:)``, for fragments that the presentation has made.
struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  private(set) var text: String

  init() { text = "" }
  init(stringLiteral markup: String) { text = markup }
  init(trusted markup: String) { text = markup }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// The texts of the parts, one after the other.
  init(_ parts: some Sequence<HTML>) {
    text = ""
    for part in parts { text += part.text }
  }

  var isEmpty: Bool { text.isEmpty }

  static func += (a: inout HTML, b: HTML) { a.text += b.text }
  static func + (a: HTML, b: HTML) -> HTML { HTML(trusted: a.text + b.text) }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    mutating func appendLiteral(_ markup: String) { text += markup }
    mutating func appendInterpolation(_ words: String) { text += Markup.escaped(words) }
    mutating func appendInterpolation(_ words: some CustomStringConvertible) {
      text += Markup.escaped(words.description)
    }
    mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
    mutating func appendInterpolation(_ markup: HTML?) { text += markup?.text ?? "" }
    mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { text += part.text }
    }
    /// Markup where the condition holds.
    mutating func appendInterpolation(_ markup: HTML, when condition: Bool) {
      if condition { text += markup.text }
    }
  }
}

extension Sequence {
  /// The markup of each element, one after the other.
  func html(_ make: (Element) throws -> HTML) rethrows -> HTML {
    var all = HTML()
    for element in self { all += try make(element) }
    return all
  }
}
