/// How wide text is in the sans-serif face of the pictures, from Helvetica's published widths;
/// other letters are estimated generously, since no font can be consulted.
enum TextMeasure {
  /// Widths of U+0020 to U+007E in thousandths of the size.
  private static let ascii: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// In the units of `size`. Bold is about a fourteenth wider.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars {
      let code = Int(scalar.value)
      if ascii.indices.contains(code - 0x20) {
        thousandths += ascii[code - 0x20]
      } else if scalar.displayWidth == 2 {
        thousandths += 1000
      } else if scalar.displayWidth == 1 {
        thousandths += scalar.properties.isUppercase ? 760 : 620
      }
    }
    return Double(thousandths) * size * (isBold ? 1.07 : 1) * 1.02 / 1000
  }

  /// Lines no wider than `width`, at most `most`; what is left over ends in an ellipsis.
  static func lines(
    _ text: String, width: Double, size: Double, most: Int, isBold: Bool = false
  ) -> [String] {
    func fits(_ text: String) -> Bool { self.width(text, size: size, isBold: isBold) <= width }
    var lines: [String] = []
    var line = ""
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    while let word = words.first {
      let longer = line.isEmpty ? word : line + " " + word
      if fits(longer) {
        line = longer
        words.removeFirst()
      } else if !line.isEmpty {
        if lines.count == most - 1 { break }
        lines.append(line)
        line = ""
      } else {
        // One word too long for a line is cut.
        if lines.count == most - 1 { break }
        var head = ""
        for character in word {
          if !head.isEmpty, !fits(head + String(character)) { break }
          head.append(character)
        }
        lines.append(head)
        words[words.startIndex] = String(word.dropFirst(head.count))
        if words[words.startIndex].isEmpty { words.removeFirst() }
      }
    }
    if words.isEmpty {
      if !line.isEmpty { lines.append(line) }
    } else {
      var last = line.isEmpty ? words.first ?? "" : line
      while !last.isEmpty, !fits(last + "…") { last.removeLast() }
      while last.last == " " || last.last == "," { last.removeLast() }
      lines.append(last + "…")
    }
    return lines
  }
}
