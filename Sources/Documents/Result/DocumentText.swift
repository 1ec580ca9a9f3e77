package import CaseModel

/// A text put together of a document's parts, which knows where each stands in it.
///
/// Offsets count code points, as those of quotations do.
package struct DocumentText: Sendable, Hashable {
  package struct Place: Sendable, Hashable {
    /// Index of the part in the document.
    package let part: Int
    package let range: Range<Int>
  }

  package struct Page: Sendable, Hashable {
    /// From 1.
    package let number: Int
    package let start: Int
  }

  package let text: SourceText
  /// In order, without overlap.
  package let places: [Place]
  /// Where each page begins; empty where the document has no pages of its own.
  package let pages: [Page]
  /// The places at which a hyphen at a line's end was taken out.
  package let joins: [Int]

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
  package func page(of codePoint: Int) -> Int? {
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].start <= codePoint { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pages[low - 1].number : nil
  }
}
