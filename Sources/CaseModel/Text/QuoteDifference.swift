/// How a text writes words differently from a quotation of them.
package enum QuoteDifference: Int, Sendable, Hashable, CaseIterable, Comparable {
  case lineBreaks, spaces, endSpace, quotationMarks, dashes, hyphens, softHyphens, invisible,
    ligatures, widths, combiningForms, letterForms

  package var words: String {
    switch self {
    case .lineBreaks: "line breaks"
    case .spaces: "spaces"
    case .endSpace: "white space at an end"
    case .quotationMarks: "quotation marks"
    case .dashes: "dashes"
    case .hyphens: "hyphens within words"
    case .softHyphens: "soft hyphens"
    case .invisible: "invisible characters"
    case .ligatures: "ligatures"
    case .widths: "full-width letters"
    case .combiningForms: "combining forms of letters"
    case .letterForms: "forms of letters"
    }
  }

  package static func < (a: QuoteDifference, b: QuoteDifference) -> Bool {
    a.rawValue < b.rawValue
  }

  /// The differences between words of a text and words found to be the same loosely.
  /// - Complexity: O(words).
  static func between(_ words: ArraySlice<UInt8>, _ exact: String) -> [QuoteDifference] {
    let found = Array(String(decoding: words, as: UTF8.self).unicodeScalars)
    let quoted = Array(exact.unicodeScalars)
    var differences: Set<QuoteDifference> = []
    if count(found, { $0.value == 0xAD }) != count(quoted, { $0.value == 0xAD }) {
      differences.insert(.softHyphens)
    }
    let isHidden = { (scalar: Unicode.Scalar) in
      scalar.value != 0xAD && LooseCharacter(scalar) == .invisible
    }
    if count(found, isHidden) != count(quoted, isHidden) { differences.insert(.invisible) }
    let hasEndSpace = { (scalars: [Unicode.Scalar]) in
      [scalars.first, scalars.last].map { $0.map { LooseCharacter($0) == .blank } ?? false }
    }
    if hasEndSpace(found) != hasEndSpace(quoted) { differences.insert(.endSpace) }
    for joins in [false, true] {
      let (a, b) = (
        LooseText(found, joinsHyphens: joins), LooseText(quoted, joinsHyphens: joins)
      )
      guard a.units == b.units else { continue }
      for place in a.units.indices {
        let (from, of) = (
          found[Int(a.starts[place])..<Int(a.ends[place])],
          quoted[Int(b.starts[place])..<Int(b.ends[place])]
        )
        if !from.elementsEqual(of) { differences.insert(kind(a.units[place], from, of)) }
      }
      let isHyphen = { (scalar: Unicode.Scalar) in LooseCharacter(scalar) == .dash }
      if joins || differences.isEmpty, count(found, isHyphen) != count(quoted, isHyphen) {
        differences.insert(.hyphens)
      }
      break
    }
    return differences.isEmpty && found != quoted ? [.spaces] : differences.sorted()
  }

  private static func count(
    _ scalars: [Unicode.Scalar], _ isCounted: (Unicode.Scalar) -> Bool
  ) -> Int { scalars.count { isCounted($0) } }

  private static func kind(
    _ unit: UInt32, _ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>
  ) -> QuoteDifference {
    let both = a + b
    switch unit {
    case 0x20: return both.contains(where: \.isLineBreak) ? .lineBreaks : .spaces
    case 0x27: return .quotationMarks
    case 0x2D: return .dashes
    default: break
    }
    if both.contains(where: { (0xFB00...0xFB4F).contains($0.value) || $0.value == 0x2026 }) {
      return .ligatures
    }
    if both.contains(where: { (0xFF00...0xFFEF).contains($0.value) }) { return .widths }
    let isCombined = both.contains { scalar in
      scalar.properties.canonicalCombiningClass != .notReordered
    }
    return isCombined || a.count != b.count
      || both.contains(where: { $0.value >= 0xC0 && $0.value < 0x250 })
      ? .combiningForms : .letterForms
  }
}
