internal import CaseModel

/// A text that was made of quotations, one a paragraph, because their document had none: where each
/// stands, without a search through all of it for each.
struct QuotationText {
  private var ranges: [String: Range<Int>] = [:]

  /// - Parameter members: the places of the document's passages.
  /// - Returns: nil where a paragraph is none of theirs, so that it may be a text of another kind.
  /// - Complexity: O(text + passages)
  init?(_ text: SourceText, _ passages: [CodedProject.Passage], _ members: [Int]) {
    guard text.bytes.suffix(2).elementsEqual("\n\n".utf8),
      members.allSatisfy({ passages[$0].counted == nil && passages[$0].place == nil })
    else { return nil }
    let known = Set(members.map { passages[$0].ownWords })
    var count = 0
    var bytes = text.bytes[...]
    while !bytes.isEmpty {
      var end = bytes.startIndex
      while end + 1 < bytes.endIndex, bytes[end] != 0x0A || bytes[end + 1] != 0x0A { end += 1 }
      guard end + 1 < bytes.endIndex else { return nil }
      let words = String(decoding: bytes[..<end], as: UTF8.self)
      guard known.contains(words) else { return nil }
      let length = words.unicodeScalars.count
      if ranges[words] == nil { ranges[words] = count..<count + length }
      count += length + 2
      bytes = bytes[(end + 2)...]
    }
  }

  func range(_ words: String) -> Range<Int>? { ranges[words] }
}

extension CodedProject.Passage {
  /// What stands in place of the text where a document has none.
  var ownWords: String { exact ?? note ?? fields.map(\.value).joined(separator: "; ") }

  /// Whether words that it has of its own stand in a text.
  func isQuoted(in text: SourceText) -> Bool {
    exact.map { !$0.isEmpty && !text.occurrences(of: Array($0.utf8)).isEmpty } == true
  }

  /// Whether its words stand in a text; where it has a place alone, the text is taken to be the one.
  func isFound(in text: SourceText) -> Bool {
    if exact == nil, counted != nil || place != nil { return true }
    return !ownWords.isEmpty && !text.occurrences(of: Array(ownWords.utf8)).isEmpty
  }
}
