package import StateOfPlay

extension SearchView: DerivedView {
  package static let declaration = ViewDeclaration(
    "search", title: "Search", in: .record,
    summary: "Find words in texts, gists, titles and names.",
    details: """
      In the texts present and in everything analysts wrote: every word must occur, matched from \
      its beginning, in any order and in upper or lower case; words in quotation marks must stand \
      together. Statements come first, then documents, then other entries, each kind ordered by \
      relevance; results can be narrowed by speaker, party, issue, source and date. A statement is \
      found by the name of its speaker and by its issue too. Names are found in Cyrillic and in \
      the usual Latin spellings alike (Зеленський, Zelenskyy, Zelensky), with or without \
      diacritics, and under every name the case gives an actor (Kiev and Kyiv); a literal search \
      takes words only as they are spelt. A passage of a text shows which statements were coded \
      from it.
      """,
    filledBy: "Words in documents, statements and entries, once the case holds some.",
    examples: [
      .init("Examples/istanbul", words: "decree"),
      .init("Examples/istanbul", words: "Зеленський Putin", ("from", "2025")),
    ],
    choosing: [.party, .issue])

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.searchTable(self)] }
}
