/// The language in which a text is most likely written, by its script and commonest words.
enum LanguageGuess {
  /// Nil where nothing is clear, or the text is shorter than a paragraph.
  /// - Complexity: O(1): the beginning alone is looked at.
  static func tag(of text: String) -> String? {
    var counts: [Int] = Array(repeating: 0, count: languages.count)
    var scripts: [String: Int] = [:]
    var words = 0
    var word = ""
    for scalar in text.unicodeScalars.prefix(20_000) {
      if scalar.properties.isAlphabetic || scalar == "'" || scalar == "’" {
        word.unicodeScalars.append(scalar)
        if let script = script(scalar) { scripts[script, default: 0] += 1 }
      } else if !word.isEmpty {
        words += 1
        let lower = word.lowercased()
        for index in languages.indices where languages[index].words.contains(lower) {
          counts[index] += 1
        }
        word = ""
      }
    }
    let letters = scripts.values.reduce(0, +)
    for (script, tag) in [
      ("kana", "ja"), ("hangul", "ko"), ("han", "zh"), ("hebrew", "he"), ("greek", "el"),
    ] {
      if scripts[script, default: 0] * 3 > letters, letters >= 20 { return tag }
    }
    guard words >= 20, let best = counts.max(), best * 12 >= words else { return nil }
    let leaders = counts.indices.filter { counts[$0] == best }
    // Nearly equal counts are no answer.
    guard leaders.count == 1, counts.count(where: { $0 * 10 >= best * 9 }) == 1 else { return nil }
    return languages[leaders[0]].tag
  }

  private static func script(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x370..<0x400: "greek"
    case 0x590..<0x600: "hebrew"
    case 0x3040..<0x3100: "kana"
    case 0xAC00..<0xD7B0: "hangul"
    case 0x4E00..<0xA000: "han"
    default: "other"
    }
  }

  private struct Language: Sendable {
    let tag: String
    let words: Set<String>

    init(_ tag: String, _ words: String) {
      self.tag = tag
      self.words = Set(words.split(separator: " ").map(String.init))
    }
  }

  private static let languages = [
    Language(
      "en", "the of and to in that is was for on with as by it at from has have be will this"),
    Language(
      "fr", "le la les des et en du que une est dans pour qui sur pas par au ce avec il aux sont"),
    Language(
      "de", "der die und in das von zu mit den des sich auf für ist im dem nicht ein eine als auch"),
    Language("es", "de la que el en y los del se las por un para con no una su al es lo como más"),
    Language(
      "it", "di che il la e in un per è una non del della sono con le si da nel alla dei gli"),
    Language("pt", "de que o a e do da em um para é com não uma os no se na por mais as dos ao"),
    Language("pl", "w i na z do nie się że to jest o jak za po od przez przy oraz ale dla"),
    Language("tr", "ve bir bu için ile da de olarak olan gibi daha çok ne kadar sonra göre ancak"),
    Language("ru", "и в не на что с по как это из к от для о был его но за также все или при"),
    Language("uk", "і в не на що з та як це до від для про був його але за також й або під у"),
    Language("ar", "في من على إلى أن عن التي الذي مع هذا هذه ما لا بين كان بعد قال كما"),
    Language("fa", "و در به از که این را با است برای آن یک تا بر خود شد"),
    Language("nl", "de het een van en in is dat op te zijn voor met niet aan er om ook"),
  ]
}
