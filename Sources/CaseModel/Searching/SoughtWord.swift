/// A word that is looked for, and what a word of a text may be to be taken for it.
package struct SoughtWord {
  package let form: FoldedText.Form
  /// Words that begin so are included, as when someone is typing.
  let begins: Bool
  /// It is part of a name, and so is found with the endings that languages give to names.
  let inflects: Bool
  let isLiteral: Bool
  private let stems: [Stem]

  /// Letters a word must have before another that only begins like it is taken, where the two are
  /// spelt differently.
  private static let fewest = 5

  package init(_ form: FoldedText.Form, begins: Bool, inflects: Bool, isLiteral: Bool) {
    self.form = form
    self.begins = begins
    self.inflects = inflects && !isLiteral
    self.isLiteral = isLiteral
    stems = self.inflects ? Stem.all(of: form) : []
  }

  package func matches(_ word: FoldedText.Word) -> Bool {
    matches(word.form) || (!word.variants.isEmpty && word.variants.contains(where: matches))
  }

  private func matches(_ word: FoldedText.Form) -> Bool {
    if begins, word.raw.utf8.starts(with: form.raw.utf8) { return true }
    if isLiteral { return false }
    if word.isSame(as: form) { return true }
    if begins,
      form.spellings.contains(where: { form in
        form.utf8.count >= Self.fewest
          && (word.plain.utf8.starts(with: form.utf8) || word.other.utf8.starts(with: form.utf8))
      })
    {
      return true
    }
    return stems.contains { $0.matches(word) }
  }

  /// What an index is asked for; whatever ``matches(_:)`` takes is one of these.
  var demand: SearchQuery.IndexDemand {
    let raw = stems.filter(\.isRaw).map(\.letters)
    let spelt = stems.filter { !$0.isRaw }.map(\.letters)
    let long = begins ? form.spellings.filter { $0.utf8.count >= Self.fewest } : []
    return SearchQuery.IndexDemand(
      beginnings: (begins ? [form.raw] : []) + raw, forms: isLiteral ? [] : form.spellings,
      longForms: isLiteral ? [] : long + spelt)
  }

  /// With what a word begins that is taken: three letters, or all where there are fewer.
  package var keys: Set<String> {
    let demand = demand
    return Set((demand.beginnings + demand.forms + demand.longForms).map { $0.firstLetters(3) })
  }
}

/// The beginning of a name that its inflected forms keep.
private struct Stem {
  let letters: String
  /// Compared with the word as it stands, else with its spellings in Latin letters.
  let isRaw: Bool
  let script: Script
  /// Only in words of another script.
  var isCross = false
  /// Only in words of this script.
  var only: Script?
  /// The stem lost the name's own ending, so that longer ones may follow.
  var isCut = false

  enum Script {
    case latin, cyrillic, hangul, other

    init(_ word: String) {
      switch word.unicodeScalars.first?.value ?? 0 {
      case 0...0x24F, 0x1E00...0x1EFF: self = .latin
      case 0x400...0x52F: self = .cyrillic
      case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
      default: self = .other
      }
    }

    /// Letters that a name has at the least before anything is taken for an ending.
    var fewest: Int {
      switch self {
      case .latin: 4
      case .cyrillic, .other: 3
      case .hangul: 2
      }
    }

    /// Letters that may follow: of a whole name, and of one that lost its ending.
    func longest(isCut: Bool) -> Int {
      switch self {
      case .latin: isCut ? 4 : 3
      case .cyrillic: 6
      case .hangul, .other: 5
      }
    }
  }

  func matches(_ word: FoldedText.Form) -> Bool {
    let script = Script(word.raw)
    if isCross, script == self.script { return false }
    if let only, only != script { return false }
    let most = script.longest(isCut: isCut)
    func fits(_ spelling: String) -> Bool {
      guard spelling.utf8.starts(with: letters.utf8) else { return false }
      return spelling.utf8.dropFirst(letters.utf8.count).count { $0 & 0xC0 != 0x80 } <= most
    }
    return isRaw ? fits(word.raw) : fits(word.plain) || fits(word.other)
  }

  static func all(of name: FoldedText.Form) -> [Stem] {
    let script = Script(name.raw)
    let count = name.raw.unicodeScalars.count
    guard count >= script.fewest else { return [] }
    var stems = [Stem(letters: name.raw, isRaw: true, script: script)]
    if let cut = name.raw.cut(of: endings(script), most: script == .latin ? 1 : 2),
      cut.unicodeScalars.count >= script.fewest
    {
      stems.append(Stem(letters: cut, isRaw: true, script: script, isCut: true))
    }
    if script == .cyrillic, let soft = name.raw.softened {
      stems.append(Stem(letters: soft, isRaw: true, script: script))
    }
    guard script == .latin || script == .cyrillic else { return stems }
    for spelling in name.spellings {
      let length = spelling.utf8.count
      if length >= 3 {
        stems.append(
          Stem(letters: spelling, isRaw: false, script: script, isCross: length < 4))
      }
      if let cut = spelling.cut(of: "aeiou", most: 2), cut.utf8.count >= 4 {
        stems.append(Stem(letters: cut, isRaw: false, script: script, isCut: true))
      }
      // Київ, of Києва; Львів, of Львова.
      if length >= 3, spelling.hasSuffix("iv") {
        for vowel in ["e", "o"] {
          stems.append(
            Stem(
              letters: spelling.dropLast(2) + vowel + "v", isRaw: false, script: script,
              only: .cyrillic))
        }
      }
    }
    return stems
  }

  private static func endings(_ script: Script) -> String {
    switch script {
    case .latin: "aeiouy"
    case .cyrillic: "аеёєиіїйоуыьэюя"
    case .hangul: ""
    case .other: "αεηιουως"
    }
  }
}

extension FoldedText.Form {
  func isSame(as other: FoldedText.Form) -> Bool {
    plain == other.plain || plain == other.other || self.other == other.plain
      || self.other == other.other
  }
}

extension String {
  /// Without letters of `endings` at its end, at most so many; nil where it ends in none.
  fileprivate func cut(of endings: String, most: Int) -> String? {
    var scalars = unicodeScalars
    var left = most
    while left > 0, let last = scalars.last, endings.unicodeScalars.contains(last) {
      scalars.removeLast()
      left -= 1
    }
    return left == most ? nil : String(scalars)
  }

  /// Ріка, ріці; Прага, Празі: as the consonant before an ending changes in Slavic languages.
  fileprivate var softened: String? {
    let scalars = Array(unicodeScalars)
    guard scalars.count >= 4, scalars.last == "а" else { return nil }
    let soft: Unicode.Scalar
    switch scalars[scalars.count - 2] {
    case "к": soft = "ц"
    case "г": soft = "з"
    case "х": soft = "с"
    default: return nil
    }
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars.dropLast(2) + [soft])
    return String(view)
  }

  func firstLetters(_ count: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
  }
}
