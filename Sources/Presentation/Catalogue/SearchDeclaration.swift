package import StateOfPlay

extension SearchView: DerivedView {
  package static let declaration = ViewDeclaration(
    "search", title: "Search", in: .record,
    summary: "Find words in texts, gists, titles and names.",
    details: """
      In the texts at hand and in everything analysts wrote: words that begin as the ones given, one \
      after another, in any case. Names are found in Cyrillic and in the usual Latin spellings alike \
      (Зеленський, Zelenskyy, Zelensky), with or without diacritics, and under every name the case \
      gives an actor (Kiev and Kyiv); --literal takes words only as they are spelt. A place in a \
      text shows which statements were coded from it.
      """,
    examples: ["search Examples/istanbul decree", "search Examples/istanbul Зеленський"],
    choosing: [])

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { frame.document(self).tables }
}
