internal import CaseModel

/// The words of a passage by which passages on one issue know each other: without words that every
/// passage has, and cut to what inflected forms share.
enum ContentWords {
  /// Each word once for each time it stands there, in order.
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    for word in FoldedText(text).words {
      // A possessive counts as the word without it.
      let form = word.variants.first ?? word.form
      let plain = form.plain
      guard plain.utf8.count > 1, !common.contains(form.raw), !common.contains(plain) else {
        continue
      }
      words.append(stem(plain))
    }
    words += units(of: text)
    return words
  }

  /// Without days, months and numbers, which are as good as never the same in the next passage on an issue.
  static func lasting(_ text: String) -> [String] {
    of(text).filter { word in
      !passing.contains(word) && !word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
  }

  private static let passing: Set<String> = Set(
    """
    january february march april may june july august september october november december monday tuesday \
    wednesday thursday friday saturday sunday today yesterday tomorrow week month year day last next ago
    """.split(separator: " ").map { of(String($0)).first ?? "" })

  /// The words of several texts, each once, by the highest weight of a text that has it.
  static func weighted(_ texts: [(String, Double)]) -> [(word: String, weight: Double)] {
    var weights: [String: Double] = [:]
    var order: [String] = []
    for (text, weight) in texts {
      for word in Set(of(text)).sorted() {
        if weights[word] == nil { order.append(word) }
        weights[word] = max(weights[word] ?? 0, weight)
      }
    }
    return order.map { ($0, weights[$0] ?? 0) }
  }

  /// What is counted: a passage with a percentage is on what is counted in percent.
  static func units(of text: String) -> [String] {
    let pieces = SpanText(text)
    var found: [String] = []
    for place in pieces.pieces.indices {
      guard let (name, _) = MeasureUnit.known(pieces, at: place) else { continue }
      // "to this day" counts nothing.
      if times.contains(name),
        !(max(0, place - 2)..<place).contains(where: {
          pieces.pieces[$0].kind == .number || NumberWords.part(pieces.lower($0)) != nil
        })
      {
        continue
      }
      found.append("#" + name)
    }
    return found
  }

  private static let times: Set<String> = [
    "day", "week", "month", "year", "hour", "minute", "second",
  ]

  /// English endings off; of long words in other scripts the first six letters.
  static func stem(_ word: String) -> String {
    var stem = word[...]
    for ending in [
      "iness", "ations", "ation", "ings", "ing", "ies", "ied", "ments", "ment", "edli", "ed", "es",
      "s", "li",
    ]
    where stem.utf8.count - ending.utf8.count >= 4 && stem.hasSuffix(ending) {
      stem = stem.dropLast(ending.count)
      break
    }
    if stem.utf8.count > 4, stem.last == "e" || stem.last == "i" { stem = stem.dropLast() }
    return String(stem.prefix(8))
  }

  private static let common: Set<String> = {
    let words = """
      a an the and or but nor so yet of in on at by for from to with without into onto upon about over \
      under after before between among through during against within as if than then that this these \
      those there here it its he she they we you i him her them us me his their our your my who whom \
      whose which what when where why how be is am are was were been being have has had having do does \
      did doing will would shall should can could may might must not no any some all each every both \
      either neither one two other another such same own more most less least very much many also only \
      just even still again ever never said says say told tells tell mr mrs ms dr up down out off out \
      because while until unless since though although however therefore thus et de la le les des du un \
      une il elle que qui dans pour par sur au aux ne pas se sa son ses en est sont a ete и в на не что \
      с по к у о за из для от как это но та що не за до від про як це є із зі й
      """
    return Set(words.split(separator: " ").map(String.init))
  }()
}
