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

  @Test func otherNamesOfAnActorAreFoundWithTheirEndingsAlone() {
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
        let folded = FoldedText(word).allForms
        guard !query.places(in: FoldedText(word)).isEmpty else { continue }
        let passes = query.demands.contains { demands in
          demands.allSatisfy { demand in
            folded.contains { word in
              demand.beginnings.contains { word.raw.hasPrefix($0) }
                || demand.forms.contains { word.spellings.contains($0) }
                || demand.longForms.contains { form in
                  word.spellings.contains { $0.hasPrefix(form) }
                }
            }
          }
        }
        #expect(passes, "\(asked) in \(word)")
      }
    }
  }

  /// The names of an actor, one of them asked for, and a text in which another stands inflected.
  @Test(arguments: [
    (["Kyiv", "Kiev", "Київ"], "Kiev", "Kyiv’s proposal"),
    (["Kyiv", "Kiev", "Київ"], "Київ", "Kyiv's plan"),
    (["Kyiv", "Київ"], "Kyiv", "до Києва"), (["Kyiv"], "Kyiv", "у Києві"),
    (["Київ"], "Київ", "з Києвом"),
    (["Oslo", "Christiania"], "Christiania", "Oslo's plan"), (["Oslo"], "Oslo", "le plan d’Oslo"),
    (["Oslo", "Christiania"], "Christiania", "l'accord d'Oslo"),
    (
      ["Volodymyr Zelenskyy", "Zelenskyy", "Зеленський", "President Zelensky"],
      "President Zelensky", "Zelenskyy’s aide"
    ),
    (["Зеленський"], "Зеленський", "слова Зеленського"),
    (["Zelenskyy"], "Zelenskyy", "слова Зеленського"),
    (["Зеленський", "Zelensky"], "Zelensky", "with Зеленським"),
    (["Москва", "Moscow"], "Moscow", "в Москву"),
    (["Росія", "Russia"], "Russia", "до Росії"), (["Прага", "Prague"], "Prague", "у Празі"),
    (["Ankara", "Turkey"], "Turkey", "Ankara'nın önerisi"),
    (["Deutschland", "Germany"], "Germany", "Deutschlands Vorschlag"),
    (["بلمار", "Belmar"], "Belmar", "قالت وبلمار"), (["قاهرة", "Cairo"], "Cairo", "في القاهرة"),
    (["חיפה", "Haifa"], "Haifa", "הוא בחיפה"), (["한국", "Korea"], "Korea", "한국은 말했다"),
    (["Αθήνα", "Athens"], "Athens", "της Αθήνας"),
    (["O’Brien", "the mediator"], "the mediator", "O'Brien’s note"),
    (["Львів", "Lwów"], "Lwów", "зі Львова"), (["Iran", "Persia"], "Persia", "the Iranian draft"),
    (["International Labour Office", "ILO"], "ILO", "the International Labour Office's text"),
  ])
  func inflectedNames(_ names: [String], _ asked: String, _ text: String) {
    #expect(finds(asked, in: "before \(text), after", names: [names]), "\(asked) in \(text)")
  }

  @Test(arguments: [
    (["UK", "Britain"], "Britain", "Ukraine alone"), (["US", "America"], "America", "he used it"),
    (["Kiev", "Київ"], "Київ", "Kevin spoke"), (["Mali", "Bamako"], "Bamako", "malicious words"),
    (["Oslo", "Christiania"], "Christiania", "d'accord"),
  ])
  func namesThatOnlyBeginAlike(_ names: [String], _ asked: String, _ text: String) {
    #expect(!finds(asked, in: text, names: [names]), "\(asked) in \(text)")
  }

  /// As PDF files break and join words.
  @Test(arguments: [
    ("negotiations", "the nego-\ntiations"), ("negotiations", "the nego\u{AD}\n  tiations"),
    ("well-known", "a well-\nknown plan"), ("ceasefire", "a cease-fire"),
    ("cease-fire", "a ceasefire"),
    ("final office", "the \u{FB01}nal o\u{FB03}ce"),
    ("Kyiv", "in \u{FF2B}\u{FF59}\u{FF49}\u{FF56}"),
    ("communiqué", "the com\u{2010}\r\nmuni\u{2010}\r\nqué"),
    ("negotiator", "the nego-\ntiator’s view"),
    ("2014", "in \u{FF12}\u{FF10}\u{FF11}\u{FF14}"),
  ])
  func brokenAndJoinedWords(_ query: String, _ text: String) {
    #expect(finds(query, in: text))
    let demands = SearchQuery(query).demands
    let forms = FoldedText(text).allForms
    #expect(
      demands.contains { phrase in
        phrase.allSatisfy { demand in
          forms.contains { form in
            demand.beginnings.contains { form.raw.hasPrefix($0) }
              || demand.forms.contains { form.spellings.contains($0) }
          }
        }
      }, "an index would lose it")
  }

  @Test func hyphensThatBindNothingBindNothing() {
    #expect(!finds("inthe", in: "come in - the door"))
    #expect(!finds("yesno", in: "yes- no"))
  }

  @Test func aHundredThousandNamesAreSearchedInSeconds() {
    let names = (0..<20_000).map { "Member \($0)" }
    let text = FoldedText(names.joined(separator: ", "))
    let time = ContinuousClock().measure {
      let query = SearchQuery("Member 7", names: [names])
      #expect(query.names.count == names.count - 1)
      #expect(query.places(in: text).count == names.count)
    }
    #expect(time < .seconds(60), "\(time)")
  }
}
