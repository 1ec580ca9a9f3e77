import CaseModel
import Testing

@testable import Documents

@Suite struct MetadataTests {
  @Test(arguments: [
    ("2025-05-16T10:00:00+03:00", "2025-05-16"), ("20250516", "2025-05-16"),
    ("16 May 2025", "2025-05-16"), ("May 16th, 2025", "2025-05-16"),
    ("Fri, 16 May 2025 10:00 GMT", "2025-05-16"),
    ("16.05.2025", "2025-05-16"), ("16. Mai 2025", "2025-05-16"),
    ("16 de mayo de 2025", "2025-05-16"),
    ("1er août 2024", "2024-08-01"), ("16 травня 2025, 14:30", "2025-05-16"),
    ("2 августа 2024 г.", "2024-08-02"),
    ("2025年5月16日", "2025-05-16"), ("2025/05/16", "2025-05-16"), ("31/12/2024", "2024-12-31"),
    ("12/31/2024", "2024-12-31"), ("Posted on 3 June 2019 at 5 pm", "2019-06-03"),
  ])
  func datesAsWritten(_ words: String, _ date: String) {
    #expect(WrittenDate.first(in: words)?.text == date)
  }

  /// Two readings, no such day, or no day at all.
  @Test(arguments: [
    "03/04/2025", "30 February 2024", "2024-02-30", "May 2025", "12:30", "", "99999999",
  ])
  func noDates(_ words: String) {
    #expect(WrittenDate.first(in: words) == nil)
  }

  @Test func languages() {
    #expect(
      LanguageGuess.tag(
        of:
          "The parties agreed that the talks will be continued in the second week of the month, and that the text of the draft is to be kept as it was."
      )
        == "en")
    #expect(
      LanguageGuess.tag(
        of:
          "Сторони домовились про те, що зустріч відбудеться наступного тижня, і що текст проєкту не буде змінено до того часу, як це було передбачено у листі від травня."
      )
        == "uk")
    #expect(
      LanguageGuess.tag(
        of:
          "Стороны договорились о том, что встреча состоится на следующей неделе, и что текст проекта не будет изменён до того времени, как это было предусмотрено в письме."
      )
        == "ru")
    #expect(LanguageGuess.tag(of: "ja nein") == nil)
  }

  @Test func numbersOfLists() {
    #expect(NumberStyle.lowerLetter.words(27) == "aa" && NumberStyle.lowerLetter.words(3) == "c")
    #expect(NumberStyle.upperRoman.words(1994) == "MCMXCIV")
    #expect(NumberStyle.lowerRoman.words(0) == "0" && NumberStyle.lowerLetter.words(-1) == "-1")
  }

  @Test func statedInManyWays() throws {
    let page = """
      <html lang="uk_UA"><head><title>A &ndash; Site</title><meta name="DC.creator" content="B. C.">
      <link rel="canonical" href="https://x.example/2023/04/05/a">
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"No"},
      {"@type":["Article"],"headline":"Line
      break","author":{"name":"D"},"url":"javascript:alert(1)"}]}</script>
      <script type="application/ld+json">{broken</script></head>
      <body><h1>A</h1><p class="byline">By Eva Fox</p><p>Posted <time>6 April 2023</time>, a sentence that is long enough.</p>
      """
    let document = try Samples.read(page, "a.html")
    #expect(document.offers(.title).map(\.value) == ["Line break", "A", "A – Site"])
    #expect(document.offers(.author).map(\.value) == ["D", "B. C.", "Eva Fox"])
    #expect(document.offers(.published).map(\.value) == ["2023-04-06", "2023-04-05"])
    #expect(document.offers(.link).map(\.value) == ["https://x.example/2023/04/05/a"])
    #expect(document.offers(.language).first?.value == "uk-UA")
  }
}
