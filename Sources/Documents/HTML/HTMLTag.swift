/// What an element of HTML means for a reader of the text.
///
/// One is made for each name of a page, as looking the name up for each element takes most of the time.
final class HTMLTag: Sendable {
  let name: String
  let isUnread: Bool
  let isControl: Bool
  let isBlock: Bool
  let isLeaf: Bool
  let headingLevel: Int?

  init(_ name: String) {
    self.name = name
    isUnread = Self.unread.contains(name)
    isControl = Self.controls.contains(name)
    isBlock = Self.blocks.contains(name)
    isLeaf = Self.leaves.contains(name)
    headingLevel = Self.headingLevel(name)
  }

  /// Whether this is the tag of a name, a string that ends with zero.
  func isNamed(_ other: UnsafePointer<UInt8>) -> Bool {
    var offset = 0
    for byte in name.utf8 {
      if other[offset] != byte { return false }
      offset += 1
    }
    return other[offset] == 0
  }

  /// Their content is not text.
  private static let unread: Set<String> = [
    "script", "style", "template", "svg", "math", "object", "embed", "applet", "canvas", "audio",
    "video", "map", "iframe", "frame", "frameset", "noframes", "head", "datalist", "select",
    "option",
    "optgroup", "textarea", "input",
  ]

  /// Their words are as little the document's as those of links are.
  private static let controls: Set<String> = [
    "button", "label", "legend", "progress", "meter", "output",
  ]

  /// They end a line of text.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "menu", "nav", "noscript",
    "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "ul",
    "listing", "plaintext", "xmp", "search",
  ]

  /// Blocks that only hold text; every other block is a container.
  private static let leaves: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "dd", "figcaption", "caption", "hr",
    "summary",
    "title", "listing", "plaintext", "xmp", "address",
  ]

  private static func headingLevel(_ tag: String) -> Int? {
    guard tag.utf8.count == 2, tag.hasPrefix("h"), let digit = tag.utf8.last,
      (0x31...0x36).contains(digit)
    else { return nil }
    return Int(digit) - 0x30
  }
}
