public import CaseModel

/// A text put together of a document's parts, which knows where each stands in it.
///
/// Offsets count code points, as those of quotations do.
public struct DocumentText: Sendable, Hashable {
  public struct Place: Sendable, Hashable {
    /// Index of the part in the document.
    public let part: Int
    public let range: Range<Int>
  }

  public struct Page: Sendable, Hashable {
    /// From 1.
    public let number: Int
    public let start: Int
  }

  public let text: SourceText
  /// In order, without overlap.
  public let places: [Place]
  /// Where each page begins; empty where the document has no pages of its own.
  public let pages: [Page]
  /// The places at which a hyphen at a line's end was taken out.
  public let joins: [Int]

  init(_ chosen: some Sequence<Int>, of parts: [ReadDocument.Part]) {
    var bytes: [UInt8] = []
    var count = 0
    var places: [Place] = []
    var pages: [Page] = []
    var joins: [Int] = []
    for index in chosen {
      let part = parts[index]
      if !bytes.isEmpty {
        let gap = part.gap.rawValue.utf8
        bytes.append(contentsOf: gap)
        count += gap.count
      }
      if let page = part.page, page != pages.last?.number {
        pages.append(Page(number: page, start: count))
      }
      for join in part.joins { joins.append(count + join) }
      let start = count
      bytes.append(contentsOf: part.text.utf8)
      count += part.text.unicodeScalars.count
      places.append(Place(part: index, range: start..<count))
    }
    if let last = bytes.last, last != 0x0A,
      places.contains(where: { parts[$0.part].kind != .verbatim })
    {
      bytes.append(0x0A)
    }
    text = SourceText(String(decoding: bytes, as: UTF8.self))
    self.places = places
    self.pages = pages
    self.joins = joins
  }

  /// The page on which a code point stands; nil where there are no pages.
  /// - Complexity: O(log pages).
  public func page(of codePoint: Int) -> Int? {
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].start <= codePoint { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pages[low - 1].number : nil
  }
}
