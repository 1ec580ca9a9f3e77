/// A stretch of text that belongs together, and what it is.
struct Paragraph: Equatable {
  enum Kind: UInt8 {
    case text
    case heading
    /// Who wrote it, and when it was published.
    case byline
    /// What stands under a picture.
    case caption
    /// What belongs to the page and not to the article: menus, buttons, notices.
    case furniture
  }

  var kind: Kind
  /// Bytes from the beginning of the text, without white space round them.
  var bytes: Range<Int>
}
