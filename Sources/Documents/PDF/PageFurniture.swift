internal import CaseModel

/// The pages of a document, with running heads, feet and page numbers separated from the text.
///
/// A line at a page's top or bottom is furniture where the same line recurs there on enough pages,
/// or where one of its numbers goes up with the pages.
struct PageFurniture {
  struct Line {
    var text: String
    var reason: ReadDocument.CutReason

    func part(_ page: Int) -> ReadDocument.Part {
      ReadDocument.Part(.paragraph, text, gap: .line, cut: reason, page: page)
    }
  }

  struct Page {
    var head: [Line] = []
    var paragraphs: [String] = []
    var foot: [Line] = []
  }

  private(set) var pages: [Page] = []
  /// So many lines from the edge are looked at.
  private static let depth = 4

  /// - Complexity: O(text).
  init(_ texts: [String]) {
    let lines = texts.map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }
    let top = Recurring(lines.map { Self.edge($0, fromTop: true) }, pages: texts.count)
    let bottom = Recurring(lines.map { Self.edge($0, fromTop: false) }, pages: texts.count)
    for (number, var rest) in lines.enumerated() {
      var page = Page()
      for line in Self.edge(rest, fromTop: true) {
        guard let reason = top.reason(line, page: number) else { break }
        page.head.append(Line(text: line.singleLine, reason: reason))
        if let index = rest.firstIndex(where: { !$0.isBlank }) { rest.removeSubrange(...index) }
      }
      for line in Self.edge(rest, fromTop: false).reversed() {
        guard let reason = bottom.reason(line, page: number) else { break }
        page.foot.insert(Line(text: line.singleLine, reason: reason), at: 0)
        if let index = rest.lastIndex(where: { !$0.isBlank }) { rest.removeSubrange(index...) }
      }
      page.paragraphs = Self.paragraphs(rest)
      pages.append(page)
    }
  }

  /// The lines at one edge of a page that stand apart from its text: up to a blank line, or the
  /// outermost alone where none is near.
  private static func edge(_ lines: [String], fromTop: Bool) -> [String] {
    let ordered = fromTop ? lines : lines.reversed()
    let filled = ordered.drop { $0.isBlank }
    var edge: [String] = []
    var block: [String] = []
    for line in filled {
      if line.isBlank {
        edge += block
        block = []
        if edge.count >= depth { break }
      } else {
        block.append(line)
        if edge.count + block.count > depth { break }
      }
    }
    if edge.isEmpty { edge = Array(block.prefix(1)) }
    edge = Array(edge.prefix(depth))
    return fromTop ? edge : edge.reversed()
  }

  private static func paragraphs(_ lines: [String]) -> [String] {
    var paragraphs: [String] = []
    var current: [String] = []
    for line in lines + [""] {
      if line.isBlank {
        if !current.isEmpty { paragraphs.append(current.joined(separator: "\n")) }
        current = []
      } else {
        current.append(line.trimmedUnseen)
      }
    }
    return paragraphs
  }
}

/// Which lines recur at one edge of the pages.
private struct Recurring {
  /// A number in a line, by its place among the line's numbers.
  private struct Counter: Hashable {
    var pattern: String
    var place: Int
  }

  private var recurs: Set<String> = []
  /// What is to be added to a page's index for its number.
  private var offsets: [Counter: Int] = [:]

  init(_ edges: [[String]], pages: Int) {
    var counts: [String: Int] = [:]
    var numbered: [Counter: [Int: Int]] = [:]
    for (page, lines) in edges.enumerated() {
      for line in Set(lines.map(\.edgeLine)) { counts[line, default: 0] += 1 }
      for line in lines {
        let pattern = Pattern(line)
        for (place, number) in pattern.numbers.enumerated() {
          let counter = Counter(pattern: pattern.text, place: place)
          numbered[counter, default: [:]][number &- page, default: 0] += 1
        }
      }
    }
    // Left and right pages often bear different heads, and chapters theirs.
    let enough = max(3, min(6, pages / 4))
    for (line, count) in counts where count >= enough { recurs.insert(line) }
    for (counter, places) in numbered {
      guard
        let best = places.max(by: { ($0.value, -abs($0.key)) < ($1.value, -abs($1.key)) })
      else { continue }
      // Two pages are enough where the number says so.
      if best.value >= max(2, min(6, pages / 4)) { offsets[counter] = best.key }
    }
  }

  func reason(_ line: String, page: Int) -> ReadDocument.CutReason? {
    let pattern = Pattern(line)
    for (place, number) in pattern.numbers.enumerated() {
      let offset = offsets[Counter(pattern: pattern.text, place: place)]
      if let offset, number == page &+ offset {
        return pattern.isNumberOnly ? .pageNumber : .runningHead
      }
    }
    // Numbers that do not go up with the pages are text, as in a column of a table.
    return recurs.contains(line.edgeLine) && !pattern.isNumberOnly ? .runningHead : nil
  }

  /// A line without its numbers.
  private struct Pattern {
    var text = ""
    /// In order; of a line that is a roman number, that.
    var numbers: [Int] = []
    var isNumberOnly: Bool

    init(_ line: String) {
      let line = line.edgeLine
      var digits = ""
      var letters = 0
      for scalar in line.unicodeScalars {
        if (0x30...0x39).contains(scalar.value) {
          digits.unicodeScalars.append(scalar)
          continue
        }
        if !digits.isEmpty {
          numbers.append(Int(digits) ?? -1)
          text += "#"
          digits = ""
        }
        if scalar.properties.isAlphabetic { letters += 1 }
        text.unicodeScalars.append(scalar)
      }
      if !digits.isEmpty {
        numbers.append(Int(digits) ?? -1)
        text += "#"
      }
      isNumberOnly = letters == 0 && !numbers.isEmpty
      if numbers.isEmpty, let roman = Self.roman(line) {
        numbers = [roman]
        text = "#roman"
        isNumberOnly = true
      }
      // A long line is text, whatever it begins with.
      if line.unicodeScalars.count > 200 { numbers = [] }
    }

    private static func roman(_ line: String) -> Int? {
      guard (1...6).contains(line.utf8.count) else { return nil }
      return (1...60).first { NumberStyle.lowerRoman.words($0) == line }
    }
  }
}

extension String {
  fileprivate var edgeLine: String { singleLine.lowercased() }
}
