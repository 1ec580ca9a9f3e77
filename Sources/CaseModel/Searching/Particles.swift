/// Particles that Arabic and Hebrew write in one with the word they belong to: "and", "in", "to", "the".
enum Particles {
  private static let arabic = [
    "وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ك", "ل", "س",
  ]
  private static let hebrew = [
    "וה", "וב", "ול", "ומ", "שב", "שה", "ו", "ה", "ב", "ל", "מ", "ש", "כ",
  ]

  /// What is left of a word without each that it may begin with, three letters at the least.
  static func without(_ word: String) -> [String] {
    guard let first = word.unicodeScalars.first, (0x590...0x6FF).contains(first.value) else {
      return []
    }
    return (first.value < 0x600 ? hebrew : arabic).compactMap { particle in
      guard word.unicodeScalars.starts(with: particle.unicodeScalars) else { return nil }
      let rest = word.unicodeScalars.dropFirst(particle.unicodeScalars.count)
      return rest.count >= 3 ? String(String.UnicodeScalarView(rest)) : nil
    }
  }
}
