/// Markup in which every text is escaped by the way it is written.
///
/// In a literal the words themselves are markup; what is interpolated is text and is escaped, save
/// for markup within markup:
///
///     let link: HTML = "<a href=\"\(address)\">\(title)</a>"
///
/// Attributes are written in double quotes. Outside this module there is no other way from text to
/// markup; within it ``init(trusted:)`` takes what it has made itself.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  package private(set) var text: String

  package init() { text = "" }
  package init(stringLiteral markup: String) { text = markup }
  init(trusted markup: String) { text = markup }

  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// The words of a document, sure to be the same code points again once they are read: a bare line end
  /// of two characters would come out as one.
  package static func verbatim(_ words: String) -> HTML {
    guard words.utf8.contains(13) else { return HTML(trusted: Markup.escaped(words)) }
    var markup = ""
    for scalar in Markup.escaped(words).unicodeScalars {
      if scalar == "\r" { markup += "&#13;" } else { markup.unicodeScalars.append(scalar) }
    }
    return HTML(trusted: markup)
  }

  /// The words as a browser reads them back from ``verbatim(_:)``: a mark stands for each character that
  /// no page may hold.
  package static func readBack(_ words: String) -> String { Markup.shown(words) }

  /// A place that is filled when the page is sent, named by what no text of a case can hold, as
  /// escaping leaves no such character.
  package static func placeholder(_ name: String) -> HTML {
    HTML(trusted: "\u{1}\(name)\u{1}")
  }

  /// The texts of the parts, one after the other.
  package init(_ parts: some Sequence<HTML>) {
    text = ""
    for part in parts { text += part.text }
  }

  package var isEmpty: Bool { text.isEmpty }

  package static func += (a: inout HTML, b: HTML) { a.text += b.text }
  package static func + (a: HTML, b: HTML) -> HTML { HTML(trusted: a.text + b.text) }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ markup: String) { text += markup }
    package mutating func appendInterpolation(_ words: String) { text += Markup.escaped(words) }
    package mutating func appendInterpolation(_ words: some CustomStringConvertible) {
      text += Markup.escaped(words.description)
    }
    package mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
    package mutating func appendInterpolation(_ markup: HTML?) { text += markup?.text ?? "" }
    package mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { text += part.text }
    }
    /// Markup where the condition holds.
    package mutating func appendInterpolation(_ markup: HTML, when condition: Bool) {
      if condition { text += markup.text }
    }
  }
}

extension Sequence {
  /// The markup of each element, one after the other.
  package func html(_ make: (Element) throws -> HTML) rethrows -> HTML {
    var all = HTML()
    for element in self { all += try make(element) }
    return all
  }
}
