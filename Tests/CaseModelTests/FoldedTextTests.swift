@testable import CaseModel
import Testing

/// Which spellings are found alike, and which are not.
@Suite struct FoldedTextTests {
  private func finds(
    _ query: String, in text: String, names: [[String]] = [], literal: Bool = false
  )
    -> Bool
  {
    !SearchQuery(query, names: names, isLiteral: literal).places(in: FoldedText(text)).isEmpty
  }

  /// Every spelling of one name finds every other.
  @Test(arguments: [
    ["Зеленський", "Зеленский", "Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "ZELENSKIJ"],
    ["Мединський", "Мединский", "Medinsky", "Medinskiy", "Medynskyi"],
    ["Умєров", "Умеров", "Umerov", "Umierov"],
    ["Єрмак", "Ермак", "Yermak", "Iermak", "Ermak"],
    ["Луганськ", "Луганск", "Luhansk", "Luhans'k"], ["Луганськ", "Луганск", "Lugansk"],
    ["Одеса", "Одесса", "Odesa", "Odessa"],
    ["Запоріжжя", "Zaporizhzhia", "Zaporizhia"],
    ["Сибіга", "Sybiha"], ["Сибіга", "Sybiga"],
    ["Україна", "Ukraina", "Ukrayina", "УКРАЇНА"],
    ["Путін", "Путин", "Putin"],
    ["Лавров", "Lavrov", "Lawrow"],
    ["Киев", "Kiev", "Kiyev"],
    ["Київ", "Kyiv"],
    ["Харків", "Kharkiv"],
    ["Müller", "Muller", "MÜLLER"], ["Müller", "Mueller"],
    ["Türkiye", "Turkiye"],
    ["Dolmabahçe", "Dolmabahce"],
    ["Šefčovič", "Sefcovic"], ["Šefčovič", "Shefchovich"],
  ])
  func spellingsOfOneName(_ names: [String]) {
    for query in names {
      for text in names {
        #expect(finds(query, in: "before \(text), after"), "\(query) in \(text)")
      }
    }
  }

  @Test(arguments: [
    ("any", "animal"), ("Kyiv", "Kharkiv"), ("Путин", "Пути"), ("gas", "has"),
    ("report", "the repor"), ("ermine", "determine"), ("two words", "two, three words"),
    ("Odesa", "Odenwald"),
  ])
  func whatIsNotFound(_ query: String, _ text: String) { #expect(!finds(query, in: text)) }

  @Test(arguments: [
    ("decr", "the decree of autumn"), ("cease fire", "a cease-fire now"),
    ("1,000", "1,000 for 1,000"),
    ("Zelensk", "Зеленського чекали"), ("don't", "they don’t"), ("ёлка", "елка"), ("中", "在中国"),
    ("Київ", "Ки\u{0457}в и Киев"), ("й", "и\u{0306}"),
  ])
  func whatIsFound(_ query: String, _ text: String) { #expect(finds(query, in: text)) }

  @Test func aLiteralSearchTakesWordsAsSpelt() {
    #expect(!finds("Zelensky", in: "Зеленський", literal: true))
    #expect(!finds("Zelenskiy", in: "Zelenskyy said", literal: true))
    #expect(finds("Зеленськ", in: "Зеленський", literal: true))
    #expect(!finds("Kiev", in: "Kyiv", names: [["Kyiv", "Kiev"]], literal: true))
  }

  @Test func otherNamesOfAnActorAreFoundWhole() {
    let names = [["Ukraine", "Kyiv", "Kiev", "Україна"], ["Russia", "Moscow"]]
    let query = SearchQuery("Киев", names: names)
    #expect(query.names == ["Ukraine", "Kyiv", "Україна"])
    #expect(finds("Kiev", in: "the Ukraine side", names: names))
    #expect(!finds("Kiev", in: "the Ukrainevski side", names: names))
    #expect(!finds("Kie", in: "the Ukraine side", names: names))
  }

  @Test func placesAreCodePoints() {
    let text = "Ки\u{0457}в, і\u{0308} Київ"
    let places = SearchQuery("Kyiv").places(in: FoldedText(text))
    #expect(places == [0..<4, 9..<13])
  }

  /// What the index is asked for lets through whatever is found.
  @Test func noIndexLosesWhatIsFound() {
    let words = [
      "Зеленський", "Zelenskyy", "any", "animal", "Kiev", "Київ", "decree", "Müller", "x",
    ]
    for asked in words + ["Zelen", "de", "Muell", "Киї"] {
      for word in words {
        let query = SearchQuery(asked)
        let folded = FoldedText(word).words
        guard !query.places(in: FoldedText(word)).isEmpty else { continue }
        let passes = query.demands.contains { demands in
          demands.allSatisfy { demand in
            folded.contains { word in
              demand.beginning.map { word.raw.hasPrefix($0) } ?? false
                || demand.forms.contains { word.forms.contains($0) }
                || demand.longForms.contains { form in word.forms.contains { $0.hasPrefix(form) } }
            }
          }
        }
        #expect(passes, "\(asked) in \(word)")
      }
    }
  }
}
