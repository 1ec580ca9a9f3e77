internal import CaseModel

/// What the lines over a plain text say of it, as papers and agencies write them: `By Ann Doe, The Tidings,
/// 6 October 2026`, and the day that the text itself begins with: `TROMSØ, 14 October 2025 –`.
enum HeadLines {
  /// Lines that are looked at, without blank ones, and how long one may be that is no paragraph.
  private static let most = 6
  private static let longest = 160

  /// The same of a document in paragraphs, whose own first lines say more of its text than the properties of the
  /// file that it is in.
  static func offers(of parts: [ReadDocument.Part]) -> [ReadDocument.Offer] {
    let lines = parts.filter { $0.cut == nil }.prefix(most + 2).map { $0.text.singleLine }
    return offers(of: lines.joined(separator: "\n"))
  }

  static func offers(of text: String) -> [ReadDocument.Offer] {
    var list = OfferList()
    var number = 0
    var seen = 0
    for line in text.prefix(4000).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      number += 1
      let words = String(line).singleLine
      guard !words.isEmpty else { continue }
      seen += 1
      guard seen <= most else { break }
      if let filed = WrittenDateline(words) {
        list.add(
          .published, filed.date.text, "dateline in line \(number) of the text", words: filed.words)
        if words.count > longest { break }
        continue
      }
      guard words.count <= longest else { break }
      let isByline = words.hasPrefix("By ") || words.hasPrefix("by ")
      // The first is the title, and a short sentence belongs to the text.
      guard isByline || seen > 1 && !words.hasSuffix(".") else { continue }
      let date = WrittenDate.first(in: words)
      guard isByline || date != nil else { continue }
      let origin = "line \(number) of the text"
      var parts = words.split { ",|·•—–".contains($0) }.map { String($0).singleLine }
      if isByline, let name = parts.first {
        parts.removeFirst()
        list.add(.author, String(name.dropFirst(3)), origin)
      }
      let rest = parts.filter { isName($0) }
      // One word before a date is a place as often as a paper.
      // And under a line that names the paper, what follows an author is the place of the report.
      let isPlace = isByline && date == nil && list.offers.contains { $0.field == .site }
      if let site = rest.first, isByline || site.contains(" "), !isPlace {
        list.add(.site, site, origin)
      }
      if let date { list.add(.published, date.text, origin, words: words) }
    }
    return list.offers
  }

  private static func isName(_ words: String) -> Bool {
    guard let first = words.first, first.isUppercase, words.count <= 60 else { return false }
    return !words.contains(where: \.isNumber) && !weekdays.contains(words.lowercased())
      && WrittenDate.first(in: words) == nil
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
